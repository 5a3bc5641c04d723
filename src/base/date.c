#include "base/date.h"

#include <math.h>
#include <stdlib.h>

enum { SECOND_MS = 1000, MINUTE_MS = 60000, HOUR_MS = 3600000, DAY_MS = 86400000 };
// Some 30,000 years: a double holds each of its milliseconds.
static const double LENGTH_MOST_MS = 1e15;

int64_t date_days(int64_t year, int month, int day) {
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); }

void date_civil(int64_t epoch_ms, int64_t *year, int *month, int *day) {
    int64_t days = floor_div(epoch_ms, DAY_MS) + 719468;
    int64_t era = floor_div(days, 146097), day_of_era = days - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    *day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
    *month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    *year = year_of_era + era * 400 + (*month <= 2);
}

// Takes exactly `digits` digits off the front of *s.
static bool take_digits(Str *s, size_t digits, int *value) {
    if (s->len < digits) return false;
    *value = 0;
    for (size_t i = 0; i < digits; i++) {
        if (!byte_is_digit(s->ptr[i])) return false;
        *value = *value * 10 + (s->ptr[i] - '0');
    }
    *s = str_slice(*s, digits, s->len);
    return true;
}

static bool take_byte(Str *s, char a, char b) {
    if (!s->len || (s->ptr[0] != a && s->ptr[0] != b)) return false;
    *s = str_slice(*s, 1, s->len);
    return true;
}

// ".123456" or nothing, cut to milliseconds.
static int64_t take_fraction(Str *s) {
    if (s->len < 2 || !byte_is_digit(s->ptr[1]) || !take_byte(s, '.', ',')) return 0;
    int64_t ms = 0, unit = 100;
    while (s->len && byte_is_digit(s->ptr[0])) {
        ms += (s->ptr[0] - '0') * unit;
        unit /= 10;
        *s = str_slice(*s, 1, s->len);
    }
    return ms;
}

static bool take_zone(Str *s, int64_t *offset_ms) {
    *offset_ms = 0;
    if (take_byte(s, 'Z', 'z') || !s->len) return true;
    int sign = s->ptr[0] == '-' ? -1 : 1, hours, minutes = 0;
    if (!take_byte(s, '+', '-') || !take_digits(s, 2, &hours)) return false;
    if ((take_byte(s, ':', ':') || s->len) && !take_digits(s, 2, &minutes)) return false;
    *offset_ms = sign * ((int64_t)hours * HOUR_MS + (int64_t)minutes * MINUTE_MS);
    return hours < 24 && minutes < 60;
}

static bool take_time(Str *s, int64_t *ms) {
    int hour, minute, second = 0;
    if (!take_digits(s, 2, &hour) || !take_byte(s, ':', ':') ||
        !take_digits(s, 2, &minute))
        return false;
    if (take_byte(s, ':', ':') && !take_digits(s, 2, &second)) return false;
    *ms = (int64_t)hour * HOUR_MS + (int64_t)minute * MINUTE_MS +
          (int64_t)second * SECOND_MS + take_fraction(s);
    return (hour < 24 || *ms == DAY_MS) && minute < 60 && second < 61;
}

static int days_in_month(int64_t year, int month) {
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && leap);
}

static bool take_day(Str *s, int64_t *days) {
    int year, month, day;
    if (!take_digits(s, 4, &year) || !take_byte(s, '-', '-') ||
        !take_digits(s, 2, &month) || !take_byte(s, '-', '-') || !take_digits(s, 2, &day))
        return false;
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
        return false;
    *days = date_days(year, month, day);
    return true;
}

bool date_parse_parts(Str s, int64_t *epoch_ms, DateParts *parts) {
    int64_t days, time = 0, offset = 0;
    s = str_trim(s);
    if (!take_day(&s, &days)) return false;
    *parts = (DateParts){.has_time = s.len > 0};
    if (s.len &&
        !((take_byte(&s, 'T', 't') || take_byte(&s, ' ', ' ')) && take_time(&s, &time)))
        return false;
    parts->has_zone = s.len > 0;
    if (!take_zone(&s, &offset)) return false;
    *epoch_ms = days * DAY_MS + time - offset;
    return s.len == 0;
}

bool date_parse(Str s, int64_t *epoch_ms) {
    DateParts parts;
    return date_parse_parts(s, epoch_ms, &parts);
}

static char *room_part(char *at, char before, int64_t value) {
    *at++ = before;
    *at++ = (char)('0' + value / 10);
    *at++ = (char)('0' + value % 10);
    return at;
}

static void put_year(Buf *out, int64_t year) {
    if (year < 0) buf_byte(out, '-');
    buf_digits(out, (uint64_t)llabs(year), 4);
}

static void put_day(Buf *out, int64_t epoch_ms) {
    int64_t year;
    int month, day;
    date_civil(epoch_ms, &year, &month, &day);
    put_year(out, year);
    char *at = buf_room(out, sizeof "-05-13");
    buf_end(out, room_part(room_part(at, '-', month), '-', day));
}

Str date_format_day(Arena *arena, int64_t epoch_ms) {
    Buf out = {.arena = arena};
    put_day(&out, epoch_ms);
    return buf_str(&out);
}

// A week begins on Monday, and belongs to the year that its Thursday lies in. Day 0 was a
// Thursday.
int64_t date_week(int64_t epoch_ms) {
    return floor_div(floor_div(epoch_ms, DAY_MS) + 3, 7);
}

int64_t date_week_start(int64_t week) { return (week * 7 - 3) * DAY_MS; }

Str date_format_week(Arena *arena, int64_t epoch_ms) {
    int64_t thursday = date_week(epoch_ms) * 7, year;
    int month, day;
    date_civil(thursday * DAY_MS, &year, &month, &day);
    Buf out = {.arena = arena};
    put_year(&out, year);
    buf_text(&out, "-W");
    buf_digits(&out, (uint64_t)((thursday - date_days(year, 1, 1)) / 7 + 1), 2);
    return buf_str(&out);
}

// The fourth of January lies in week 1. Not every year has a week 53.
bool date_parse_week(Str s, int64_t *epoch_ms) {
    int year, week;
    if (!take_digits(&s, 4, &year) || !take_byte(&s, '-', '-') ||
        !take_byte(&s, 'W', 'w') || !take_digits(&s, 2, &week) || s.len)
        return false;
    int64_t first = date_week(date_days(year, 1, 4) * DAY_MS);
    int64_t next = date_week(date_days(year + 1, 1, 4) * DAY_MS);
    *epoch_ms = date_week_start(first + week - 1);
    return week >= 1 && first + week <= next;
}

void date_put(Buf *out, int64_t epoch_ms) {
    put_day(out, epoch_ms);
    int64_t ms = epoch_ms - floor_div(epoch_ms, DAY_MS) * DAY_MS;
    char *at = buf_room(out, sizeof "T13:14:57.123Z");
    at = room_part(at, 'T', ms / HOUR_MS);
    at = room_part(at, ':', ms / MINUTE_MS % 60);
    at = room_part(at, ':', ms / SECOND_MS % 60);
    ms %= SECOND_MS;
    if (ms) {
        at = room_part(at, '.', ms / 10);
        *at++ = (char)('0' + ms % 10);
    }
    *at++ = 'Z';
    buf_end(out, at);
}

Str date_format(Arena *arena, int64_t epoch_ms) {
    Buf out = {.arena = arena};
    date_put(&out, epoch_ms);
    return buf_str(&out);
}

bool clock_parse(Str s, int64_t *ms) {
    int64_t total = 0;
    int parts = 0, value;
    s = str_trim(s);
    do {
        size_t digits = 0;
        while (digits < s.len && byte_is_digit(s.ptr[digits])) digits++;
        if (digits < 1 || digits > 4 || !take_digits(&s, digits, &value)) return false;
        if (parts && (digits > 2 || value > 59)) return false;
        total = total * 60 + value;
        parts++;
    } while (parts < 3 && take_byte(&s, ':', ':'));
    *ms = total * SECOND_MS + take_fraction(&s);
    return parts >= 2 && s.len == 0;
}

Str clock_format(Arena *arena, int64_t ms) {
    long long second = ms / SECOND_MS;
    if (second < 3600) return str_format(arena, "%lld:%02lld", second / 60, second % 60);
    return str_format(arena, "%lld:%02lld:%02lld", second / 3600, second / 60 % 60,
                      second % 60);
}

bool duration_parse(Str s, int64_t *ms) {
    static const struct {
        const char *unit;
        double ms;
    } UNITS[] = {{"", SECOND_MS},    {"ms", 1},          {"s", SECOND_MS},
                 {"sec", SECOND_MS}, {"min", MINUTE_MS}, {"m", MINUTE_MS},
                 {"h", HOUR_MS},     {"d", DAY_MS}};
    s = str_trim(s);
    size_t number = 0;
    while (number < s.len && (byte_is_digit(s.ptr[number]) || s.ptr[number] == '.'))
        number++;
    double value;
    if (!str_to_double(str_slice(s, 0, number), &value)) return false;
    Str unit = str_trim(str_slice(s, number, s.len));
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++) {
        if (!str_eq(unit, str_from(UNITS[i].unit))) continue;
        bool fits = value * UNITS[i].ms < LENGTH_MOST_MS; // llround must not overflow
        if (fits) *ms = llround(value * UNITS[i].ms);
        return fits;
    }
    return false;
}

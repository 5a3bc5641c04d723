#include "call/written_time.h"

#include "base/written_date.h"

#include <math.h>

enum { MINUTE = 60 };

// ---- Parsing

// The number with each `drop` left out and `point` read as a decimal point; NAN when it
// is none.
static double number_with(Str text, char drop, char point) {
    enum { NUMBER_MAX = 40 };
    char bytes[NUMBER_MAX];
    size_t len = 0;
    double number;
    if (text.len > NUMBER_MAX) return NAN;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != drop) bytes[len++] = text.ptr[i] == point ? '.' : text.ptr[i];
    return str_to_double((Str){bytes, len}, &number) ? number : NAN;
}

// Whether `mark` parts thousands: digits by three behind each, up to `end`.
static bool parts_thousands(Str text, char mark, size_t end) {
    size_t at = str_index(text, 0, mark);
    if (!at || at > 3 || text.ptr[0] == '0') return false;
    for (; at < end && text.ptr[at] == mark; at += 4)
        for (size_t i = 1; i <= 3; i++)
            if (at + i >= end || !byte_is_digit(text.ptr[at + i])) return false;
    return at == end;
}

// "12,5", "1.234,5", "1,234.5", "1,250".
static bool parse_comma_number(Str text, WrittenTime *time) {
    size_t comma = str_index(text, 0, ','), point = str_index(text, 0, '.');
    if (comma == text.len || !byte_is_digit(text.ptr[0])) return false;
    bool thousands = parts_thousands(text, ',', point);
    bool decimal =
        str_index(text, comma + 1, ',') == text.len &&
        (point == text.len || (point < comma && parts_thousands(text, '.', comma)));
    time->number = decimal ? number_with(text, '.', ',') : NAN;
    time->other_number = thousands ? number_with(text, ',', '.') : NAN;
    time->kind = WRITTEN_NUMBER;
    return !isnan(time->number) || !isnan(time->other_number);
}

// A pair with a fraction has seconds in it.
static bool parse_clock(Str text, WrittenTime *time) {
    if (!clock_parse(text, &time->ms)) return false;
    bool pair =
        str_count(text, ':') == 1 && !str_has(text, STR(".")) && !str_has(text, STR(","));
    time->kind = pair ? WRITTEN_PAIR : WRITTEN_CLOCK;
    time->other_ms = pair ? time->ms * MINUTE : time->ms;
    return true;
}

static bool parse_date(Str text, WrittenTime *time) {
    WrittenDate date;
    if (!written_date_parse(text, &date)) return false;
    time->kind = WRITTEN_DATE;
    time->ms = date.day_first;
    time->other_ms = date.month_first;
    time->timed = date.timed;
    time->zoned = date.zoned;
    return true;
}

static bool parse_iso_date(Str text, WrittenTime *time) {
    if (!date_parse(text, &time->ms)) return false;
    char last = text.ptr[text.len - 1];
    enum { DAY_LEN = 10, MINUTES_LEN = 16 }; // "2025-12-31T14:05"
    Str tail = str_slice(text, MINUTES_LEN, text.len);
    time->kind = WRITTEN_DATE;
    time->other_ms = time->ms;
    time->timed = text.len > DAY_LEN;
    time->zoned =
        last == 'Z' || last == 'z' || str_has(tail, STR("+")) || str_has(tail, STR("-"));
    return true;
}

// A length as ISO 8601 has it, "PT1H4M2.5S". Days and what is longer, of which no call is
// made, are not read.
static bool parse_iso_length(Str text, int64_t *ms) {
    static const struct {
        char letter;
        double ms;
    } UNITS[] = {{'H', 3600e3}, {'M', 60e3}, {'S', 1e3}};
    double total = 0, value;
    if (!str_starts(text, STR("PT")) || text.len == 2) return false;
    text = str_slice(text, 2, text.len);
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++) {
        size_t end = str_index(text, 0, UNITS[i].letter);
        if (end == text.len) continue;
        if (!str_to_double(str_slice(text, 0, end), &value)) return false;
        total += value * UNITS[i].ms;
        text = str_slice(text, end + 1, text.len);
    }
    if (text.len || !(total >= 0 && total < EPOCH_FIRST_MS)) return false;
    *ms = llround(total);
    return true;
}

// "1m 12s", "12s", "1h 2m": each unit once, the longer first.
static bool parse_units(Str s, int64_t *ms) {
    static const char UNITS[] = "hms";
    static const int64_t UNIT_MS[] = {3600000, 60000, 1000};
    enum { DIGITS_MAX = 5 };
    size_t least = 0;
    for (*ms = 0; s.len;) {
        size_t digits = 0;
        int64_t value;
        while (digits < s.len && byte_is_digit(s.ptr[digits])) digits++;
        const char *unit = digits && digits <= DIGITS_MAX && digits < s.len
                               ? memchr(UNITS + least, s.ptr[digits], 3 - least)
                               : NULL;
        if (!unit || !str_to_int(str_slice(s, 0, digits), &value)) return false;
        *ms += value * UNIT_MS[unit - UNITS];
        least = (size_t)(unit - UNITS) + 1;
        s = str_trim(str_slice(s, digits + 1, s.len));
    }
    return least > 0;
}

static bool parse_length(Str text, WrittenTime *time) {
    if (!parse_iso_length(text, &time->ms) && !parse_units(text, &time->ms)) return false;
    time->kind = WRITTEN_LENGTH;
    time->other_ms = time->ms;
    return true;
}

static bool parse_half_day(Str text, WrittenTime *time) {
    if (!half_day_parse(text, &time->ms)) return false;
    time->kind = WRITTEN_HALF_DAY;
    time->other_ms = time->ms;
    return true;
}

// Of no number. A function of its own, so that numbers, which most times are, need not
// save what it takes.
__attribute__((noinline)) static bool parse_other(Str text, WrittenTime *time) {
    return parse_clock(text, time) || parse_iso_date(text, time) ||
           parse_comma_number(text, time) || parse_half_day(text, time) ||
           parse_length(text, time) || parse_date(text, time);
}

bool written_time_parse(Str text, WrittenTime *time) {
    *time = (WrittenTime){.ms = NO_TIME, .other_ms = NO_TIME};
    text = str_trim(text);
    if (!text.len) return true;
    if (!str_to_double(text, &time->number)) return parse_other(text, time);
    time->kind = WRITTEN_NUMBER;
    time->other_number = time->number;
    return true;
}

// ---- Reading

TimeStyle time_style(double unit_ms) {
    return (TimeStyle){.unit_ms = unit_ms, .zero_ms = NO_TIME, .pairs = READ_FIRST};
}

static bool number_to_ms(double number, const TimeStyle *style, int64_t *ms) {
    // March 1973 in milliseconds, microseconds, nanoseconds.
    static const double MS = 1e11, US = 1e14, NS = 1e17, TOO_MUCH = 1e20;
    double value = style->unit_ms > 0 ? number * style->unit_ms
                   : number < MS      ? number * 1000
                   : number < US      ? number
                   : number < NS      ? number / 1e3
                                      : number / 1e6;
    if (!(number >= 0 && value < TOO_MUCH / 1e6)) return false;
    int64_t whole = (int64_t)value; // as most are
    if ((double)whole != value) whole = llround(value);
    *ms = whole + (style->zero_ms == NO_TIME ? 0 : style->zero_ms);
    return true;
}

static TimeResult read_number(const WrittenTime *time, const TimeStyle *style,
                              int64_t *ms) {
    double number = style->commas == READ_OTHER ? time->other_number : time->number;
    bool two = time->number != time->other_number; // NAN is unlike itself
    if (two && style->commas == READ_UNSURE) {
        if (!isnan(time->number) && !isnan(time->other_number)) return TIME_UNSURE;
        number = isnan(time->number) ? time->other_number : time->number;
    }
    if (isnan(number)) return TIME_AGAINST;
    if (style->unsure) return TIME_UNSURE;
    return number_to_ms(number, style, ms) ? TIME_READ : TIME_BAD;
}

static TimeResult read_date(const WrittenTime *time, const TimeStyle *style,
                            int64_t *ms) {
    bool two = time->ms != time->other_ms;
    *ms = style->dates == READ_OTHER ? time->other_ms : time->ms;
    if (two && style->dates == READ_UNSURE) {
        if (time->ms != NO_TIME && time->other_ms != NO_TIME) return TIME_UNSURE;
        *ms = time->ms == NO_TIME ? time->other_ms : time->ms;
    }
    if (*ms == NO_TIME) return TIME_AGAINST;
    return *ms >= EPOCH_FIRST_MS ? TIME_READ : TIME_BAD;
}

static TimeResult read_pair(const WrittenTime *time, const TimeStyle *style,
                            int64_t *ms) {
    enum { DAY_MS = 86400000 };
    *ms = style->pairs == READ_OTHER ? time->other_ms : time->ms;
    if (style->pairs == READ_UNSURE) return TIME_UNSURE;
    return style->pairs == READ_OTHER && *ms >= DAY_MS ? TIME_AGAINST : TIME_READ;
}

static TimeResult read_kind(const WrittenTime *time, const TimeStyle *style,
                            int64_t *ms) {
    switch (time->kind) {
    case WRITTEN_NOTHING: return TIME_READ;
    case WRITTEN_NUMBER: return read_number(time, style, ms);
    case WRITTEN_PAIR: return read_pair(time, style, ms);
    case WRITTEN_DATE: return read_date(time, style, ms);
    case WRITTEN_CLOCK:
    case WRITTEN_HALF_DAY:
    case WRITTEN_LENGTH: *ms = time->ms;
    }
    return TIME_READ;
}

TimeResult written_time_read(const WrittenTime *time, const TimeStyle *style,
                             int64_t *ms) {
    *ms = NO_TIME;
    TimeResult result = read_kind(time, style, ms);
    if (result != TIME_READ) *ms = NO_TIME;
    return result;
}

bool written_digits_read(Str text, const TimeStyle *style, int64_t *ms) {
    double number;
    return !style->unsure && str_digits_to_double(text, &number) &&
           number_to_ms(number, style, ms);
}

TimeDoubt time_doubt(const WrittenTime *time) {
    if (time->kind == WRITTEN_PAIR)
        return (TimeDoubt){"times may be hours and minutes, or minutes and seconds",
                           "write all three: 14:05:00 or 0:14:05"};
    if (time->kind == WRITTEN_DATE)
        return (TimeDoubt){"dates may have the day or the month first",
                           "write 2026-04-30, or name the month"};
    return (TimeDoubt){"numbers may be of seconds or of a smaller unit",
                       "name the column start_s or start_ms"};
}

#include "base/written_date.h"

enum { SECOND_MS = 1000, MINUTE_MS = 60000, HOUR_MS = 3600000, DAY_MS = 86400000 };

// What has been read of a date so far.
typedef struct {
    Str rest;
    int numbers[3], digits[3]; // in the order written
    int count;
    int month; // by its name; 0 = none
    bool dots; // between the numbers
    bool timed, zoned;
    int64_t time_ms, offset_ms;
} Parse;

typedef struct {
    const char *start; // of the word, in lower case
    int value;
} Word;

// English, German, French, Spanish, Italian, Portuguese and Dutch; longer ones first
// where one begins like another.
static const Word MONTHS[] = {
    {"jan", 1},  {"ene", 1},  {"gen", 1},  {"feb", 2},  {"fév", 2},  {"fev", 2},
    {"mar", 3},  {"mär", 3},  {"maa", 3},  {"mrt", 3},  {"apr", 4},  {"avr", 4},
    {"abr", 4},  {"may", 5},  {"mai", 5},  {"mei", 5},  {"mag", 5},  {"juin", 6},
    {"jun", 6},  {"giu", 6},  {"juil", 7}, {"jul", 7},  {"lug", 7},  {"aug", 8},
    {"aoû", 8},  {"aou", 8},  {"ago", 8},  {"sep", 9},  {"set", 9},  {"oct", 10},
    {"okt", 10}, {"ott", 10}, {"out", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12},
    {"déc", 12}, {"dic", 12},
};

// Days of the week, and what stands between the parts.
static const Word PASSED[] = {{"mon", 0}, {"tue", 0}, {"wed", 0}, {"thu", 0}, {"fri", 0},
                              {"sat", 0}, {"sun", 0}, {"die", 0}, {"mit", 0}, {"don", 0},
                              {"fre", 0}, {"sam", 0}, {"son", 0}};
static const char *const BETWEEN[] = {"t",  "at", "um",  "uhr", "de", "del", "st", "nd",
                                      "rd", "th", "mo",  "di",  "mi", "do",  "fr", "sa",
                                      "so", "le", "den", "à",   "on", NULL};

// Minutes from UTC.
static const Word ZONES[] = {
    {"z", 0},      {"utc", 0},    {"gmt", 0},    {"ut", 0},     {"est", -300},
    {"edt", -240}, {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360},
    {"pst", -480}, {"pdt", -420}, {"wet", 0},    {"west", 60},  {"cet", 60},
    {"cest", 120}, {"mez", 60},   {"mesz", 120}, {"eet", 120},  {"eest", 180},
    {"jst", 540},  {"aest", 600}, {"aedt", 660},
};

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || !byte_is_ascii(c);
}

// Takes a run of letters off the front, in lower case but for those beyond ASCII, which
// `out` (of 16 bytes) has room for; longer words are cut.
static Str take_word(Parse *parse, char out[16]) {
    size_t len = 0, taken = 0;
    while (taken < parse->rest.len && is_letter(parse->rest.ptr[taken])) {
        char c = parse->rest.ptr[taken++];
        if (len < 16) out[len++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    parse->rest = str_slice(parse->rest, taken, parse->rest.len);
    return (Str){out, len};
}

// Takes one to four digits; false when there are none, or more.
static bool take_number(Str *s, int *value, int *digits) {
    *value = *digits = 0;
    while (s->len && byte_is_digit(s->ptr[0])) {
        if (++*digits > 4) return false;
        *value = *value * 10 + (s->ptr[0] - '0');
        *s = str_slice(*s, 1, s->len);
    }
    return *digits > 0;
}

static bool take_byte(Str *s, char byte) {
    if (!s->len || s->ptr[0] != byte) return false;
    *s = str_slice(*s, 1, s->len);
    return true;
}

// The bytes of a space that keeps its place in a line, U+00A0 or U+202F; 0 = none.
static size_t wide_blank(Str s) {
    if (str_starts(s, STR("\xc2\xa0"))) return 2;
    return str_starts(s, STR("\xe2\x80\xaf")) ? 3 : 0;
}

// "am", "p.m." behind a time: the hour at which that half of the day begins; -1 when
// there is none.
static int take_half(Str *s) {
    Str rest = str_trim(*s);
    rest = str_slice(rest, wide_blank(rest), rest.len);
    if (!rest.len) return -1;
    char half = (char)(rest.ptr[0] | 0x20);
    if (half != 'a' && half != 'p') return -1;
    rest = str_slice(rest, 1, rest.len);
    take_byte(&rest, '.');
    if (!take_byte(&rest, 'm') && !take_byte(&rest, 'M')) return -1;
    take_byte(&rest, '.');
    if (rest.len && is_letter(rest.ptr[0])) return -1;
    *s = rest;
    return half == 'p' ? 12 : 0;
}

// ":mm[:ss[.fff]][ AM]" behind the hour.
static bool take_time(Str *s, int hour, int64_t *ms) {
    int minute, second = 0, digits;
    if (!take_byte(s, ':') || !take_number(s, &minute, &digits) || digits != 2)
        return false;
    if (take_byte(s, ':') && (!take_number(s, &second, &digits) || digits != 2))
        return false;
    *ms = hour * (int64_t)HOUR_MS + minute * (int64_t)MINUTE_MS +
          second * (int64_t)SECOND_MS;
    if (s->len > 1 && (s->ptr[0] == '.' || s->ptr[0] == ',') &&
        byte_is_digit(s->ptr[1])) {
        int unit = 100;
        for (*s = str_slice(*s, 1, s->len); s->len && byte_is_digit(s->ptr[0]);
             *s = str_slice(*s, 1, s->len), unit /= 10)
            *ms += (int64_t)(s->ptr[0] - '0') * unit;
    }
    int from = take_half(s);
    if (from >= 0 && (hour < 1 || hour > 12)) return false;
    if (from >= 0) *ms = *ms % (12 * (int64_t)HOUR_MS) + from * (int64_t)HOUR_MS;
    return hour < 24 && minute < 60 && second < 61;
}

bool half_day_parse(Str s, int64_t *ms) {
    int hour, digits;
    s = str_trim(s);
    if (!take_number(&s, &hour, &digits) || digits > 2) return false;
    bool halved = s.len && strchr("mM.", s.ptr[s.len - 1]);
    return halved && take_time(&s, hour, ms) && !s.len;
}

// "+0100", "-05:00", "+1" behind a time or the name of a zone.
static bool take_offset(Parse *parse) {
    int sign = parse->rest.ptr[0] == '-' ? -1 : 1, value, digits, minutes = 0;
    Str rest = str_slice(parse->rest, 1, parse->rest.len);
    if (!take_number(&rest, &value, &digits) || digits == 3) return false;
    if (digits == 4) {
        minutes = value % 100;
        value /= 100;
    } else if (take_byte(&rest, ':') && !take_number(&rest, &minutes, &digits)) {
        return false;
    }
    parse->rest = rest;
    parse->zoned = true;
    parse->offset_ms = sign * (value * (int64_t)HOUR_MS + minutes * (int64_t)MINUTE_MS);
    return value < 15 && minutes < 60;
}

static const Word *find_start(const Word *words, size_t count, Str word) {
    for (size_t i = 0; i < count; i++)
        if (str_starts(word, str_from(words[i].start))) return &words[i];
    return NULL;
}

static bool take_name(Parse *parse) {
    char bytes[16];
    Str word = take_word(parse, bytes);
    for (size_t i = 0; parse->timed && i < sizeof ZONES / sizeof *ZONES; i++) {
        if (!str_eq(word, str_from(ZONES[i].start))) continue;
        parse->zoned = true;
        parse->offset_ms = ZONES[i].value * (int64_t)MINUTE_MS;
        return true;
    }
    if (str_number_in(word, BETWEEN) >= 0) return true;
    const Word *month = find_start(MONTHS, sizeof MONTHS / sizeof *MONTHS, word);
    if (month) parse->month = month->value;
    return month || find_start(PASSED, sizeof PASSED / sizeof *PASSED, word);
}

static bool take_digits(Parse *parse) {
    int value, digits;
    if (!take_number(&parse->rest, &value, &digits)) return false;
    if (parse->rest.len && parse->rest.ptr[0] == ':') {
        if (parse->timed || digits > 2) return false;
        parse->timed = true;
        return take_time(&parse->rest, value, &parse->time_ms);
    }
    if (parse->count == 3) return false;
    parse->numbers[parse->count] = value;
    parse->digits[parse->count++] = digits;
    bool dot = parse->rest.len > 1 && parse->rest.ptr[0] == '.' &&
               byte_is_digit(parse->rest.ptr[1]);
    parse->dots = parse->dots || (dot && parse->count == 1);
    return true;
}

// The next part, with the sign before it.
static bool take_part(Parse *parse) {
    char c = parse->rest.ptr[0];
    bool date_done = parse->count == 3 || (parse->month && parse->count >= 1);
    bool signs = parse->timed && date_done && (c == '+' || c == '-');
    if (signs && parse->rest.len > 1 && byte_is_digit(parse->rest.ptr[1]))
        return take_offset(parse);
    if (byte_is_digit(c)) return take_digits(parse);
    size_t blank = (c && strchr(" ,-/.\t", c)) ? 1 : wide_blank(parse->rest);
    parse->rest = str_slice(parse->rest, blank, parse->rest.len);
    return blank || (is_letter(c) && take_name(parse));
}

static int64_t moment_of(const Parse *parse, int year, int month, int day) {
    static const int DAYS[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) return NO_TIME;
    int64_t days = date_days(year, month, day), back_year;
    int back_month, back_day;
    date_civil(days * DAY_MS, &back_year, &back_month, &back_day);
    if (back_day != day) return NO_TIME; // the 29th of February of a common year
    return days * DAY_MS + parse->time_ms - parse->offset_ms;
}

static int full_year(int year, int digits) { return digits == 2 ? 2000 + year : year; }

// The month has its name: the other two are day and year.
static void resolve_named(const Parse *parse, WrittenDate *date) {
    bool year_first = parse->digits[0] == 4;
    int year = year_first ? 0 : 1;
    date->day_first = date->month_first =
        moment_of(parse, full_year(parse->numbers[year], parse->digits[year]),
                  parse->month, parse->numbers[!year]);
}

static void resolve_numbers(const Parse *parse, WrittenDate *date) {
    const int *n = parse->numbers, *digits = parse->digits;
    if (digits[0] == 4) {
        date->day_first = date->month_first = moment_of(parse, n[0], n[1], n[2]);
        return;
    }
    if (digits[2] != 4 && digits[2] != 2) return;
    int year = full_year(n[2], digits[2]);
    date->day_first = moment_of(parse, year, n[1], n[0]);
    date->month_first =
        parse->dots ? date->day_first : moment_of(parse, year, n[0], n[1]);
}

bool written_date_parse(Str s, WrittenDate *date) {
    Parse parse = {.rest = str_trim(s)};
    *date = (WrittenDate){.day_first = NO_TIME, .month_first = NO_TIME};
    while (parse.rest.len)
        if (!take_part(&parse)) return false;
    if (parse.month && parse.count == 2)
        resolve_named(&parse, date);
    else if (!parse.month && parse.count == 3)
        resolve_numbers(&parse, date);
    date->timed = parse.timed;
    date->zoned = parse.zoned;
    return date->day_first != NO_TIME || date->month_first != NO_TIME;
}

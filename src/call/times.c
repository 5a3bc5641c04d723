#include "call/times.h"

#include <math.h>

static bool number_to_ms(double number, double unit_ms, int64_t *ms) {
    // March 1973 in milliseconds, microseconds, nanoseconds.
    static const double MS = 1e11, US = 1e14, NS = 1e17, TOO_MUCH = 1e20;
    double value = unit_ms > 0   ? number * unit_ms
                   : number < MS ? number * 1000
                   : number < US ? number
                   : number < NS ? number / 1e3
                                 : number / 1e6;
    if (number < 0 || value >= TOO_MUCH / 1e6) return false;
    *ms = llround(value);
    return true;
}

// A length as ISO 8601 has it, "PT1H4M2.5S". Days and what is longer, of which no call is
// made, are not read.
static bool iso_length_parse(Str text, int64_t *ms) {
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

bool time_parse(Str text, double unit_ms, int64_t *ms) {
    double number;
    text = str_trim(text);
    *ms = NO_TIME;
    if (!text.len) return true;
    if (str_to_double(text, &number)) return number_to_ms(number, unit_ms, ms);
    if (clock_parse(text, ms) || iso_length_parse(text, ms)) return true;
    return date_parse(text, ms) && *ms >= EPOCH_FIRST_MS;
}

bool moment_parse(Str text, double unit_ms, int64_t *epoch_ms) {
    if (!time_parse(text, unit_ms, epoch_ms)) return false;
    return *epoch_ms == NO_TIME || *epoch_ms >= EPOCH_FIRST_MS;
}

bool moment_parse_digits(Str text, int64_t *epoch_ms) {
    static const char FORM[] = "0000-00-00T00:00:00Z";
    char date[] = "0000-00-00T00:00:00Z";
    size_t at = 0, digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool digit = byte_is_digit(text.ptr[i]);
        if (!digit && !memchr("-_:. T", text.ptr[i], 6)) return false;
        if (!digit) continue;
        while (FORM[at] && FORM[at] != '0') at++;
        if (!FORM[at]) return false;
        date[at++] = text.ptr[i];
        digits++;
    }
    if (digits != 8 && digits != 12 && digits != 14) return false;
    return date_parse(str_from(date), epoch_ms);
}

bool length_parse(Str text, double unit_ms, int64_t *ms) {
    double number;
    text = str_trim(text);
    *ms = NO_TIME;
    if (!text.len) return true;
    if (str_to_double(text, &number))
        return number_to_ms(number, unit_ms > 0 ? unit_ms : 1000, ms);
    return clock_parse(text, ms) || duration_parse(text, ms);
}

static int64_t earliest_moment(const Call *call) {
    int64_t earliest = NO_TIME;
    vec_each(const Turn, turn, &call->turns) {
        int64_t ms = turn->start_ms == NO_TIME ? turn->end_ms : turn->start_ms;
        if (ms >= EPOCH_FIRST_MS && (earliest == NO_TIME || ms < earliest)) earliest = ms;
    }
    return earliest;
}

void times_settle(Call *call) {
    int64_t earliest = earliest_moment(call), base = earliest;
    if (earliest == NO_TIME) return;
    if (call->started_at == NO_TIME) call->started_at = earliest;
    if (call->started_at <= earliest) base = call->started_at;
    vec_each(Turn, turn, &call->turns) {
        if (turn->start_ms >= EPOCH_FIRST_MS) turn->start_ms -= base;
        if (turn->end_ms >= EPOCH_FIRST_MS) turn->end_ms -= base;
    }
}

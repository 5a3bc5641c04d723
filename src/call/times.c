#include "call/times.h"

#include <math.h>

bool time_parse(Str text, double unit_ms, int64_t *ms) {
    WrittenTime time;
    TimeStyle style = time_style(unit_ms);
    *ms = NO_TIME;
    return written_time_parse(text, &time) &&
           written_time_read(&time, &style, ms) == TIME_READ;
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
    text = str_trim(text);
    *ms = NO_TIME;
    if (!text.len) return true;
    if (!byte_is_digit(text.ptr[text.len - 1])) return duration_parse(text, ms);
    return time_parse(text, unit_ms > 0 ? unit_ms : 1000, ms) && *ms < EPOCH_FIRST_MS;
}

static int64_t earliest_moment(const Call *call) {
    int64_t earliest = NO_TIME;
    vec_each(const Turn, turn, &call->turns) {
        int64_t ms = turn->start_ms == NO_TIME ? turn->end_ms : turn->start_ms;
        if (ms >= EPOCH_FIRST_MS && (earliest == NO_TIME || ms < earliest)) earliest = ms;
    }
    return earliest;
}

// Whether only one of the call's start and its turns says its zone, so that hours between
// them mean nothing.
static bool zones_differ(const Call *call) {
    return ((call->times & STARTED_ZONED) && (call->times & TIMES_LOCAL)) ||
           ((call->times & STARTED_LOCAL) && (call->times & TIMES_ZONED));
}

void times_settle(Call *call) {
    enum { QUARTER_MS = 900000 }; // zones differ by whole ones
    int64_t earliest = earliest_moment(call), base = earliest;
    if (earliest == NO_TIME) return;
    if (call->started_at == NO_TIME) call->started_at = earliest;
    bool far = zones_differ(call) && earliest - call->started_at >= QUARTER_MS;
    if (call->started_at <= earliest && !far) base = call->started_at;
    vec_each(Turn, turn, &call->turns) {
        if (turn->start_ms >= EPOCH_FIRST_MS) turn->start_ms -= base;
        if (turn->end_ms >= EPOCH_FIRST_MS) turn->end_ms -= base;
    }
}

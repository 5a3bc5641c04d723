#include "detect/speech.h"

#include <stdlib.h>

static int compare_starts(const void *a, const void *b) {
    const Speech *x = a, *y = b;
    if (x->start_ms != y->start_ms) return x->start_ms < y->start_ms ? -1 : 1;
    return x->turn < y->turn ? -1 : 1;
}

static bool is_timed(const Turn *turn) {
    return turn->start_ms != NO_TIME && turn->end_ms != NO_TIME;
}

// Why there is nothing to measure; `untimed` is the first turn without its times.
static Str explain(const DetectInput *in, size_t timed, const Turn *untimed) {
    if (!untimed) return STR("nobody said anything");
    if (!timed) return STR("the call does not say when turns start and end");
    uint32_t turn = (uint32_t)(untimed - in->call->turns.items) + 1;
    return str_format(in->scratch, "turn %u has no start or no end", turn);
}

bool speeches_read(const DetectInput *in, Speeches *speeches, Finding *out) {
    const Turn *untimed = NULL;
    vec_each(const Turn, turn, &in->call->turns) {
        if (turn->role == ROLE_SYSTEM) continue;
        uint32_t number = (uint32_t)(turn - in->call->turns.items);
        if (is_timed(turn))
            *vec_push(in->scratch, speeches) =
                (Speech){number, turn->role, turn->start_ms, turn->end_ms};
        else if (!untimed)
            untimed = turn;
    }
    if (untimed || !speeches->len) {
        out->why = explain(in, speeches->len, untimed);
        return false;
    }
    qsort(speeches->items, speeches->len, sizeof *speeches->items, compare_starts);
    return true;
}

int64_t speech_length(const Speech *speech) { return speech->end_ms - speech->start_ms; }

void speech_cite(const DetectInput *in, Finding *out, const Speech *speech) {
    size_t length = in->call->turns.items[speech->turn].text.len;
    finding_add(in, out, speech->turn, 0, (uint32_t)length);
}

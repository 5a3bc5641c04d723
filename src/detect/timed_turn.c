#include "detect/timed_turn.h"

#include <stdlib.h>

static int compare_starts(const void *a, const void *b) {
    const TimedTurn *x = a, *y = b;
    if (x->start_ms != y->start_ms) return x->start_ms < y->start_ms ? -1 : 1;
    return x->number < y->number ? -1 : 1;
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

bool timed_turns_read(const DetectInput *in, TimedTurns *turns, Finding *out) {
    const Turn *untimed = NULL;
    vec_each(const Turn, turn, &in->call->turns) {
        if (turn->role == ROLE_SYSTEM) continue;
        uint32_t number = (uint32_t)(turn - in->call->turns.items);
        if (is_timed(turn))
            *vec_push(in->scratch, turns) =
                (TimedTurn){number, turn->role, turn->start_ms, turn->end_ms};
        else if (!untimed)
            untimed = turn;
    }
    if (untimed || !turns->len) {
        out->why = explain(in, turns->len, untimed);
        return false;
    }
    qsort(turns->items, turns->len, sizeof *turns->items, compare_starts);
    return true;
}

int64_t timed_turn_length(const TimedTurn *turn) { return turn->end_ms - turn->start_ms; }

void timed_turn_cite(const DetectInput *in, Finding *out, const TimedTurn *turn) {
    size_t length = in->call->turns.items[turn->number].text.len;
    finding_add(in, out, turn->number, 0, (uint32_t)length);
}

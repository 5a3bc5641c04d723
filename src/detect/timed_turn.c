#include "detect/timed_turn.h"

#include <stdlib.h>

static int compare_starts(const void *a, const void *b) {
    const TimedTurn *x = a, *y = b;
    if (x->start_ms != y->start_ms) return x->start_ms < y->start_ms ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}

// Why there is nothing to measure; `untimed` is the first turn without its times.
static Str explain(const DetectInput *in, size_t timed, const Turn *untimed) {
    if (!untimed) return STR("nobody said anything");
    if (!timed) return STR("the call does not say when turns start and end");
    uint32_t turn = (uint32_t)(untimed - in->joined.written->turns.items) + 1;
    return str_format(in->scratch, "turn %u has no start or no end", turn);
}

// They only take time in this part of the call.
static void drop_elsewhere(const Call *call, TimedTurns *turns) {
    size_t kept = 0;
    bool away = false;
    vec_each(TimedTurn, turn, turns) {
        bool elsewhere = call->turns.items[turn->number].elsewhere;
        away |= elsewhere;
        turn->joins = away;
        away &= turn->role != ROLE_AGENT;
        if (!elsewhere) turns->items[kept++] = *turn;
    }
    turns->len = kept;
}

bool timed_turns_read(const DetectInput *in, TimedTurns *turns, Finding *out) {
    const Turn *untimed = NULL;
    const Call *call = in->joined.written;
    vec_each(const Turn, turn, &call->turns) {
        if (turn->role == ROLE_SYSTEM && !turn->elsewhere) continue;
        uint32_t number = (uint32_t)(turn - call->turns.items);
        if (turn->start_ms != NO_TIME && turn->end_ms != NO_TIME)
            *vec_push(in->scratch, turns) =
                (TimedTurn){number, turn->role, turn->start_ms, turn->end_ms, false};
        else if (!untimed)
            untimed = turn;
    }
    if (untimed || !turns->len) {
        out->why = explain(in, turns->len, untimed);
        return false;
    }
    qsort(turns->items, turns->len, sizeof *turns->items, compare_starts);
    drop_elsewhere(call, turns);
    if (!turns->len) out->why = STR("nobody said anything");
    return turns->len > 0;
}

int64_t timed_turn_length(const TimedTurn *turn) { return turn->end_ms - turn->start_ms; }

void timed_turn_cite(const DetectInput *in, Finding *out, const TimedTurn *turn) {
    finding_add_written(in, out, turn->number);
}

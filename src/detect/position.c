#include "detect/position.h"

#include "detect/hits.h"

bool position_before(const Evidence *a, const Evidence *b) {
    return a->turn < b->turn || (a->turn == b->turn && a->start < b->start);
}

int64_t turn_end(const Turn *turn) {
    return turn->end_ms != NO_TIME ? turn->end_ms : turn->start_ms;
}

// Whose turn it is that is not of this part of the call is not told.
static bool same_side(const Turn *a, const Turn *b) {
    return a->role == b->role && a->agent == b->agent && !a->elsewhere && !b->elsewhere &&
           (a->role != ROLE_UNKNOWN || str_eq(a->speaker, b->speaker));
}

const uint32_t *turns_counted(Arena *scratch, const Call *call, Role role) {
    uint32_t *counts = arena_array(scratch, uint32_t, call->turns.len), count = 0;
    const Turn *before = NULL;
    for (size_t t = 0; t < call->turns.len; t++) {
        const Turn *turn = &call->turns.items[t];
        bool speaks = turn->role != ROLE_SYSTEM || turn->elsewhere;
        if (speaks && !(before && same_side(before, turn)))
            count += role == ROLE_UNKNOWN || turn->role == role;
        if (speaks) before = turn;
        counts[t] = count;
    }
    return counts;
}

uint32_t turns_in_all(Arena *scratch, const Call *call, Role role) {
    size_t len = call->turns.len;
    return len ? turns_counted(scratch, call, role)[len - 1] : 0;
}

Ruler ruler_make(Arena *scratch, const Call *call, Distance within, Role role) {
    Ruler ruler = {.call = call, .within = within};
    if (within.unit == UNIT_TURNS) ruler.counts = turns_counted(scratch, call, role);
    return ruler;
}

int64_t ruler_place(const Ruler *ruler, const Evidence *later) {
    if (ruler->within.unit == UNIT_NONE) return 0;
    return ruler->counts ? ruler->counts[later->turn]
                         : ruler->call->turns.items[later->turn].start_ms;
}

int64_t ruler_reach(const Ruler *ruler, const Evidence *earlier) {
    if (ruler->within.unit == UNIT_NONE) return 0;
    int64_t from = ruler->counts ? ruler->counts[earlier->turn]
                                 : turn_end(&ruler->call->turns.items[earlier->turn]);
    return from == NO_TIME ? NO_TIME : from + ruler->within.amount;
}

Nearness position_within(const Ruler *ruler, const Evidence *earlier,
                         const Evidence *later) {
    int64_t place = ruler_place(ruler, later), reach = ruler_reach(ruler, earlier);
    if (place == NO_TIME || reach == NO_TIME) return DISTANCE_UNKNOWN;
    return place <= reach ? DISTANCE_WITHIN : DISTANCE_FAR;
}

const uint32_t *turns_after(Arena *scratch, const Call *call, Role role) {
    uint32_t next = (uint32_t)call->turns.len;
    uint32_t *after = arena_array(scratch, uint32_t, next);
    for (uint32_t t = next; t-- > 0;) {
        after[t] = next;
        if (call->turns.items[t].role == role) next = t;
    }
    return after;
}

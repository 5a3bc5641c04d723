#include "detect/position.h"

#include "detect/hits.h"

#include <string.h>

int64_t turn_end(const Turn *turn) {
    return turn->end_ms != NO_TIME ? turn->end_ms : turn->start_ms;
}

// Counts as they go from turn to turn: of each role, and of anybody as of ROLE_UNKNOWN.
typedef struct {
    uint32_t counts[ROLE_COUNT];
    const Turn *before; // the last of those who speak; NULL: nobody has
} TurnCount;

static void count_turn(TurnCount *counted, const Turn *turn) {
    if (turn_parts_none(turn)) return;
    bool begins = !(counted->before && turns_join(counted->before, turn));
    counted->counts[ROLE_UNKNOWN] += begins;
    if (turn->role != ROLE_UNKNOWN) counted->counts[turn->role] += begins;
    counted->before = turn;
}

// Of all roles at once, since most calls are asked for all.
static void count_turns(Arena *scratch, const Call *call,
                        const uint32_t *counts[ROLE_COUNT]) {
    size_t count = call->turns.len;
    uint32_t *all = arena_array(scratch, uint32_t, ROLE_COUNT * count);
    TurnCount counted = {0};
    for (size_t role = 0; role < ROLE_COUNT; role++) counts[role] = all + role * count;
    for (size_t t = 0; t < count; t++) {
        count_turn(&counted, &call->turns.items[t]);
        for (size_t role = 0; role < ROLE_COUNT; role++)
            all[role * count + t] = counted.counts[role];
    }
}

const uint32_t *turns_counted(Arena *scratch, const Call *call, Role role) {
    const uint32_t *counts[ROLE_COUNT];
    count_turns(scratch, call, counts);
    return counts[role];
}

uint32_t turns_in_all(const Call *call, Role role) {
    TurnCount counted = {0};
    vec_each(const Turn, turn, &call->turns) count_turn(&counted, turn);
    return counted.counts[role];
}

const uint32_t *turn_counts(const DetectInput *in, Role role) {
    const uint32_t **counts = in->numbers->counts;
    if (!counts[role]) count_turns(in->scratch, in->call, counts);
    return counts[role];
}

Ruler ruler_make(const DetectInput *in, Distance within, Role role) {
    Ruler ruler = {.joined = &in->joined, .within = within};
    if (within.unit == UNIT_TURNS) ruler.counts = turn_counts(in, role);
    return ruler;
}

static const Turn *written_turn(const Ruler *ruler, const Evidence *evidence) {
    TurnSpan heard = {evidence->turn, evidence->start, evidence->end};
    uint32_t turn = joined_written(ruler->joined, heard).turn;
    return &ruler->joined->written->turns.items[turn];
}

int64_t ruler_place(const Ruler *ruler, const Evidence *later) {
    if (ruler->within.unit == UNIT_NONE) return 0;
    return ruler->counts ? ruler->counts[later->turn]
                         : written_turn(ruler, later)->start_ms;
}

int64_t ruler_reach(const Ruler *ruler, const Evidence *earlier) {
    if (ruler->within.unit == UNIT_NONE) return 0;
    int64_t from = ruler->counts ? ruler->counts[earlier->turn]
                                 : turn_end(written_turn(ruler, earlier));
    return from == NO_TIME ? NO_TIME : from + ruler->within.amount;
}

Nearness position_within(const Ruler *ruler, const Evidence *earlier,
                         const Evidence *later) {
    return position_near(ruler_place(ruler, later), ruler_reach(ruler, earlier));
}

const uint32_t *turns_after(const DetectInput *in, Role role) {
    const Call *call = in->call;
    uint32_t next = (uint32_t)call->turns.len, *after;
    if (in->numbers->after[role]) return in->numbers->after[role];
    after = arena_array(in->scratch, uint32_t, next);
    for (uint32_t t = next; t-- > 0;) {
        after[t] = next;
        if (call->turns.items[t].role == role) next = t;
    }
    return in->numbers->after[role] = after;
}

// Between so many that are not marked, on either side: lists that begin or end with
// turns that are marked all begin somewhere in it.
static const bool *turn_marks(const DetectInput *in) {
    size_t count = in->call->turns.len;
    if (in->numbers->marks) return in->numbers->marks;
    bool *marks = arena_array(in->scratch, bool, 3 * count);
    memset(marks + count, true, count);
    return in->numbers->marks = marks;
}

const bool *turns_before(const DetectInput *in, uint32_t end) {
    return turn_marks(in) + 2 * in->call->turns.len - end;
}

const bool *turns_from(const DetectInput *in, uint32_t first) {
    return turn_marks(in) + in->call->turns.len - first;
}

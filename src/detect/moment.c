#include "detect/moment.h"

bool moment_before(const Evidence *a, const Evidence *b) {
    return a->turn < b->turn || (a->turn == b->turn && a->start < b->start);
}

int64_t moment_end(const Turn *turn) {
    return turn->end_ms != NO_TIME ? turn->end_ms : turn->start_ms;
}

static int64_t turns_between(const Call *call, uint32_t from, uint32_t to, Role role) {
    int64_t count = 0;
    for (uint32_t t = from + 1; t <= to; t++)
        count += role == ROLE_UNKNOWN ? call->turns.items[t].role != ROLE_SYSTEM
                                      : call->turns.items[t].role == role;
    return count;
}

Nearness moment_within(const Call *call, const Evidence *earlier, const Evidence *later,
                       Distance distance, Role role) {
    if (distance.unit == UNIT_NONE) return DISTANCE_WITHIN;
    if (distance.unit == UNIT_TURNS) {
        int64_t turns = turns_between(call, earlier->turn, later->turn, role);
        return turns <= distance.amount ? DISTANCE_WITHIN : DISTANCE_FAR;
    }
    int64_t from = moment_end(&call->turns.items[earlier->turn]);
    int64_t to = call->turns.items[later->turn].start_ms;
    if (from == NO_TIME || to == NO_TIME) return DISTANCE_UNKNOWN;
    return to - from <= distance.amount ? DISTANCE_WITHIN : DISTANCE_FAR;
}

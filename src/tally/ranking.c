#include "tally/ranking.h"

static Reliability find_reliability(Arena *arena, const Standing *agents, size_t count) {
    Sums *known = arena_array(arena, Sums, count);
    size_t len = 0;
    for (size_t i = 0; i < count; i++)
        if (agents[i].agent.len) known[len++] = agents[i].score;
    return reliability_of(known, len);
}

static void shrink(const Reliability *reliability, double team, Standing *agent) {
    Estimate own = sums_estimate(&agent->score);
    agent->has_shrunken = reliability->known && agent->agent.len && own.has_mean;
    if (!agent->has_shrunken) return;
    double kept = reliability_at(reliability, (double)own.count);
    agent->shrunken = team + kept * (own.mean - team);
}

Position position_of(const Estimate *own, double team) {
    if (team < own->low) return POSITION_ABOVE;
    return team > own->high ? POSITION_BELOW : POSITION_NOT_TOLD;
}

static void place(double team, uint32_t min_calls, Standing *agent) {
    Estimate own = sums_estimate(&agent->score);
    agent->compared = agent->agent.len && own.has_interval && own.count >= min_calls;
    agent->position = position_of(&own, team);
}

static int compare(bool has_ranks, const Standing *x, const Standing *y) {
    if (x->compared != y->compared) return x->compared ? -1 : 1;
    if (x->compared && has_ranks) {
        if (x->shrunken > y->shrunken || x->shrunken < y->shrunken)
            return x->shrunken < y->shrunken ? -1 : 1;
    } else if (x->compared && x->position != y->position) {
        return x->position > y->position ? -1 : 1;
    }
    return str_cmp(x->agent, y->agent);
}

// By insertion: the list is short, and the order total.
static void list_agent(const Ranking *ranking, const Standing *agents, uint32_t number) {
    uint32_t *order = ranking->order, at = number;
    for (; at > 0; at--) {
        if (compare(ranking->has_ranks, &agents[number], &agents[order[at - 1]]) > 0)
            break;
        order[at] = order[at - 1];
    }
    order[at] = number;
}

// The ranks an agent may have: those whose whole interval is above come before, those
// whose whole interval is below come after, with the rest it may be anywhere. Shrinking
// may have moved it past one of them: its rank is among the ranks it may have all the
// same.
static void rank_agent(Standing *agents, const Estimate *estimates, size_t count,
                       size_t number) {
    Standing *agent = &agents[number];
    const Estimate *own = &estimates[number];
    uint32_t rank = 1, best = 1, worst = 0;
    for (size_t i = 0; i < count; i++) {
        if (!agents[i].compared) continue;
        rank += agents[i].shrunken > agent->shrunken;
        best += estimates[i].low > own->high;
        worst += estimates[i].high >= own->low;
    }
    agent->rank = rank;
    agent->rank_best = best < rank ? best : rank;
    agent->rank_worst = worst > rank ? worst : rank;
}

static void rank(Arena *arena, Standing *agents, size_t count) {
    Estimate *estimates = arena_array(arena, Estimate, count);
    for (size_t i = 0; i < count; i++) estimates[i] = sums_estimate(&agents[i].score);
    for (size_t i = 0; i < count; i++)
        if (agents[i].compared) rank_agent(agents, estimates, count, i);
}

Ranking ranking_make(Arena *arena, const Sums *team, uint32_t min_calls, Standing *agents,
                     size_t count) {
    Ranking out = {.reliability = find_reliability(arena, agents, count),
                   .order = arena_array(arena, uint32_t, count)};
    double mean = sums_estimate(team).mean;
    out.has_ranks =
        out.reliability.known && out.reliability.value >= RELIABILITY_OF_RANKS;
    for (size_t i = 0; i < count; i++) {
        shrink(&out.reliability, mean, &agents[i]);
        place(mean, min_calls, &agents[i]);
    }
    for (uint32_t i = 0; i < count; i++) list_agent(&out, agents, i);
    if (out.has_ranks) rank(arena, agents, count);
    return out;
}

#include "tally/tally.h"

#include "base/map.h"

#include <math.h>
#include <stdlib.h>

uint32_t verdicts_decided(const uint32_t verdicts[VERDICT_COUNT]) {
    return verdicts[VERDICT_MET] + verdicts[VERDICT_PARTLY] + verdicts[VERDICT_NOT_MET];
}

uint32_t criterion_index(const Rubric *rubric, Str id) {
    for (uint32_t i = 0; i < rubric->criteria.len; i++)
        if (str_eq(rubric->criteria.items[i].id, id)) return i;
    return UINT32_MAX;
}

uint32_t principle_index(const Rubric *rubric, Str id) {
    for (uint32_t i = 0; i < rubric->principles.len; i++)
        if (str_eq(rubric->principles.items[i].id, id)) return i;
    return UINT32_MAX;
}

static AgentTally new_tally(Arena *arena, const Rubric *rubric) {
    AgentTally tally = {.first_at = NO_TIME, .last_at = NO_TIME};
    tally.principles = arena_array(arena, Sums, rubric->principles.len);
    tally.verdicts =
        arena_alloc_array(arena, rubric->criteria.len, sizeof *tally.verdicts);
    tally.bands = arena_array(arena, uint32_t, rubric->score.bands.len);
    return tally;
}

static void add_period(AgentTally *tally, int64_t at) {
    if (at == NO_TIME) return;
    if (tally->first_at == NO_TIME || at < tally->first_at) tally->first_at = at;
    if (tally->last_at == NO_TIME || at > tally->last_at) tally->last_at = at;
}

static void add_band(const Rubric *rubric, AgentTally *tally, Str band) {
    for (size_t i = 0; i < rubric->score.bands.len; i++)
        if (str_eq(rubric->score.bands.items[i].name, band)) tally->bands[i]++;
}

static void add_scores(const Rubric *rubric, AgentTally *tally, const Scorecard *card) {
    if (card->score == NO_SCORE) return;
    tally->judged += card->judged;
    tally->judged_of += card->judged_of;
    sums_add(&tally->score, card->score);
    sums_add(&tally->compensatory, card->compensatory);
    add_band(rubric, tally, card->band);
    vec_each(const PrincipleScore, item, &card->principles) {
        uint32_t index = principle_index(rubric, item->id);
        if (index != UINT32_MAX && item->score != NO_SCORE)
            sums_add(&tally->principles[index], item->score);
    }
}

static bool has_floor_flag(const Scorecard *card) {
    vec_each(const Str, flag, &card->flags)
        if (str_starts(*flag, STR("floor:"))) return true;
    return false;
}

static int32_t floor_loss(const Rubric *rubric, const Scorecard *card) {
    int32_t over = card->uncapped - rubric->score.cap;
    return card->score != NO_SCORE && has_floor_flag(card) && over > 0 ? over : 0;
}

static void add_card(Arena *arena, const Rubric *rubric, AgentTally *tally,
                     const Scorecard *card) {
    *vec_push(arena, &tally->cards) = card;
    tally->below_floor += has_floor_flag(card);
    tally->floor_loss += floor_loss(rubric, card);
    tally->flagged += card->flags.len > 0;
    add_period(tally, card->started_at);
    add_scores(rubric, tally, card);
    vec_each(const Mark, mark, &card->marks) {
        uint32_t index = criterion_index(rubric, mark->criterion);
        if (index != UINT32_MAX) tally->verdicts[index][mark->verdict]++;
    }
}

// What becomes of a call, the best of its cards.
typedef enum { CALL_UNASSESSED, CALL_TOO_LITTLE, CALL_ASSESSED } CallState;

static CallState state_of(const Scorecard *card) {
    if (card->score != NO_SCORE) return CALL_ASSESSED;
    return card->too_little.len ? CALL_TOO_LITTLE : CALL_UNASSESSED;
}

static void count_call(AgentTally *tally, CallState state) {
    tally->calls++;
    tally->assessed += state == CALL_ASSESSED;
    tally->too_little += state == CALL_TOO_LITTLE;
}

// A call that several agents share is one of the team's.
static void count_team_calls(Arena *arena, const Scorecards *cards, AgentTally *team) {
    Map shared = {0}; // a call -> its number in `states`
    VEC(CallState) states = {0};
    vec_each(const Scorecard, card, cards) {
        CallState state = state_of(card);
        if (!card->part.of) {
            count_call(team, state);
            continue;
        }
        uint32_t next = (uint32_t)states.len;
        uint32_t number = map_add(arena, &shared, card->call, next);
        if (number == next)
            *vec_push(arena, &states) = state;
        else if (states.items && state > states.items[number])
            states.items[number] = state;
    }
    vec_each(const CallState, state, &states) count_call(team, *state);
}

static int compare_cards(const void *a, const void *b) {
    const Scorecard *x = *(const Scorecard *const *)a, *y = *(const Scorecard *const *)b;
    if (x->started_at != y->started_at) return x->started_at < y->started_at ? -1 : 1;
    int call = str_cmp(x->call, y->call);
    return call ? call
                : (x->part.number > y->part.number) - (x->part.number < y->part.number);
}

// Cards by time; the agent's name and team are those of the latest call that has them.
static void settle(AgentTally *tally) {
    if (tally->cards.len)
        qsort(tally->cards.items, tally->cards.len, sizeof *tally->cards.items,
              compare_cards);
    vec_each(const Scorecard *, card, &tally->cards) {
        if ((*card)->agent_name.len) tally->name = (*card)->agent_name;
        if ((*card)->team.len) tally->team = (*card)->team;
    }
}

static int compare_agents(const void *a, const void *b) {
    return str_cmp(((const AgentTally *)a)->agent, ((const AgentTally *)b)->agent);
}

static void split_agents(Arena *arena, const Scorecards *cards, Tally *out) {
    Map numbers = {0};
    vec_each(const Scorecard, card, cards) {
        Str id = scorecard_agent(card);
        uint32_t number = map_add(arena, &numbers, id, (uint32_t)out->agents.len);
        if (number == out->agents.len) {
            AgentTally *agent = vec_push(arena, &out->agents);
            *agent = new_tally(arena, out->rubric);
            agent->agent = id;
        }
        add_card(arena, out->rubric, &out->agents.items[number], card);
        count_call(&out->agents.items[number], state_of(card));
    }
    if (out->agents.len)
        qsort(out->agents.items, out->agents.len, sizeof *out->agents.items,
              compare_agents);
    vec_each(AgentTally, agent, &out->agents) settle(agent);
}

// Variance of one agent's mean, and the variance between agents' true means by the method
// of moments (C. N. Morris, "Parametric Empirical Bayes Inference", JASA 78, 1983).
typedef struct {
    double within, between, mean;
} Spread;

static double square(double x) { return x * x; }

static Spread team_spread(const Tally *tally) {
    double within = 0, freedom = 0, mean = 0, agents = 0, noise = 0, squares = 0;
    vec_each(const AgentTally, agent, &tally->agents) {
        Estimate e = sums_estimate(&agent->score);
        if (!e.has_interval) continue;
        within += square(e.spread) * (double)(e.count - 1);
        freedom += (double)(e.count - 1);
    }
    within = freedom > 0 ? within / freedom : 0;
    vec_each(const AgentTally, agent, &tally->agents) {
        Estimate e = sums_estimate(&agent->score);
        if (!e.has_mean) continue;
        mean += e.mean, squares += square(e.mean), noise += within / (double)e.count,
            agents++;
    }
    if (agents < 2) return (Spread){within, 0, agents > 0 ? mean / agents : 0};
    double variance = (squares - square(mean) / agents) / (agents - 1);
    return (Spread){within, fmax(0, variance - noise / agents), mean / agents};
}

static void find_reliability(Arena *arena, Tally *tally) {
    Sums *sums = arena_array(arena, Sums, tally->agents.len);
    size_t count = 0;
    vec_each(const AgentTally, agent, &tally->agents)
        if (agent->agent.len) sums[count++] = agent->score;
    tally->reliability = reliability_of(sums, count);
}

// Toward the mean of the agents' means, the more so the fewer calls an agent has.
static void shrink(Tally *tally) {
    Spread spread = team_spread(tally);
    vec_each(AgentTally, agent, &tally->agents) {
        Estimate e = sums_estimate(&agent->score);
        agent->shrunken = spread.mean;
        if (!e.has_mean) continue;
        double noise = spread.within / (double)e.count;
        double trust = spread.between > 0 ? spread.between / (spread.between + noise) : 0;
        agent->shrunken = spread.mean + trust * (e.mean - spread.mean);
    }
}

// By the shrunken estimate; where agents differ no more than by chance it is the same for
// all, and the plain mean decides.
static int compare_ranks(const AgentTally *x, const AgentTally *y) {
    if (x->ranked != y->ranked) return x->ranked ? -1 : 1;
    double a = x->shrunken, b = y->shrunken;
    if (!(a > b || a < b))
        a = sums_estimate(&x->score).mean, b = sums_estimate(&y->score).mean;
    if (a > b || a < b) return a > b ? -1 : 1;
    return str_cmp(x->agent, y->agent);
}

// Insertion into the ranking: the list is short, and the order total.
static void rank_agent(Arena *arena, Tally *tally, uint32_t number) {
    const AgentTally *agents = tally->agents.items;
    vec_push(arena, &tally->ranking);
    uint32_t *ranking = tally->ranking.items;
    size_t at = tally->ranking.len - 1;
    for (; at > 0 && compare_ranks(&agents[number], &agents[ranking[at - 1]]) < 0; at--)
        ranking[at] = ranking[at - 1];
    ranking[at] = number;
}

// The ranks an agent may have: those whose whole interval is above come before, those
// whose whole interval is below come after, with the rest it may be anywhere. Shrinking
// may have moved it past one of them: its rank is among the ranks it may have all the
// same.
static void bound_rank(Tally *tally, AgentTally *agent, uint32_t ranked) {
    Estimate own = sums_estimate(&agent->score), team = sums_estimate(&tally->team.score);
    uint32_t above = 0, below = 0;
    vec_each(const AgentTally, other, &tally->agents) {
        if (!other->ranked) continue;
        Estimate e = sums_estimate(&other->score);
        above += e.low > own.high;
        below += e.high < own.low;
    }
    agent->rank_best = above + 1 < agent->rank ? above + 1 : agent->rank;
    agent->rank_worst = ranked - below > agent->rank ? ranked - below : agent->rank;
    agent->distinguishable = team.mean < own.low || team.mean > own.high;
}

static void rank(Arena *arena, Tally *tally) {
    uint32_t ranked = 0;
    vec_each(AgentTally, agent, &tally->agents) {
        // Calls whose agent is not known may be anybody's.
        agent->ranked = agent->agent.len && agent->assessed > 1 &&
                        agent->assessed >= tally->rubric->score.min_calls;
        ranked += agent->ranked;
    }
    for (uint32_t i = 0; i < tally->agents.len; i++) rank_agent(arena, tally, i);
    for (uint32_t i = 0; i < ranked; i++) {
        AgentTally *agent = &tally->agents.items[tally->ranking.items[i]];
        agent->rank = i + 1;
        bound_rank(tally, agent, ranked);
    }
}

void tally_make(Arena *arena, const Rubric *rubric, const Scorecards *cards, Tally *out) {
    *out = (Tally){.rubric = rubric, .team = new_tally(arena, rubric)};
    vec_each(const Scorecard, card, cards) add_card(arena, rubric, &out->team, card);
    count_team_calls(arena, cards, &out->team);
    settle(&out->team);
    split_agents(arena, cards, out);
    find_reliability(arena, out);
    shrink(out);
    rank(arena, out);
    measures_make(arena, rubric, cards, &out->measures);
}

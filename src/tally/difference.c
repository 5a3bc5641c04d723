#include "tally/difference.h"

#include "tally/gains.h"
#include "tally/turn_kind.h"

#include <math.h>
#include <stdlib.h>

// ---- Chance

// lgamma() keeps the sign in a place that all threads share.
static double log_factorial(uint32_t n) {
    int sign;
    return lgamma_r((double)n + 1, &sign);
}

static double log_choose(uint32_t n, uint32_t k) {
    return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

// That just k are good.
static double chance_of_draw(uint32_t k, uint32_t drawn, uint32_t good, uint32_t all) {
    return exp(log_choose(good, k) + log_choose(all - good, drawn - k) -
               log_choose(all, drawn));
}

double chance_at_most(uint32_t most, uint32_t drawn, uint32_t good, uint32_t all) {
    uint32_t bad = all - good, least = drawn > bad ? drawn - bad : 0;
    double sum = 0;
    for (uint32_t k = least; k <= most && k <= good && k <= drawn; k++)
        sum += chance_of_draw(k, drawn, good, all);
    return fmin(sum, 1);
}

// ---- Calls that are compared

// Calls of one kind: the agent's, and those of all.
typedef struct {
    const uint32_t *own, *team; // by verdict
} Stratum;

typedef struct {
    Stratum items[OPENING_COUNT];
    size_t len;
} Strata;

static const Criterion *criterion_of(const Tally *tally, uint32_t criterion) {
    return &tally->rubric->criteria.items[criterion];
}

// All in one, but for what is asked of first turns.
static Strata strata_of(const Tally *tally, const AgentTally *agent, uint32_t i) {
    bool by_opening =
        rule_is_of_edge(tally->rubric, criterion_of(tally, i)->met, WINDOW_FIRST);
    if (!by_opening) return (Strata){{{agent->verdicts[i], tally->team.verdicts[i]}}, 1};
    Strata strata = {.len = OPENING_COUNT};
    for (size_t o = 0; o < OPENING_COUNT; o++)
        strata.items[o] = (Stratum){agent->opened[i][o], tally->team.opened[i][o]};
    return strata;
}

// The points of decided calls.
static Sums points_of(const Criterion *criterion,
                      const uint32_t verdicts[VERDICT_COUNT]) {
    int64_t met = verdicts[VERDICT_MET], partly = verdicts[VERDICT_PARTLY];
    int64_t points = criterion->partly_points;
    return (Sums){.count = verdicts_decided(verdicts),
                  .sum = met * 1000 + partly * points,
                  .squares = met * 1000000 + partly * points * points};
}

static double mean_points(const Sums *sums) {
    return sums->count ? (double)sums->sum / (double)sums->count / 1000 : 0;
}

static Sums others_points(const Criterion *criterion, const Stratum *stratum) {
    Sums own = points_of(criterion, stratum->own);
    Sums all = points_of(criterion, stratum->team);
    return (Sums){.count = all.count - own.count, .sum = all.sum - own.sum};
}

// ---- One criterion

// What is kept of a difference in so many calls, as in ranking.h. Where it cannot be told
// how much is luck, nothing is taken off.
static double kept(Arena *arena, const Tally *tally, uint32_t criterion, int64_t calls) {
    Sums *agents = arena_array(arena, Sums, tally->agents.len);
    for (size_t i = 0; i < tally->agents.len; i++)
        agents[i] = points_of(criterion_of(tally, criterion),
                              tally->agents.items[i].verdicts[criterion]);
    Reliability found = reliability_of(agents, tally->agents.len);
    return found.known ? reliability_at(&found, (double)calls) : 1;
}

// Where nobody else had such calls, they differ in nothing.
static double shrunk_behind(Arena *arena, const Tally *tally, const AgentTally *agent,
                            uint32_t i) {
    Strata strata = strata_of(tally, agent, i);
    double behind = 0;
    int64_t calls = verdicts_decided(agent->verdicts[i]);
    for (size_t s = 0; s < strata.len; s++) {
        Sums own = points_of(criterion_of(tally, i), strata.items[s].own);
        Sums others = others_points(criterion_of(tally, i), &strata.items[s]);
        if (own.count && others.count)
            behind += (double)own.count / (double)calls *
                      (mean_points(&others) - mean_points(&own));
    }
    return behind * kept(arena, tally, i, calls);
}

static double share_met(uint32_t met, uint32_t decided) {
    return decided ? (double)met / decided : 0;
}

// What the others' share of met would be in calls like the agent's.
static double others_share(const Strata *strata) {
    double met = 0;
    uint32_t calls = 0;
    for (size_t s = 0; s < strata->len; s++) {
        const uint32_t *own = strata->items[s].own, *team = strata->items[s].team;
        uint32_t decided = verdicts_decided(own);
        uint32_t others = verdicts_decided(team) - decided;
        calls += decided;
        met += decided * (others ? share_met(team[VERDICT_MET] - own[VERDICT_MET], others)
                                 : share_met(own[VERDICT_MET], decided));
    }
    return calls ? met / calls : 0;
}

static Difference compare(const Tally *tally, const AgentTally *agent, uint32_t i) {
    const uint32_t *own = agent->verdicts[i], *team = tally->team.verdicts[i];
    Strata strata = strata_of(tally, agent, i);
    Difference out = {
        .criterion = i, .decided = verdicts_decided(own), .met = own[VERDICT_MET]};
    out.others_decided = verdicts_decided(team) - out.decided;
    out.others_met = team[VERDICT_MET] - out.met;
    out.by_opening = strata.len > 1;
    out.own = proportion_of(out.met, out.decided);
    out.others = others_share(&strata);
    return out;
}

// ---- All of them

// The chances of how many come of draws, from none to as many as are asked for.
typedef struct {
    double *of;
    uint32_t drawn; // no more can come
} Draws;

// Draws from one stratum more.
static void add_draws(Arena *arena, const Stratum *stratum, bool ahead, uint32_t most,
                      Draws *draws) {
    double *chances = arena_array(arena, double, most + 1);
    uint32_t drawn = verdicts_decided(stratum->own);
    uint32_t all = verdicts_decided(stratum->team), good = stratum->team[VERDICT_MET];
    if (ahead) good = all - good;
    for (uint32_t k = 0; k <= most && k <= drawn && k <= good; k++) {
        if (drawn - k > all - good) continue;
        double chance = chance_of_draw(k, drawn, good, all);
        for (uint32_t i = 0; i + k <= most && i <= draws->drawn; i++)
            chances[i + k] += draws->of[i] * chance;
    }
    *draws = (Draws){chances, draws->drawn + drawn};
}

// That so few are met or, of those ahead, so few are missed, were the agent's calls drawn
// from those of all.
static double chance_of(Arena *arena, const Strata *strata, const Difference *item,
                        bool ahead) {
    uint32_t most = ahead ? item->decided - item->met : item->met;
    Draws draws = {.of = arena_array(arena, double, most + 1)};
    double sum = 0;
    draws.of[0] = 1;
    for (size_t s = 0; s < strata->len; s++)
        add_draws(arena, &strata->items[s], ahead, most, &draws);
    for (uint32_t i = 0; i <= most; i++) sum += draws.of[i];
    return fmin(sum, 1);
}

static bool is_apart(const Difference *item, bool ahead) {
    return ahead ? item->own.low > item->others : item->own.high < item->others;
}

static int compare_chances(const void *a, const void *b) {
    const Difference *x = a, *y = b;
    if (x->chance < y->chance || x->chance > y->chance)
        return x->chance < y->chance ? -1 : 1;
    return (x->criterion > y->criterion) - (x->criterion < y->criterion);
}

// Leaves those that are no chance: by Holm, the least chance is held against 5 % shared
// among all, the next one against 5 % shared among the rest, until one is too large.
static void keep_certain(Differences *list, bool ahead) {
    const double CHANCE = 0.05;
    size_t looked_at = list->len, certain = 0;
    if (list->len) qsort(list->items, list->len, sizeof *list->items, compare_chances);
    list->len = 0;
    while (certain < looked_at &&
           list->items[certain].chance <= CHANCE / (double)(looked_at - certain))
        certain++;
    for (size_t i = 0; i < certain; i++)
        if (is_apart(&list->items[i], ahead)) list->items[list->len++] = list->items[i];
}

static Differences certain(Arena *arena, const Tally *tally, const AgentTally *agent,
                           bool ahead) {
    Differences list = {0};
    uint32_t min_calls = tally->rubric->score.min_calls;
    for (uint32_t i = 0; i < tally->rubric->criteria.len; i++) {
        Difference item = compare(tally, agent, i);
        bool looked_at = item.decided && item.decided >= min_calls &&
                         item.others_decided && !criterion_of(tally, i)->uncounted.len;
        if (!looked_at) continue;
        Strata strata = strata_of(tally, agent, i);
        item.chance = chance_of(arena, &strata, &item, ahead);
        *vec_push(arena, &list) = item;
    }
    keep_certain(&list, ahead);
    vec_each(Difference, item, &list)
        item->behind = shrunk_behind(arena, tally, agent, item->criterion);
    return list;
}

static int compare_behind(const void *a, const void *b) {
    const Difference *x = a, *y = b;
    if (x->behind < y->behind || x->behind > y->behind)
        return x->behind < y->behind ? -1 : 1;
    return compare_chances(a, b);
}

static int compare_worth(const void *a, const void *b) {
    const Difference *x = a, *y = b;
    if (x->worth < y->worth || x->worth > y->worth) return x->worth > y->worth ? -1 : 1;
    return compare_chances(a, b);
}

Differences differences_ahead(Arena *arena, const Tally *tally, const AgentTally *agent) {
    Differences list = certain(arena, tally, agent, true);
    if (list.len) qsort(list.items, list.len, sizeof *list.items, compare_behind);
    return list;
}

// Of what all misses cost, the part that goes back to being behind.
static double worth_of(const Tally *tally, const AgentTally *agent,
                       const Difference *item, const double *gains) {
    Sums own =
        points_of(criterion_of(tally, item->criterion), agent->verdicts[item->criterion]);
    double missed = 1 - mean_points(&own);
    return missed > 0 ? gains[item->criterion] * item->behind / missed : 0;
}

Differences differences_behind(Arena *arena, const Tally *tally,
                               const AgentTally *agent) {
    Differences list = certain(arena, tally, agent, false);
    if (!list.len) return list;
    double *gains = arena_array(arena, double, tally->rubric->criteria.len);
    coaching_gains(tally->rubric, agent, gains);
    vec_each(Difference, item, &list) item->worth = worth_of(tally, agent, item, gains);
    qsort(list.items, list.len, sizeof *list.items, compare_worth);
    while (list.len && !(list.items[list.len - 1].worth > 0)) list.len--;
    return list;
}

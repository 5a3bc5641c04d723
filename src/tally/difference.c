#include "tally/difference.h"

#include "tally/gains.h"

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

double chance_at_most(uint32_t most, uint32_t drawn, uint32_t good, uint32_t all) {
    uint32_t bad = all - good, least = drawn > bad ? drawn - bad : 0;
    double sum = 0, ways = log_choose(all, drawn);
    for (uint32_t k = least; k <= most && k <= good && k <= drawn; k++)
        sum += exp(log_choose(good, k) + log_choose(bad, drawn - k) - ways);
    return fmin(sum, 1);
}

// ---- One criterion

static const Criterion *criterion_of(const Tally *tally, uint32_t criterion) {
    return &tally->rubric->criteria.items[criterion];
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

static double shrunk_behind(Arena *arena, const Tally *tally, const AgentTally *agent,
                            uint32_t i) {
    Sums own = points_of(criterion_of(tally, i), agent->verdicts[i]);
    Sums all = points_of(criterion_of(tally, i), tally->team.verdicts[i]);
    Sums others = {.count = all.count - own.count, .sum = all.sum - own.sum};
    double behind = mean_points(&others) - mean_points(&own);
    return behind * kept(arena, tally, i, own.count);
}

static Difference compare(const Tally *tally, const AgentTally *agent, uint32_t i) {
    const uint32_t *own = agent->verdicts[i], *team = tally->team.verdicts[i];
    Difference out = {
        .criterion = i, .decided = verdicts_decided(own), .met = own[VERDICT_MET]};
    out.others_decided = verdicts_decided(team) - out.decided;
    out.others_met = team[VERDICT_MET] - out.met;
    out.own = proportion_of(out.met, out.decided);
    out.others = proportion_of(out.others_met, out.others_decided).value;
    return out;
}

// ---- All of them

static double chance_of(const Difference *item, bool ahead) {
    uint32_t good = item->met + item->others_met;
    uint32_t all = item->decided + item->others_decided;
    if (!ahead) return chance_at_most(item->met, item->decided, good, all);
    return chance_at_most(item->decided - item->met, item->decided, all - good, all);
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
        item.chance = chance_of(&item, ahead);
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

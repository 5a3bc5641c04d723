#include "tally/measures.h"

#include "base/map.h"
#include "score/card_value.h"
#include "tally/statistics.h"

#include <math.h>
#include <stdlib.h>

typedef VEC(int64_t) Values;

// The values of one channel.
typedef struct {
    Str name;
    Values values;
} Channel;

// A group's values, all together and apart by channel.
typedef struct {
    Values all;
    Map numbers;
    VEC(Channel) channels;
} Samples;

static int compare_values(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static Values *values_of(Arena *arena, Samples *samples, Str channel) {
    uint32_t next = (uint32_t)samples->channels.len;
    uint32_t number = map_add(arena, &samples->numbers, channel, next);
    if (number == next) *vec_push(arena, &samples->channels) = (Channel){.name = channel};
    return &samples->channels.items[number].values;
}

static void add_sample(Arena *arena, Samples *samples, const Scorecard *card,
                       int64_t value) {
    *vec_push(arena, &samples->all) = value;
    if (card->channel.len)
        *vec_push(arena, values_of(arena, samples, card->channel)) = value;
}

// ---- The statistics

// Where nothing is below zero nothing is taken to be: counts and times are not.
static Bounds bounds_of(ValueUnit unit, int64_t least) {
    if (unit == UNIT_OF_SCORE) return (Bounds){0, 100};
    return (Bounds){least < 0 ? -INFINITY : 0, INFINITY};
}

static double median(const Values *sorted) {
    const int64_t *middle = &sorted->items[sorted->len / 2];
    return (double)(sorted->len % 2 ? 2 * middle[0] : middle[-1] + middle[0]) / 2000;
}

// By the nearest rank: the ninth of ten, the tenth of eleven.
static double p90(const Values *sorted) {
    size_t rank = (sorted->len * 9 + 9) / 10;
    return (double)sorted->items[rank - 1] / 1000;
}

static bool is_within(double value, const Target *target) {
    return target->least <= value && value <= target->most;
}

static double share_within(const Values *values, const Target *target) {
    size_t within = 0;
    vec_each(const int64_t, value, values)
        within += is_within((double)*value / 1000, target);
    return 100 * (double)within / (double)values->len;
}

static double mean(const Values *values) {
    int64_t sum = 0;
    vec_each(const int64_t, value, values) sum += *value;
    return (double)sum / (double)values->len / 1000;
}

// Between the means of channels that have enough calls; false when two have not.
static bool gap(const Samples *samples, uint32_t min_calls, double *value) {
    double least = INFINITY, most = -INFINITY;
    size_t enough = 0;
    vec_each(const Channel, channel, &samples->channels) {
        if (channel->values.len < min_calls) continue;
        least = fmin(least, mean(&channel->values));
        most = fmax(most, mean(&channel->values));
        enough++;
    }
    *value = most - least;
    return enough > 1;
}

static void put_mean(const Estimate *estimate, MeasureGroup *group) {
    group->value = estimate->mean;
    group->has_interval = estimate->has_interval;
    group->low = estimate->low;
    group->high = estimate->high;
}

// Of a group with at least one value.
static void sum_up(const Measure *measure, const Samples *samples, MeasureGroup *group) {
    const Values *sorted = &samples->all;
    Bounds bounds = bounds_of(measure->unit, sorted->items[0]);
    Estimate estimate = values_estimate(sorted->items, sorted->len, bounds);
    group->has_value = true;
    switch (measure->stat) {
    case STAT_MEAN: put_mean(&estimate, group); break;
    case STAT_MEDIAN: group->value = median(sorted); break;
    case STAT_P90: group->value = p90(sorted); break;
    case STAT_MAX: group->value = (double)sorted->items[sorted->len - 1] / 1000; break;
    case STAT_SPREAD:
        group->value = estimate.spread;
        group->has_value = sorted->len > 1;
        break;
    case STAT_SHARE: group->value = share_within(sorted, &measure->target); break;
    case STAT_GAP:
        group->has_value = gap(samples, measure->min_calls, &group->value);
        break;
    }
}

// ---- The target

// A mean is said to be in or out of a range only when its whole interval is.
static Reached judge_mean(const Target *target, const MeasureGroup *group) {
    if (!group->has_interval) return REACHED_UNCERTAIN;
    if (target->least <= group->low && group->high <= target->most) return REACHED_MET;
    bool out = group->high < target->least || target->most < group->low;
    return out ? REACHED_MISSED : REACHED_UNCERTAIN;
}

static Reached judge(const Measure *measure, const MeasureGroup *group) {
    const Target *target = &measure->target;
    bool nobody = measure->by == BY_AGENT && !group->name.len;
    if (!group->has_value || group->known < measure->min_calls) return REACHED_TOO_FEW;
    if (!measure->has_target || nobody) return REACHED_NOT_JUDGED;
    if (measure->stat == STAT_MEAN) return judge_mean(target, group);
    bool met = measure->stat == STAT_SHARE ? group->value >= target->share
                                           : is_within(group->value, target);
    return met ? REACHED_MET : REACHED_MISSED;
}

// ---- The groups

typedef struct {
    Arena *arena;
    MeasureTally *out;
    Map numbers;          // of groups, by name
    VEC(Samples) samples; // one a group
} Grouping;

static Str group_name(MeasureBy by, const Scorecard *card) {
    switch (by) {
    case BY_TEAM: return card->team;
    case BY_AGENT: return scorecard_agent(card);
    case BY_CHANNEL: return card->channel;
    case BY_ALL: break;
    }
    return (Str){0};
}

static uint32_t find_group(Grouping *grouping, Str name) {
    uint32_t next = (uint32_t)grouping->out->groups.len;
    uint32_t number = map_add(grouping->arena, &grouping->numbers, name, next);
    if (number != next) return number;
    *vec_push(grouping->arena, &grouping->out->groups) = (MeasureGroup){.name = name};
    *vec_push(grouping->arena, &grouping->samples) = (Samples){0};
    return number;
}

static void add_card(Grouping *grouping, const Scorecard *card) {
    const Measure *measure = grouping->out->measure;
    if (measure->channels.len && !texts_have(&measure->channels, card->channel)) return;
    uint32_t number = find_group(grouping, group_name(measure->by, card));
    MeasureGroup *group = &grouping->out->groups.items[number];
    int64_t value = card_value(card, measure);
    group->calls++;
    if (value == NO_VALUE) return;
    group->known++;
    add_sample(grouping->arena, &grouping->samples.items[number], card, value);
}

static void finish_group(const Measure *measure, Samples *samples, MeasureGroup *group) {
    if (samples->all.len) {
        qsort(samples->all.items, samples->all.len, sizeof *samples->all.items,
              compare_values);
        sum_up(measure, samples, group);
    }
    group->reached = judge(measure, group);
}

static int compare_groups(const void *a, const void *b) {
    return str_cmp(((const MeasureGroup *)a)->name, ((const MeasureGroup *)b)->name);
}

static MeasureTally make(Arena *arena, const Measure *measure, const Scorecards *cards) {
    MeasureTally out = {.measure = measure};
    Grouping grouping = {.arena = arena, .out = &out};
    if (measure->by == BY_ALL) find_group(&grouping, (Str){0});
    vec_each(const Scorecard, card, cards) add_card(&grouping, card);
    for (size_t i = 0; i < out.groups.len; i++)
        finish_group(measure, &grouping.samples.items[i], &out.groups.items[i]);
    if (out.groups.len)
        qsort(out.groups.items, out.groups.len, sizeof *out.groups.items, compare_groups);
    return out;
}

void measures_make(Arena *arena, const Rubric *rubric, const Scorecards *cards,
                   MeasureTallies *out) {
    vec_each(const Measure, measure, &rubric->measures)
        *vec_push(arena, out) = make(arena, measure, cards);
}

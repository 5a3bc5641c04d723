#include "tally/groups.h"

#include "score/card_value.h"
#include "tally/adjust.h"

#include <assert.h>
#include <stdlib.h>

static Str name_of(Arena *arena, const Scorecard *card, const Zone *zone,
                   GroupKind kind) {
    switch (kind) {
    case GROUP_CHANNEL: return card->channel;
    case GROUP_TEAM: return card->team;
    case GROUP_QUEUE: return card->queue;
    case GROUP_WEEK:
    case GROUP_KINDS: break;
    }
    if (card->started_at == NO_TIME) return (Str){0};
    return date_format_week(arena, zone_local(zone, card->started_at));
}

static void add_card(Arena *arena, const ScoreLaw *law, Group *group,
                     const Scorecard *card) {
    *vec_push(arena, &group->cards) = card;
    if (card->score == NO_SCORE) return;
    group->assessed++;
    group->below_floor += card_below_floor(card);
    group->low += str_eq(card->band, law->bands.items[law->bands.len - 1].name);
    sums_add(&group->score, card->score);
}

static Groups split(Arena *arena, const Tally *tally, const Zone *zone, GroupKind kind) {
    Groups groups = {0};
    Map numbers = {0};
    vec_each(const Scorecard *, card, &tally->team.cards) {
        Str name = name_of(arena, *card, zone, kind);
        uint32_t number = map_add(arena, &numbers, name, (uint32_t)groups.len);
        if (number == groups.len) *vec_push(arena, &groups) = (Group){.name = name};
        assert(groups.items);
        add_card(arena, &tally->rubric->score, &groups.items[number], *card);
    }
    return groups;
}

static void place(const Tally *tally, Group *group) {
    Estimate own = sums_estimate(&group->score);
    double all = sums_estimate(&tally->team.score).mean;
    group->compared = group->name.len && own.has_interval &&
                      own.count >= tally->rubric->score.min_calls;
    group->position = position_of(&own, all);
}

// What a call is beside its group: whose it is, and whether the customer was upset.
static Str occasion(Arena *arena, const Scorecard *card) {
    return str_format(arena, "%.*s%c%d", STR_ARG(scorecard_agent(card)), 0,
                      card_upset(card));
}

static void adjust(Arena *arena, Groups *groups) {
    Mix mix = {.arena = arena};
    for (uint32_t i = 0; i < groups->len; i++)
        vec_each(const Scorecard *, card, &groups->items[i].cards)
            if ((*card)->score != NO_SCORE)
                mix_add_kind(&mix, i, occasion(arena, *card), (*card)->score);
    const Estimate *means = mix_adjusted(&mix, (uint32_t)groups->len);
    for (uint32_t i = 0; i < groups->len; i++) groups->items[i].adjusted = means[i];
}

static int compare_names(const void *a, const void *b) {
    return str_cmp(((const Group *)a)->name, ((const Group *)b)->name);
}

static int compare_means(const void *a, const void *b) {
    const Group *x = a, *y = b;
    double p = sums_estimate(&x->score).mean, q = sums_estimate(&y->score).mean;
    if (x->compared != y->compared) return x->compared ? -1 : 1;
    if (x->compared && (p < q || p > q)) return p < q ? -1 : 1;
    return compare_names(a, b);
}

Groups groups_make(Arena *arena, const Tally *tally, const Zone *zone, GroupKind kind) {
    Groups groups = split(arena, tally, zone, kind);
    adjust(arena, &groups);
    vec_each(Group, group, &groups) place(tally, group);
    if (groups.len)
        qsort(groups.items, groups.len, sizeof *groups.items,
              kind == GROUP_WEEK ? compare_names : compare_means);
    return groups;
}

uint32_t group_in_band(const Group *group, const Str *band) {
    uint32_t count = 0;
    vec_each(const Scorecard *, card, &group->cards)
        count += str_eq((*card)->band, *band);
    return count;
}

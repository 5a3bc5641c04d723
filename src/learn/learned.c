#include "learn/learned.h"

#include <stdlib.h>
#include <string.h>

double f1_of(double true_positives, double found, double positives) {
    return positives > 0 ? 2 * true_positives / (found + positives) : 0;
}

uint32_t phrases_most(const LearnData *data, const bool *use) {
    uint32_t positives = 0;
    for (size_t t = 0; t < data->set->turns.len; t++)
        positives += use[t] && data->positive[t];
    uint32_t most = positives / POSITIVES_A_PHRASE;
    return most < PHRASES_MOST ? most : PHRASES_MOST;
}

// ---- What is found

static void find_by_overlay(const LearnData *data, const Learned *learned, bool *found) {
    memcpy(found, data->found, data->set->turns.len * sizeof *found);
    for (int added = 0; added <= 1; added++) // what is added stands, whatever is undone
        vec_each(const LearnedPhrase, phrase, &learned->phrases) {
            const Candidate *candidate = &data->candidates->items[phrase->candidate];
            const Rows *rows = added ? &candidate->adds : &candidate->undoes;
            if ((phrase->points > 0) != added) continue;
            vec_each(const uint32_t, row, rows) found[*row] = added;
        }
}

void learned_find(const LearnData *data, const Learned *learned, bool *found,
                  double *log_odds) {
    size_t count = data->set->turns.len;
    memset(log_odds, 0, count * sizeof *log_odds);
    if (learned->way == LEARN_OVERLAY) {
        find_by_overlay(data, learned, found);
        return;
    }
    vec_each(const LearnedPhrase, phrase, &learned->phrases)
        vec_each(const uint32_t, row, &data->candidates->items[phrase->candidate].turns)
            log_odds[*row] += phrase->points;
    for (size_t t = 0; t < count; t++) {
        found[t] = log_odds[t] >= learned->enough;
        log_odds[t] = learned->intercept + log_odds[t] / learned->scale;
    }
}

double learned_threshold(const Learned *learned) {
    return learned->intercept + (learned->enough - 0.5) / learned->scale;
}

// ---- Folds

typedef struct {
    uint32_t group, positives, turns;
    uint64_t lot;
} Group;

static int compare(const void *a, const void *b) {
    const Group *x = a, *y = b;
    if (x->positives != y->positives) return x->positives > y->positives ? -1 : 1;
    if (x->lot != y->lot) return x->lot < y->lot ? -1 : 1;
    return (x->group > y->group) - (x->group < y->group);
}

static Group *count_groups(Arena *arena, const LearnData *data, const bool *use,
                           uint32_t *count) {
    const LearnTurns *turns = &data->set->turns;
    *count = 0;
    vec_each(const LearnTurn, turn, turns)
        if (turn->group >= *count) *count = turn->group + 1;
    Group *groups = arena_array(arena, Group, *count);
    for (uint32_t g = 0; g < *count; g++)
        groups[g] = (Group){.group = g, .lot = g * 0x9e3779b97f4a7c15U ^ g >> 3};
    for (size_t t = 0; t < turns->len; t++) {
        Group *group = &groups[turns->items[t].group];
        group->turns += use[t];
        group->positives += use[t] && data->positive[t];
    }
    return groups;
}

// The groups with most positives first, each to the fold that has fewest.
uint8_t *folds_make(Arena *arena, const LearnData *data, const bool *use,
                    uint32_t folds) {
    uint32_t count, *load = arena_array(arena, uint32_t, folds);
    Group *groups = count_groups(arena, data, use, &count);
    uint8_t *of_group = arena_array(arena, uint8_t, count);
    uint8_t *of_turn = arena_array(arena, uint8_t, data->set->turns.len);
    if (count) qsort(groups, count, sizeof *groups, compare);
    for (uint32_t g = 0; g < count; g++) {
        uint32_t best = 0;
        for (uint32_t f = 1; f < folds; f++)
            if (load[f] < load[best]) best = f;
        load[best] += 100 * groups[g].positives + groups[g].turns;
        of_group[groups[g].group] = (uint8_t)best;
    }
    for (size_t t = 0; t < data->set->turns.len; t++)
        of_turn[t] = of_group[data->set->turns.items[t].group];
    return of_turn;
}

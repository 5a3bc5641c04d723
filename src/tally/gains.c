#include "tally/gains.h"

#include "score/add_up.h"

#include <stdlib.h>

const Mark *criterion_mark(const Rubric *rubric, const Scorecard *card,
                           uint32_t criterion) {
    vec_each(const Mark, mark, &card->marks)
        if (str_eq(mark->criterion, rubric->criteria.items[criterion].id)) return mark;
    return NULL;
}

// What the call's compensatory score would be, had the mark been met.
static int32_t score_if_met(Arena *scratch, const Rubric *rubric, const Scorecard *card,
                            const Mark *mark) {
    Scorecard changed = *card;
    changed.flags = (Texts){0};
    changed.principles.items = NULL;
    changed.principles.len = changed.principles.cap = 0;
    changed.marks.items = arena_array(scratch, Mark, card->marks.len);
    for (size_t i = 0; i < card->marks.len; i++)
        changed.marks.items[i] = card->marks.items[i];
    Mark *met = &changed.marks.items[mark - card->marks.items];
    met->verdict = VERDICT_MET;
    met->points = 1000;
    scorecard_add_up(rubric, scratch, &changed);
    return changed.compensatory;
}

static int64_t loss(Arena *scratch, const Rubric *rubric, const Scorecard *card,
                    const Mark *mark) {
    bool missed = mark->verdict == VERDICT_PARTLY || mark->verdict == VERDICT_NOT_MET;
    if (!missed || card->score == NO_SCORE) return 0;
    int64_t lost = score_if_met(scratch, rubric, card, mark) - card->compensatory;
    arena_reset(scratch);
    return lost;
}

void coaching_gains(const Rubric *rubric, const AgentTally *tally, double *gains) {
    Arena scratch = {0};
    for (uint32_t i = 0; i < rubric->criteria.len; i++) {
        int64_t lost = 0;
        for (size_t c = 0; c < tally->cards.len; c++) {
            const Scorecard *card = tally->cards.items[c];
            const Mark *mark = criterion_mark(rubric, card, i);
            if (mark) lost += loss(&scratch, rubric, card, mark);
        }
        double scored = (double)tally->score.count;
        gains[i] = scored > 0 ? (double)lost / 1000 / scored : 0;
    }
    arena_free(&scratch);
}

static int compare_gains(const void *a, const void *b) {
    const Gain *x = a, *y = b;
    if (x->points < y->points || x->points > y->points)
        return x->points > y->points ? -1 : 1;
    return (x->criterion > y->criterion) - (x->criterion < y->criterion);
}

Gains gains_sort(Arena *arena, const Rubric *rubric, const double *gains) {
    Gains costs = {0};
    for (uint32_t i = 0; i < rubric->criteria.len; i++)
        if (gains[i] > 0) *vec_push(arena, &costs) = (Gain){i, gains[i]};
    if (costs.len) qsort(costs.items, costs.len, sizeof *costs.items, compare_gains);
    return costs;
}

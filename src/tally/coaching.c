#include "tally/coaching.h"

#include "rubric/proof.h"

// ---- What to keep

static bool has_words(Arena *arena, const Tally *tally, uint32_t criterion) {
    const Rubric *rubric = tally->rubric;
    return criterion_needs_proof(arena, rubric, &rubric->criteria.items[criterion]);
}

static void choose_strengths(Arena *arena, const Tally *tally, const AgentTally *agent,
                             Coaching *out) {
    Differences ahead = differences_ahead(arena, tally, agent);
    const Scorecard *told = NULL;
    vec_each(const Difference, item, &ahead) {
        if (out->strength_count == COACHING_POINTS) return;
        Strength strength = {*item, {0}};
        if (has_words(arena, tally, item->criterion)) {
            strength.best = moment_best(tally, agent, item->criterion, told);
            if (!strength.best.card) continue;
        }
        out->strengths[out->strength_count++] = strength;
        told = strength.best.card;
    }
}

// ---- What to work on

static void choose_work(Arena *arena, const Tally *tally, const AgentTally *agent,
                        Coaching *out) {
    Differences behind = differences_behind(arena, tally, agent);
    const Scorecard *told = NULL;
    vec_each(const Difference, item, &behind) {
        if (out->work_on_count == COACHING_POINTS) return;
        WorkOn work = {.than = *item};
        work.missed = moment_clearest(tally, agent, item->criterion, told);
        told = work.missed.card;
        if (has_words(arena, tally, item->criterion))
            work.best = moment_done(tally, agent, item->criterion, told);
        out->work_on[out->work_on_count++] = work;
    }
}

// ---- What a person should check

static bool is_more_pressing(const Rubric *rubric, const AgentTally *tally, uint32_t a,
                             uint32_t b) {
    bool critical = rubric->criteria.items[a].critical != CRITICAL_NO;
    if (critical != (rubric->criteria.items[b].critical != CRITICAL_NO)) return critical;
    return tally->verdicts[a][VERDICT_NOT_MET] > tally->verdicts[b][VERDICT_NOT_MET];
}

CriterionNumbers coaching_unproven(Arena *arena, const Rubric *rubric,
                                   const AgentTally *tally) {
    CriterionNumbers list = {0};
    for (uint32_t i = 0; i < rubric->criteria.len; i++) {
        bool missed = tally->verdicts[i][VERDICT_NOT_MET] > 0;
        if (!rubric->criteria.items[i].uncounted.len || !missed) continue;
        size_t at = list.len;
        *vec_push(arena, &list) = i;
        for (; at > 0 && is_more_pressing(rubric, tally, i, list.items[at - 1]); at--)
            list.items[at] = list.items[at - 1];
        list.items[at] = i;
    }
    return list;
}

// ---- What to hear together

// Whether at least half of the weight that counts was decided: less is no picture of a
// call.
static bool is_heard_whole(const Rubric *rubric, const Scorecard *card) {
    int64_t decided = 0, all = 0;
    for (uint32_t i = 0; i < rubric->criteria.len; i++) {
        const Criterion *criterion = &rubric->criteria.items[i];
        if (criterion->uncounted.len || !criterion->observable) continue;
        const Mark *mark = criterion_mark(rubric, card, i);
        all += criterion->nominal;
        decided += mark && mark_counts(mark) ? criterion->nominal : 0;
    }
    return card->score != NO_SCORE && 2 * decided >= all;
}

static uint32_t met_marks(const Scorecard *card) {
    uint32_t met = 0;
    vec_each(const Mark, mark, &card->marks)
        met += mark_counts(mark) && mark->verdict == VERDICT_MET;
    return met;
}

// Of calls with the same score the one that met more says more.
static bool is_finer(const Scorecard *a, const Scorecard *b) {
    if (!b || a->score != b->score) return !b || a->score > b->score;
    return met_marks(a) > met_marks(b);
}

static void offer_call(const Mark *mark, const Scorecard *card, Coaching *out) {
    bool met = !mark || mark->verdict == VERDICT_MET;
    bool missed = !mark || mark->verdict != VERDICT_MET; // in part, too
    if (met && is_finer(card, out->good)) out->good = card;
    if (missed && (!out->difficult || card->score < out->difficult->score))
        out->difficult = card;
}

static void choose_calls(const Tally *tally, const AgentTally *agent, Coaching *out) {
    vec_each(const Scorecard *const, card, &agent->cards) {
        if (!is_heard_whole(tally->rubric, *card)) continue;
        const Mark *mark = NULL;
        if (out->work_on_count) {
            mark = criterion_mark(tally->rubric, *card, out->work_on[0].than.criterion);
            if (!mark || !mark_is_decided(mark)) continue;
        }
        offer_call(mark, *card, out);
    }
    if (out->good == out->difficult) out->difficult = NULL; // a single call
}

void coaching_choose(Arena *arena, const Tally *tally, const AgentTally *agent,
                     Coaching *out) {
    *out = (Coaching){0};
    choose_work(arena, tally, agent, out);
    choose_strengths(arena, tally, agent, out);
    choose_calls(tally, agent, out);
}

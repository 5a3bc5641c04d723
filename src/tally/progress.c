#include "tally/progress.h"

#include "score/read_records.h"
#include "tally/difference.h"
#include "tally/gains.h"

static void add(Progress *progress, const Mark *mark, bool since) {
    if (!mark || !mark_is_decided(mark)) return;
    bool met = mark->verdict == VERDICT_MET;
    *(since ? &progress->decided_since : &progress->decided_before) += 1;
    *(since ? &progress->met_since : &progress->met_before) += met;
}

static bool is_clear(const Progress *progress) {
    double most = 0.025;
    uint32_t all = progress->decided_before + progress->decided_since;
    uint32_t met = progress->met_before + progress->met_since;
    uint32_t missed_since = progress->decided_since - progress->met_since;
    if (!progress->decided_before || !progress->decided_since) return false;
    return chance_at_most(progress->met_since, progress->decided_since, met, all) <=
               most ||
           chance_at_most(missed_since, progress->decided_since, all - met, all) <= most;
}

Progress progress_of(const Tally *tally, const AgentTally *agent,
                     const Scorecards *earlier, uint32_t criterion, int64_t since) {
    Progress progress = {0};
    const Rubric *rubric = tally->rubric;
    vec_each(const Scorecard, card, earlier)
        if (card->started_at != NO_TIME && card_is_of_rubric(rubric, card) &&
            str_eq(scorecard_agent(card), agent->agent))
            add(&progress, criterion_mark(rubric, card, criterion),
                card->started_at >= since);
    vec_each(const Scorecard *const, card, &agent->cards)
        if ((*card)->started_at != NO_TIME)
            add(&progress, criterion_mark(rubric, *card, criterion),
                (*card)->started_at >= since);
    progress.clear = is_clear(&progress);
    return progress;
}

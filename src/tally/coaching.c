#include "tally/coaching.h"

#include <assert.h>

static Str side_of(const Moment *moment, Role role) {
    const Quote *quote = moment->quote;
    if (!quote) return (Str){0};
    if (quote->role == role) return quote_words(moment->card, quote);
    // A customer is answered after the quote; an agent was spoken to before it.
    return said_text(role == ROLE_AGENT ? quote_after(moment->card, quote)
                                        : quote_before(moment->card, quote));
}

Str moment_customer(const Moment *moment) { return side_of(moment, ROLE_CUSTOMER); }
Str moment_agent(const Moment *moment) { return side_of(moment, ROLE_AGENT); }

static bool is_decided(Verdict verdict) { return verdict <= VERDICT_NOT_MET; }

static uint32_t decided_calls(const AgentTally *tally, uint32_t criterion) {
    return verdicts_decided(tally->verdicts[criterion]);
}

// ---- What to keep

// How far the agent is above the team, drawn toward it as if CAUTION more calls had gone
// the team's way: one lucky call is no strength.
static double lift(const Strength *strength) {
    enum { CAUTION = 4 };
    double team = strength->team_decided
                      ? (double)strength->team_met / (double)strength->team_decided
                      : 0;
    return (strength->met - strength->decided * team) / (strength->decided + CAUTION);
}

static bool is_habit(const Strength *strength) {
    return 2 * strength->met >= strength->decided;
}

static bool is_stronger(const Strength *a, const Strength *b) {
    if (is_habit(a) != is_habit(b)) return is_habit(a);
    double x = lift(a), y = lift(b);
    return x > y || (x >= y && a->met > b->met);
}

// Whether the call was marked down for words of the same turn.
static bool is_blamed(const Moment *moment) {
    vec_each(const Mark, mark, &moment->card->marks) {
        if (mark->verdict != VERDICT_NOT_MET) continue;
        vec_each(const Quote, quote, &mark->quotes)
            if (quote->turn == moment->quote->turn) return true;
    }
    return false;
}

// Words that can be read out: neither a mere "sorry" nor a monologue, and nothing to
// regret.
static bool is_quotable(const Moment *moment) {
    enum { FEWEST = 20, MOST = 400 };
    size_t size = quote_words(moment->card, moment->quote).len;
    return FEWEST <= size && size <= MOST && !is_blamed(moment);
}

static bool is_better(const Moment *a, const Moment *b, const Scorecard *told) {
    assert(a->card);
    if (!b->card) return true;
    if (is_quotable(a) != is_quotable(b)) return is_quotable(a);
    if ((a->card == told) != (b->card == told)) return b->card == told;
    return a->card->score > b->card->score;
}

// Whether a rule asks for what the detector finds, rather than for its absence.
static bool asks_for(const Rubric *rubric, const Expression *rule, Str detector) {
    if (!rule || rule->op == OP_NOT) return false;
    if (rule->op == OP_DETECTOR)
        return str_eq(rubric->detectors.items[rule->detector].name, detector);
    for (size_t i = 0; i < rule->count; i++)
        if (asks_for(rubric, &rule->of[i], detector)) return true;
    return false;
}

// The agent's best words, preferably not of the call that was `told` of already.
static Moment best_words(const Rubric *rubric, const AgentTally *agent,
                         uint32_t criterion, const Scorecard *told) {
    Moment best = {0};
    const Expression *met = rubric->criteria.items[criterion].met;
    for (size_t c = 0; c < agent->cards.len; c++) {
        const Scorecard *card = agent->cards.items[c];
        const Mark *mark = criterion_mark(rubric, card, criterion);
        if (!mark || mark->verdict != VERDICT_MET) continue;
        vec_each(const Quote, quote, &mark->quotes) {
            Moment moment = {card, mark, quote};
            if (quote->role == ROLE_AGENT && asks_for(rubric, met, quote->detector) &&
                is_better(&moment, &best, told))
                best = moment;
        }
    }
    return best;
}

static void offer_strength(Coaching *out, const Strength *strength) {
    size_t at = out->strength_count;
    if (at == COACHING_POINTS && !is_stronger(strength, &out->strengths[at - 1])) return;
    if (at < COACHING_POINTS)
        out->strength_count++;
    else
        at--;
    for (; at > 0 && is_stronger(strength, &out->strengths[at - 1]); at--)
        out->strengths[at] = out->strengths[at - 1];
    out->strengths[at] = *strength;
}

static bool is_opportunity(const Coaching *coaching, uint32_t criterion) {
    for (size_t i = 0; i < coaching->opportunity_count; i++)
        if (coaching->opportunities[i].criterion == criterion) return true;
    return false;
}

// What is to be worked on is not praised, even where the team does worse.
static void choose_strengths(const Tally *tally, const AgentTally *agent, Coaching *out) {
    for (uint32_t i = 0; i < tally->rubric->criteria.len; i++) {
        Strength strength = {
            .criterion = i,
            .decided = decided_calls(agent, i),
            .met = agent->verdicts[i][VERDICT_MET],
            .team_decided = decided_calls(&tally->team, i),
            .team_met = tally->team.verdicts[i][VERDICT_MET],
        };
        if (!strength.met || is_opportunity(out, i) ||
            tally->rubric->criteria.items[i].uncounted.len)
            continue;
        strength.best = best_words(tally->rubric, agent, i, NULL);
        if (strength.best.quote) offer_strength(out, &strength);
    }
    for (size_t i = 1; i < out->strength_count; i++)
        out->strengths[i].best =
            best_words(tally->rubric, agent, out->strengths[i].criterion,
                       out->strengths[i - 1].best.card);
}

// ---- What to work on

// How much of a missed moment can be told: both sides, one, or none.
static int sides(const Moment *moment) {
    return (moment_customer(moment).len > 0) + (moment_agent(moment).len > 0);
}

static bool is_clearer(const Moment *a, const Moment *b, const Scorecard *told) {
    if (!b->card) return true;
    if (sides(a) != sides(b)) return sides(a) > sides(b);
    if ((a->card == told) != (b->card == told)) return b->card == told;
    if (a->mark->verdict != b->mark->verdict) return a->mark->verdict > b->mark->verdict;
    return a->card->score < b->card->score;
}

static Moment missed_moment(const Rubric *rubric, const AgentTally *agent,
                            uint32_t criterion, const Scorecard *told) {
    Moment best = {0};
    for (size_t c = 0; c < agent->cards.len; c++) {
        const Scorecard *card = agent->cards.items[c];
        const Mark *mark = criterion_mark(rubric, card, criterion);
        if (!mark || !is_decided(mark->verdict) || mark->verdict == VERDICT_MET) continue;
        Moment moment = {card, mark, NULL};
        if (is_clearer(&moment, &best, told)) best = moment;
        vec_each(const Quote, quote, &mark->quotes) {
            moment.quote = quote;
            if (is_clearer(&moment, &best, told)) best = moment;
        }
    }
    return best;
}

static void offer_opportunity(Coaching *out, const Opportunity *opportunity) {
    Opportunity *chosen = out->opportunities;
    size_t at = out->opportunity_count;
    if (at == COACHING_POINTS && opportunity->gain <= chosen[at - 1].gain) return;
    if (at < COACHING_POINTS)
        out->opportunity_count++;
    else
        at--;
    for (; at > 0 && opportunity->gain > chosen[at - 1].gain; at--)
        chosen[at] = chosen[at - 1];
    chosen[at] = *opportunity;
}

static void choose_opportunities(Arena *arena, const Tally *tally,
                                 const AgentTally *agent, Coaching *out) {
    double *gains = arena_array(arena, double, tally->rubric->criteria.len);
    coaching_gains(tally->rubric, agent, gains);
    for (uint32_t i = 0; i < tally->rubric->criteria.len; i++) {
        Opportunity opportunity = {
            .criterion = i,
            .decided = decided_calls(agent, i),
            .missed = decided_calls(agent, i) - agent->verdicts[i][VERDICT_MET],
            .assessed = agent->assessed,
            .gain = gains[i],
        };
        if (opportunity.gain > 0) offer_opportunity(out, &opportunity);
    }
    const Scorecard *told = NULL;
    for (size_t i = 0; i < out->opportunity_count; i++) {
        Opportunity *chosen = &out->opportunities[i];
        chosen->missed_moment =
            missed_moment(tally->rubric, agent, chosen->criterion, told);
        told = chosen->missed_moment.card;
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

typedef struct {
    uint32_t decided, met;
    uint32_t example; // an opportunity of the agent's with this verdict, or UINT32_MAX
} Outcome;

static Outcome outcome_of(const Rubric *rubric, const Coaching *coaching,
                          const Scorecard *card, bool met) {
    Outcome outcome = {.example = UINT32_MAX};
    vec_each(const Mark, mark, &card->marks) {
        outcome.decided += mark_counts(mark);
        outcome.met += mark_counts(mark) && mark->verdict == VERDICT_MET;
    }
    for (size_t i = coaching->opportunity_count; i-- > 0;) {
        uint32_t criterion = coaching->opportunities[i].criterion;
        const Mark *mark = criterion_mark(rubric, card, criterion);
        if (mark && mark_counts(mark) && (mark->verdict == VERDICT_MET) == met)
            outcome.example = criterion;
    }
    return outcome;
}

static void put_example(Buf *out, const Rubric *rubric, const Outcome *outcome) {
    if (outcome->example == UINT32_MAX) return;
    Str ask = rubric->criteria.items[outcome->example].ask;
    buf_format(out, ", among them “%.*s”", STR_ARG(ask));
}

static Str good_reason(Arena *arena, const Rubric *rubric, const Coaching *coaching) {
    Outcome outcome = outcome_of(rubric, coaching, coaching->good, true);
    Buf out = {.arena = arena};
    buf_format(&out, "The highest score: %u of %u criteria met", outcome.met,
               outcome.decided);
    put_example(&out, rubric, &outcome);
    return buf_str(&out);
}

static Str difficult_reason(Arena *arena, const Rubric *rubric,
                            const Coaching *coaching) {
    Outcome outcome = outcome_of(rubric, coaching, coaching->difficult, false);
    Buf out = {.arena = arena};
    buf_format(&out, "The lowest score: %u of %u criteria missed or partly met",
               outcome.decided - outcome.met, outcome.decided);
    put_example(&out, rubric, &outcome);
    return buf_str(&out);
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

static void choose_calls(Arena *arena, const Tally *tally, const AgentTally *agent,
                         Coaching *out) {
    for (size_t c = 0; c < agent->cards.len; c++) {
        const Scorecard *card = agent->cards.items[c];
        if (card->score == NO_SCORE) continue;
        if (is_finer(card, out->good)) out->good = card;
        if (!out->difficult || card->score < out->difficult->score) out->difficult = card;
    }
    if (out->good == out->difficult) out->difficult = NULL; // a single call, or all alike
    if (out->good) out->good_reason = good_reason(arena, tally->rubric, out);
    if (out->difficult)
        out->difficult_reason = difficult_reason(arena, tally->rubric, out);
}

void coaching_choose(Arena *arena, const Tally *tally, const AgentTally *agent,
                     Coaching *out) {
    *out = (Coaching){0};
    choose_opportunities(arena, tally, agent, out);
    choose_strengths(tally, agent, out);
    choose_calls(arena, tally, agent, out);
}

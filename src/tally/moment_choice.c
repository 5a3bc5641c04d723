#include "tally/moment_choice.h"

#include "base/utf8.h"
#include "score/quotes.h"
#include "tally/gains.h"
#include "tally/turn_kind.h"

typedef struct {
    const Tally *tally;
    const Criterion *criterion;
    uint32_t index;        // of the criterion
    const Scorecard *told; // of already, or NULL
} Choice;

static Choice choice_of(const Tally *tally, uint32_t criterion, const Scorecard *told) {
    return (Choice){tally, &tally->rubric->criteria.items[criterion], criterion, told};
}

// ---- What was missed

// Whether the moment is one of time: what the mark has of it was measured, not said.
static bool is_measured(const Rubric *rubric, const Moment *moment) {
    QuoteWalk walk = quotes_of(moment->mark);
    for (const Quote *quote; (quote = quote_next(&walk));) {
        const Detector *detector = detector_named(rubric, quote->origin->detector);
        if (detector && detector->kind->measures && quote->turn == moment->agent_turn)
            return true;
    }
    return false;
}

enum { UNFIT = -1 }; // to be shown at all

// How much there was to answer.
static int fit_of_wait(const Rubric *rubric, const Moment *moment) {
    uint32_t turn = moment->customer_turn;
    if (!words_tell(moment->customer) || turn_is_of_end(rubric, moment->card, turn))
        return UNFIT;
    return turn_is_occasion(rubric, moment->card, turn);
}

// Whether a detector of the call's end found something in the turn; `name` is its.
static bool has_end_quote(const Rubric *rubric, const Mark *mark, uint32_t turn,
                          Str name) {
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));)
        if (quote->turn == turn && quote_is_of_end(rubric, quote) &&
            str_eq(quote->origin->detector, name))
            return true;
    return false;
}

// Whether the agent takes leave of a customer who has not done so in the same sense.
static bool is_first_to_leave(const Rubric *rubric, const Moment *moment) {
    QuoteWalk walk = quotes_of(moment->mark);
    for (const Quote *quote; (quote = quote_next(&walk));)
        if (quote->turn == moment->agent_turn &&
            has_end_quote(rubric, moment->mark, moment->customer_turn,
                          quote->origin->detector))
            return false;
    return turn_is_of_end(rubric, moment->card, moment->agent_turn);
}

// A customer who gives neither thanks nor takes leave had something left to say; who does
// so only after the agent, perhaps too.
static int fit_of_leave(const Rubric *rubric, const Moment *moment) {
    const Scorecard *card = moment->card;
    int content = turn_is_of_end(rubric, card, moment->customer_turn) ? 2
                  : turn_is_of_end(rubric, card, moment->next_turn)   ? 1
                                                                      : 0;
    return 6 * turn_is_of_end(rubric, card, moment->agent_turn) +
           3 * is_first_to_leave(rubric, moment) + content;
}

// The share of the team's calls that open so in which it was met, in per cent.
static int fit_of_opening(const Choice *choice, const Moment *moment) {
    const uint32_t *verdicts =
        choice->tally->team.opened[choice->index][card_opening(moment->card)];
    uint32_t decided = verdicts_decided(verdicts);
    return decided ? (int)(100 * (uint64_t)verdicts[VERDICT_MET] / decided) : 0;
}

static int fit_of(const Choice *choice, const Moment *moment) {
    const Rubric *rubric = choice->tally->rubric;
    if (criterion_is_of_end(rubric, choice->criterion))
        return fit_of_leave(rubric, moment);
    if (rule_is_of_edge(rubric, choice->criterion->met, WINDOW_FIRST))
        return fit_of_opening(choice, moment);
    if (is_measured(rubric, moment)) return fit_of_wait(rubric, moment);
    int asks = 0;
    if (moment->unasked)
        asks = (int)moment_asking(rubric, moment->card, moment->agent_turn);
    return 2 * asks + !turn_is_of_end(rubric, moment->card, moment->customer_turn);
}

// How much of it can be told: the customer, the answer, what came of it. After a goodbye
// nothing has to come.
static int sides_of(const Choice *choice, const Moment *moment) {
    bool at_end = criterion_is_of_end(choice->tally->rubric, choice->criterion);
    return 2 * (moment->customer.len > 0) + 2 * (moment->agent.len > 0) +
           (moment->next.len > 0 && !at_end);
}

typedef struct {
    Moment moment;
    int fit, sides;
} Candidate;

// In a call that went well otherwise nothing else explains the miss: no quarrel, no
// customer who walks out.
static bool is_clearer(const Candidate *a, const Candidate *b, const Scorecard *told) {
    const Moment *x = &a->moment, *y = &b->moment;
    if (!y->card) return true;
    if (x->mark->verdict != y->mark->verdict) return x->mark->verdict > y->mark->verdict;
    if (a->fit != b->fit) return a->fit > b->fit;
    if (a->sides != b->sides) return a->sides > b->sides;
    if ((x->card == told) != (y->card == told)) return y->card == told;
    return x->card->score > y->card->score;
}

Moment moment_clearest(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                       const Scorecard *told) {
    Choice choice = choice_of(tally, criterion, told);
    Candidate best = {0};
    vec_each(const Scorecard *const, card, &agent->cards) {
        const Mark *mark = criterion_mark(tally->rubric, *card, criterion);
        if (!mark || !mark_is_decided(mark) || mark->verdict == VERDICT_MET) continue;
        Candidate other = {.moment = moment_missed(tally->rubric, *card, mark)};
        other.fit = fit_of(&choice, &other.moment);
        other.sides = sides_of(&choice, &other.moment);
        if (other.fit != UNFIT && is_clearer(&other, &best, told)) best = other;
    }
    return best.moment;
}

// ---- What was done well

static bool is_blamed(const Scorecard *card, uint32_t turn) {
    vec_each(const Mark, mark, &card->marks) {
        if (mark->verdict != VERDICT_NOT_MET) continue;
        QuoteWalk walk = quotes_of(mark);
        for (const Quote *quote; (quote = quote_next(&walk));)
            if (quote->turn == turn) return true;
    }
    return false;
}

// Words that can be read out: neither a mere "sorry" nor a monologue.
static bool is_quotable(const Scorecard *card, const Quote *quote) {
    enum { MOST = 200 }; // characters
    Str words = quote_words(card, quote);
    return quote->role == ROLE_AGENT && words_tell(words) && utf8_count(words) <= MOST &&
           !is_blamed(card, quote->turn);
}

// Whether nothing in the call asked for what was done.
static bool is_unasked(const Choice *choice, const Mark *mark) {
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));)
        if (rule_asks_for(choice->tally->rubric, choice->criterion->when,
                          quote->origin->detector))
            return false;
    return criterion_is_anywhere(choice->tally->rubric, choice->criterion);
}

// Whether the words stand where their like is looked for: before the goodbye or, where
// nothing asks for them, in what the agent asks for.
static bool is_in_place(const Choice *choice, const Moment *moment) {
    enum { APART = 4 }; // turns: a question, the answer, and a goodbye of each
    const Rubric *rubric = choice->tally->rubric;
    const Scorecard *card = moment->card;
    if (criterion_is_of_end(rubric, choice->criterion))
        return moment->agent_turn + APART >= card->said_from + card->said.len;
    return !is_unasked(choice, moment->mark) ||
           moment_asking(rubric, card, moment->agent_turn) != ASKS_NOTHING;
}

typedef struct {
    Moment moment;
    bool in_place, own; // own: no stock phrase
} Best;

static bool is_better(const Best *a, const Best *b, const Scorecard *told) {
    const Moment *x = &a->moment, *y = &b->moment;
    if (!y->card) return true;
    if (a->in_place != b->in_place) return a->in_place;
    if (a->own != b->own) return a->own;
    if ((x->card == told) != (y->card == told)) return y->card == told;
    return x->card->score > y->card->score;
}

static void offer_quotes(const Choice *choice, const Scorecard *card, const Mark *mark,
                         bool stock, Best *best) {
    const Rubric *rubric = choice->tally->rubric;
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));) {
        if (!rule_asks_for(rubric, choice->criterion->met, quote->origin->detector))
            continue;
        Best other = {.moment = moment_at(card, mark, quote)};
        other.in_place = is_in_place(choice, &other.moment);
        other.own = !is_stock(&choice->tally->stock, quote_words(card, quote));
        if ((stock || other.own) && is_better(&other, best, choice->told) &&
            is_quotable(card, quote))
            *best = other;
    }
}

static Moment best_moment(const Choice *choice, const AgentTally *agent, bool stock) {
    Best best = {0};
    vec_each(const Scorecard *const, card, &agent->cards) {
        const Mark *mark = criterion_mark(choice->tally->rubric, *card, choice->index);
        if (mark && mark->verdict == VERDICT_MET)
            offer_quotes(choice, *card, mark, stock, &best);
    }
    return best.moment;
}

Moment moment_best(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                   const Scorecard *told) {
    Choice choice = choice_of(tally, criterion, told);
    return best_moment(&choice, agent, false);
}

Moment moment_done(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                   const Scorecard *told) {
    Choice choice = choice_of(tally, criterion, told);
    return best_moment(&choice, agent, true);
}

#include "tally/moment.h"

#include "base/utf8.h"
#include "score/quotes.h"
#include "tally/gains.h"

// ---- Turns

#define NONE UINT32_MAX

// The nearest turn of a role from `from` on, by steps; NONE: there is none.
static uint32_t find(const Scorecard *card, Role role, uint32_t from, int step) {
    for (int64_t i = from; i >= 0 && i < (int64_t)card->said.len; i += step)
        if (card->said.items[i].role == role && card->said.items[i].text.len)
            return (uint32_t)i;
    return NONE;
}

static Str text_at(const Scorecard *card, uint32_t index) {
    return index == NONE ? (Str){0} : card->said.items[index].text;
}

static uint32_t number_of(const Scorecard *card, uint32_t index) {
    return index == NONE ? 0 : index + card->said_from;
}

// Around an answer of the agent, or around words of the customer.
static Moment around(const Scorecard *card, const Mark *mark, uint32_t index) {
    bool answers = card->said.items[index].role == ROLE_AGENT;
    uint32_t agent = answers ? index : find(card, ROLE_AGENT, index, 1);
    uint32_t customer = answers ? find(card, ROLE_CUSTOMER, index, -1) : index;
    uint32_t next = agent == NONE ? NONE : find(card, ROLE_CUSTOMER, agent, 1);
    uint32_t shown = agent == NONE ? index : agent;
    return (Moment){.card = card,
                    .mark = mark,
                    .customer = text_at(card, customer),
                    .agent = text_at(card, agent),
                    .next = text_at(card, next),
                    .customer_turn = number_of(card, customer),
                    .agent_turn = number_of(card, agent),
                    .at_ms = card->said.items[shown].at_ms};
}

// Of a card that came without its turns.
static Moment quoted(const Scorecard *card, const Mark *mark, const Quote *quote) {
    bool agent = quote->role == ROLE_AGENT;
    return (Moment){.card = card,
                    .mark = mark,
                    .customer = agent ? (Str){0} : quote->quote,
                    .agent = agent ? quote->quote : (Str){0},
                    .customer_turn = agent ? 0 : quote->turn,
                    .agent_turn = agent ? quote->turn : 0,
                    .at_ms = quote->at_ms};
}

static Moment at_quote(const Scorecard *card, const Mark *mark, const Quote *quote) {
    if (!quote_turn(card, quote)) return quoted(card, mark, quote);
    return around(card, mark, quote->turn - card->said_from);
}

static Moment at_first_quote(const Scorecard *card, const Mark *mark) {
    QuoteWalk walk = quotes_of(mark);
    const Quote *first = quote_next(&walk);
    return first ? at_quote(card, mark, first)
                 : (Moment){.card = card, .mark = mark, .at_ms = NO_TIME};
}

// ---- What was missed

// Whether a rule asks for what a detector finds, rather than for its absence.
static bool asks_for(const Rubric *rubric, const Expression *rule, Str detector) {
    if (!rule || rule->op == OP_NOT) return false;
    if (rule->op == OP_DETECTOR)
        return str_eq(rubric->detectors.items[rule->detector].name, detector);
    for (size_t i = 0; i < rule->count; i++)
        if (asks_for(rubric, &rule->of[i], detector)) return true;
    return false;
}

static const Detector *detector_named(const Rubric *rubric, Str name) {
    vec_each(const Detector, detector, &rubric->detectors)
        if (str_eq(detector->name, name)) return detector;
    return NULL;
}

static const Criterion *criterion_of(const Rubric *rubric, const Mark *mark) {
    uint32_t index = criterion_index(rubric, mark->criterion);
    return index == UINT32_MAX ? NULL : &rubric->criteria.items[index];
}

// Whether the quote is of words that the criterion asks for: half of what was wanted, so
// not where the rest was missed. A slow answer has words that nobody asked for.
static bool is_half(const Rubric *rubric, const Criterion *criterion,
                    const Quote *quote) {
    const Detector *detector = detector_named(rubric, quote->origin->detector);
    if (!detector || detector->kind->measures) return false;
    return asks_for(rubric, criterion->met, quote->origin->detector) ||
           asks_for(rubric, criterion->partly, quote->origin->detector);
}

// False where there is none, and then leaves `last` as it is.
static bool last_quote(const Rubric *rubric, const Mark *mark, Role role, Quote *last) {
    const Criterion *criterion = criterion_of(rubric, mark);
    bool found = false;
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));)
        if (quote->role == role && criterion && !is_half(rubric, criterion, quote))
            *last = *quote, found = true;
    return found;
}

// Whether a detector looks at the first, or the last, turns of a call.
static bool looks_at(const Detector *detector, WindowEdge edge) {
    const FieldSpec *spec = field_for(detector->kind, FIELD_WINDOW, PURPOSE_OWN);
    const Window *window = spec ? detector_param(detector, spec) : NULL;
    return window && window->edge == edge;
}

static bool is_of_edge(const Rubric *rubric, const Expression *rule, WindowEdge edge) {
    if (!rule) return false;
    for (size_t i = 0; i < rule->count; i++)
        if (is_of_edge(rubric, &rule->of[i], edge)) return true;
    return rule->op == OP_DETECTOR &&
           looks_at(&rubric->detectors.items[rule->detector], edge);
}

static bool is_of_end(const Rubric *rubric, const Quote *quote) {
    const Detector *detector = detector_named(rubric, quote->origin->detector);
    return detector && looks_at(detector, WINDOW_LAST);
}

// Where the leave-taking at the end of a call begins: after it nothing is asked any more.
static bool leave_taking(const Rubric *rubric, const Mark *mark, Quote *first) {
    enum { APART = 2 }; // turns; what is further from the rest is no part of it
    uint32_t last = 0;
    bool found = false;
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));) {
        if (!is_of_end(rubric, quote)) continue;
        if (!found || quote->turn > last + APART) *first = *quote;
        last = quote->turn;
        found = true;
    }
    return found;
}

// Where it should have come, when nothing asked for it.
static uint32_t missing_turn(const Rubric *rubric, const Scorecard *card,
                             const Mark *mark) {
    const Criterion *criterion = criterion_of(rubric, mark);
    if (criterion && is_of_edge(rubric, criterion->met, WINDOW_FIRST))
        return find(card, ROLE_AGENT, 0, 1);
    return card->said.len ? find(card, ROLE_AGENT, (uint32_t)card->said.len - 1, -1)
                          : NONE;
}

Moment moment_missed(const Rubric *rubric, const Scorecard *card, const Mark *mark) {
    const Criterion *criterion = criterion_of(rubric, mark);
    // What a call's end asks for was missed there, whatever was said before.
    bool at_end = criterion && is_of_edge(rubric, criterion->when, WINDOW_LAST);
    Quote quote;
    bool found = at_end ? leave_taking(rubric, mark, &quote)
                        : last_quote(rubric, mark, ROLE_CUSTOMER, &quote) ||
                              last_quote(rubric, mark, ROLE_AGENT, &quote);
    if (found) return at_quote(card, mark, &quote);
    uint32_t index = missing_turn(rubric, card, mark);
    return index == NONE ? at_first_quote(card, mark) : around(card, mark, index);
}

Moment moment_of(const Rubric *rubric, const Scorecard *card, const Mark *mark) {
    if (mark->verdict != VERDICT_MET) return moment_missed(rubric, card, mark);
    const Criterion *criterion = criterion_of(rubric, mark);
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; criterion && (quote = quote_next(&walk));)
        if (asks_for(rubric, criterion->met, quote->origin->detector))
            return at_quote(card, mark, quote);
    return at_first_quote(card, mark);
}

// How much of it can be told: the customer, the answer, what came of it.
static int sides(const Moment *moment) {
    return 2 * (moment->customer.len > 0) + 2 * (moment->agent.len > 0) +
           (moment->next.len > 0);
}

static bool is_end_turn(const Rubric *rubric, const Scorecard *card, uint32_t turn) {
    vec_each(const Mark, mark, &card->marks) {
        QuoteWalk walk = quotes_of(mark);
        for (const Quote *quote; (quote = quote_next(&walk));)
            if (quote->turn == turn && is_of_end(rubric, quote)) return true;
    }
    return false;
}

// What a call's end asks for shows best where the agent takes leave without it; anything
// else, before the customer does.
static bool is_beside(const Rubric *rubric, const Moment *moment) {
    const Criterion *criterion = criterion_of(rubric, moment->mark);
    if (is_of_edge(rubric, criterion->when, WINDOW_LAST))
        return !is_end_turn(rubric, moment->card, moment->agent_turn);
    return is_end_turn(rubric, moment->card, moment->customer_turn);
}

// In a call that went well otherwise nothing else explains the miss: no quarrel, no
// customer who walks out.
static bool is_clearer(const Rubric *rubric, const Moment *a, const Moment *b,
                       const Scorecard *told) {
    if (!b->card) return true;
    if (a->mark->verdict != b->mark->verdict) return a->mark->verdict > b->mark->verdict;
    bool a_beside = is_beside(rubric, a), b_beside = is_beside(rubric, b);
    if (a_beside != b_beside) return b_beside;
    if (sides(a) != sides(b)) return sides(a) > sides(b);
    if ((a->card == told) != (b->card == told)) return b->card == told;
    return a->card->score > b->card->score;
}

Moment moment_clearest(const Rubric *rubric, const AgentTally *agent, uint32_t criterion,
                       const Scorecard *told) {
    Moment best = {0};
    vec_each(const Scorecard *const, card, &agent->cards) {
        const Mark *mark = criterion_mark(rubric, *card, criterion);
        if (!mark || !mark_is_decided(mark) || mark->verdict == VERDICT_MET) continue;
        Moment moment = moment_missed(rubric, *card, mark);
        if (is_clearer(rubric, &moment, &best, told)) best = moment;
    }
    return best;
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
    enum { FEWEST = 20, MOST = 200 };
    Str words = quote_words(card, quote);
    size_t length = utf8_count(words);
    return quote->role == ROLE_AGENT && FEWEST <= length && length <= MOST &&
           !is_blamed(card, quote->turn);
}

static bool is_better(const Moment *a, const Moment *b, const Scorecard *told) {
    if (!b->card) return true;
    if ((a->card == told) != (b->card == told)) return b->card == told;
    return a->card->score > b->card->score;
}

static Moment best_moment(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                          const Scorecard *told, bool stock) {
    Moment best = {0};
    const Expression *met = tally->rubric->criteria.items[criterion].met;
    vec_each(const Scorecard *const, card, &agent->cards) {
        const Mark *mark = criterion_mark(tally->rubric, *card, criterion);
        if (!mark || mark->verdict != VERDICT_MET) continue;
        QuoteWalk walk = quotes_of(mark);
        for (const Quote *quote; (quote = quote_next(&walk));) {
            if (!asks_for(tally->rubric, met, quote->origin->detector)) continue;
            Moment moment = at_quote(*card, mark, quote);
            if (is_better(&moment, &best, told) && is_quotable(*card, quote) &&
                is_stock(&tally->stock, quote_words(*card, quote)) == stock)
                best = moment;
        }
    }
    return best;
}

Moment moment_best(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                   const Scorecard *told) {
    return best_moment(tally, agent, criterion, told, false);
}

Moment moment_done(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                   const Scorecard *told) {
    Moment own = best_moment(tally, agent, criterion, told, false);
    return own.card ? own : best_moment(tally, agent, criterion, told, true);
}

#include "tally/moment.h"

#include "score/quotes.h"
#include "tally/opening.h"
#include "tally/turn_kind.h"

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
                    .next_turn = number_of(card, next),
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

Moment moment_at(const Scorecard *card, const Mark *mark, const Quote *quote) {
    if (!quote_turn(card, quote)) return quoted(card, mark, quote);
    return around(card, mark, quote->turn - card->said_from);
}

static Moment at_first_quote(const Scorecard *card, const Mark *mark) {
    QuoteWalk walk = quotes_of(mark);
    const Quote *first = quote_next(&walk);
    return first ? moment_at(card, mark, first)
                 : (Moment){.card = card, .mark = mark, .at_ms = NO_TIME};
}

// ---- What was missed

// Whether the quote is of words that the criterion asks for: half of what was wanted, so
// not where the rest was missed. A slow answer has words that nobody asked for.
static bool is_half(const Rubric *rubric, const Criterion *criterion,
                    const Quote *quote) {
    const Detector *detector = detector_named(rubric, quote->origin->detector);
    if (!detector || detector->kind->measures) return false;
    return rule_asks_for(rubric, criterion->met, quote->origin->detector) ||
           rule_asks_for(rubric, criterion->partly, quote->origin->detector);
}

// False where there is none, and then leaves `last` as it is.
static bool last_quote(const Rubric *rubric, const Mark *mark, Role role, Quote *last) {
    const Criterion *criterion = mark_criterion(rubric, mark);
    bool found = false;
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));)
        if (quote->role == role && criterion && !is_half(rubric, criterion, quote))
            *last = *quote, found = true;
    return found;
}

// Where the leave-taking at the end of a call begins: after it nothing is asked any more.
static bool leave_taking(const Rubric *rubric, const Mark *mark, Quote *first) {
    enum { APART = 2 }; // turns; what is further from the rest is no part of it
    uint32_t last = 0;
    bool found = false;
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));) {
        if (!quote_is_of_end(rubric, quote)) continue;
        if (!found || quote->turn > last + APART) *first = *quote;
        last = quote->turn;
        found = true;
    }
    return found;
}

// The question mark of one script or another that the words have first; {0}: none.
static Str question_mark(Str words) {
    static const Str MARKS[] = {{"?", 1}, {"？", 3}, {"؟", 2}, {"\u037e", 2}};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (str_has(words, MARKS[i])) return MARKS[i];
    return (Str){0};
}

// Whether they are one question and nothing else.
static bool is_bare_question(Str words, Str mark) {
    words = str_trim(words);
    if (!str_ends(words, mark)) return false;
    words.len -= mark.len;
    return !str_has(words, mark) && !str_has(words, STR(". ")) &&
           !str_has(words, STR("! "));
}

Asking moment_asking(const Rubric *rubric, const Scorecard *card, uint32_t turn) {
    uint32_t index = turn - card->said_from;
    if (turn < card->said_from || index >= card->said.len) return ASKS_NOTHING;
    Str words = card->said.items[index].text, mark = question_mark(words);
    if (!mark.len) return ASKS_NOTHING;
    uint32_t answer = find(card, ROLE_CUSTOMER, index + 1, 1);
    bool taken_up = answer != NONE &&
                    turn_is_occasion(rubric, card, number_of(card, answer)) &&
                    !turn_is_asked_for(rubric, card, turn);
    if (!taken_up) return ASKS;
    bool brief = !words_tell(text_at(card, answer)) && is_bare_question(words, mark);
    return brief ? ASKS_BRIEFLY : ASKS_FOR_THIS;
}

// The agent's first turn of those that ask most; NONE: the agent asks nothing.
static uint32_t asking_turn(const Rubric *rubric, const Scorecard *card) {
    uint32_t best = NONE;
    Asking most = ASKS_NOTHING;
    for (uint32_t i = 0; i < card->said.len && most < ASKS_BRIEFLY; i++) {
        if (card->said.items[i].role != ROLE_AGENT) continue;
        Asking asking = moment_asking(rubric, card, number_of(card, i));
        if (asking > most) best = i, most = asking;
    }
    return best;
}

// Where it should have come, when nothing asked for it.
static uint32_t missing_turn(const Rubric *rubric, const Scorecard *card,
                             const Mark *mark) {
    const Criterion *criterion = mark_criterion(rubric, mark);
    if (criterion && rule_is_of_edge(rubric, criterion->met, WINDOW_FIRST))
        return find(card, ROLE_AGENT, 0, 1);
    uint32_t asks = criterion && criterion_is_anywhere(rubric, criterion)
                        ? asking_turn(rubric, card)
                        : NONE;
    if (asks != NONE || !card->said.len) return asks;
    return find(card, ROLE_AGENT, (uint32_t)card->said.len - 1, -1);
}

Moment moment_missed(const Rubric *rubric, const Scorecard *card, const Mark *mark) {
    const Criterion *criterion = mark_criterion(rubric, mark);
    // What a call's end asks for was missed there, whatever was said before.
    bool at_end = criterion && criterion_is_of_end(rubric, criterion);
    Quote quote;
    bool found = at_end ? leave_taking(rubric, mark, &quote)
                        : last_quote(rubric, mark, ROLE_CUSTOMER, &quote) ||
                              last_quote(rubric, mark, ROLE_AGENT, &quote);
    if (found) return moment_at(card, mark, &quote);
    uint32_t index = missing_turn(rubric, card, mark);
    Moment moment =
        index == NONE ? at_first_quote(card, mark) : around(card, mark, index);
    moment.unasked = true;
    return moment;
}

Moment moment_of(const Rubric *rubric, const Scorecard *card, const Mark *mark) {
    if (mark->verdict != VERDICT_MET) return moment_missed(rubric, card, mark);
    const Criterion *criterion = mark_criterion(rubric, mark);
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; criterion && (quote = quote_next(&walk));)
        if (rule_asks_for(rubric, criterion->met, quote->origin->detector))
            return moment_at(card, mark, quote);
    return at_first_quote(card, mark);
}

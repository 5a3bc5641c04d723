#include "tally/turn_kind.h"

#include "score/quotes.h"
#include "tally/tally.h"

bool rule_asks_for(const Rubric *rubric, const Expression *rule, Str detector) {
    if (!rule || rule->op == OP_NOT) return false;
    if (rule->op == OP_DETECTOR)
        return str_eq(rubric->detectors.items[rule->detector].name, detector);
    for (size_t i = 0; i < rule->count; i++)
        if (rule_asks_for(rubric, &rule->of[i], detector)) return true;
    return false;
}

const Detector *detector_named(const Rubric *rubric, Str name) {
    vec_each(const Detector, detector, &rubric->detectors)
        if (str_eq(detector->name, name)) return detector;
    return NULL;
}

const Criterion *mark_criterion(const Rubric *rubric, const Mark *mark) {
    uint32_t index = criterion_index(rubric, mark->criterion);
    return index == UINT32_MAX ? NULL : &rubric->criteria.items[index];
}

static bool looks_at(const Detector *detector, WindowEdge edge) {
    const FieldSpec *spec = field_for(detector->kind, FIELD_WINDOW, PURPOSE_OWN);
    const Window *window = spec ? detector_param(detector, spec) : NULL;
    return window && window->edge == edge;
}

bool rule_is_of_edge(const Rubric *rubric, const Expression *rule, WindowEdge edge) {
    if (!rule) return false;
    for (size_t i = 0; i < rule->count; i++)
        if (rule_is_of_edge(rubric, &rule->of[i], edge)) return true;
    return rule->op == OP_DETECTOR &&
           looks_at(&rubric->detectors.items[rule->detector], edge);
}

bool quote_is_of_end(const Rubric *rubric, const Quote *quote) {
    const Detector *detector = detector_named(rubric, quote->origin->detector);
    return detector && looks_at(detector, WINDOW_LAST);
}

bool criterion_is_of_end(const Rubric *rubric, const Criterion *criterion) {
    return rule_is_of_edge(rubric, criterion->when, WINDOW_LAST);
}

bool criterion_is_anywhere(const Rubric *rubric, const Criterion *criterion) {
    return !criterion_is_of_end(rubric, criterion) &&
           !rule_is_of_edge(rubric, criterion->met, WINDOW_LAST) &&
           !rule_is_of_edge(rubric, criterion->met, WINDOW_FIRST);
}

// ---- Turns

typedef bool (*QuoteTest)(const Rubric *, const Mark *, const Quote *);

static bool has_quote(const Rubric *rubric, const Scorecard *card, uint32_t turn,
                      QuoteTest test) {
    vec_each(const Mark, mark, &card->marks) {
        QuoteWalk walk = quotes_of(mark);
        for (const Quote *quote; (quote = quote_next(&walk));)
            if (quote->turn == turn && test(rubric, mark, quote)) return true;
    }
    return false;
}

static bool is_of_end(const Rubric *rubric, const Mark *mark, const Quote *quote) {
    (void)mark;
    return quote_is_of_end(rubric, quote);
}

bool turn_is_of_end(const Rubric *rubric, const Scorecard *card, uint32_t turn) {
    return has_quote(rubric, card, turn, is_of_end);
}

static bool is_occasion(const Rubric *rubric, const Mark *mark, const Quote *quote) {
    const Criterion *criterion = mark_criterion(rubric, mark);
    return quote->role == ROLE_CUSTOMER && criterion &&
           rule_asks_for(rubric, criterion->when, quote->origin->detector) &&
           !quote_is_of_end(rubric, quote);
}

bool turn_is_occasion(const Rubric *rubric, const Scorecard *card, uint32_t turn) {
    return has_quote(rubric, card, turn, is_occasion);
}

static bool is_asked_for(const Rubric *rubric, const Mark *mark, const Quote *quote) {
    const Criterion *criterion = mark_criterion(rubric, mark);
    return quote->role == ROLE_AGENT && criterion &&
           (rule_asks_for(rubric, criterion->met, quote->origin->detector) ||
            rule_asks_for(rubric, criterion->partly, quote->origin->detector));
}

bool turn_is_asked_for(const Rubric *rubric, const Scorecard *card, uint32_t turn) {
    return has_quote(rubric, card, turn, is_asked_for);
}

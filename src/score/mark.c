#include "score/mark.h"

#include "base/buf.h"
#include "base/sort.h"
#include "detect/position.h"
#include "detect/weigh.h"
#include "rubric/expression.h"
#include "score/promises.h"
#include "score/quotes.h"

static Truth truth_of(const MarkInput *in, const Expression *expression) {
    return expression_truth(expression, in->findings);
}

// The detector whose finding makes `expression` what it is, so that it can be named.
static uint32_t decisive(const MarkInput *in, const Expression *expression, Truth truth) {
    if (expression->op == OP_DETECTOR) return expression->detector;
    Truth wanted = truth;
    if (expression->op == OP_NOT && truth != TRUTH_UNKNOWN)
        wanted = truth == TRUTH_YES ? TRUTH_NO : TRUTH_YES;
    for (size_t i = 0; i < expression->count; i++)
        if (truth_of(in, &expression->of[i]) == wanted)
            return decisive(in, &expression->of[i], wanted);
    return DETECTOR_NONE;
}

static Str explain(const MarkInput *in, const Decision *decision) {
    uint32_t detector = decisive(in, decision->rule, decision->truth);
    if (detector == DETECTOR_NONE) return (Str){0};
    const Finding *finding = findings_explain(in->findings, detector);
    if (finding->why.len) return str_copy(in->keep, finding->why);
    const Detector *named = &in->rubric->detectors.items[detector];
    if (!finding->evidence.len) return named->missed;
    Buf why = {.arena = in->keep};
    buf_put(&why, named->words);
    buf_text(&why, " in turn ");
    buf_int(&why, evidence_number(&in->findings->in, finding->evidence.items));
    return buf_str(&why);
}

int32_t criterion_points(const Criterion *criterion, Verdict verdict) {
    return verdict == VERDICT_MET      ? 1000
           : verdict == VERDICT_PARTLY ? criterion->partly_points
                                       : 0;
}

typedef VEC(Evidence) EvidenceList;

static inline void gather_found(const MarkInput *in, uint32_t detector,
                                EvidenceList *list) {
    vec_each(const Evidence, item, &findings_ask(in->findings, detector)->evidence)
        *vec_push(in->scratch, list) = evidence_written(&in->findings->in, item);
}

static void gather(const MarkInput *in, const Expression *expression,
                   EvidenceList *list) {
    if (!expression) return;
    if (expression->op == OP_DETECTOR) gather_found(in, expression->detector, list);
    for (uint32_t i = 0; i < expression->count; i++) {
        const Expression *part = &expression->of[i];
        if (part->op == OP_DETECTOR)
            gather_found(in, part->detector, list);
        else
            gather(in, part, list);
    }
}

static inline int compare_evidence(const void *a, const void *b) {
    const Evidence *x = a, *y = b;
    uint64_t x_at = position_of(x), y_at = position_of(y);
    if (x_at != y_at) return x_at < y_at ? -1 : 1;
    if (x->end != y->end) return x->end < y->end ? -1 : 1;
    if (x->detector != y->detector) return x->detector < y->detector ? -1 : 1;
    // Phrases of one detector stand in one list.
    return (x->phrase > y->phrase) - (x->phrase < y->phrase);
}

static bool has_origin(const KnownOrigin *known, const Evidence *evidence) {
    return known->detector == evidence->detector && known->by == evidence->by &&
           known->pattern == evidence->pattern && known->phrase == evidence->phrase;
}

static const KnownOrigin *make_origin(const MarkInput *in, const Evidence *evidence,
                                      const KnownOrigin *others) {
    const Detectors *detectors = &in->rubric->detectors;
    const WrittenPattern *pattern = evidence_pattern(detectors, evidence);
    const WeighedPhrase *phrase = evidence->phrase;
    KnownOrigin *made = arena_raw(in->keep, sizeof *made);
    *made = (KnownOrigin){.detector = evidence->detector,
                          .by = evidence->by,
                          .pattern = evidence->pattern,
                          .phrase = phrase,
                          .next = others};
    made->origin = (Origin){
        .detector = detectors->items[evidence->detector].name,
        .phrase = phrase ? phrase->name : (Str){0},
        .at = pattern ? pattern->at : (Str){0},
        .points = phrase ? phrase->points : 0,
    };
    return made;
}

// Those of a call are few, and its quotes many.
static const Origin *origin(const MarkInput *in, const Evidence *evidence) {
    const KnownOrigin **list = &in->origins->lists[evidence->detector % 64];
    const KnownOrigin *known = *list;
    while (known && !has_origin(known, evidence)) known = known->next;
    if (!known) known = *list = make_origin(in, evidence, *list);
    return &known->origin;
}

static Quote quote(const MarkInput *in, const Evidence *evidence, const Origin *origin) {
    const Turn *turn = &in->call->turns.items[evidence->turn];
    Quote made = {
        .origin = origin,
        .at_ms = turn->start_ms,
        .turn = evidence->turn + 1,
        .start = evidence->start,
        .end = evidence->end,
        .role = turn->role,
    };
    Str text = said_text(quote_turn(in->card, &made));
    made.quote = str_slice(text, made.start, made.end);
    return made;
}

static void keep_quotes(const MarkInput *in, EvidenceList *list, Mark *mark) {
    sort_few(list->items, list->len, sizeof *list->items, compare_evidence);
    for (size_t i = 0; i < list->len; i++) {
        const Evidence *item = &list->items[i];
        if (i > 0 && compare_evidence(item - 1, item) == 0) continue;
        *quotes_add(in->keep, mark) = quote(in, item, origin(in, item));
    }
}

static void cite(const MarkInput *in, const Criterion *criterion, const Expression *rule,
                 Mark *mark) {
    EvidenceList list = {0};
    if (!mark_is_decided(mark) && !mark->awaits) return;
    gather(in, criterion->when, &list);
    gather(in, rule, &list);
    if (mark->verdict == VERDICT_PARTLY) gather(in, criterion->partly, &list);
    keep_quotes(in, &list, mark);
}

void mark_make(const MarkInput *in, const Criterion *criterion, Mark *mark) {
    Decision decision = criterion_decide(criterion, in->findings);
    const Expression *rule = decision.rule;
    mark->verdict = decision.verdict;
    mark->points = criterion_points(criterion, mark->verdict);
    mark->why = decision.why;
    if (mark->verdict != VERDICT_MET && rule && !mark->why.len)
        mark->why = explain(in, &decision);
    if (mark->verdict == VERDICT_NOT_ASSESSABLE)
        mark->awaits = promise_awaited(in->rubric, criterion, in->findings, in->keep);
    cite(in, criterion, rule, mark);
}

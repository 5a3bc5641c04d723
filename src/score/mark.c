#include "score/mark.h"

#include "base/buf.h"
#include "base/sort.h"
#include "detect/position.h"
#include "rubric/expression.h"
#include "score/promises.h"

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

// Each as the call has it, before turns were joined. Apart, for few calls have turns to
// join.
__attribute__((noinline)) static const Evidence *written(const MarkInput *in,
                                                         const Evidence *items,
                                                         size_t count) {
    Evidence *copies = arena_raw(in->scratch, array_bytes(count, sizeof *copies));
    for (size_t i = 0; i < count; i++)
        copies[i] = evidence_written(&in->findings->in, &items[i]);
    return copies;
}

// Room for so many more, behind those that are there.
static inline Cited *cited_room(const MarkInput *in, size_t more) {
    enum { FEW = 64 };
    CitedWords *cited = in->cited;
    if (cited->list.cap - cited->list.len < more)
        vec_reserve(in->scratch, &cited->list, more > FEW ? more : FEW);
    return cited->list.items + cited->list.len;
}

static inline void gather_of(const MarkInput *in, uint32_t detector) {
    const Finding *finding = findings_ask(in->findings, detector);
    const Evidence *items = finding->evidence.items;
    size_t count = finding->evidence.len;
    if (!count) return;
    Cited *next = cited_room(in, count);
    if (in->findings->in.joined.turns) items = written(in, items, count);
    for (const Evidence *end = items + count; items != end; items++)
        *next++ = (Cited){position_of(items), items};
    in->cited->list.len += count;
}

// What each of the detectors found, most of which found nothing; what several expressions
// mention, once.
static void gather(const MarkInput *in, const Expression *expression) {
    if (!expression) return;
    CitedWords *cited = in->cited;
    const uint8_t *ran = in->findings->ran;
    const DetectorRefs mentions = expression->mentions;
    for (size_t i = 0; i < mentions.len; i++) {
        uint32_t detector = mentions.items[i];
        if (ran[detector] == RAN_FOR_NOTHING) continue;
        if (cited->gathered[detector] == cited->mark) continue;
        cited->gathered[detector] = cited->mark;
        gather_of(in, detector);
    }
}

static inline int compare_cited(const void *a, const void *b) {
    const Cited *one = a, *other = b;
    if (one->at != other->at) return one->at < other->at ? -1 : 1;
    const Evidence *x = one->of, *y = other->of;
    if (x->end != y->end) return x->end < y->end ? -1 : 1;
    if (x->detector != y->detector) return x->detector < y->detector ? -1 : 1;
    // Phrases of one detector stand in one list.
    return (x->phrase > y->phrase) - (x->phrase < y->phrase);
}

static inline Quote quote(const MarkInput *in, const Evidence *evidence) {
    const Turn *turn = &in->call->turns.items[evidence->turn];
    return (Quote){
        .origin = origins_find(in->origins, evidence),
        .at_ms = turn->start_ms,
        .turn = evidence->turn + 1,
        .start = evidence->start,
        .end = evidence->end,
        .role = turn->role,
        .quote = str_slice(turn->text, evidence->start, evidence->end),
    };
}

static void keep_quotes(const MarkInput *in, Mark *mark) {
    Cited *items = in->cited->list.items;
    size_t len = in->cited->list.len, count = 0;
    sort_few(items, len, sizeof *items, compare_cited);
    Quote *quotes = arena_raw(in->keep, array_bytes(len, sizeof *quotes));
    for (size_t i = 0; i < len; i++) {
        const Cited *item = &items[i];
        if (i > 0 && compare_cited(item - 1, item) == 0) continue;
        quotes[count++] = quote(in, item->of);
    }
    mark->quotes = (MarkQuotes){.items = quotes, .len = (uint32_t)count};
}

static void cite(const MarkInput *in, const Criterion *criterion, const Expression *rule,
                 Mark *mark) {
    if (!mark_is_decided(mark) && !mark->awaits) return;
    in->cited->list.len = 0;
    in->cited->mark++;
    gather(in, criterion->when);
    gather(in, rule);
    if (mark->verdict == VERDICT_PARTLY) gather(in, criterion->partly);
    if (in->cited->list.len) keep_quotes(in, mark);
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

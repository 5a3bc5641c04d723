#include "score/promises.h"

#include "detect/promise.h"
#include "rubric/expression.h"

// ---- What a mark waits for

typedef struct {
    const Rubric *rubric;
    Findings *findings;
    uint32_t promise; // the detector, or DETECTOR_NONE
} Search;

// Unknown with evidence: a promise that was made.
static void search_visit(void *context, uint32_t detector) {
    Search *search = context;
    PromiseOutcome outcome;
    if (!promise_outcome(&search->rubric->detectors.items[detector], &outcome)) return;
    const Finding *finding = findings_ask(search->findings, detector);
    if (!finding->known && finding->evidence.len && search->promise == DETECTOR_NONE)
        search->promise = detector;
}

static Verdict verdict_if(const Criterion *criterion, Findings *findings,
                          uint32_t promise, bool kept) {
    Finding *finding = &findings->items[promise], before = *finding;
    finding->known = true;
    finding->holds = kept;
    Verdict verdict = criterion_decide(criterion, findings).verdict;
    *finding = before;
    return verdict;
}

const AwaitedPromise *promise_awaited(const Rubric *rubric, const Criterion *criterion,
                                      Findings *findings, Arena *keep) {
    Search search = {rubric, findings, DETECTOR_NONE};
    PromiseOutcome outcome;
    if (!rubric->promises.len) return NULL;
    criterion_each_detector(criterion, search_visit, &search);
    if (search.promise == DETECTOR_NONE) return NULL;
    const Detector *detector = &rubric->detectors.items[search.promise];
    promise_outcome(detector, &outcome);
    AwaitedPromise *awaits = arena_new(keep, AwaitedPromise);
    *awaits = (AwaitedPromise){
        .promise = detector->name,
        .within_ms = outcome.within_ms,
        .if_kept = verdict_if(criterion, findings, search.promise, true),
        .if_broken = verdict_if(criterion, findings, search.promise, false),
    };
    return awaits;
}

// ---- What a call tells

static const Finding *ask(Findings *findings, uint32_t detector) {
    static const Finding NOTHING = {0};
    return detector == DETECTOR_NONE ? &NOTHING : findings_ask(findings, detector);
}

// A call that says both tells nothing.
static void note_told(const Detector *detector, const PromiseOutcome *outcome,
                      Findings *findings, Arena *keep, Scorecard *card) {
    const Finding *kept = ask(findings, outcome->kept_by);
    const Finding *broken = ask(findings, outcome->broken_by);
    bool is_kept = kept->known && kept->holds, is_broken = broken->known && broken->holds;
    if (is_kept == is_broken) return;
    const Finding *said = is_kept ? kept : broken;
    uint32_t turn =
        said->evidence.len ? evidence_number(&findings->in, said->evidence.items) : 0;
    *vec_push(keep, &card->told) = (ToldPromise){detector->name, is_kept, turn};
}

void promises_note_told(const Rubric *rubric, Findings *findings, Arena *keep,
                        Scorecard *card) {
    PromiseOutcome outcome;
    vec_each(const uint32_t, number, &rubric->promises) {
        const Detector *detector = &rubric->detectors.items[*number];
        promise_outcome(detector, &outcome);
        note_told(detector, &outcome, findings, keep, card);
    }
}

#include "detect/detect.h"

void finder_open(Finder *finder, const Patterns *patterns, bool use_sieve) {
    *finder = (Finder){0};
    finder->matcher = matcher_new(&finder->arena, patterns, use_sieve);
}

void finder_close(Finder *finder) {
    matcher_free(finder->matcher);
    lexicons_free(&finder->lexicons);
    arena_free(&finder->arena);
}

// Each detector after those it refers to.
static void run_all(const DetectorRefs *order, DetectInput *in, Finding *findings) {
    vec_each(const uint32_t, number, order) {
        const Detector *detector = &in->detectors->items[*number];
        in->self = *number;
        detector->kind->run(in, detector->params, &findings[*number]);
    }
}

CallFindings call_detect(Finder *finder, const Detectors *detectors,
                         const DetectorRefs *order, const Call *call, Arena *scratch) {
    size_t turns = call->turns.len;
    CallFindings found = {.folded = arena_array(scratch, Folded, turns),
                          .findings = arena_array(scratch, Finding, detectors->len)};
    MatchText *texts = arena_array(scratch, MatchText, turns);
    for (size_t t = 0; t < turns; t++) {
        found.folded[t] = text_fold(scratch, call->turns.items[t].text);
        texts[t] = (MatchText){found.folded[t].text, call->turns.items[t].role};
    }
    watch_lap(finder->watch, LAP_FOLD);
    matcher_scan(finder->matcher, texts, turns, scratch, &found.hits);
    watch_lap(finder->watch, LAP_MATCH);
    DetectInput in = {.call = call,
                      .folded = found.folded,
                      .hits = &found.hits,
                      .detectors = detectors,
                      .findings = found.findings,
                      .lexicons = &finder->lexicons,
                      .scratch = scratch};
    run_all(order, &in, found.findings);
    watch_lap(finder->watch, LAP_DETECT);
    return found;
}

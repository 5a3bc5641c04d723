#include "rubric/findings.h"

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

CallFindings call_detect(const Rubric *rubric, Finder *finder, const Call *call,
                         Arena *scratch) {
    size_t turns = call->turns.len;
    CallFindings found = {.folded = arena_array(scratch, Folded, turns)};
    MatchText *texts = arena_array(scratch, MatchText, turns);
    for (size_t t = 0; t < turns; t++) {
        found.folded[t] = text_fold(scratch, call->turns.items[t].text);
        texts[t] = (MatchText){found.folded[t].text, call->turns.items[t].role};
    }
    watch_lap(finder->watch, LAP_FOLD);
    matcher_scan(finder->matcher, texts, turns, scratch, &found.hits);
    watch_lap(finder->watch, LAP_MATCH);
    found.findings = arena_array(scratch, Finding, rubric->detectors.len);
    DetectInput in = {.call = call,
                      .folded = found.folded,
                      .hits = &found.hits,
                      .lexicons = &finder->lexicons,
                      .scratch = scratch};
    detectors_run(&rubric->detectors, rubric->order.items, rubric->order.len, &in,
                  found.findings);
    watch_lap(finder->watch, LAP_DETECT);
    return found;
}

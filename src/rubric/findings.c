#include "rubric/findings.h"

#include "detect/detect.h"

CallFindings call_detect(const Rubric *rubric, Matcher *matcher, const Call *call,
                         Arena *scratch, Watch *watch) {
    size_t turns = call->turns.len;
    CallFindings found = {.folded = arena_array(scratch, Folded, turns)};
    MatchText *texts = arena_array(scratch, MatchText, turns);
    for (size_t t = 0; t < turns; t++) {
        found.folded[t] = text_fold(scratch, call->turns.items[t].text);
        texts[t] = (MatchText){found.folded[t].text, call->turns.items[t].role};
    }
    watch_lap(watch, LAP_FOLD);
    matcher_scan(matcher, texts, turns, scratch, &found.hits);
    watch_lap(watch, LAP_MATCH);
    found.findings = arena_array(scratch, Finding, rubric->detectors.len);
    DetectInput in = {
        .call = call, .folded = found.folded, .hits = &found.hits, .scratch = scratch};
    detectors_run(&rubric->detectors, rubric->order.items, rubric->order.len, &in,
                  found.findings);
    watch_lap(watch, LAP_DETECT);
    return found;
}

#include "rubric/findings.h"

#include "detect/detect.h"

CallFindings call_detect(const Rubric *rubric, Matcher *matcher, const Call *call,
                         Arena *scratch) {
    size_t turns = call->turns.len;
    CallFindings found = {.folded = arena_array(scratch, Folded, turns)};
    MatchText *texts = arena_array(scratch, MatchText, turns);
    for (size_t t = 0; t < turns; t++) {
        found.folded[t] = text_fold(scratch, call->turns.items[t].text);
        texts[t] = (MatchText){found.folded[t].text, call->turns.items[t].role};
    }
    matcher_scan(matcher, texts, turns, scratch, &found.hits);
    found.findings = arena_array(scratch, Finding, rubric->detectors.len);
    DetectInput in = {
        .call = call, .folded = found.folded, .hits = &found.hits, .scratch = scratch};
    detectors_run(&rubric->detectors, rubric->order.items, rubric->order.len, &in,
                  found.findings);
    return found;
}

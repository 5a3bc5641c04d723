#include "detect/detect.h"

#include "call/language.h"

void finder_open(Finder *finder, const Patterns *patterns, bool use_sieve) {
    *finder = (Finder){0};
    finder->matcher = matcher_new(&finder->arena, patterns, use_sieve);
}

void finder_close(Finder *finder) {
    matcher_free(finder->matcher);
    lexicons_free(&finder->lexicons);
    arena_free(&finder->arena);
}

bool detector_rests_on_words(const Detector *detector) {
    bool rests = detector->kind->rests_on_words;
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        if (spec->type != FIELD_PATTERNS) continue;
        const PatternRefs *patterns = detector_param(detector, spec);
        rests |= patterns->len > 0;
    }
    return rests;
}

// Each detector after those it refers to. `foreign`: why nothing can be said of words.
static void run_all(const DetectorRefs *order, DetectInput *in, Str foreign,
                    Finding *findings) {
    vec_each(const uint32_t, number, order) {
        const Detector *detector = &in->detectors->items[*number];
        in->self = *number;
        if (foreign.len && detector_rests_on_words(detector))
            findings[*number].why = foreign;
        else
            detector->kind->run(in, detector->params, &findings[*number]);
    }
}

CallFindings call_detect(Finder *finder, const Detectors *detectors,
                         const DetectorRefs *order, const Call *call, Arena *scratch) {
    size_t turns = call->turns.len;
    CallFindings found = {.folded = arena_array(scratch, Folded, turns),
                          .findings = arena_array(scratch, Finding, detectors->len)};
    MatchText *texts = arena_array(scratch, MatchText, turns);
    Str foreign = language_obstacle(scratch, call, finder->language);
    for (size_t t = 0; t < turns; t++) {
        found.folded[t] =
            text_fold_without(scratch, call->turns.items[t].text, finder->passed);
        texts[t] = (MatchText){found.folded[t].text, call->turns.items[t].role};
    }
    watch_lap(finder->watch, LAP_FOLD);
    matcher_scan(finder->matcher, texts, foreign.len ? 0 : turns, scratch, &found.hits);
    watch_lap(finder->watch, LAP_MATCH);
    DetectInput in = {.call = call,
                      .folded = found.folded,
                      .hits = &found.hits,
                      .detectors = detectors,
                      .findings = found.findings,
                      .lexicons = &finder->lexicons,
                      .scratch = scratch};
    run_all(order, &in, foreign, found.findings);
    watch_lap(finder->watch, LAP_DETECT);
    return found;
}

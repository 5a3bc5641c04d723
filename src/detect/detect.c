#include "detect/detect.h"

#include "call/language_obstacle.h"

void finder_open(Finder *finder, const Patterns *patterns, bool use_sieve) {
    *finder = (Finder){.folds = fold_memo_new()};
    finder->matcher = matcher_new(&finder->arena, patterns, use_sieve);
}

void finder_close(Finder *finder) {
    matcher_free(finder->matcher);
    fold_memo_free(finder->folds);
    lexicons_free(&finder->lexicons);
    arena_free(&finder->arena);
}

Findings *call_detect(Finder *finder, const Detectors *detectors,
                      const DetectorRefs *order, const Call *call, Arena *scratch) {
    Joined joined = joined_not(call);
    if (!finder->as_written) call = call_joined(scratch, call, &joined);
    size_t turns = call->turns.len;
    HitList *hits = arena_new(scratch, HitList);
    Folded *folded = arena_array(scratch, Folded, turns);
    MatchText *texts = arena_array(scratch, MatchText, turns);
    Findings *findings = findings_new(&(DetectInput){.call = call,
                                                     .joined = joined,
                                                     .folded = folded,
                                                     .passed = finder->passed,
                                                     .hits = hits,
                                                     .detectors = detectors,
                                                     .lexicons = &finder->lexicons,
                                                     .scratch = scratch,
                                                     .watch = finder->watch});
    findings->foreign = language_obstacle(scratch, call, finder->language);
    for (size_t t = 0; t < turns; t++) {
        const Turn *turn = &call->turns.items[t];
        texts[t] = (MatchText){.role = turn->role};
        if (!matcher_seeks(finder->matcher, turn->role)) continue;
        folded[t] = text_fold_again(finder->folds, scratch, turn->text, finder->passed);
        texts[t].text = folded[t].text;
    }
    watch_lap(finder->watch, LAP_FOLD);
    matcher_sift(finder->matcher, texts, findings->foreign.len ? 0 : turns, scratch,
                 hits);
    watch_lap(finder->watch, LAP_MATCH);
    if (finder->eager) findings_run_all(findings, order);
    return findings;
}

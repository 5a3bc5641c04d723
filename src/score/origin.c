#include "score/origin.h"

#include "base/file.h"
#include "detect/weigh.h"
#include "score/record_quotes.h"

// By the detector that found the words, which one it had them from, and what matched.
// With the beginning of the origin, which is all that a record needs, it is in one line
// of the cache.
struct KnownOrigin {
    const KnownOrigin *next; // of the same pattern
    const WeighedPhrase *phrase;
    uint32_t detector, by;
    Origin origin;
};

void origins_open(KnownOrigins *known, Arena *arena, const Rubric *rubric) {
    *known = (KnownOrigins){.arena = arena,
                            .detectors = &rubric->detectors,
                            .patterns = patterns_count(rubric->patterns)};
    known->first =
        arena_array(arena, const KnownOrigin *, known->patterns + rubric->detectors.len);
}

static bool is_of(const KnownOrigin *known, const Evidence *evidence) {
    return known->detector == evidence->detector && known->by == evidence->by &&
           known->phrase == evidence->phrase;
}

// Those of one pattern, of which several detectors may have found something; behind them,
// those of no single pattern by their detector.
static const KnownOrigin **first_of(const KnownOrigins *known, const Evidence *evidence) {
    bool single = evidence->pattern != PATTERN_NONE;
    return &known->first[single ? evidence->pattern
                                : known->patterns + evidence->detector];
}

// As records have it.
static Str line_words(Arena *arena, const Place *place) {
    return str_format(arena, "%.*s:%u", STR_ARG(path_base(place->path)), place->line);
}

static const KnownOrigin *make(const KnownOrigins *known, const Evidence *evidence,
                               const KnownOrigin *next) {
    const WrittenPattern *pattern = evidence_pattern(known->detectors, evidence);
    const WeighedPhrase *phrase = evidence->phrase;
    KnownOrigin *made = arena_lines(known->arena, sizeof *made);
    *made = (KnownOrigin){.next = next,
                          .phrase = phrase,
                          .detector = evidence->detector,
                          .by = evidence->by};
    made->origin = (Origin){
        .detector = known->detectors->items[evidence->detector].name,
        .phrase = phrase ? phrase->name : (Str){0},
        .at = pattern ? line_words(known->arena, &pattern->place) : (Str){0},
        .points = phrase ? phrase->points : 0,
    };
    origin_seal(known->arena, &made->origin);
    return made;
}

const Origin *origins_find(const KnownOrigins *known, const Evidence *evidence) {
    const KnownOrigin **first = first_of(known, evidence), *found = *first;
    while (found && !is_of(found, evidence)) found = found->next;
    if (!found) found = *first = make(known, evidence, *first);
    __builtin_prefetch(found->origin.opens.ptr); // for the record
    return &found->origin;
}

#include "score/origin.h"

#include "base/file.h"
#include "detect/weigh.h"
#include "score/record_quotes.h"

void origins_open(KnownOrigins *known, Arena *arena, const Rubric *rubric) {
    *known = (KnownOrigins){.arena = arena,
                            .detectors = &rubric->detectors,
                            .patterns = patterns_count(rubric->patterns)};
    known->first =
        arena_array(arena, const KnownOrigin *, known->patterns + rubric->detectors.len);
}

// As records have it.
static Str line_words(Arena *arena, const Place *place) {
    return str_format(arena, "%.*s:%u", STR_ARG(path_base(place->path)), place->line);
}

const Origin *origins_add(const KnownOrigins *known, const Evidence *evidence) {
    const KnownOrigin **first = origins_of(known, evidence);
    const WrittenPattern *pattern = evidence_pattern(known->detectors, evidence);
    const WeighedPhrase *phrase = evidence->phrase;
    KnownOrigin *made = arena_lines(known->arena, sizeof *made);
    *made = (KnownOrigin){.next = *first,
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
    *first = made;
    return &made->origin;
}

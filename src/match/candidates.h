// From sightings of a pattern in a turn to candidates, the places where it may match.
#ifndef MATCH_CANDIDATES_H
#define MATCH_CANDIDATES_H

#include "match/sift.h"

// Where a match that holds an atom which was seen can begin.
typedef struct {
    Str text;
    const ByteSet *first; // that it can begin with
    bool whole_words;
    bool everywhere; // far off: all of the text is to be searched
    uint32_t last;   // the last place, which may be before the first
} Starts;

// `end` is that of the atom. Gives the first of them, which may come behind the last.
uint32_t starts_of(const SieveItems *items, const SieveAtom *atom, Str text, uint32_t end,
                   Starts *out);
// The first from `at` on.
static inline uint32_t starts_next(const Starts *starts, uint32_t at) {
    for (; at <= starts->last; at++)
        if (byteset_has(starts->first, starts->text.ptr[at]) &&
            (!starts->whole_words || is_outside(starts->text, at)))
            break;
    return at;
}

typedef VEC(Candidate) Candidates;

// Adds those of one sighting, the first of which may be there already. They have no
// order.
void candidates_add(const Sifted *sifted, const Sighting *sighting, Arena *arena,
                    Candidates *out);
// Puts them in the order of their starts, then of branch and number.
void candidates_sort(Candidates *candidates);

#endif

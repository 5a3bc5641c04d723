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

// From an atom back to where a match can begin, so many bytes at most: to where only what
// it can hold leads to it. Where that is far off nobody looks, and it is SEARCH_ALL: else
// a text of one repeated phrase would be gone through again and again.
uint32_t starts_back(const ByteSet *before, Str text, uint32_t there, uint32_t most);
// Whether the letters from `at` to `end`, which are all there is to a match, stand beside
// a character outside ASCII: whether that is part of a word is Unicode's to say.
bool starts_unsure(const SieveAtom *atom, Str text, uint32_t at, uint32_t end);
// The first from `at` on.
static inline uint32_t starts_next(const Starts *starts, uint32_t at) {
    for (; at <= starts->last; at++)
        if (byteset_has(starts->first, starts->text.ptr[at]) &&
            (!starts->whole_words || is_outside(starts->text, at)))
            break;
    return at;
}

// `end` is that of the atom. Gives the first of them, which may come behind the last.
static inline uint32_t starts_of(const SieveItems *items, const SieveAtom *atom, Str text,
                                 uint32_t end, Starts *out) {
    uint32_t there = end - atom->length, at = there;
    *out = (Starts){.text = text,
                    .first = &items->sets[atom->first],
                    .whole_words = atom->whole_words};
    if (there < atom->least) return 1; // too far on for its gate to tell
    if (atom->most) at = starts_back(&items->sets[atom->before], text, there, atom->most);
    out->everywhere =
        at == SEARCH_ALL || (atom->whole && starts_unsure(atom, text, there, end));
    if (!atom->at_top) out->last = there - atom->least;
    return starts_next(out, at);
}

// Where it begins, as nearly all do that begin with their atom; SEARCH_ALL: starts_of
// tells.
static inline uint32_t start_alone(const SieveAtom *atom, Str text, uint32_t end) {
    uint32_t at = end - atom->length;
    bool begins = !atom->most && !atom->at_top;
    return begins && (!atom->whole_words || is_outside(text, at)) ? at : SEARCH_ALL;
}

typedef VEC(Candidate) Candidates;

// Adds those of one sighting, the first of which may be there already. They have no
// order.
void candidates_add(const Sifted *sifted, const Sighting *sighting, Arena *arena,
                    Candidates *out);
// Puts them in the order of their starts, then of branch and number.
void candidates_sort(Candidates *candidates);

#endif

// From the texts of a call to sightings, which tell the patterns that may match in them:
// the first part of a matcher (matcher.h).
#ifndef MATCH_SIFT_H
#define MATCH_SIFT_H

#include "match/memo.h"
#include "match/pattern.h"
#include "match/pattern_set.h"

// What it is done with; one thread's. The lists are used again for the next text, so they
// grow no more after a while.
typedef struct {
    const Patterns *patterns;
    Arena arena;
    bool use_sieve;
    Memo *memo; // NULL: every text is searched
    SieveScan scan[ROLE_COUNT];
    const Wanted *wanted[ROLE_COUNT]; // NULL until its first turn comes
    // By list of partners, where the farthest of them ends in the text where one was last
    // seen, as a place: texts follow on each other. Of those that stand in front of an
    // atom it is told from the end of the text, for there the first is the farthest.
    uint32_t *seen[ROLE_COUNT];
    uint32_t begun, ended; // the places of the text at hand; the first is 1
    Sightings sightings;   // of all texts, by number; there is none of 0
    uint32_t *lists;       // by pattern: the number of the first of its sightings, or 0
} Sifter;

// A pattern that sift_always was asked for, and by text: it has been done there.
typedef struct {
    uint32_t pattern;
    bool *seen_to;
} SeenTo;

// The sightings of all patterns in all texts. Of one pattern, those that were not asked
// for are a list in the order of their turns.
struct Sifted {
    Sifter *sifter;
    struct Matcher *matcher; // that it is a part of
    Arena *scratch;
    const MatchText *said; // the texts as they were given
    CodeText *texts;
    uint32_t *kept; // by text, its number in the memo, plus one; 0: it is not there
    uint32_t count;
    uint32_t turn;   // the one at hand
    uint64_t *waits; // a bit a pattern: sift_always is left for it
    VEC(SeenTo) seen_to;
    HitList *out; // of which this is a part
};

// No word goes on at `at`.
static inline bool is_edge(Str text, size_t at) {
    return at >= text.len || !byte_is_ascii_word(text.ptr[at]);
}

// No word that begins before `at` goes on there.
static inline bool is_outside(Str text, size_t at) {
    return !at || is_edge(text, at - 1) || is_edge(text, at);
}

// The sighting that has a number; NULL: 0 has none.
static inline Sighting *sighting_of(const Sifter *sifter, uint32_t number) {
    return number ? &sifter->sightings.items[number] : NULL;
}

static inline void set_bit(uint64_t *bits, uint32_t pattern) {
    bits[pattern / 64] |= UINT64_C(1) << pattern % 64;
}

static inline void clear_bit(uint64_t *bits, uint32_t pattern) {
    bits[pattern / 64] &= ~(UINT64_C(1) << pattern % 64);
}

// What is looked for in one of the texts; NULL where every pattern is searched for.
static inline const Wanted *sifted_wanted(const Sifted *sifted, uint32_t text) {
    return sifted->sifter->wanted[sifted->said[text].role];
}

// As matcher_sift.
void sift(Sifter *sifter, const MatchText *texts, size_t count, Arena *scratch,
          HitList *out);
// Adds the sightings, in the texts that are marked (NULL: in all), of a pattern that may
// match in every text as far as atoms tell. They would be many, and few are asked for, so
// it is done when they are.
void sift_always(Sifted *sifted, uint32_t pattern, const bool *texts);

#endif

// The terms of matching: what is looked for, in what, and what is found.
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

#include "base/vec.h"
#include "call/call.h"

// Steps (PCRE2 match limit) that one start of a match may take: about 0.1 ms. Starts that
// take more than a hundredth of it may together take 200 times as many, and 4,000 for
// each byte of the text: so the time that a pattern can take is in proportion to the
// text. (But for \G, \K and verbs, where a search is one whole: there the first limit is
// all.)
enum { PATTERN_STEPS = 100000, PATTERN_FEWER = 100 };

// In place of a pattern's number: there is none.
#define PATTERN_NONE UINT32_MAX

typedef struct {
    Str regex;        // with fragments already expanded
    Role role;        // whose turns it is tried on; ROLE_UNKNOWN = everybody's
    bool whole_words; // a match neither starts nor ends inside a word
    bool unicode;     // \w, \d, \b by Unicode properties; always on when the regex holds
                      // characters outside ASCII
} PatternSpec;

typedef struct {
    size_t offset; // into the regex, in bytes
    Str text;      // PCRE2's own words
} PatternError;

typedef struct {
    uint32_t pattern, turn, start, end; // byte offsets into the text scanned, half open
    uint32_t capture_first, capture_count;
} Hit;

// What a named group of a hit captured.
typedef struct {
    Str name;
    uint32_t start, end;
} Capture;

// A pattern that ran into its budget on a turn: whether it matches there is not known.
typedef struct {
    uint32_t pattern, turn;
} GaveUp;

typedef struct {
    uint32_t first, count; // among all hits
} HitRange;

typedef struct Sifted Sifted; // matcher.h

// What is found in the texts of a call, of those patterns that were asked for, in the
// texts that they were asked for in.
typedef struct {
    VEC(Hit) hits; // of one pattern after the other, by turn, then start; leftmost, not
                   // overlapping
    VEC(Capture) captures;
    VEC(GaveUp) gave_up; // by pattern, then turn
    uint64_t *possible;  // a bit a pattern: it may have hits; it has, if it was asked for
                         // in all texts
    uint64_t *found;     // likewise: hits of it are known
    HitRange *of;        // these, by pattern
    Sifted *sifted;
} HitList;

static inline bool has_bit(const uint64_t *bits, uint32_t pattern) {
    return bits[pattern / 64] >> pattern % 64 & 1;
}

// Whether a pattern may have hits.
static inline bool hits_may_have(const HitList *hits, uint32_t pattern) {
    return has_bit(hits->possible, pattern);
}

// The hits of one pattern.
static inline HitRange hits_range(const HitList *hits, uint32_t pattern) {
    return has_bit(hits->found, pattern) ? hits->of[pattern] : (HitRange){0};
}

typedef struct {
    Str text; // folded, valid UTF-8
    Role role;
} MatchText;

#endif

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
    VEC(Hit) hits; // by pattern, then turn, then start; leftmost, not overlapping
    VEC(Capture) captures;
    VEC(GaveUp) gave_up;   // by pattern, then turn
    const uint32_t *first; // hits of pattern p are first[p] .. first[p + 1]
} HitList;

typedef struct {
    Str text; // folded, valid UTF-8
    Role role;
} MatchText;

#endif

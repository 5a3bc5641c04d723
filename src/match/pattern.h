// Patterns (PCRE2 with JIT) and the matchers that run them.
//
// `Patterns` are built once, sealed, and shared read-only; a `Matcher` belongs to one
// thread. matcher_scan is given all texts of a call at once and answers with every match.
// How it does so is its own affair: patterns are taken apart (branch.h), their atoms
// (atom.h) are looked for in one pass (sieve.h), and where a match can begin it is tried
// (confirm.h, code.h); a text that comes again is known (memo.h). callmark-internals(7)
// tells it at length.
#ifndef MATCH_PATTERN_H
#define MATCH_PATTERN_H

#include "base/vec.h"
#include "call/call.h"

typedef struct Patterns Patterns;
typedef struct Matcher Matcher;

#define PATTERN_NONE UINT32_MAX
// Steps (PCRE2 match limit) that one start of a match may take: about 0.1 ms. Starts that
// take more than a hundredth of it may together take 200 times as many, and 4,000 for
// each byte of the text: so the time that a pattern can take is in proportion to the
// text. (But for \G, \K and verbs, where a search is one whole: there the first limit is
// all.)
enum { PATTERN_STEPS = 100000, PATTERN_FEWER = 100 };

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

Patterns *patterns_new(Arena *arena);
// Compiles one more; its number, counted from 0, or PATTERN_NONE with *error filled.
uint32_t patterns_add(Patterns *patterns, const PatternSpec *spec, PatternError *error);
uint32_t patterns_count(const Patterns *patterns);
PatternSpec pattern_spec(const Patterns *patterns, uint32_t pattern);
Str pattern_regex(const Patterns *patterns, uint32_t pattern);
bool pattern_matches_empty(const Patterns *patterns, uint32_t pattern);
// Whether one search of `text` is not ended by so many steps.
bool pattern_exceeds(const Patterns *patterns, uint32_t pattern, Str text,
                     uint32_t steps);
// The atoms that tell where to look for it, separated by '|'; empty: everywhere.
Str pattern_atoms(Arena *arena, const Patterns *patterns, uint32_t pattern);
// Ends the adding: from here on the patterns can be matched.
void patterns_seal(Patterns *patterns);
// Compiles all of them to machine code, which is else done when one is first used.
void patterns_prepare(const Patterns *patterns);
void patterns_free(Patterns *patterns);

// `patterns` must be sealed. Without the sieve every pattern is searched for in every
// text: the same answer, many times slower; for tests.
Matcher *matcher_new(Arena *arena, const Patterns *patterns, bool use_sieve);
// Every match of every pattern in `texts`. The lists live in `scratch`.
void matcher_scan(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out);
void matcher_free(Matcher *matcher);

// What it took to make hits of one pattern's candidates (confirm.h). The sieve's pass
// over the text is made for all patterns at once and counts for none.
typedef struct {
    uint64_t turns;   // that had a candidate
    uint64_t tries;   // how often PCRE2 was asked
    uint64_t hits;    // some are known without a try
    uint64_t gave_up; // turns
    int64_t ns; // by the clock, with what it takes to compile it when it is first used
} PatternCost;
// From now on adds to `costs`, one a pattern, what each of them costs. A text that is
// told from memory costs nothing.
void matcher_measure(Matcher *matcher, PatternCost *costs);

#endif

// A matcher runs all patterns over the texts of a call; it belongs to one thread.
//
// It is given all texts at once, and tells what a pattern matches when that is asked for.
// How it does so is its own affair: patterns are taken apart (branch.h), their atoms
// (atom.h) are looked for in one pass (sieve.h), and where a match can begin it is tried
// (confirm.h, code.h); a text that comes again is known (memo.h). callmark-internals(7)
// tells it at length.
#ifndef MATCH_MATCHER_H
#define MATCH_MATCHER_H

#include "match/pattern.h"

typedef struct Matcher Matcher;

// `patterns` must be sealed. Without the sieve every pattern is searched for in every
// text: the same answer, many times slower; for tests.
Matcher *matcher_new(Arena *arena, const Patterns *patterns, bool use_sieve);
// Whether some pattern is looked for in the turns of a role. The texts of others are not
// looked at.
bool matcher_seeks(const Matcher *matcher, Role role);
// Finds out which patterns may match in `texts`. Nothing has been asked for yet. The
// texts and lists live in `scratch`; more can be asked for until the matcher is given
// other texts.
void matcher_sift(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out);
// Adds the hits of a pattern in the texts that are marked (NULL: in all) to those that
// are known, unless that has been done. `hits` may move.
void hits_ask(HitList *hits, uint32_t pattern, const bool *texts);
// Asks memory for what hits_ask will look at first, so that it need not wait: best while
// another pattern is asked for. It must be one that may have hits.
void hits_expect(const HitList *hits, uint32_t pattern);
void hits_ask_all(HitList *hits); // in the order of the patterns
// Every match of every pattern in `texts`: both in one.
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
// From now on adds to `costs`, one a pattern, what each of them costs. What is told from
// memory takes no tries.
void matcher_measure(Matcher *matcher, PatternCost *costs);

#endif

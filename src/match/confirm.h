// From candidates, the places where a pattern may match, to hits, where it does.
//
// Starts are tried from left to right, each once, and after a match the next is looked
// for behind its end: so the hits are those of a plain search, which also takes the
// leftmost match and goes on behind it. Only starts where no match can begin are left
// out.
#ifndef MATCH_CONFIRM_H
#define MATCH_CONFIRM_H

#include "match/code.h"
#include "match/track.h"

// A place in a turn where a pattern may match, by one of its branches.
typedef struct {
    uint32_t start;          // or SEARCH_ALL: it is to be searched for in all of it
    uint32_t end;            // of a match that is known already, else 0
    const uint8_t *track;    // of the branch; NULL: it has none
    uint16_t branch, number; // of those with the same start the lowest comes first; the
                             // number is that of the atom
} Candidate;
#define SEARCH_ALL UINT32_MAX

// A pattern as it is to be confirmed.
typedef struct {
    Code *code;            // all of it
    Code *const *branches; // its parts; tried in order, they come to the same
} ConfirmPattern;

// What is looked for, with what, in which text, and where the hits go.
typedef struct {
    uint32_t pattern;             // its number
    const ConfirmPattern *target; // not looked at where tracks tell all
    CodeRunner *runner;           // has the text
    Arena *scratch;               // of `out`
    HitList *out;
    Str text;
    bool ascii; // the text is
    uint32_t turn;
} Confirmer;

// Adds the hits of the pattern, or that it gave up. `candidates`, at least one, are in
// the order of their starts, then of branch and number. Gives how often PCRE2 was asked:
// starts tried and searches begun, each as often as it was begun with more steps.
uint64_t confirm(const Confirmer *confirmer, const Candidate *candidates, size_t count);
// Whether a search from the start of `text` gives up, when `steps` stand in the place of
// PATTERN_STEPS.
bool confirm_gives_up(Code *code, CodeRunner *runner, Str text, uint32_t steps);

#endif

// Signs that may tell what a detector is to find: words, other detectors, the turn
// before.
#ifndef LEARN_CANDIDATES_H
#define LEARN_CANDIDATES_H

#include "learn/turns.h"
#include "tally/logistic.h"

typedef struct {
    WeighBy by;
    Str text;    // a pattern, a detector's name, a share of echo, "at_most 2"
    bool is_own; // the detector that learns, as it is
    Rows turns;  // numbers of the turns that have it
    Rows adds;   // of these, where it would be a find of its own: not negated, in window
    Rows undoes; // of these, where it stands near all that was found
} Candidate;
typedef VEC(Candidate) Candidates;

// How much there must be of a candidate to be one.
enum { SUPPORT_TURNS = 3, SUPPORT_DIALOGUES = 2, SUPPORT_AGENTS = 2 };

// Words and pairs of words as patterns: one to four in a row, with ^ where they begin the
// turn and \W*$ where they end it, with the mark of a question behind them; two of the
// first 40 with anything between. Digits are \d+. One word or two are not to be added
// where they are stop words of English, nor is what the detector's own examples speak
// against. Of candidates that stand in the same turns, the shortest.
Candidates candidates_make(const LearnSet *set, const LearnPlan *plan);

#endif

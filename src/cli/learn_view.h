// What 'learn' found out: for a person, and as a file that a rubric can use.
#ifndef CLI_LEARN_VIEW_H
#define CLI_LEARN_VIEW_H

#include "learn/learn.h"

// Of verdicts: how many calls tell of turns, and by what.
typedef struct {
    Str criterion;
    uint32_t earned, denied; // by a turn that readers name; by their seeing none
    uint32_t unused;         // judged, and nothing is known of their turns
} JudgedCalls;

typedef struct {
    const LearnPlan *plan;
    const LearnOutcome *outcome;
    const JudgedCalls *judged; // NULL: learned from labels
    Texts files;               // of the labels, or the verdicts and their calls
    Str use;                   // the rubric, as the file names it
    char hash[17];             // of the labelled turns
} LearnView;

// What is known of each candidate in all turns: of `seen`, `right` are as it says.
typedef struct {
    uint64_t seen, right;
    const LearnTurn *quoted; // one that is right, or NULL
} CandidateFigure;
// `against`: it is right where nothing is to be found.
CandidateFigure candidate_figure(const LearnData *data, const Rows *rows, bool against);
// The turns where a learned phrase does what it is for.
const Rows *phrase_rows(const LearnData *data, LearnWay way, const LearnedPhrase *phrase);
// A pattern as YAML has it: 'you''ve'.
void pattern_put(Buf *out, Str text);
// A phrase of `weigh` without its points: say: 'you''ve'.
void candidate_put(Buf *out, const Candidate *candidate);

typedef void PutLearned(Buf *out, const LearnView *view);
PutLearned learn_put_text, learn_put_yaml;

#endif

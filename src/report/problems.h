// What was refused, could not be assessed or is doubtful: every case, and how many there
// are of each reason.
#ifndef REPORT_PROBLEMS_H
#define REPORT_PROBLEMS_H

#include "report/report_input.h"

typedef enum {
    PROBLEM_REFUSED, // input that was not read
    PROBLEM_INPUT,   // read, and doubtful
    PROBLEM_NOT_ASSESSABLE,
    PROBLEM_TOO_LITTLE,
    PROBLEM_GAVE_UP, // a pattern
    PROBLEM_GUESSED, // who is the agent
    PROBLEM_REPAIRED,
} ProblemKind;

typedef struct {
    ProblemKind kind;
    Str reason;
    const Diag *diag;      // of input, else NULL
    const Scorecard *card; // of a call, else NULL
    uint32_t number;       // in the order in which they were found
} Problem;

// Reasons that differ only in numbers and names are one, with "…" where they differ.
typedef struct {
    ProblemKind kind;
    Str reason;
    uint32_t count;
    uint32_t first; // the number in the list of the first of them
} ProblemTotal;

typedef struct {
    VEC(Problem) list;        // by kind, each in the order in which they were found
    VEC(ProblemTotal) totals; // by kind, the most frequent first
} Problems;

Problems problems_collect(Arena *arena, const ReportInput *in);
Str problem_words(ProblemKind kind); // "✗ input refused"

#endif

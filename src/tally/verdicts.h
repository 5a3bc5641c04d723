// Verdicts that people gave on whole calls, as a table has them.
#ifndef TALLY_VERDICTS_H
#define TALLY_VERDICTS_H

#include "base/diag.h"
#include "rubric/verdict.h"

// One row: what a reader said of one criterion in one call. A reader who could not say is
// VERDICT_NOT_ASSESSABLE.
typedef struct {
    Str call, criterion, reader;
    Verdict verdict;
    uint32_t turn; // that decided it, counted from 1; 0 = not said
    Place place;
} Judgement;
typedef VEC(Judgement) Judgements;

// Reads a CSV file with the columns call, criterion, reader, verdict and turn (which may
// be lacking); a verdict is met, partly, not_met, not_applicable or unsure; a row without
// one is passed over. Bad rows are complained of and left out. False when the file cannot
// be read or lacks a column. All lives in `arena`.
bool verdicts_read(Arena *arena, Str path, Judgements *judgements, Diags *diags);

#endif

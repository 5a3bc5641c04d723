// Files of scorecard records, as `score` writes them.
#ifndef SCORE_READ_RECORDS_H
#define SCORE_READ_RECORDS_H

#include "call/read.h"
#include "score/record.h"

// Whether the file at `path` begins like one; false when it cannot be read.
bool records_sniff(Str path);
// Adds every record in the file to `cards`, all of it in `arena`. Lines that are no record,
// or were marked by another rubric than `rubric`, are complained of and left out. Fills
// *file for the manifest; false when the file cannot be opened.
bool records_read(Arena *arena, Str path, const Rubric *rubric, Scorecards *cards,
                  InputFile *file, Diags *diags);

#endif

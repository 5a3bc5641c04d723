// Scorecards as rows of CSV.
#ifndef SCORE_TABLE_H
#define SCORE_TABLE_H

#include "score/scorecard.h"

// One row a call (`score --to csv`): its columns, then a score per principle and a
// verdict per criterion of the rubric.
void table_put_header(Buf *out, const Rubric *rubric);
void table_put(Buf *out, const Rubric *rubric, const Scorecard *card);

// One row per call and principle (scores.csv).
void scores_put_header(Buf *out);
void scores_put(Buf *out, const Scorecard *card);

// One row per call and criterion (marks.csv); `week` is the one of ISO 8601 in which the
// call began, in UTC, and `turn` and `quote` are the last words that the mark rests on.
void marks_put_header(Buf *out);
void marks_put(Buf *out, const Scorecard *card);

#endif

// What `diff` prints: changed verdicts, and all of them in numbers.
#ifndef CLI_CHANGES_H
#define CLI_CHANGES_H

#include "tally/compare.h"

// A criterion of one call that two rubrics judge differently.
typedef struct {
    const Scorecard *card; // whose call it is; either will do
    const Mark *old_mark, *new_mark;
} Change;

typedef void PutChange(Buf *out, const Change *change);
PutChange change_put_text, change_put_csv, change_put_json;
void changes_put_header(Buf *out); // of the CSV

// A sorted comparison: for a person, and the changes of each criterion counted.
typedef void PutComparison(Buf *out, const Comparison *comparison);
PutComparison comparison_put_text, comparison_put_csv, comparison_put_json;

#endif

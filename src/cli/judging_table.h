// Tables for a person to fill in, who judges turns or whole calls.
#ifndef CLI_JUDGING_TABLE_H
#define CLI_JUDGING_TABLE_H

#include "base/buf.h"
#include "rubric/rubric.h"

// One row a turn, with room for labels: what 'measure' and 'learn' read.
void labels_put_header(Buf *out);
void labels_put_call(Buf *out, const Call *call);

// One row a call and criterion of the rubric, with room for the reader and the verdict:
// what 'agree' reads.
void verdicts_put_header(Buf *out);
void verdicts_put_call(Buf *out, const Rubric *rubric, const Call *call);

#endif

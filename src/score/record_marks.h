// The marks of a card, as its record has them.
#ifndef SCORE_RECORD_MARKS_H
#define SCORE_RECORD_MARKS_H

#include "score/record_memo.h"

// The member `marks` with its comma. `memo` has heard the card, or is NULL.
void record_put_marks(Buf *out, const Scorecard *card, RecordMemo *memo);
// A mark alone, as the record has it; no newline.
void record_put_mark(Buf *out, const Mark *mark);

#endif

// What was said in a call, as its record has it.
#ifndef SCORE_RECORD_SAID_H
#define SCORE_RECORD_SAID_H

#include "score/record_memo.h"

// Writes the card's first turns into the memo, so that what is quoted of them can be
// copied from there.
void memo_hear(RecordMemo *memo, const Scorecard *card);
// The member `said` with its comma; none of a card without turns. `memo` has heard this
// card, or is NULL.
void record_put_said(Buf *out, const Scorecard *card, const RecordMemo *memo);
// A time or null, in a room for ROOM_INT.
static inline char *room_ms(char *at, int64_t ms) {
    return ms == NO_TIME ? room_text(at, "null") : room_int(at, ms);
}

#endif

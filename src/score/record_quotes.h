// The words that a mark rests on, as its record has them.
#ifndef SCORE_RECORD_QUOTES_H
#define SCORE_RECORD_QUOTES_H

#include "score/record_memo.h"

// Makes what all quotes of an origin have in common, where they will be many.
void origin_seal(Arena *arena, Origin *origin);
// The list of a mark that has some. `memo` has heard its card, or is NULL.
void record_put_quotes(Buf *out, const Mark *mark, const RecordMemo *memo);

#endif

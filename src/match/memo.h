// What was found in texts that come again and again: "yes please", an agent's canned
// replies. They are told by their bytes, so what is remembered is what a search would
// find.
//
// A text is kept when it is met the second time, so that those that come once, which are
// most of them, take no room. When there are too many, all are forgotten. One thread's.
#ifndef MATCH_MEMO_H
#define MATCH_MEMO_H

#include "match/match.h"

typedef struct Memo Memo;

Memo *memo_new(void);
void memo_free(Memo *memo);

typedef enum {
    MEMO_NEW,    // look for what there is
    MEMO_WANTED, // likewise, and give it to memo_keep
    MEMO_KNOWN   // its hits were added to `out`, as those of turn `turn`
} MemoAnswer;
MemoAnswer memo_recall(Memo *memo, const MatchText *text, uint32_t turn, Arena *arena,
                       HitList *out);
// What was found in the text that was asked for last: the hits of `found` from number
// `hit` on and the captures from number `capture` on.
void memo_keep(Memo *memo, const MatchText *text, const HitList *found, size_t hit,
               size_t capture);

#endif

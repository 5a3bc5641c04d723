// What may be found in texts that come again and again: "yes please", an agent's canned
// replies. They are told by their bytes, so what is remembered is what a search would
// find.
//
// A text is kept when it is met the second time, so that those that come once, which are
// most of them, take no room. When there are too many, all are forgotten. One thread's.
#ifndef MATCH_MEMO_H
#define MATCH_MEMO_H

#include "match/confirm.h"

typedef struct Memo Memo;
typedef VEC(Candidate) Candidates;

Memo *memo_new(void);
void memo_free(Memo *memo);
// Forgets all when it is full: then candidates have numbers no more.
void memo_tidy(Memo *memo);

typedef enum {
    MEMO_NEW,    // look for what there is
    MEMO_WANTED, // likewise, and give it to memo_keep
    MEMO_KNOWN   // these are its candidates
} MemoAnswer;
// The candidates that were dropped since are of PATTERN_NONE. They are valid until the
// next text is kept.
typedef struct {
    const Candidate *items;
    size_t len;
} CandidateSlice;
MemoAnswer memo_recall(Memo *memo, const MatchText *text, CandidateSlice *out);
// All candidates of the text that was asked for last; they get their numbers.
void memo_keep(Memo *memo, const MatchText *text, Candidate *candidates, size_t count);
// What came of the candidates that one pattern has in a kept text: from now on they are
// matches that are known already. Hits that have captures are not remembered.
void memo_learn(Memo *memo, const Candidate *candidates, size_t count, const Hit *hits,
                size_t hit_count);

#endif

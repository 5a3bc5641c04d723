// What the records of many calls have in common, byte for byte: those of calls that are
// marked by one rubric, in one thread. `RecordMemo memo = {0};` knows nothing.
#ifndef SCORE_RECORD_MEMO_H
#define SCORE_RECORD_MEMO_H

#include "base/buf.h"
#include "score/scorecard.h"

// What a mark was written as the last time, of its criterion and verdict.
typedef struct {
    const char *criterion; // its id; NULL: it has not been written
    int32_t applied, share;
    bool uncounted;
    size_t given; // so many of the bytes are the same whatever it counts
    Buf why;
    Buf bytes; // with the comma before it, as it is without quotes
} MarkHead;

// What is written of a principle up to its score, from there to the weight applied, and
// behind that; with the comma before it.
typedef struct {
    Str opens, weighs, closes;
} PrincipleHead;

// A turn of the card that is written now.
enum { TURN_HEAD = 104 };
typedef struct {
    const char *text, *said; // as the card has it, and as it was written
    uint32_t len;            // of both; 0: they are not the same
    uint32_t head_len;
    char head[TURN_HEAD]; // of its quotes, from the turn's number up to where they start
} TurnHead;

typedef struct {
    Arena arena;
    VEC(MarkHead) marks;           // by mark, and by verdict
    VEC(PrincipleHead) principles; // by number
    Str rubric;                    // the members that name it
    Buf said;                      // the card's first turns, as the record has them
    VEC(TurnHead) turns;           // the same
    uint32_t said_from;            // the number of the first
    Str said_by[ROLE_COUNT];       // what stands before the time of a turn in `said`,
    Str quote_of[ROLE_COUNT];      // and in a quote, by role
    size_t len;                    // of the record before: the next may well be as long
} RecordMemo;

void record_memo_free(RecordMemo *memo);

#endif

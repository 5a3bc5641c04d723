// Scorecards as lines of JSON: the public, versioned record. Version 2 has the call's
// turns and the place of each pattern, which version 1 had not; both are read.
#ifndef SCORE_RECORD_H
#define SCORE_RECORD_H

#include "base/buf.h"
#include "score/scorecard.h"

enum { RECORD_VERSION = 2 };

// One line of NDJSON, newline included.
void record_put_json(Buf *out, const Scorecard *card);
// The same of one of many calls marked by one rubric, in one thread. Most marks begin as
// the last one of their criterion and verdict did, from its id to its reason, so these
// bytes are kept. `MarkHeads heads = {0};` is empty.
typedef struct MarkHead MarkHead;
// What quotes of one turn have in common, as it stands in the record.
typedef struct {
    size_t at, len; // at 0: there is none yet
} TurnHead;
typedef struct {
    Arena arena;
    VEC(MarkHead) items; // by mark, and by verdict
    VEC(Buf) unscored;   // by principle, as all records have it without a score
    VEC(TurnHead) turns; // of the record, by turn
    size_t len;          // of the record before: the next may well be as long
} MarkHeads;
void record_put_again(Buf *out, const Scorecard *card, MarkHeads *heads);
void mark_heads_free(MarkHeads *heads);
// Makes what all quotes of an origin have in common, where they will be many.
void origin_seal(Arena *arena, Origin *origin);
// A mark alone, as the record has it; no newline.
void record_put_mark(Buf *out, const Mark *mark);
// The line that stands for a call that was refused, or takes back one written before.
// `line` of the input, or 0.
void record_put_error(Buf *out, Str call, uint32_t line, Str error);

// Whether a file that begins so holds records.
bool record_sniff(Str head);
// A record read back. False with a complaint when the line is none; false without one for
// the record of an error.
bool record_parse(Arena *arena, Str line, Place place, Scorecard *card, Diags *diags);

#endif

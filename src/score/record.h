// Scorecards as lines of JSON: the public, versioned record. Version 2 has the call's
// turns and the place of each pattern, which version 1 had not; both are read.
#ifndef SCORE_RECORD_H
#define SCORE_RECORD_H

#include "score/record_memo.h"

enum { RECORD_VERSION = 2 };

// One line of NDJSON, newline included.
void record_put_json(Buf *out, const Scorecard *card);
// The same of a card that was marked by the memo's rubric, in its thread.
void record_put_again(Buf *out, const Scorecard *card, RecordMemo *memo);
// The line that stands for a call that was refused, or takes back one written before.
// `line` of the input, or 0.
void record_put_error(Buf *out, Str call, uint32_t line, Str error);

// Whether a file that begins so holds records.
bool record_sniff(Str head);
// A record read back. False with a complaint when the line is none; false without one for
// the record of an error.
bool record_parse(Arena *arena, Str line, Place place, Scorecard *card, Diags *diags);

#endif

// Scorecards as lines of JSON: the public, versioned record ("record": 1).
#ifndef SCORE_RECORD_H
#define SCORE_RECORD_H

#include "score/scorecard.h"

// One line of NDJSON, newline included.
void record_put_json(Buf *out, const Scorecard *card);
// A mark alone, as the record has it; no newline.
void record_put_mark(Buf *out, const Mark *mark);
// The line that stands for a call that was refused, or takes back one written before.
void record_put_error(Buf *out, Str call, Str error);

// Whether a file that begins so holds records.
bool record_sniff(Str head);
// A record read back. False with a complaint when the line is none; false without one for
// the record of an error.
bool record_parse(Arena *arena, Str line, Place place, Scorecard *card, Diags *diags);

#endif

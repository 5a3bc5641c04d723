// One call on its way through the reader: cut off its input by the reader's owner, read
// by whichever thread takes it, accepted by the owner in the order of the input.
#ifndef CALL_PIECE_H
#define CALL_PIECE_H

#include "call/read.h"

typedef struct Input Input;

// Complaints that one file may hold by the thousand come first: of each kind, only the
// first are said on the spot, and the rest are counted at the end of the file.
typedef enum {
    COMPLAINT_TIME,
    COMPLAINT_ROW,
    COMPLAINT_SPEAKER,    // said once a label and file
    COMPLAINT_SUPPLEMENT, // told otherwise beside the transcript; once a field and file
    COMPLAINT_BYTES,
    COMPLAINT_EMPTY,   // a call without turns
    COMPLAINT_PARTIAL, // a call whose transcript goes on elsewhere
    COMPLAINT_COUNTED,
    COMPLAINT_CALL = COMPLAINT_COUNTED, // costs the call; all are said
    COMPLAINT_FILE                      // costs the file, or what is left of it
} ComplaintKind;

enum { COMPLAINTS_ON_THE_SPOT = 20 };

// A complaint that waits to be said in its turn.
typedef struct {
    Input *input;
    ComplaintKind kind;
    Diag diag;
} Remark;

typedef VEC(Remark) Remarks;

struct Piece {
    Input *input; // NULL: no call, only remarks
    Str path;     // of the input, or of the part that is being read
    Arena *arena; // of what was cut off, and of the call that is read off it
    size_t bytes; // of the matter, as it was cut off
    void *matter; // what the format cut off; NULL: `call` has been read already
    Call call;    // given out when not refused
    const char *format, *reason; // what it was read as, where the file does not tell
    const Call *row;             // of --calls, where it has one for the call
    bool refused;                // what is wrong costs the call
    Remarks before;              // on what stands before it in the input
    Remarks remarks;
    uint32_t counts[COMPLAINT_COUNTED]; // of all made, those not kept included
};

Place piece_place(const Piece *piece, uint32_t line, uint32_t col);
// Gives the complaint, for a hint; NULL when it was only counted. `text` lives as long as
// the piece.
Diag *piece_complain(Piece *piece, ComplaintKind kind, Place place, Str text);
// The same, and a note of it among the call's problems; the call is given out all the
// same.
Diag *piece_blemish(Piece *piece, ComplaintKind kind, Place place, Str text);
// A blemish: `count` bytes that were not UTF-8, or NUL, were replaced; the first stood at
// `place`.
void piece_repaired(Piece *piece, Place place, size_t count);
// An error that costs the call; NULL when it has been refused already.
Diag *piece_refuse(Piece *piece, Place place, Str text);

// Adds a complaint to `remarks`, or only counts it; as piece_complain. Its severity
// follows from the kind.
Diag *remark_add(Arena *arena, Remarks *remarks, uint32_t *counts, Remark remark);

#endif

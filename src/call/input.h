// One input on its way to becoming calls: its bytes, its options, what is said about it.
#ifndef CALL_INPUT_H
#define CALL_INPUT_H

#include "call/read.h"
#include "call/seen.h"
#include "call/source.h"

// Complaints that one file may hold by the thousand: of each kind, only the first are
// made on the spot; input_close counts the rest. Refused calls are all named.
typedef enum {
    COMPLAINT_TIME,
    COMPLAINT_ROW,
    COMPLAINT_SPEAKER,
    COMPLAINT_BYTES,
    COMPLAINT_COUNT
} ComplaintKind;

typedef struct {
    Source source;
    Str path;
    const ReadOptions *options;
    Diags *diags;
    Seen *seen;              // of all inputs
    const InputFiles *files; // all inputs
    uint32_t number;         // of this one among them
    Seen split;              // calls whose rows are known not to stand together
    bool in_rows;            // calls are made of rows that should stand together
    uint32_t refused;        // calls refused by name
    uint32_t complaints[COMPLAINT_COUNT];
    Str speakers[20]; // unknown labels that were warned of
    uint32_t speaker_count;
    Arena arena; // until the input is closed
} Input;

Place input_place(const Input *input, uint32_t line, uint32_t col);
// Gives the complaint, for a hint; NULL when it was only counted. `call` may be empty.
Diag *input_complain(Input *input, ComplaintKind kind, Place place, Str call, Str text);
// The same, and a note of it among the call's problems; the call is given out all the
// same. `text` lives as long as the call.
void input_blemish(Input *input, ComplaintKind kind, Place place, Arena *arena,
                   Call *call, Str text);
// A blemish: bytes that were not UTF-8, or NUL, were replaced; the first stood at
// `place`.
void input_repaired(Input *input, Place place, Arena *arena, Call *call, size_t count);
// An error that costs the file, or what is left of it.
Diag *input_fail(Input *input, Place place, Str text);
// An error that costs the call.
Diag *input_refuse(Input *input, Place place, Str call, Str text);
// Notes, before any call is given out, that rows of a call begin at `line`.
void input_foresee(Input *input, Str id, uint32_t line);
// Whether the call that begins at `place` may be read. Refuses it when its id has been
// used, here or in another file, or its rows are foreseen not to stand together.
bool input_admit(Input *input, Str id, Place place);
// Says how many complaints were only counted, and closes the source.
void input_close(Input *input);

#endif

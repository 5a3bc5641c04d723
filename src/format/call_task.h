// One call on its way through the reader: cut off its input by the reader's owner, read
// by whichever thread takes it, accepted by the owner in the order of the input.
#ifndef FORMAT_CALL_TASK_H
#define FORMAT_CALL_TASK_H

#include "call/call.h"

typedef struct Input Input;
typedef struct CallTask CallTask;

// Complaints that one file may hold by the thousand come first: of each kind, only the
// first are said on the spot, and the rest are counted at the end of the file. Of those
// that cost a call, the rest are listed as well, since each names a call.
typedef enum {
    COMPLAINT_TIME,
    COMPLAINT_ROW,
    COMPLAINT_SPEAKER, // said once a label and file
    COMPLAINT_EXTRA,   // told otherwise beside the transcript; once a field and file
    COMPLAINT_BYTES,
    COMPLAINT_EMPTY,   // a call without turns
    COMPLAINT_WHEN,    // times that are not to be relied on; once a file
    COMPLAINT_PARTIAL, // a call whose transcript goes on elsewhere
    COMPLAINT_DOUBT,   // a turn or call that may not begin or end where it seems to
    COMPLAINT_COUNTED,
    COMPLAINT_CALL = COMPLAINT_COUNTED, // costs the call
    COMPLAINT_REPEATED,                 // likewise: its id has been used
    COMPLAINT_SPLIT,                    // likewise: its rows stand apart
    COMPLAINT_KINDS,
    COMPLAINT_FILE = COMPLAINT_KINDS // costs what is left of the file; all are said
} ComplaintKind;

enum { COMPLAINTS_ON_THE_SPOT = 20 };

// What is longer than this is no call, whatever its format: it is refused, and the others
// are read. Together they bound the memory that a call can take.
enum {
    CALL_BYTES_MOST = 64 << 20, // as cut off, and of its turns' words
    CALL_TURNS_MOST = 1000000,
    TURN_BYTES_MOST = 8 << 20
};

// A complaint that waits to be said in its turn.
typedef struct {
    Input *input;
    ComplaintKind kind;
    Diag diag;
} Complaint;

typedef VEC(Complaint) Complaints;

struct CallTask {
    Input *input; // NULL: no call, only complaints
    Str path;     // of the input, or of the part that is being read
    Arena *arena; // of what was cut off, and of the call that is read off it
    size_t bytes; // of the raw, as it was cut off
    void *raw;    // what the format cut off; NULL: `call` has been read already
    Call call;    // given out when not refused
    const char *format, *reason; // what it was read as, where the file does not tell
    const Call *row;             // of --calls, where it has one for the call
    bool refused;                // what is wrong costs the call
    bool unnamed;                // it has no id of its own: it was made for it
    uint32_t digest;             // of the call
    Complaints before;           // on what stands before it in the input
    Complaints complaints;
    uint32_t counts[COMPLAINT_COUNTED]; // of all made, those not kept included
};

// The id of a call that has none of its own: the name of its file.
Str task_file_id(CallTask *task);
// Of the input: how much there is to read.
size_t task_bytes(const CallTask *task);
Place task_place(const CallTask *task, uint32_t line, uint32_t col);
// Gives the complaint, for a hint; NULL when it was only counted. `text` lives as long as
// the task.
Diag *task_complain(CallTask *task, ComplaintKind kind, Place place, Str text);
// The same, and a note of it among the call's problems; the call is given out all the
// same.
Diag *task_note(CallTask *task, ComplaintKind kind, Place place, Str text);
// A blemish: `count` bytes that were not UTF-8, or NUL, were replaced; the first stood at
// `place`.
void task_repaired(CallTask *task, Place place, size_t count);
// Refuses the call as one of more than CALL_BYTES_MOST; for a format that cut that off.
void task_refuse_long(CallTask *task);
// Refuses a call that was read, when it or one of its turns is longer than can be.
void task_limit(CallTask *task);
// An error that costs the call; NULL when it has been refused already.
Diag *task_refuse(CallTask *task, Place place, Str text);

// Adds a complaint to `complaints`, or only counts it; as task_complain. Its severity
// follows from the kind.
Diag *complaint_add(Arena *arena, Complaints *complaints, uint32_t *counts,
                    Complaint complaint);

#endif

// One input on its way to becoming calls: its bytes, its options, what is said about it.
// Belongs to the reader's owner; threads that read its tasks only look at it.
#ifndef FORMAT_INPUT_H
#define FORMAT_INPUT_H

#include "call/language.h"
#include "format/call_task.h"
#include "format/options.h"
#include "format/seen.h"
#include "input/source.h"

typedef struct Format Format;

struct Input {
    Source source; // until it has been cut to its end
    Str path;
    const ReadOptions *options;
    InputFiles *files; // all inputs
    uint32_t number;   // of this one among them
    uint32_t members;  // of an archive: those opened
    ByteRange own;     // where those of its calls begin that are this shard's
    const Format *format;
    void *state;       // of the format, until the last task has been accepted
    bool cut;          // to its end; no task will follow
    Seen split;        // calls whose rows are known not to stand together
    Seen dropped;      // calls of which no more rows are to be given out
    bool in_rows;      // calls are made of rows that should stand together
    bool foreseen;     // all rows of its calls were looked at before any call was cut off
    bool alone;        // there is no other input
    bool by_line;      // as ReadOptions.filter says
    Complaints before; // to be said before the next task
    uint32_t counts[COMPLAINT_COUNTED]; // made while cutting
    uint32_t said[COMPLAINT_KINDS];     // of all its tasks, those only counted included
    uint32_t refused;                   // calls refused by name
    uint32_t copies;                    // of calls that have been given out already
    SeenPlace copied;                   // where the first of those stands
    Str once[20];                       // what is said once a file, and has been
    uint32_t once_count;
    const Languages *languages; // to recognise one by
    struct Mime *mime;          // to read mails with: text/mime.h
    const Call *named;          // what the file's name says of its calls; NULL = nothing
    Arena arena;                // until its last task has been accepted
};

// Whether some of the input may be this shard's, now that it is known whether shards can
// have parts of it. Where they cannot, all of it is the shard's in which it begins.
bool input_claim(Input *input, bool divides);
Place input_place(const Input *input, uint32_t line, uint32_t col);
// Words of the input as a complaint tells of them, which may go into a log: quoted, or
// where that is to be discreet, since they may be speech or somebody's number, by their
// length alone: "'around noon'", "of 11 characters". A clock's "0:61" is quoted always.
Str input_words(Arena *arena, const Input *input, Str words);
// Likewise a label, which is quoted when it can be nothing else: one to three words, and
// no number to speak of.
Str input_label(Arena *arena, const Input *input, Str label);
// Of what stands between the calls. Gives the complaint, for a hint; NULL when it was
// only counted. `text` lives as long as the input.
Diag *input_complain(Input *input, ComplaintKind kind, Place place, Str text);
// An error that costs the file, or what is left of it.
Diag *input_fail(Input *input, Place place, Str text);
// Notes, before the first task is cut, that rows of a call begin at `line`; `rows` is
// what has been noted so far.
void input_note_rows(Input *input, Seen *rows, Str id, uint32_t line);

// ---- For the reader, in the order of the input

// Whether the task's call, which has an id, may be given out. Refuses it when its id has
// been used, here or in another file, or its rows do not stand together.
bool input_admit(Input *input, Seen *seen, const CallTask *task, Diags *diags);
// Whether that may depend on what the call says: of two with one id, one may be a copy of
// the other. Rows of one file, where there is no other, just stand apart.
bool input_may_copy(const Input *input);
// Says complaints that waited, unless they are too many of their kind.
void input_report(const Complaints *complaints, Diags *diags);
// Counts those that were made and not kept.
void input_count(Input *input, const uint32_t *counts);
// Says how many complaints were only counted.
void input_report_counts(Input *input, Diags *diags);

#endif

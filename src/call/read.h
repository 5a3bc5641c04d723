// Transcripts in, calls out, one at a time and in order: files, folders (walked, sorted),
// standard input ("-") and the members of archives, each in a format that is detected by
// its content.
#ifndef CALL_READ_H
#define CALL_READ_H

#include "call/call.h"

// --map FIELD=COLUMN
typedef struct {
    Str field, column;
} ColumnMap;

// --map-channel N=ROLE: who speaks on "channel N" of an audio file
typedef struct {
    uint32_t number;
    Role role;
} ChannelMap;

typedef struct Sidecar Sidecar;

typedef struct {
    Str format; // --from; empty = detect
    VEC(ColumnMap) columns;
    VEC(Str) agent_speakers;  // --agent-speaker: these labels are the agent
    VEC(ChannelMap) channels; // --map-channel
    const Sidecar *agents;    // --agents; NULL = not given
    const Sidecar *calls;     // --calls; NULL = not given
    // --name-pattern: sets what the name of a file says of its calls; gives what is wrong
    // in words, or {0}. Called in the owner's thread. NULL = not given.
    Str (*read_name)(void *context, Arena *arena, Str path, Call *call);
    void *name_context;
    bool no_guess; // roles that no label tells stay unknown
    bool unsorted; // rows of one call need not stand together: read all first
    bool repeated; // an id of labelled turns that comes again is another call's
    Str left_out;  // a folder that is being written to: not walked, when it is met in
                   // another
} ReadOptions;

// One input, for the manifest. An archive is one, and so is each of its members; these
// stand behind all other inputs.
typedef struct {
    Str path; // that of a member begins with its archive's: "calls.zip/day1/a.vtt"
    uint64_t bytes;
    Str encoding;            // what its text was converted from; empty when it was UTF-8
    char hash[17];           // XXH3, 64 bits, hexadecimal; of the bytes as they came
    uint32_t calls, refused; // calls given out; calls refused by name
    bool opened;             // it is there and can be read, whatever it holds
    const char *format, *reason; // what it was read as, and why; NULL when it was not
    uint32_t next_part;          // the file that goes on with the same call; 0 = none
    bool is_part;                // it is read with the file before it of that call
} InputFile;
typedef VEC(InputFile) InputFiles;

typedef struct Reader Reader;

// Readies the inputs. Complaints go to `diags`, here and as calls are accepted; every
// error means something was refused (exit status 65). Unknown format
// names are an error here (false from reader_ok). The reader allocates in `run`, which
// must outlive it and every Place it gives.
Reader *reader_open(Arena *run, const ReadOptions *options, const Str *paths,
                    size_t count, Diags *diags);
// False when an option names an unknown format or field; then there is nothing to read.
bool reader_ok(const Reader *reader);
// The next call, its texts in `arena`; false after the last. Memory held by the reader
// itself does not grow with the file (but by 11 bytes a call, to notice an id used
// twice).
bool reader_next(Reader *reader, Arena *arena, Call *call);

// The same in three steps, so that many threads can read: the owner cuts the inputs into
// pieces of one call each, any thread reads a piece, and the owner accepts them in the
// order in which they were cut.
typedef struct Piece Piece;
// A new piece, all of it in `arena`; NULL after the last.
Piece *reader_cut(Reader *reader, Arena *arena);
// Of the input: how much there is to read.
size_t piece_bytes(const Piece *piece);
// The piece's call, or NULL when it is refused.
const Call *piece_read(Piece *piece);
// The piece's call, or NULL when there is none to be given out; says what is to be
// complained of.
const Call *reader_accept(Reader *reader, Piece *piece);

// Those opened so far.
const InputFiles *reader_files(const Reader *reader);
// Rows of --calls that no call given out so far had.
uint32_t reader_unused_rows(const Reader *reader);
// Bytes consumed so far and bytes in all (0 when not known), for progress.
uint64_t reader_bytes(const Reader *reader);
uint64_t reader_total(const Reader *reader);
// Nanoseconds spent on waiting for the bytes.
int64_t reader_ns(const Reader *reader);
void reader_close(Reader *reader);

#endif

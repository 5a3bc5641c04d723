// How transcripts are to be read, and the account of the files that were.
#ifndef FORMAT_OPTIONS_H
#define FORMAT_OPTIONS_H

#include "call/call.h"
#include "input/shard.h"

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
    Str language;    // --language, as its code: all calls are in it; empty = not given
    bool discreet;   // complaints quote nothing that may be speech (input_words)
    bool swap_roles; // of calls in which what is said contradicts them
    bool no_guess;   // roles that no label tells stay unknown
    bool unsorted;   // rows of one call need not stand together: read all first
    bool repeated;   // an id of labelled turns that comes again is another call's
    bool filter;     // of standard input in lines, each is a call of its own, joined with
                     // no other, and refused for its own mistakes only
    bool in_lines;   // it is: JSON in UTF-8, of which no more is read than is asked for
    bool unhashed;   // nobody asks for the digests of the files (InputFile.hash)
    Str left_out;    // a folder that is being written to: not walked, when it is met in
                     // another
    Shard shard;     // --shard: calls of other shards are passed over
} ReadOptions;

// One input, for the manifest. An archive is one, and so is each of its members; these
// stand behind all other inputs.
typedef struct {
    Str path;      // that of a member begins with its archive's: "calls.zip/day1/a.vtt"
    ByteRange own; // where those of its calls begin that are the shard's; {0} = nowhere
    uint64_t bytes;
    Str encoding;  // what its text was converted from; empty when it was UTF-8
    char hash[17]; // XXH3, 64 bits, hexadecimal; of the bytes as they came; empty where
                   // ReadOptions.unhashed says so
    uint32_t calls, refused;     // calls given out; calls refused by name
    bool changed;                // while it was read: it is still being written
    bool broken;                 // the machine could not read it; another time it may
    bool opened;                 // it is there and can be read, whatever it holds
    bool failed;                 // not all of it could be read
    bool by_line;                // as ReadOptions.filter says
    const char *format, *reason; // what it was read as, and why; NULL when it was not
    uint32_t next_part;          // the file that goes on with the same call; 0 = none
    bool is_part;                // it is read with the file before it of that call
} InputFile;
typedef VEC(InputFile) InputFiles;

#endif

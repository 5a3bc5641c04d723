// Where a filter writes: a file that appears whole or not at all; or a stream, which is
// standard output, a device or a pipe.
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/file.h"
#include "score/part_file.h"

typedef struct {
    OutFile file; // without a place of its own when it is a stream
    int stream;
    bool to_file;
    bool held;    // what goes to the stream waits in an unnamed file until the end
    PartSum *sum; // is added to; NULL: nobody wants it
} Output;

// `path` empty or "-" = standard output; `hold` keeps a stream back until output_close
// says that it is wanted. EX_OK, or the exit status when it cannot be made (said on
// stderr).
int output_open(Output *output, Arena *arena, Str path, bool hold);
// False when no more can be written: full, broken, or the reader has gone.
bool output_put(Output *output, Str bytes);
// Likewise, of bytes that stay where they are until output_settle.
bool output_lend(Output *output, Str bytes);
bool output_settle(Output *output);
// What was written so far has left the program; what is to come is held back no more.
bool output_flush(Output *output);
// Ends it and gives the exit status of the writing: EX_OK or why not (said on stderr, but
// a reader that has gone is no matter for words). `keep` false throws a file, or what was
// held back, away.
int output_close(Output *output, bool keep);

#endif

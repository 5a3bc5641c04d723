// Transcripts in, calls out, one at a time and in order: files, folders (walked, sorted),
// standard input ("-") and the members of archives, each in a format that is detected by
// its content.
#ifndef READ_READER_H
#define READ_READER_H

#include "format/call_task.h"
#include "format/options.h"

typedef struct Reader Reader;

// Readies the inputs. Complaints go to `diags`, here and as calls are accepted; every
// error means something was refused (exit status 65). Unknown format
// names are an error here (false from reader_ok). The reader allocates in `run`, which
// must outlive it and every Place it gives.
Reader *reader_open(Arena *run, const ReadOptions *options, const Str *paths,
                    size_t count, Diags *diags);
// False when an option names an unknown format or field; then there is nothing to read.
bool reader_ok(const Reader *reader);
// The next call, its texts in `arena`, which is reset before; false after the last.
// Memory held by the reader itself does not grow with the file (but by 15 bytes a call,
// to notice an id used twice).
bool reader_next(Reader *reader, Arena *arena, Call *call);

// The same in three steps, so that many threads can read: the owner cuts the inputs into
// tasks of one call each, any thread reads a task, and the owner accepts them in the
// order in which they were cut.
// A new task, all of it in `arena`; NULL after the last.
CallTask *reader_next_task(Reader *reader, Arena *arena);
// The task's call, or NULL when it is refused.
const Call *task_read(CallTask *task);
// The task's call, or NULL when there is none to be given out; says what is to be
// complained of.
const Call *reader_accept(Reader *reader, CallTask *task);

// Those opened so far.
const InputFiles *reader_files(const Reader *reader);
// The first path at which the machine failed; {0}: none.
Str reader_broken(const Reader *reader);
// Rows of --calls that no call given out so far had.
uint32_t reader_unused_rows(const Reader *reader);
// Bytes consumed so far and bytes in all (0 when not known), for progress.
uint64_t reader_bytes(const Reader *reader);
uint64_t reader_total(const Reader *reader);
// Nanoseconds spent on waiting for the bytes.
int64_t reader_ns(const Reader *reader);
void reader_close(Reader *reader);

#endif

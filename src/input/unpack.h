// Compressed input and archives, known by their first bytes and never by a name.
#ifndef INPUT_UNPACK_H
#define INPUT_UNPACK_H

#include "input/stream.h"

// Whether gzip or zstd packed what begins so.
bool unpack_sniff(Str head);
// What they packed, as a layer over it; any other stream as it is.
Stream *unpack_stream(Arena *arena, Stream *stream);

// zip and tar.
bool archive_sniff(Stream *stream);

// An archive whose members come one after the other, as in the file.
typedef struct Archive Archive;

// Reads the archive in `stream`, which must outlive it.
Archive *archive_open(Stream *stream);
// The next member that is a file and not hidden; its name, without "./", is in `arena`.
// It must outlive the archive. False after the last.
bool archive_next(Archive *archive, Arena *arena, Str *name);
// The bytes of the member, with their digest; to be closed before archive_next.
Stream *archive_member(Archive *archive, Arena *arena);
// Why archive_next gave no more; empty when there are none.
Str archive_problem(const Archive *archive);
void archive_close(Archive *archive);

#endif

// Reading whole files, and output files that appear whole or not at all.
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/diag.h"
#include "base/interrupt.h"

#include <sys/stat.h>

// The whole of a file. False with errno set; a folder gives EISDIR. Want of memory is not
// the file's fault and ends the program.
bool file_read(Arena *arena, Str path, Str *bytes);
// Likewise; more than `most` bytes give EFBIG, and are not all read.
bool file_read_most(Arena *arena, Str path, size_t most, Str *bytes);
// What there is at `path`, or where a link leads; false with errno. Want of memory ends
// the program.
bool file_status(Arena *arena, Str path, struct stat *status);
// Whether there is one at `path`, and no folder, pipe or device.
bool file_is_regular(Arena *arena, Str path);
// Whether two paths lead to one file that is there.
bool file_same(Arena *arena, Str a, Str b);

// Makes or replaces a file that nobody reads yet; a link is replaced, not followed. False
// with errno. It is on its way to the disk, and there once it was synced.
bool file_write(Arena *arena, const char *path, Str bytes);

// A file written beside its place as ".NAME.part", then synced and renamed: a reader sees
// the old file or the new one. While it is open it is locked: another run that writes the
// same file takes ".NAME.2.part" and so on, and clears away what a run that died has
// left. Errors are kept until commit: the first failing errno is `error`.
typedef struct {
    Str path;   // where it will stand
    char *part; // where it is written
    int fd;
    int error;
    Buf buf;
    Str lent;     // behind those
    Guard *guard; // NULL: none
} OutFile;

// Opens for writing; false with out->error set. The arena must outlive the file. A guard
// (base/interrupt.h) removes it when the program must end, until it was committed or
// abandoned, which is not to be left out.
bool out_open(OutFile *out, Arena *arena, Str path);
// Likewise in a folder that has a guard of its own.
bool out_open_within(OutFile *out, Arena *arena, Str path);
void out_put(OutFile *out, Str bytes);
// Likewise, of bytes that stay where they are until out_settle: many that stand in a row
// are written from there.
void out_lend(OutFile *out, Str bytes);
void out_settle(OutFile *out);
// Writes what is buffered or lent.
void out_flush(OutFile *out);
// Flushes and syncs; the file is then complete but not in its place. False on any error.
bool out_finish(OutFile *out);
// Renames a finished file into its place and closes it; one with an error stays where it
// is, and open.
bool out_commit(OutFile *out);
// Removes the unfinished file.
void out_abandon(OutFile *out);
// Closes it and leaves it where it is.
void out_close(OutFile *out);

// The part name of `path`: ".NAME.part" in the same folder, NUL-terminated.
char *part_path(Arena *arena, Str path);
// Makes or replaces a symbolic link in one step; false with errno, as when a file that is
// no link stands there.
bool link_replace(Arena *arena, Str path, Str target);
// What a symbolic link says; {0} when there is none at `path`.
Str link_target(Arena *arena, Str path);
// Opens, fsyncs and closes; false with errno.
bool file_sync(const char *path);
Str path_join(Arena *arena, Str folder, Str name);
// `name` as seen from the folder of `file`.
Str path_beside(Arena *arena, Str file, Str name);
Str path_base(Str path); // after the last '/'
// The base without its ending, and without one that tells of compression behind that;
// "stdin" for "-".
Str path_stem(Str path);
Str path_folder(Str path); // before the last '/', or "." or "/"
// The sysexits.h status for an output error: EX_TEMPFAIL for what a retry can cure (full
// disk, quota, memory, open files, a server that is away), EX_IOERR where the device
// failed, EX_CANTCREAT for the rest.
int exit_status_of(int error);

#endif

// The file of a workbook: where it is made, and whether it is whole.
//
// libxlsxwriter writes each part of a workbook, and each formatted text, to a temporary
// file first and does not look whether that succeeded: on a full disk it would pack a
// part that lacks cells, and report no error. So these files are in memory (lxw_tmpfile
// in package.c), where a write succeeds or ends the program; and the finished package,
// whose writing may fail, is read back once, which is a twentieth of the work of making
// it (callgrind, on the samples).
#ifndef REPORT_PACKAGE_H
#define REPORT_PACKAGE_H

#include "base/str.h"

// Unpacks every part of the zip file in `arena`, and compares its size and checksum with
// those of what was packed; and looks for the end of its XML. False with errno set to
// ENOSPC when a part is not what it was.
bool package_whole(Arena *arena, Str zip);

// Makes the file at `path`, and leaves its bytes in `bytes`; false with errno set: it is
// not whole.
typedef bool PackageMake(Arena *arena, const void *what, const char *path, Str *bytes);
// Makes a package in memory and writes it ourselves, for the library would tell of a full
// disk on standard error. Where the system has no files in memory, it is made where it is
// to stand. False with errno set leaves nothing at `path`.
bool package_write(PackageMake *make, const void *what, const char *path);

#endif

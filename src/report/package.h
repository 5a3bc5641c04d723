// The file of a workbook: where it is made, and whether it is whole.
//
// libxlsxwriter writes each part of a workbook to a temporary file first and does not
// look whether that succeeded: on a full disk it would pack a part that lacks cells, and
// report no error. So these files are in memory (lxw_tmpfile in package.c), where a write
// succeeds or ends the program. How they are packed the library does look at, and tells.
#ifndef REPORT_PACKAGE_H
#define REPORT_PACKAGE_H

#include "base/str.h"

// Whether each part of the zip file begins where the one before ends, and as many of them
// stand in the directory behind the last; false with errno set to ENOSPC.
bool package_whole(Str zip);

// Makes the file at `path`, and leaves its bytes in `bytes`; false with errno set: it is
// not whole.
typedef bool PackageMake(Arena *arena, const void *what, const char *path, Str *bytes);
// Makes a package in memory and writes it ourselves, for the library would tell of a full
// disk on standard error. Where the system has no files in memory, it is made where it is
// to stand. False with errno set leaves nothing at `path`.
bool package_write(PackageMake *make, const void *what, const char *path);

#endif

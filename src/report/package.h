// The file of a workbook: where it is made, and whether it is whole.
//
// libxlsxwriter writes each part of a workbook to a temporary file first and does not
// look whether that succeeded: on a full disk it packs a part that breaks off, and
// reports no error. So the finished package is read back once, which is a twentieth of
// the work of making it (callgrind, on the samples).
#ifndef REPORT_PACKAGE_H
#define REPORT_PACKAGE_H

#include "base/str.h"

// Unpacks every part of the zip file in `arena` and looks for the end of its XML. False
// with errno set to ENOSPC when a part breaks off.
bool package_whole(Arena *arena, Str zip);

// Makes the file at `path`, with its parts in the folder `temp` meanwhile, and leaves its
// bytes in `bytes`; false with errno set: it is not whole.
typedef bool PackageMake(Arena *arena, const void *what, const char *path, Str temp,
                         Str *bytes);
// Makes a package in memory and writes it ourselves, for the library would tell of a full
// disk on standard error. Where memory is short, all goes through files beside it. False
// with errno set leaves nothing at `path`.
bool package_write(PackageMake *make, const void *what, const char *path);

#endif

// Whether a finished workbook is whole.
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

#endif

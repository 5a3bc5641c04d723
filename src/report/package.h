// Whether a finished workbook is whole.
//
// libxlsxwriter writes each part of a workbook to a temporary file first and does not
// look whether that succeeded: on a full disk it packs a part that breaks off, and
// reports no error. So the finished package is read back once.
#ifndef REPORT_PACKAGE_H
#define REPORT_PACKAGE_H

#include "base/str.h"

// Unpacks every part of the zip file and looks for the end of its XML. False with errno
// set: ENOSPC for a part that breaks off.
bool package_whole(Arena *arena, const char *path);

#endif

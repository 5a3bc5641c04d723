// Files as they were read, so that a complaint can quote the line it is about.
#ifndef BASE_SOURCE_FILE_H
#define BASE_SOURCE_FILE_H

#include "base/diag.h"

typedef struct {
    Str path, text;            // without a byte order mark
    VEC(const uint32_t) lines; // the byte offset at which each line begins
} SourceFile;
typedef VEC(SourceFile) SourceFiles;

// The name of the part of the image (embedded.h) that has the lines of a built-in file.
Str source_lines_image(Arena *arena, Str name);
// Whether there is a file at `path`, which may be an embedded one.
bool source_file_exists(Arena *arena, Str path);
// Reads it; NULL with errno. EFBIG when it is longer than any rubric could be.
SourceFile *source_file_read(Arena *arena, Str path);
// Of text at hand, which is borrowed.
SourceFile *source_file_new(Arena *arena, Str path, Str text);

// A line without its end; {0} when there is no such line. Lines count from 1.
Str source_file_line(const SourceFile *file, uint32_t line);
// The place of `width` characters at a byte offset, and the way back.
Place source_file_place(const SourceFile *file, size_t offset, uint32_t width);
size_t source_file_offset(const SourceFile *file, Place place);

// Gives every complaint from number `from` on the line it is about, where one of the
// files has it, and sorts them all.
void source_files_quote(const SourceFiles *files, Diags *diags, size_t from);

#endif

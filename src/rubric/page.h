// Files as they were read, so that a complaint can quote the line it is about.
#ifndef RUBRIC_PAGE_H
#define RUBRIC_PAGE_H

#include "base/diag.h"

typedef struct {
    Str path, text;      // without a byte order mark
    VEC(uint32_t) lines; // the byte offset at which each line begins
} Page;
typedef VEC(Page) Pages;

// Whether there is a file at `path`, which may be an embedded one.
bool page_exists(Arena *arena, Str path);
// Reads it; NULL with errno. EFBIG when it is longer than any rubric could be.
Page *page_read(Arena *arena, Str path);
Page *page_new(Arena *arena, Str path, Str text);

// A line without its end; {0} when there is no such line. Lines count from 1.
Str page_line(const Page *page, uint32_t line);
// The place of `width` characters at a byte offset, and the way back.
Place page_place(const Page *page, size_t offset, uint32_t width);
size_t page_offset(const Page *page, Place place);

// Gives every complaint from number `from` on the line it is about, where one of the
// pages has it, and sorts them all.
void pages_quote(const Pages *pages, Diags *diags, size_t from);

#endif

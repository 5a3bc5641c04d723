#include "rubric/page.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/utf8.h"

#include <errno.h>
#include <unistd.h>

enum { PAGE_MAX = 16 << 20 };

// What libyaml takes for the end of a line, the longest first.
static size_t break_size(Str text, size_t at) {
    static const Str BREAKS[] = {
        {"\r\n", 2},     {"\n", 1},           {"\r", 1},
        {"\xC2\x85", 2}, {"\xE2\x80\xA8", 3}, {"\xE2\x80\xA9", 3},
    };
    Str rest = str_slice(text, at, text.len);
    if (!memchr("\r\n\xC2\xE2", rest.ptr[0], 4)) return 0;
    for (size_t i = 0; i < sizeof BREAKS / sizeof *BREAKS; i++)
        if (str_starts(rest, BREAKS[i])) return BREAKS[i].len;
    return 0;
}

Page *page_new(Arena *arena, Str path, Str text) {
    Str mark = STR("\xEF\xBB\xBF");
    Page *page = arena_new(arena, Page);
    page->path = path;
    page->text = str_starts(text, mark) ? str_slice(text, mark.len, text.len) : text;
    *vec_push(arena, &page->lines) = 0;
    for (size_t at = 0; at < page->text.len;) {
        size_t size = break_size(page->text, at);
        at += size ? size : 1;
        if (size) *vec_push(arena, &page->lines) = (uint32_t)at;
    }
    return page;
}

bool page_exists(Arena *arena, Str path) {
    return embedded_bytes(path).ptr || access(str_z(arena, path), F_OK) == 0;
}

Page *page_read(Arena *arena, Str path) {
    Str text = embedded_bytes(path);
    if (!text.ptr && !file_read(arena, path, &text)) return NULL;
    if (text.len <= PAGE_MAX) return page_new(arena, path, text);
    errno = EFBIG;
    return NULL;
}

Str page_line(const Page *page, uint32_t line) {
    if (line == 0 || line > page->lines.len) return (Str){0};
    size_t from = page->lines.items[line - 1], to = from;
    while (to < page->text.len && !break_size(page->text, to)) to++;
    return str_slice(page->text, from, to);
}

static uint32_t line_of(const Page *page, size_t offset) {
    size_t low = 0, high = page->lines.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (page->lines.items[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low + 1;
}

Place page_place(const Page *page, size_t offset, uint32_t width) {
    uint32_t line = line_of(page, offset);
    size_t from = page->lines.items[line - 1];
    size_t before = utf8_count(str_slice(page->text, from, offset));
    return (Place){page->path, line, (uint32_t)before + 1, width};
}

size_t page_offset(const Page *page, Place place) {
    if (place.line == 0 || place.line > page->lines.len) return 0;
    Str line = page_line(page, place.line);
    size_t at = 0;
    for (uint32_t col = 1; col < place.col && at < line.len; col++) {
        uint32_t code;
        size_t size = utf8_decode(line, at, &code);
        at += size ? size : 1;
    }
    return page->lines.items[place.line - 1] + at;
}

static const Page *find(const Pages *pages, Str path) {
    vec_each(const Page, page, pages)
        if (str_eq(page->path, path)) return page;
    return NULL;
}

void pages_quote(const Pages *pages, Diags *diags, size_t from) {
    size_t repaired = 0;
    for (size_t i = from; i < diags->items.len; i++) {
        Diag *diag = &diags->items.items[i];
        const Page *page = find(pages, diag->place.path);
        if (!page || diag->source.len) continue;
        diag->source =
            utf8_repair(diags->arena, page_line(page, diag->place.line), &repaired);
    }
    diag_sort(diags);
}

#include "base/source_file.h"

#include "base/eight.h"
#include "base/embedded.h"
#include "base/file.h"
#include "base/utf8.h"

#include <unistd.h>

enum { PAGE_MAX = 16 << 20 };

// What libyaml takes for the end of a line, the longest first.
static size_t break_size(Str text, size_t at) {
    static const Str BREAKS[] = {
        {"\r\n", 2}, {"\r", 1}, {"\xC2\x85", 2}, {"\xE2\x80\xA8", 3}, {"\xE2\x80\xA9", 3},
    };
    char c = text.ptr[at];
    if (c == '\n') return 1; // nearly always
    if (c != '\r' && c != '\xC2' && c != '\xE2') return 0;
    Str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof BREAKS / sizeof *BREAKS; i++)
        if (str_starts(rest, BREAKS[i])) return BREAKS[i].len;
    return 0;
}

// Passes over bytes that no line break begins with, eight at a time as one number: up to
// one that is not ASCII, or as small as a control character.
static size_t pass_plain(Str text, size_t at) {
    for (; at + sizeof(uint64_t) <= text.len; at += sizeof(uint64_t)) {
        uint64_t eight = eight_at(text.ptr + at, sizeof eight);
        uint64_t stops = (eight | (eight - EIGHT * ('\r' + 1))) & EIGHT * 0x80;
        if (stops) return at + (size_t)__builtin_ctzll(stops) / 8;
    }
    return at;
}

Str source_lines_image(Arena *arena, Str name) {
    return str_format(arena, "lines-%.*s", STR_ARG(name));
}

// False where it is no built-in file, nor a copy of one.
static bool find_lines(Arena *arena, SourceFile *file) {
    Str name = path_base(file->path);
    if (!embedded_is(name, file->text)) return false;
    Str image = embedded_image(source_lines_image(arena, name));
    file->lines.items = (const void *)image.ptr;
    file->lines.len = image.len / sizeof *file->lines.items;
    return image.ptr;
}

static void count_lines(Arena *arena, SourceFile *file) {
    VEC(uint32_t) lines = {0};
    *vec_push(arena, &lines) = 0;
    for (size_t at = 0; (at = pass_plain(file->text, at)) < file->text.len;) {
        size_t size = break_size(file->text, at);
        at += size ? size : 1;
        if (size) *vec_push(arena, &lines) = (uint32_t)at;
    }
    file->lines.items = lines.items;
    file->lines.len = lines.len;
}

SourceFile *source_file_new(Arena *arena, Str path, Str text) {
    Str mark = STR("\xEF\xBB\xBF");
    SourceFile *file = arena_new(arena, SourceFile);
    file->path = path;
    file->text = str_without(text, mark);
    if (!find_lines(arena, file)) count_lines(arena, file);
    return file;
}

bool source_file_exists(Arena *arena, Str path) {
    return embedded_bytes(path).ptr || access(str_z(arena, path), F_OK) == 0;
}

SourceFile *source_file_read(Arena *arena, Str path) {
    Str text = embedded_bytes(path);
    if (!text.ptr && !file_read_most(arena, path, PAGE_MAX, &text)) return NULL;
    return source_file_new(arena, path, text);
}

Str source_file_line(const SourceFile *file, uint32_t line) {
    enum { BREAK_MOST = 3 };
    if (line == 0 || line > file->lines.len) return (Str){0};
    size_t from = file->lines.items[line - 1];
    if (line == file->lines.len) return str_slice(file->text, from, file->text.len);
    size_t next = file->lines.items[line], size = BREAK_MOST;
    while (next - from < size || break_size(file->text, next - size) != size) size--;
    return str_slice(file->text, from, next - size);
}

static uint32_t line_of(const SourceFile *file, size_t offset) {
    size_t low = 0, high = file->lines.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (file->lines.items[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low + 1;
}

Place source_file_place(const SourceFile *file, size_t offset, uint32_t width) {
    uint32_t line = line_of(file, offset);
    size_t from = file->lines.items[line - 1];
    size_t before = utf8_count(str_slice(file->text, from, offset));
    return (Place){file->path, line, (uint32_t)before + 1, width};
}

size_t source_file_offset(const SourceFile *file, Place place) {
    if (place.line == 0 || place.line > file->lines.len) return 0;
    Str line = source_file_line(file, place.line);
    size_t at = 0;
    for (uint32_t col = 1; col < place.col && at < line.len; col++) {
        uint32_t code;
        size_t size = utf8_decode(line, at, &code);
        at += size ? size : 1;
    }
    return file->lines.items[place.line - 1] + at;
}

static const SourceFile *find(const SourceFiles *files, Str path) {
    vec_each(const SourceFile, file, files)
        if (str_eq(file->path, path)) return file;
    return NULL;
}

// A line that is too long to be read is not quoted.
static Str quote(Arena *arena, const SourceFile *file, uint32_t line) {
    enum { QUOTE_MOST = 400 };
    size_t repaired = 0;
    Str text = source_file_line(file, line);
    return text.len > QUOTE_MOST ? (Str){0} : utf8_repair(arena, text, &repaired);
}

void source_files_quote(const SourceFiles *files, Diags *diags, size_t from) {
    for (size_t i = from; i < diags->items.len; i++) {
        Diag *diag = &diags->items.items[i];
        const SourceFile *file = find(files, diag->place.path);
        if (!file || diag->source.len) continue;
        diag->source = quote(diags->arena, file, diag->place.line);
    }
    diag_sort(diags);
}

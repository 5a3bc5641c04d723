#include "cli/quality_rest.h"

#include "base/buf.h"
#include "base/source_file.h"
#include "load/find.h"

// Takes the next section off `*rest`: comments, its name, and the lines under it.
static Str next_section(Str *rest, Str *name) {
    Str from = *rest, line;
    size_t taken = 0;
    *name = (Str){0};
    for (Str left = from; str_next(&left, '\n', &line); taken = from.len - left.len) {
        bool begins = line.len && line.ptr[0] != ' ' && line.ptr[0] != '#';
        if (name->len && (begins || str_starts(line, STR("#")))) break;
        if (begins) *name = str_slice(line, 0, str_index(line, 0, ':'));
    }
    *rest = str_slice(from, taken, from.len);
    return str_slice(from, 0, taken);
}

Str quality_rest(Arena *arena, Str path, Str source, Str figures) {
    Str beside = quality_path(arena, path);
    bool there = beside.len && source_file_exists(arena, beside);
    const SourceFile *file = there ? source_file_read(arena, beside) : NULL;
    Str rest = file ? file->text : (Str){0}, name;
    Buf out = {.arena = arena};
    while (rest.len) {
        Str section = next_section(&rest, &name);
        if (!str_eq(name, source) && !str_eq(name, figures)) buf_put(&out, section);
    }
    return buf_str(&out);
}

#include "load/find.h"

#include "base/file.h"
#include "base/source_file.h"

Str rubric_find(Arena *arena, Str name, const Str *folders, size_t count) {
    if (str_has(name, STR("/")) || str_ends(name, STR(".yaml"))) return name;
    Str file = str_format(arena, "%.*s.yaml", STR_ARG(name));
    for (size_t i = 0; i < count; i++) {
        Str path = path_join(arena, folders[i], file);
        if (source_file_exists(arena, path)) return path;
    }
    return (Str){0};
}

Str used_find(Arena *arena, Str from, Str name, const Texts *folders) {
    Str beside = path_beside(arena, from, name);
    if (!folders || str_has(name, STR("/"))) return beside;
    Str end = STR(".yaml"), stem = name;
    if (str_ends(name, end)) {
        if (source_file_exists(arena, beside)) return beside;
        stem = str_slice(name, 0, name.len - end.len);
    }
    Str found = rubric_find(arena, stem, folders->items, folders->len);
    return found.len || stem.len == name.len ? found : beside;
}

bool path_leads_down(Str name) {
    for (Str rest = name, part; str_next(&rest, '/', &part);)
        if (!part.len || str_eq(part, STR(".."))) return false;
    return name.len > 0;
}

Str listed_find(Arena *arena, Str from, Str name, const Texts *folders) {
    Str beside = path_beside(arena, from, name);
    if (file_is_regular(arena, beside) || !folders) return beside;
    vec_each(const Str, folder, folders) {
        Str path = path_join(arena, *folder, name);
        if (file_is_regular(arena, path)) return path;
    }
    return beside;
}

Str quality_path(Arena *arena, Str path) {
    Str end = STR(".yaml");
    if (!str_ends(path, end)) return (Str){0};
    return str_format(arena, "%.*s.quality.yaml", (int)(path.len - end.len), path.ptr);
}

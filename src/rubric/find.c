#include "rubric/rubric.h"

#include "base/file.h"

static bool is_path(Str name) {
    return str_has(name, STR("/")) || str_ends(name, STR(".yaml"));
}

Str rubric_find(Arena *arena, Str name, const Str *folders, size_t count) {
    if (is_path(name)) return name;
    Str file = str_format(arena, "%.*s.yaml", STR_ARG(name));
    for (size_t i = 0; i < count; i++) {
        Str path = path_join(arena, folders[i], file);
        if (page_exists(arena, path)) return path;
    }
    return (Str){0};
}

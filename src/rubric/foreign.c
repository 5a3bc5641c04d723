#include "rubric/foreign.h"

#include "base/embedded.h"
#include "base/file.h"

bool file_is_built_in(const SourceFile *file) {
    Arena arena = {0};
    Str path = path_join(&arena, EMBEDDED_FOLDER, path_base(file->path));
    bool same = str_eq(file->text, embedded_bytes(path));
    arena_free(&arena);
    return same;
}

static bool is_foreign(const Rubric *rubric, const Detector *detector) {
    vec_each(const SourceFile, file, &rubric->files)
        if (str_eq(file->path, detector->place.path))
            return detector->extended.len || !file_is_built_in(file);
    return true;
}

bool *detectors_foreign(Arena *arena, const Rubric *rubric) {
    bool *foreign = arena_array(arena, bool, rubric->detectors.len);
    vec_each(const uint32_t, number, &rubric->order) {
        const Detector *detector = &rubric->detectors.items[*number];
        foreign[*number] = is_foreign(rubric, detector);
        vec_each(const uint32_t, ref, &detector->refs) foreign[*number] |= foreign[*ref];
    }
    return foreign;
}

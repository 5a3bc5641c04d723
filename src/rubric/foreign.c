#include "rubric/foreign.h"

#include "base/embedded.h"
#include "base/file.h"

bool file_is_built_in(const SourceFile *file) {
    return embedded_is(path_base(file->path), file->text);
}

static const SourceFile *find(const Rubric *rubric, Str path) {
    vec_each(const SourceFile, file, &rubric->files)
        if (str_eq(file->path, path)) return file;
    return NULL;
}

bool *detectors_foreign(Arena *arena, const Rubric *rubric) {
    bool *foreign = arena_array(arena, bool, rubric->detectors.len);
    Str path = {0};
    bool built_in = false; // the file of that path, which most often is the next one's
    vec_each(const uint32_t, number, &rubric->order) {
        const Detector *detector = &rubric->detectors.items[*number];
        if (!str_eq(path, detector->place.path)) {
            path = detector->place.path;
            const SourceFile *file = find(rubric, path);
            built_in = file && file_is_built_in(file);
        }
        foreign[*number] = detector->extended.len || !built_in;
        vec_each(const uint32_t, ref, &detector->refs) foreign[*number] |= foreign[*ref];
    }
    return foreign;
}

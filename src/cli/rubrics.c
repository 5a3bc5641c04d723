#include "cli/rubrics.h"

#include "base/embedded.h"
#include "base/file.h"
#include "cli/about.h"
#include "cli/message.h"
#include "load/find.h"
#include "load/load.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

Texts rubric_folders(Arena *arena, const Settings *settings) {
    Texts folders = {0};
    vec_each(const Str, folder, &settings->rubric_folders)
        *vec_push(arena, &folders) = *folder;
    Str rest = str_from(getenv("CALLMARK_RUBRICS")), folder;
    while (str_next(&rest, ':', &folder))
        if (folder.len) *vec_push(arena, &folders) = folder;
    *vec_push(arena, &folders) = about_rubrics();
    *vec_push(arena, &folders) = EMBEDDED_FOLDER;
    return folders;
}

static int compare_names(const void *a, const void *b) {
    return str_cmp(*(const Str *)a, *(const Str *)b);
}

static void add_name(Arena *arena, Texts *names, Str name) {
    if (str_ends(name, STR(".yaml")) && !str_ends(name, STR(".quality.yaml")))
        *vec_push(arena, names) = str_copy(arena, name);
}

static void add_names(Arena *arena, Texts *names, Str folder) {
    DIR *dir = opendir(str_z(arena, folder));
    if (!dir) return;
    for (struct dirent *entry; (entry = readdir(dir));)
        add_name(arena, names, str_from(entry->d_name));
    closedir(dir);
}

Texts rubric_names(Arena *arena, Str folder) {
    Texts names = {0};
    Str rest = {0};
    EmbeddedFile file;
    if (str_eq(folder, EMBEDDED_FOLDER))
        while (embedded_next(&rest, &file)) add_name(arena, &names, file.name);
    else
        add_names(arena, &names, folder);
    if (names.len) qsort(names.items, names.len, sizeof *names.items, compare_names);
    return names;
}

static Str nearest_rubric(Arena *arena, const Settings *settings, Str name) {
    Texts folders = rubric_folders(arena, settings), all = {0};
    vec_each(const Str, folder, &folders) {
        Texts names = rubric_names(arena, *folder);
        vec_each(const Str, file, &names)
            *vec_push(arena, &all) = str_slice(*file, 0, file->len - strlen(".yaml"));
    }
    Str hint = diag_hint(arena, name, all.items, all.len);
    return hint.len ? hint : STR("see 'callmark list rubrics'");
}

Str rubric_file(Arena *arena, const Settings *settings, Str name) {
    Texts folders = rubric_folders(arena, settings);
    Str path = rubric_find(arena, name, folders.items, folders.len);
    if (path.len) return path;
    Str hint = nearest_rubric(arena, settings, name);
    message_error("no rubric '%.*s' (%.*s)", STR_ARG(name), STR_ARG(hint));
    return path;
}

// ---- Versions

// The text after `version:`, which stands at the beginning of a line in every rubric that
// comes with callmark, and the number of that line; {0} where there is none.
static Str version_of(Str text, uint32_t *line) {
    Str key = STR("version:"), row;
    for (*line = 1; str_next(&text, '\n', &row); ++*line)
        if (str_starts(row, key)) return str_trim(str_slice(row, key.len, row.len));
    return (Str){0};
}

static void compare_version(const SourceFile *file, Diags *diags) {
    uint32_t line, other;
    Str folder = EMBEDDED_FOLDER;
    Str path = path_join(diags->arena, folder, path_base(file->path));
    Str own = embedded_bytes(path);
    if (own.ptr == file->text.ptr) return;
    Str present = version_of(file->text, &line), built_in = version_of(own, &other);
    if (!present.len || !built_in.len ||
        strverscmp(str_z(diags->arena, present), str_z(diags->arena, built_in)) >= 0)
        return;
    Diag *diag = diag_add(diags, DIAG_WARNING, (Place){file->path, line, 1, 0},
                          "version %.*s is older than version %.*s, which is built in",
                          STR_ARG(present), STR_ARG(built_in));
    diag->hint = str_format(diags->arena, "that one is '%.*s'", STR_ARG(path));
}

static bool is_in(Arena *arena, Str path, Str folder) {
    return str_eq(path, path_join(arena, folder, path_base(path)));
}

void rubric_compare_versions(const Rubric *rubric, const Texts *folders, Diags *diags) {
    vec_each(const SourceFile, file, &rubric->files)
        vec_each(const Str, folder, folders)
            if (is_in(diags->arena, file->path, *folder)) {
                compare_version(file, diags);
                break;
            }
}

// ---- Loading

int rubric_open(Arena *arena, const Settings *settings, Str name, RubricUse purpose,
                Rubric *rubric) {
    *rubric = (Rubric){0};
    Str path = rubric_file(arena, settings, name);
    if (!path.len) return EX_CONFIG;
    Diags mistakes = {.arena = arena}, warnings = {.arena = arena};
    Told told = {0};
    Texts folders = rubric_folders(arena, settings);
    const Texts *sought = &settings->detectors;
    bool good;
    if (purpose == RUBRIC_TO_MARK)
        good = rubric_load_to_mark(arena, path, &folders, rubric, &mistakes);
    else if (purpose == RUBRIC_TO_FIND && sought->len)
        good = rubric_load_to_find(arena, path, &folders, sought, rubric, &mistakes);
    else
        good = rubric_load(arena, path, &folders, rubric, &mistakes);
    if (good && rubric->is_pack && purpose != RUBRIC_OR_PACK) {
        diag_add(&mistakes, DIAG_ERROR, (Place){.path = path},
                 "a pack of detectors cannot mark calls: it has no principles");
        good = false;
    }
    if (good) rubric_compare_versions(rubric, &folders, &warnings);
    message_last_diags(good ? &warnings : &mistakes, &told);
    if (!good) rubric_free(rubric);
    return good ? EX_OK : EX_CONFIG;
}

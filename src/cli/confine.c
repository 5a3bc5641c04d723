#include "cli/confine.h"

#include "base/file.h"
#include "base/sandbox.h"
#include "cli/part_run.h"
#include "cli/rubrics.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    Arena *arena;
    Sandbox sandbox;
} Confinement;

// With colons between them; NULL is none.
static void allow_each(const Confinement *in, const char *paths) {
    Str rest = str_from(paths), path;
    while (str_next(&rest, ':', &path))
        if (path.len) sandbox_read(&in->sandbox, str_z(in->arena, path));
}

// What the C library may look at later: libraries, converters of text, the rules of time
// zones.
static void allow_system(const Confinement *in) {
    allow_each(in, "/usr:/lib:/lib64:/etc/ld.so.cache:/etc/localtime:"
                   "/dev/null:/dev/random:/dev/urandom:/proc/sys/vm/overcommit_memory");
    allow_each(in, getenv("LD_LIBRARY_PATH"));
    allow_each(in, getenv("TZDIR"));
}

// ---- What is read

static void allow_links(const Confinement *in, Str folder, unsigned depth);

static void allow_entry(const Confinement *in, Str folder, const struct dirent *entry,
                        unsigned depth) {
    if (entry->d_name[0] == '.') return; // not read, either
    bool unknown = entry->d_type == DT_UNKNOWN, link = entry->d_type == DT_LNK || unknown;
    if (!link && entry->d_type != DT_DIR) return;
    Str path = path_join(in->arena, folder, str_from(entry->d_name));
    if (link) sandbox_read(&in->sandbox, str_z(in->arena, path));
    allow_links(in, path, depth + link);
}

// A folder of transcripts may hold links to what stands elsewhere.
static void allow_links(const Confinement *in, Str folder, unsigned depth) {
    enum { LINKS_MOST = 4 }; // one after the other: they may lead round
    DIR *stream = depth < LINKS_MOST ? opendir(str_z(in->arena, folder)) : NULL;
    if (!stream) return;
    for (struct dirent *entry; (entry = readdir(stream));)
        allow_entry(in, folder, entry, depth);
    closedir(stream);
}

static void allow_input(const Confinement *in, Str path) {
    if (!path.len) return;
    sandbox_read(&in->sandbox, str_z(in->arena, path));
    if (in->sandbox.rules >= 0) allow_links(in, path, 0);
}

static bool is_file_name(Str rubric) {
    return str_has(rubric, STR("/")) || str_ends(rubric, STR(".yaml"));
}

// What a rubric uses stands in its folder, too, or in one of installed rubrics.
static void allow_rubric(const Confinement *in, Str path) {
    if (!is_file_name(path)) return;
    sandbox_read(&in->sandbox, str_z(in->arena, path));
    sandbox_read(&in->sandbox, str_z(in->arena, path_folder(path)));
}

static void allow_reading(const Confinement *in, const Settings *settings) {
    Texts folders = rubric_folders(in->arena, settings);
    const Str tables[] = {settings->calls, settings->agents, settings->labels_map,
                          settings->verdicts};
    vec_each(const Str, folder, &folders)
        sandbox_read(&in->sandbox, str_z(in->arena, *folder));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        allow_input(in, tables[i]);
    vec_each(const Str, path, &settings->files) {
        allow_input(in, *path);
        if (str_ends(*path, STR(".yaml"))) allow_rubric(in, *path);
        // The manifest of a part stands beside it.
        if (settings->merge) allow_input(in, path_folder(*path));
    }
    vec_each(const Str, path, &settings->tried) allow_input(in, *path);
    allow_rubric(in, settings->rubric);
    allow_rubric(in, settings->show);
}

// ---- What is written

static bool is_folder(const Confinement *in, Str path) {
    struct stat status;
    return file_status(in->arena, path, &status) && S_ISDIR(status.st_mode);
}

// The folder of a file, since what is unfinished stands beside it; a folder itself; of
// what is not there yet, the one in which it is to be made.
static void allow_writing(const Confinement *in, Str path) {
    char place[PATH_MAX];
    if (!path.len || str_eq(path, STR("-"))) return;
    while (!realpath(str_z(in->arena, path), place)) {
        Str folder = path_folder(path);
        if (str_eq(folder, path)) return;
        path = folder;
    }
    Str whole = str_copy(in->arena, str_from(place));
    bool file = file_is_regular(in->arena, whole);
    sandbox_write(&in->sandbox, str_z(in->arena, file ? path_folder(whole) : whole));
}

// What stands beside it is allowed where a folder is in the file's way, too: that is told
// by whoever writes.
static void allow_file(const Confinement *in, Str path) {
    allow_writing(in, path.len && is_folder(in, path) ? path_folder(path) : path);
}

void confine(Arena *arena, const Command *command, const Settings *settings) {
    if (settings->no_sandbox) return;
    Confinement in = {arena, sandbox_new()};
    if (in.sandbox.rules < 0) return;
    allow_system(&in);
    allow_reading(&in, settings);
    bool parts = command->options & OPTIONS_SCORE && output_is_folder(arena, settings);
    bool folder = command->options & OPTIONS_REPORT || parts;
    (folder ? allow_writing : allow_file)(&in, settings->output);
    allow_file(&in, settings->store);
    allow_file(&in, settings->metrics);
    // Parts of a workbook; what is held back, and rows that wait for others.
    if (command->options & (OPTIONS_REPORT | OPTIONS_CHOOSE))
        sandbox_write(&in.sandbox, "/dev/shm");
    if (!(command->options & OPTIONS_REPORT) &&
        (!settings->output.len || !(command->options & OPTIONS_SCORE)))
        sandbox_unnamed(&in.sandbox, "/tmp");
    sandbox_enter(&in.sandbox);
}

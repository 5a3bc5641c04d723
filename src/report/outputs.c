#include "report/outputs.h"

#include "base/folder.h"
#include "report/data_files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

Str outputs_place(const Outputs *outputs, Str name) {
    return path_join(outputs->arena, outputs->folder, name);
}

Str outputs_made(const Outputs *outputs, Str name) {
    return path_join(outputs->arena, outputs->next, name);
}

static const char OLD_MANIFEST[] = MANIFEST ".old";

// What stands in the folder by its manifest; or, since a run died while files changed
// places, by the old and the new one, which lie with the files that it had made.
static void find_before(Outputs *outputs) {
    const Str places[] = {outputs_place(outputs, STR(MANIFEST)),
                          outputs_made(outputs, str_from(OLD_MANIFEST)),
                          outputs_made(outputs, STR(MANIFEST))};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        Texts names = manifest_outputs(outputs->arena, places[i]);
        vec_each(Str, name, &names) *vec_push(outputs->arena, &outputs->before) = *name;
    }
}

Outputs outputs_in(Arena *arena, Str folder) {
    return (Outputs){
        .arena = arena, .folder = folder, .next = path_join(arena, folder, STR(".next"))};
}

bool outputs_begin(Outputs *outputs) {
    Arena *arena = outputs->arena;
    find_before(outputs);
    outputs_end(outputs);
    return folder_make(arena, outputs_made(outputs, STR("agents"))) &&
           folder_make(arena, outputs_place(outputs, STR("agents")));
}

void outputs_add(Outputs *outputs, Str name) {
    *vec_push(outputs->arena, &outputs->names) = name;
}

void outputs_end(const Outputs *outputs) {
    int error = errno;
    path_remove(str_z(outputs->arena, outputs->next));
    errno = error;
}

// All at once: of many files that are on their way, the first one takes the time.
static bool sync_all(const Outputs *outputs) {
    vec_each(const Str, name, &outputs->names)
        if (!file_sync(str_z(outputs->arena, outputs_made(outputs, *name)))) return false;
    return true;
}

static bool is_there(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
}

// Two files change places, even on a disk that knows no such call.
static bool exchange(const Outputs *outputs, const char *made, const char *place) {
    if (renameat2(AT_FDCWD, made, AT_FDCWD, place, RENAME_EXCHANGE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    const char *aside = str_z(outputs->arena, outputs_made(outputs, STR("aside")));
    return rename(place, aside) == 0 && rename(made, place) == 0 &&
           rename(aside, made) == 0;
}

// A folder in the place of a file is somebody's: it would go with the old files.
static bool is_folder(const char *path) {
    struct stat status;
    bool folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
    if (folder) errno = EISDIR;
    return folder;
}

static bool put_in_place(const Outputs *outputs, Str name) {
    char *made = str_z(outputs->arena, outputs_made(outputs, name));
    char *place = str_z(outputs->arena, outputs_place(outputs, name));
    if (is_folder(place)) return false;
    return is_there(place) ? exchange(outputs, made, place) : rename(made, place) == 0;
}

static bool put_back(const Outputs *outputs, Str name) {
    char *made = str_z(outputs->arena, outputs_made(outputs, name));
    char *place = str_z(outputs->arena, outputs_place(outputs, name));
    return is_there(made) ? exchange(outputs, made, place) : rename(place, made) == 0;
}

static bool put_all_back(const Outputs *outputs, size_t count) {
    bool back = true;
    while (count > 0) back = put_back(outputs, outputs->names.items[--count]) && back;
    return back;
}

// A file that a report makes, and no path to elsewhere.
static bool is_ours(Str name) {
    static const char *const NAMES[] = {
        "team.xlsx",   "scores.csv",   "marks.csv",    "scorecards.ndjson",
        "summary.txt", "measures.csv", "problems.csv", NULL};
    if (str_number_in(name, NAMES) >= 0) return true;
    bool book = str_ends(name, STR(".xlsx")), page = str_ends(name, STR(".html"));
    if (!str_starts(name, STR("agents/")) || (!book && !page)) return false;
    Str base = str_slice(name, 7, name.len);
    return base.ptr[0] != '.' && str_index(base, 0, '/') == base.len;
}

static void remove_surplus(const Outputs *outputs) {
    vec_each(const Str, name, &outputs->before) {
        bool kept = str_is_in(*name, outputs->names.items, outputs->names.len);
        if (kept || !is_ours(*name)) continue;
        unlink(str_z(outputs->arena, outputs_place(outputs, *name)));
    }
}

bool outputs_commit(const Outputs *outputs) {
    char *manifest = str_z(outputs->arena, outputs_place(outputs, STR(MANIFEST)));
    char *aside = str_z(outputs->arena, outputs_made(outputs, str_from(OLD_MANIFEST)));
    size_t done = 0;
    if (!sync_all(outputs)) return false;
    bool replaces = rename(manifest, aside) == 0;
    if (!replaces && errno != ENOENT) return false;
    while (done < outputs->names.len && put_in_place(outputs, outputs->names.items[done]))
        done++;
    if (done == outputs->names.len) {
        remove_surplus(outputs);
        return file_sync(str_z(outputs->arena, outputs->folder));
    }
    int error = errno;
    if (put_all_back(outputs, done) && replaces) (void)rename(aside, manifest);
    errno = error;
    return false;
}

int folder_lock(Arena *arena, Str folder, unsigned seconds) {
    enum { TRIES_A_SECOND = 20 };
    const struct timespec pause = {.tv_nsec = 1000000000 / TRIES_A_SECOND};
    char *path = str_z(arena, path_join(arena, folder, STR(".lock")));
    int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0) return -1;
    for (unsigned tries = seconds * TRIES_A_SECOND; flock(fd, LOCK_EX | LOCK_NB) != 0;
         tries--) {
        if (tries > 0 && errno == EWOULDBLOCK && nanosleep(&pause, NULL) == 0) continue;
        int error = errno;
        close(fd);
        errno = error == EINTR ? EWOULDBLOCK : error;
        return -1;
    }
    return fd;
}

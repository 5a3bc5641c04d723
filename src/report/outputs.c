#include "report/outputs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

Str outputs_add(Outputs *outputs, Str name) {
    *vec_push(outputs->arena, &outputs->names) = name;
    return path_join(outputs->arena, outputs->folder, name);
}

static char *part_of(const Outputs *outputs, Str name) {
    return part_path(outputs->arena, path_join(outputs->arena, outputs->folder, name));
}

// All at once: of many files that are on their way, the first one takes the time.
static bool sync_parts(const Outputs *outputs) {
    vec_each(const Str, name, &outputs->names)
        if (!file_sync(part_of(outputs, *name))) return false;
    return true;
}

bool outputs_commit(const Outputs *outputs) {
    Arena *arena = outputs->arena;
    if (!sync_parts(outputs)) return false;
    vec_each(const Str, name, &outputs->names) {
        char *path = str_z(arena, path_join(arena, outputs->folder, *name));
        if (rename(part_of(outputs, *name), path) != 0) return false;
    }
    return file_sync(str_z(arena, outputs->folder));
}

void outputs_abandon(const Outputs *outputs) {
    int error = errno;
    vec_each(const Str, name, &outputs->names) unlink(part_of(outputs, *name));
    errno = error;
}

// A file that a report makes, and no path to elsewhere.
static bool is_ours(Str name) {
    static const char *const NAMES[] = {
        "team.xlsx",    "scores.csv",   "marks.csv", "scorecards.ndjson",
        "measures.csv", "problems.csv", NULL};
    if (str_number_in(name, NAMES) >= 0) return true;
    if (!str_starts(name, STR("agents/")) || !str_ends(name, STR(".xlsx"))) return false;
    Str base = str_slice(name, 7, name.len);
    return base.ptr[0] != '.' && str_index(base, 0, '/') == base.len;
}

// The name that a part file was to get, or {0} when it is no part file.
static Str name_of_part(Arena *arena, Str prefix, Str file) {
    Str end = STR(".part");
    if (file.len <= end.len + 1 || file.ptr[0] != '.' || !str_ends(file, end))
        return (Str){0};
    Str base = str_slice(file, 1, file.len - end.len);
    return str_format(arena, "%.*s%.*s", STR_ARG(prefix), STR_ARG(base));
}

static bool can_be_unlinked(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0 && !S_ISDIR(status.st_mode);
}

static void sweep(const Outputs *outputs, Str prefix) {
    Str folder = path_join(outputs->arena, outputs->folder, prefix);
    DIR *dir = opendir(str_z(outputs->arena, folder));
    if (!dir) return;
    for (struct dirent *entry; (entry = readdir(dir));) {
        Str name = name_of_part(outputs->arena, prefix, str_from(entry->d_name));
        bool ours = name.len && (is_ours(name) || str_eq(name, STR("manifest.json")));
        if (ours && can_be_unlinked(part_of(outputs, name))) unlink(part_of(outputs, name));
    }
    closedir(dir);
}

void outputs_sweep(const Outputs *outputs) {
    sweep(outputs, (Str){0});
    sweep(outputs, STR("agents/"));
}

void outputs_prune(const Outputs *outputs, const Texts *before) {
    vec_each(const Str, name, before) {
        bool kept = str_is_in(*name, outputs->names.items, outputs->names.len);
        if (kept || !is_ours(*name)) continue;
        unlink(str_z(outputs->arena, path_join(outputs->arena, outputs->folder, *name)));
    }
}

int folder_lock(Arena *arena, Str folder, unsigned seconds) {
    enum { TRIES_A_SECOND = 20 };
    const struct timespec pause = {.tv_nsec = 1000000000 / TRIES_A_SECOND};
    char *path = str_z(arena, path_join(arena, folder, STR(".lock")));
    int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
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

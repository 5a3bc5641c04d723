#include "report/outputs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

Str outputs_add(Outputs *outputs, Str name) {
    *vec_push(outputs->arena, &outputs->names) = name;
    return path_join(outputs->arena, outputs->folder, name);
}

static char *part_of(const Outputs *outputs, Str name) {
    return part_path(outputs->arena, path_join(outputs->arena, outputs->folder, name));
}

bool outputs_commit(const Outputs *outputs) {
    Arena *arena = outputs->arena;
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
    static const char *const NAMES[] = {"team.xlsx", "scores.csv", "scorecards.ndjson",
                                        "problems.csv"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_eq(name, str_from(NAMES[i]))) return true;
    if (!str_starts(name, STR("agents/")) || !str_ends(name, STR(".xlsx"))) return false;
    Str base = str_slice(name, 7, name.len);
    return base.ptr[0] != '.' && str_index(base, 0, '/') == base.len;
}

static bool has(const Names *names, Str name) {
    vec_each(const Str, item, names)
        if (str_eq(*item, name)) return true;
    return false;
}

void outputs_prune(const Outputs *outputs, const Names *before) {
    vec_each(const Str, name, before) {
        if (!is_ours(*name) || has(&outputs->names, *name)) continue;
        unlink(str_z(outputs->arena, path_join(outputs->arena, outputs->folder, *name)));
    }
}

int folder_lock(Arena *arena, Str folder, unsigned seconds) {
    enum { TRIES_A_SECOND = 20 };
    const struct timespec pause = {.tv_nsec = 1000000000 / TRIES_A_SECOND};
    char *path = str_z(arena, path_join(arena, folder, STR(".lock")));
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
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

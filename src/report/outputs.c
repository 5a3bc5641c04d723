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

// By its manifest; or, since a run died while files changed places, by the old and the
// new one, which lie with the files that it had made.
bool outputs_find(Outputs *outputs, Str *unread) {
    const Str places[] = {outputs_place(outputs, STR(MANIFEST)),
                          outputs_made(outputs, str_from(OLD_MANIFEST)),
                          outputs_made(outputs, STR(MANIFEST))};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        *unread = places[i];
        if (!manifest_outputs(outputs->arena, places[i], &outputs->before)) return false;
    }
    return true;
}

Outputs outputs_in(Arena *arena, Str folder) {
    Str next = path_join(arena, folder, STR(".next"));
    return (Outputs){
        .arena = arena, .folder = folder, .next = next, .next_path = str_z(arena, next)};
}

// Not by folder_make, which would make anew what the guard has removed.
static bool make_place(const Outputs *outputs, const char *agents, Guard *guard) {
    guard_lock(guard);
    bool made = outputs_end(outputs) && mkdir(outputs->next_path, 0777) == 0 &&
                mkdir(agents, 0777) == 0;
    guard_unlock(guard, outputs->next_path);
    return made;
}

bool outputs_begin(Outputs *outputs, Guard *guard) {
    Arena *arena = outputs->arena;
    const char *agents = str_z(arena, outputs_made(outputs, STR("agents")));
    return make_place(outputs, agents, guard) &&
           folder_make(arena, outputs_place(outputs, STR("agents")));
}

void outputs_add(Outputs *outputs, Str name) {
    *vec_push(outputs->arena, &outputs->names) = name;
}

bool outputs_end(const Outputs *outputs) {
    return path_remove(outputs->next_path) || errno == ENOENT;
}

// ---- Getting ready

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

static void add_swap(Outputs *outputs, Str made, Str place) {
    *vec_push(outputs->arena, &outputs->swaps) =
        (Swap){str_z(outputs->arena, outputs_made(outputs, made)),
               str_z(outputs->arena, outputs_place(outputs, place))};
}

// Files of the report before that have no successor change places with nothing.
static void add_surplus(Outputs *outputs) {
    Texts seen = {0};
    vec_each(const Str, name, &outputs->before) {
        bool kept = str_is_in(*name, outputs->names.items, outputs->names.len);
        bool known = str_is_in(*name, seen.items, seen.len);
        if (kept || known || !is_ours(*name)) continue;
        *vec_push(outputs->arena, &seen) = *name;
        add_swap(outputs, *name, *name);
    }
}

// All at once: of many files that are on their way, the first one takes the time.
static bool sync_all(const Outputs *outputs) {
    vec_each(const Str, name, &outputs->names)
        if (!file_sync(str_z(outputs->arena, outputs_made(outputs, *name)))) return false;
    return true;
}

bool outputs_finish(Outputs *outputs) {
    outputs->folder_path = str_z(outputs->arena, outputs->folder);
    outputs->spare = str_z(outputs->arena, outputs_made(outputs, STR("aside")));
    add_swap(outputs, str_from(OLD_MANIFEST), STR(MANIFEST));
    add_surplus(outputs);
    vec_each(const Str, name, &outputs->names) add_swap(outputs, *name, *name);
    return sync_all(outputs);
}

// ---- Changing places

// Whether something stands there: 1 or 0, and -1 with errno where that cannot be told. A
// folder in the place of a file is somebody's: it would go with the old files.
static int is_there(const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0) return errno == ENOENT ? 0 : -1;
    if (!S_ISDIR(status.st_mode)) return 1;
    errno = EISDIR;
    return -1;
}

// Two files change places on a disk that knows no such call, or stay where they are.
static bool exchange_by_steps(const char *one, const char *other, const char *spare) {
    if (rename(other, spare) != 0) return false;
    if (rename(one, other) == 0) {
        if (rename(spare, one) == 0) return true;
        int error = errno;
        (void)rename(other, one);
        errno = error;
    }
    int error = errno;
    (void)rename(spare, other);
    errno = error;
    return false;
}

static bool exchange(const char *one, const char *other, const char *spare) {
    if (renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0) return true;
    return (errno == EINVAL || errno == ENOSYS) && exchange_by_steps(one, other, spare);
}

// What is done twice is undone. False with errno; then nothing has changed.
static bool swap(const Outputs *outputs, const Swap *files) {
    int made = is_there(files->made);
    int placed = made < 0 ? -1 : is_there(files->place);
    if (placed < 0) return false;
    if (made && placed) return exchange(files->made, files->place, outputs->spare);
    if (made) return rename(files->made, files->place) == 0;
    return !placed || rename(files->place, files->made) == 0;
}

// The first swap, the old manifest's, is undone only after all others: without them the
// folder must not say that it is whole.
static void swap_back(const Outputs *outputs, size_t count) {
    bool back = true;
    while (count > 1) back = swap(outputs, &outputs->swaps.items[--count]) && back;
    if (count && back) (void)swap(outputs, outputs->swaps.items);
}

bool outputs_commit(const Outputs *outputs) {
    size_t done = 0;
    while (done < outputs->swaps.len && swap(outputs, &outputs->swaps.items[done]))
        done++;
    if (done == outputs->swaps.len) return file_sync(outputs->folder_path);
    int error = errno;
    swap_back(outputs, done);
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

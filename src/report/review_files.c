#include "report/review_files.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/interrupt.h"
#include "base/pool.h"
#include "report/review_book.h"
#include "report/xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    const ReportInput *in;
    const AgentTally *agent;
    Str path;
    const char *made, *place; // the same as text
    int error;
} ReviewJob;

// To a place where nothing stands, even on a disk that knows no such call.
static bool put_in_place(const char *made, const char *place) {
    if (renameat2(AT_FDCWD, made, AT_FDCWD, place, RENAME_NOREPLACE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    return link(made, place) == 0 && unlink(made) == 0;
}

// One that another run put there meanwhile is as good.
static void make_review(void *shared, unsigned worker, void *item) {
    (void)shared, (void)worker;
    ReviewJob *job = item;
    Arena arena = {0};
    Book book = {.arena = &arena};
    review_book(job->in, job->agent, &book);
    bool good = xlsx_write(&book, job->made, job->in->created) && file_sync(job->made) &&
                put_in_place(job->made, job->place);
    job->error = good || errno == EEXIST ? 0 : errno;
    arena_free(&arena);
}

static ReviewJob *list_missing(Arena *arena, const ReportInput *in, Str next,
                               size_t *count) {
    const AgentTallies *agents = &in->tally->agents;
    ReviewJob *jobs = arena_array(arena, ReviewJob, agents->len);
    struct stat status;
    *count = 0;
    for (size_t i = 0; i < agents->len; i++) {
        if (!in->files[i].len) continue;
        Str name = review_file(arena, in, in->files[i]);
        Str path = path_join(arena, in->reviews, name);
        const char *place = str_z(arena, path);
        const char *made = str_z(arena, path_join(arena, next, name));
        if (lstat(place, &status) != 0)
            jobs[(*count)++] = (ReviewJob){in, &agents->items[i], path, made, place, 0};
    }
    return jobs;
}

static void take(Pool *pool, const ReviewJob **failed) {
    const ReviewJob *job = pool_next(pool);
    if (job && job->error && !*failed) *failed = job;
}

static const ReviewJob *make_missing(Arena *arena, const ReportInput *in, Str next) {
    size_t count, window = 2 * (size_t)(in->jobs ? in->jobs : 1);
    const ReviewJob *bad = NULL;
    ReviewJob *jobs = list_missing(arena, in, next, &count);
    Pool *pool = pool_start(arena, in->jobs, window, make_review, NULL);
    for (size_t i = 0; i < count && !bad; i++) {
        if (pool_full(pool)) take(pool, &bad);
        pool_submit(pool, &jobs[i]);
    }
    for (size_t i = 0; i < window; i++) take(pool, &bad);
    pool_stop(pool);
    return bad;
}

// ---- Where they are made: ".PERIOD.part", which is its run's alone

static bool is_gone(const char *next) { return path_remove(next) || errno == ENOENT; }

static bool begin(Guard *guard, const char *next) {
    guard_lock(guard);
    bool begun = is_gone(next) && mkdir(next, 0777) == 0;
    guard_unlock(guard, next);
    return begun;
}

static bool end(Guard *guard, const char *next) {
    guard_lock(guard);
    bool ended = is_gone(next);
    guard_unlock(guard, NULL);
    return ended;
}

static bool make_guarded(Arena *arena, const ReportInput *in, Guard *guard, Str *failed) {
    char *next = part_path(arena, path_join(arena, in->reviews, in->period->label));
    *failed = str_from(next);
    if (!begin(guard, next)) return false;
    const ReviewJob *bad = make_missing(arena, in, *failed);
    bool ended = end(guard, next);
    if (!bad) return ended;
    *failed = bad->path;
    errno = bad->error;
    return false;
}

bool review_files_make(Arena *arena, const ReportInput *in, Str *failed) {
    *failed = in->reviews;
    if (!in->reviews.len) return true;
    if (!folder_make(arena, in->reviews)) return false;
    Guard *guard = guard_start(arena, GUARD_MEMORY);
    bool made = make_guarded(arena, in, guard, failed);
    int error = errno;
    guard_stop(guard);
    errno = error;
    return made;
}

#include "report/review_files.h"

#include "base/file.h"
#include "base/folder.h"
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
    char *made = part_path(&arena, job->path), *place = str_z(&arena, job->path);
    review_book(job->in, job->agent, &book);
    bool good = xlsx_write(&book, made, job->in->created) && file_sync(made) &&
                put_in_place(made, place);
    job->error = good || errno == EEXIST ? 0 : errno;
    if (!good) unlink(made);
    arena_free(&arena);
}

static ReviewJob *list_missing(Arena *arena, const ReportInput *in, size_t *count) {
    const AgentTallies *agents = &in->tally->agents;
    ReviewJob *jobs = arena_array(arena, ReviewJob, agents->len);
    struct stat status;
    *count = 0;
    for (size_t i = 0; i < agents->len; i++) {
        if (!in->files[i].len) continue;
        Str name = review_file(arena, in, in->files[i]);
        Str path = path_join(arena, in->reviews, name);
        if (lstat(str_z(arena, path), &status) != 0)
            jobs[(*count)++] = (ReviewJob){in, &agents->items[i], path, 0};
    }
    return jobs;
}

static void take(Pool *pool, const ReviewJob **failed) {
    const ReviewJob *job = pool_next(pool);
    if (job && job->error && !*failed) *failed = job;
}

bool review_files_make(Arena *arena, const ReportInput *in, Str *failed) {
    size_t count, window = 2 * (size_t)(in->jobs ? in->jobs : 1);
    const ReviewJob *bad = NULL;
    *failed = in->reviews;
    if (!in->reviews.len) return true;
    if (!folder_make(arena, in->reviews)) return false;
    ReviewJob *jobs = list_missing(arena, in, &count);
    Pool *pool = pool_start(arena, in->jobs, window, make_review, NULL);
    for (size_t i = 0; i < count && !bad; i++) {
        if (pool_full(pool)) take(pool, &bad);
        pool_submit(pool, &jobs[i]);
    }
    for (size_t i = 0; i < window; i++) take(pool, &bad);
    pool_stop(pool);
    if (!bad) return true;
    *failed = bad->path;
    errno = bad->error;
    return false;
}

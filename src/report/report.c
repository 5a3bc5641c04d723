#include "report/report.h"

#include "base/interrupt.h"
#include "base/pool.h"
#include "report/agent_link.h"
#include "report/books.h"
#include "report/data_files.h"
#include "report/outputs.h"
#include "report/xlsx.h"
#include "score/record.h"
#include "score/table.h"

#include <errno.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

typedef struct {
    Arena *arena;
    const ReportInput *in;
    Diags *diags;
    Outputs outputs;
    int status;
} Report;

static void fail(Report *report, Str path, int error) {
    if (report->status != EX_OK) return; // the first failure is the one to tell
    report->status = exit_status_of(error);
    diag_add(report->diags, DIAG_ERROR, (Place){.path = path}, "cannot be written: %s",
             strerror(error));
}

// ---- Workbooks

typedef struct {
    const ReportInput *in;
    const AgentTally *agent; // NULL is the team
    Str path;
    const char *part;
    int error;
} BookJob;

static void make_book(void *shared, unsigned worker, void *item) {
    (void)shared, (void)worker;
    BookJob *job = item;
    Arena arena = {0};
    Book book = {.arena = &arena};
    if (job->agent)
        agent_book(job->in, job->agent, &book);
    else
        team_book(job->in, &book);
    job->error = xlsx_write(&book, job->part, job->in->created) ? 0 : errno;
    arena_free(&arena);
}

static void take_book(Report *report, Pool *pool) {
    const BookJob *job = pool_next(pool);
    if (job && job->error) fail(report, job->path, job->error);
}

static void make_books(Report *report, BookJob *jobs, size_t count) {
    const ReportInput *in = report->in;
    size_t window = 2 * (size_t)(in->jobs ? in->jobs : 1);
    Pool *pool = pool_start(report->arena, in->jobs, window, make_book, NULL);
    for (size_t i = 0; i < count && report->status == EX_OK && !interrupts_pending();
         i++) {
        if (pool_full(pool)) take_book(report, pool);
        pool_submit(pool, &jobs[i]);
    }
    for (size_t i = 0; i < window; i++) take_book(report, pool);
    pool_stop(pool);
}

static BookJob book_job(Report *report, const AgentTally *agent, Str name) {
    Str path = outputs_add(&report->outputs, name);
    return (BookJob){.in = report->in,
                     .agent = agent,
                     .path = path,
                     .part = part_path(report->arena, path)};
}

static void write_books(Report *report) {
    const AgentTallies *agents = &report->in->tally->agents;
    BookJob *jobs = arena_array(report->arena, BookJob, agents->len + 1);
    size_t count = 1;
    for (size_t i = 0; i < agents->len; i++)
        if (report->in->files[i].len)
            jobs[count++] = book_job(report, &agents->items[i], report->in->files[i]);
    jobs[0] = book_job(report, NULL, STR("team.xlsx")); // the longest work begins first
    make_books(report, jobs, count);
}

// ---- Data

typedef void PutFile(OutFile *out, const Report *report);

static void put_scores(OutFile *out, const Report *report) {
    scores_put_header(&out->buf);
    vec_each(const Scorecard, card, report->in->cards) {
        scores_put(&out->buf, card);
        out_put(out, (Str){0});
    }
}

static void put_marks(OutFile *out, const Report *report) {
    marks_put_header(&out->buf);
    vec_each(const Scorecard, card, report->in->cards) {
        marks_put(&out->buf, card);
        out_put(out, (Str){0});
    }
}

static void put_cards(OutFile *out, const Report *report) {
    vec_each(const Scorecard, card, report->in->cards) {
        record_put_json(&out->buf, card);
        out_put(out, (Str){0});
    }
}

static void put_problems(OutFile *out, const Report *report) {
    problems_put(&out->buf, report->in->problems);
}

static void put_measures(OutFile *out, const Report *report) {
    measures_put(&out->buf, report->in->tally);
}

static void put_manifest(OutFile *out, const Report *report) {
    manifest_put(&out->buf, report->in, &report->outputs.names);
}

static void write_file(Report *report, const char *name, PutFile *put) {
    OutFile out;
    Str path = path_join(report->arena, report->outputs.folder, str_from(name));
    if (report->status != EX_OK) return;
    if (out_open(&out, report->arena, path)) put(&out, report), out_finish(&out);
    out_close(&out);
    outputs_add(&report->outputs, str_from(name));
    if (out.error) fail(report, path, out.error);
}

static void write_files(Report *report) {
    write_file(report, "scores.csv", put_scores);
    write_file(report, "marks.csv", put_marks);
    write_file(report, "scorecards.ndjson", put_cards);
    if (report->in->tally->measures.len) write_file(report, "measures.csv", put_measures);
    if (report->in->problems->errors || report->in->problems->warnings)
        write_file(report, "problems.csv", put_problems);
    write_file(report, "manifest.json", put_manifest); // lists those before it
}

// ---- The folder

static void write_all(Report *report) {
    Str manifest = path_join(report->arena, report->in->folder, STR("manifest.json"));
    Texts before = manifest_outputs(report->arena, manifest);
    outputs_sweep(&report->outputs);
    write_books(report);
    write_files(report);
    if (report->status != EX_OK || interrupts_pending()) {
        outputs_abandon(&report->outputs);
    } else if (outputs_commit(&report->outputs)) {
        outputs_prune(&report->outputs, &before);
    } else {
        fail(report, report->in->folder, errno);
        outputs_abandon(&report->outputs);
    }
}

static int lock(Report *report) {
    int fd = folder_lock(report->arena, report->in->folder, report->in->lock_timeout);
    if (fd >= 0 || errno != EWOULDBLOCK) return fd;
    report->status = EX_TEMPFAIL;
    diag_add(report->diags, DIAG_ERROR, (Place){.path = report->in->folder},
             "in use by another run (waited %u second%s)", report->in->lock_timeout,
             report->in->lock_timeout == 1 ? "" : "s");
    return fd;
}

int report_write(Arena *arena, const ReportInput *in, Diags *diags) {
    ReportInput input = *in;
    input.files = agent_files(arena, in->tally, &in->people);
    Report report = {arena, &input, diags, {.arena = arena, .folder = in->folder}, EX_OK};
    bool made = folder_make(arena, path_join(arena, in->folder, STR("agents")));
    int fd = made ? lock(&report) : -1;
    if (fd < 0) {
        fail(&report, in->folder, errno);
        return report.status;
    }
    interrupts_hold();
    write_all(&report);
    interrupts_release();
    close(fd);
    return report.status;
}

size_t report_agents(Arena *arena, const ReportInput *in) {
    const Str *files = agent_files(arena, in->tally, &in->people);
    size_t count = 0;
    for (size_t i = 0; i < in->tally->agents.len; i++) count += files[i].len > 0;
    return count;
}

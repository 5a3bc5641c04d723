#include "report/report.h"

#include "base/folder.h"
#include "base/interrupt.h"
#include "base/pool.h"
#include "report/agent_link.h"
#include "report/books.h"
#include "report/data_files.h"
#include "report/html.h"
#include "report/outputs.h"
#include "report/review_files.h"
#include "report/summary.h"
#include "report/xlsx.h"
#include "score/record.h"
#include "score/redacted_card.h"
#include "score/table.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

typedef struct {
    Arena *arena;
    const ReportInput *in;
    Diags *diags;
    Outputs outputs;
    size_t lost_links; // of workbooks, for which there is no room
    int status;
} Report;

static void fail_to(Report *report, const char *act, Str path, int error) {
    if (report->status != EX_OK) return; // the first failure is the one to tell
    report->status = exit_status_of(error);
    diag_add(report->diags, DIAG_ERROR, (Place){.path = path}, "cannot be %s: %s", act,
             strerror(error));
}

static void fail(Report *report, Str path, int error) {
    fail_to(report, "written", path, error);
}

// ---- Workbooks

// An output: where it will stand, and where it is made.
typedef struct {
    Str path;
    const char *made;
} OutputFile;

typedef struct {
    const ReportInput *in;
    const AgentTally *agent; // NULL is the team
    OutputFile book, page;   // the page: {0} where there is none
    size_t lost_links;       // see book_limit_links
    Str failed;              // the path of what could not be written
    int error;
} BookJob;

static bool write_page(const Book *book, const char *path) {
    static const char *const SHEETS[] = {"Coaching", "Calls", NULL};
    Buf page = {.arena = book->arena};
    html_put(&page, book, SHEETS);
    return file_write(book->arena, path, buf_str(&page));
}

// `shared` has an arena for each worker.
static void make_book(void *shared, unsigned worker, void *item) {
    BookJob *job = item;
    Arena *arena = (Arena *)shared + worker;
    Book book = {.arena = arena};
    if (job->agent)
        agent_book(job->in, job->agent, &book);
    else
        team_book(job->in, &book);
    job->lost_links = book_limit_links(&book);
    job->failed = job->book.path;
    bool made = xlsx_write(&book, job->book.made, job->in->created);
    if (made && job->page.made) {
        job->failed = job->page.path;
        made = write_page(&book, job->page.made);
    }
    job->error = made ? 0 : errno;
    arena_reset(arena);
}

static void take_book(Report *report, Pool *pool) {
    const BookJob *job = pool_next(pool);
    if (!job) return;
    report->lost_links += job->lost_links;
    if (job->error) fail(report, job->failed, job->error);
}

static void make_books(Report *report, BookJob *jobs, size_t count) {
    const ReportInput *in = report->in;
    size_t workers = in->jobs ? in->jobs : 1, window = 2 * workers;
    Arena *arenas = arena_array(report->arena, Arena, workers);
    Pool *pool = pool_start(report->arena, in->jobs, window, make_book, arenas);
    for (size_t i = 0; i < count && report->status == EX_OK; i++) {
        if (pool_full(pool)) take_book(report, pool);
        pool_submit(pool, &jobs[i]);
    }
    for (size_t i = 0; i < window; i++) take_book(report, pool);
    pool_stop(pool);
    for (size_t i = 0; i < workers; i++) arena_free(&arenas[i]);
}

static OutputFile add_output(Report *report, Str name) {
    outputs_add(&report->outputs, name);
    return (OutputFile){outputs_place(&report->outputs, name),
                        str_z(report->arena, outputs_made(&report->outputs, name))};
}

static Str page_name(Arena *arena, Str book) {
    Str stem = str_slice(book, 0, book.len - STR(".xlsx").len);
    return str_format(arena, "%.*s.html", STR_ARG(stem));
}

static BookJob book_job(Report *report, const AgentTally *agent, Str name) {
    BookJob job = {.in = report->in, .agent = agent, .book = add_output(report, name)};
    if (agent && report->in->html)
        job.page = add_output(report, page_name(report->arena, name));
    return job;
}

typedef struct {
    BookJob *jobs;
    size_t count;
} BookPlan;

static BookPlan plan_books(Report *report) {
    const AgentTallies *agents = &report->in->tally->agents;
    BookJob *jobs = arena_array(report->arena, BookJob, agents->len + 1);
    size_t count = 1;
    for (size_t i = 0; i < agents->len; i++)
        if (report->in->files[i].len)
            jobs[count++] = book_job(report, &agents->items[i], report->in->files[i]);
    jobs[0] = book_job(report, NULL, STR("team.xlsx")); // the longest work begins first
    return (BookPlan){jobs, count};
}

static void write_books(Report *report, BookPlan plan) {
    const ReportInput *in = report->in;
    if (in->redact)
        vec_each(Scorecard, card, in->cards) scorecard_redact(report->arena, card);
    make_books(report, plan.jobs, plan.count);
    if (!report->lost_links) return;
    diag_add(report->diags, DIAG_WARNING, (Place){.path = in->folder},
             "%zu links are words alone: a worksheet holds %d", report->lost_links,
             SHEET_LINKS);
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
    const Outputs *outputs = &report->outputs;
    if (!manifest_put(&out->buf, report->in, &outputs->names, outputs->next))
        out->error = errno;
}

static void put_summary(OutFile *out, const Report *report) {
    summary_put(&out->buf, report->in);
}

static void write_file(Report *report, const char *name, PutFile *put) {
    OutFile out;
    Outputs *outputs = &report->outputs;
    Str place = outputs_place(outputs, str_from(name));
    if (report->status != EX_OK) return;
    if (out_open_within(&out, report->arena, outputs_made(outputs, str_from(name))))
        put(&out, report), out_finish(&out);
    if (!out_commit(&out)) {
        fail(report, place, out.error);
        out_abandon(&out);
    }
    outputs_add(outputs, str_from(name));
}

static void write_data(Report *report) {
    write_file(report, "scores.csv", put_scores);
    write_file(report, "marks.csv", put_marks);
    write_file(report, "scorecards.ndjson", put_cards);
    if (report->in->tally->measures.len) write_file(report, "measures.csv", put_measures);
    if (report->in->problems->errors || report->in->problems->warnings)
        write_file(report, "problems.csv", put_problems);
    write_file(report, "summary.txt", put_summary);
}

// ---- The folder

// The data have the words as they were said, and come before workbooks are redacted.
static void write_all(Report *report) {
    BookPlan plan = plan_books(report);
    write_data(report);
    write_books(report, plan);
    write_file(report, MANIFEST, put_manifest); // lists those before it
}

// Nothing is in its place yet.
static void make_all(Report *report, Guard *guard) {
    Outputs *outputs = &report->outputs;
    Str unread;
    if (!outputs_find(outputs, &unread))
        fail_to(report, "read", unread, errno);
    else if (outputs_begin(outputs, guard))
        write_all(report);
    else
        fail(report, outputs->next, errno);
    if (report->status == EX_OK && !outputs_finish(outputs))
        fail(report, report->in->folder, errno);
}

// No memory is asked for until nothing is left outside its place.
static void place_all(Report *report) {
    Outputs *outputs = &report->outputs;
    int unplaced = 0, left = 0;
    if (report->status == EX_OK && !outputs_commit(outputs)) unplaced = errno;
    if (!outputs_end(outputs)) left = errno;
    if (unplaced) fail(report, report->in->folder, unplaced);
    if (left) fail(report, outputs->next, left);
}

// A signal ends the work and leaves the report that was there, but not while the new one
// is put in its place, nor while what people fill in is made beside it.
static void write_guarded(Report *report) {
    Guard *guard = guard_start(report->arena, GUARD_ALL);
    make_all(report, guard);
    guard_stop(guard);
    place_all(report);
    Str failed;
    if (report->status == EX_OK && !review_files_make(report->arena, report->in, &failed))
        fail(report, failed, errno);
    interrupts_release();
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
    const Rulings rulings = rulings_of(arena, &in->reviewed.reviews);
    input.files = agent_files(arena, in->tally, &in->people);
    input.rulings = &rulings;
    Report report = {.arena = arena, .in = &input, .diags = diags, .status = EX_OK};
    int fd = folder_make(arena, in->folder) ? lock(&report) : -1;
    if (fd < 0) {
        fail(&report, in->folder, errno);
        return report.status;
    }
    report.outputs = outputs_in(arena, in->folder);
    write_guarded(&report);
    close(fd);
    return report.status;
}

int report_metrics(Arena *arena, const ReportInput *in, Str path, Diags *diags) {
    OutFile out;
    if (out_open(&out, arena, path)) {
        // The exporter that reads it is somebody else; nothing that was said is in it.
        (void)fchmod(out.fd, 0644);
        metrics_put(&out.buf, in);
        bool done = out_finish(&out) && out_commit(&out);
        if (!done) out_abandon(&out);
        if (done) return EX_OK;
    }
    int error = out.error;
    diag_add(diags, DIAG_ERROR, (Place){.path = path}, "cannot be written: %s",
             strerror(error));
    return exit_status_of(error);
}

size_t report_agents(Arena *arena, const ReportInput *in) {
    const Str *files = agent_files(arena, in->tally, &in->people);
    size_t count = 0;
    for (size_t i = 0; i < in->tally->agents.len; i++) count += files[i].len > 0;
    return count;
}

#include "report/report.h"
#include "base/file.h"
#include "base/pool.h"
#include "cli/about.h"
#include "cli/commands.h"
#include "cli/history.h"
#include "cli/select.h"
#include "score/read_records.h"
#include "tally/trend.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

typedef struct {
    Setup setup;
    Arena cards_arena;
    CardList list;
    Scorecards earlier;         // from before the period
    Texts transcripts, records; // inputs, as they came
    InputFiles inputs;          // for the manifest
} ReportRun;

static bool report_consume(void *context, const Call *call, const void *result) {
    ReportRun *report = context;
    cards_add(&report->cards_arena, &report->list, result, call->place,
              &report->setup.diags);
    setup_note(&report->setup, result);
    return true;
}

static bool holds_records(const Settings *settings, Str path) {
    if (str_eq(settings->read.format, STR("records"))) return true;
    return !str_eq(path, STR("-")) && records_sniff(path);
}

static void sort_inputs(Arena *arena, ReportRun *report) {
    const Settings *settings = report->setup.settings;
    vec_each(const Str, path, &settings->files) {
        Texts *inputs =
            holds_records(settings, *path) ? &report->records : &report->transcripts;
        *vec_push(arena, inputs) = *path;
    }
}

// All agents are read, whoever is asked for: they are what one is compared with.
static int select_period(ReportRun *report) {
    Setup *setup = &report->setup;
    int status = select_calls(setup, &report->transcripts, &report->records);
    if (status != EX_OK) return status;
    setup->only->agents = (Texts){0};
    setup->only->earlier = trend_since(&setup->only->period);
    // What goes into a store goes there with its words, also from before the period.
    bool stored = setup->store && !period_is_all(&setup->only->period);
    report->list.only = stored ? NULL : setup->only;
    return EX_OK;
}

static void read_records(Arena *arena, ReportRun *report) {
    vec_each(const Str, path, &report->records)
        records_read(&report->cards_arena, *path, &report->setup.rubric, &report->list,
                     vec_push(arena, &report->inputs), &report->setup.diags);
    report->setup.undated = report->list.undated;
}

static int read_transcripts(Arena *arena, ReportRun *report) {
    Setup *setup = &report->setup;
    if (!report->transcripts.len) return EX_OK;
    int status = setup_inputs(setup, report->transcripts.items, report->transcripts.len);
    if (status != EX_OK) return status;
    setup_run(
        setup,
        (RunPlan){.work = run_scorecard, .consume = report_consume, .context = report});
    cards_tell_copies(&report->list, &setup->diags);
    vec_each(const InputFile, file, reader_files(setup->reader))
        *vec_push(arena, &report->inputs) = *file;
    return EX_OK;
}

// What is still being written is read by the next run, and then whole.
static void leave_changed(ReportRun *report) {
    vec_each(InputFile, file, &report->inputs) {
        if (!file->changed) continue;
        cards_remove_from(&report->list, file->path);
        file->calls = 0;
    }
}

// A call may turn out to be split only after its first rows have gone by.
static void take_back(ReportRun *report) {
    vec_each(const Diag, diag, &report->setup.diags.items)
        if (diag->takes_back) cards_remove(&report->list, diag->call);
}

static int status_of_inputs(const ReportRun *report) {
    bool any = report->setup.store != NULL;
    vec_each(const InputFile, file, &report->inputs) any = any || file->opened;
    if (!any) return EX_NOINPUT;
    return report->setup.diags.errors ? EX_DATAERR : EX_OK;
}

// Workbooks bear the time of the newest call, or what the environment says
// (https://reproducible-builds.org/specs/source-date-epoch/), never the clock's.
static int64_t created_at(const Tally *tally) {
    int64_t seconds;
    if (str_to_int(str_from(getenv("SOURCE_DATE_EPOCH")), &seconds) && seconds >= 0)
        return seconds * 1000;
    return tally->team.last_at == NO_TIME ? 0 : tally->team.last_at;
}

static const char *plural(size_t count) { return count == 1 ? "" : "s"; }

static void say_done(Arena *arena, const ReportInput *in) {
    size_t calls = in->tally->team.calls, agents = in->tally->agents.len;
    size_t books = report_agents(arena, in);
    message_line(
        "%zu call%s of %zu agent%s: %.*s/team.xlsx and %zu workbook%s in %.*s/agents",
        calls, plural(calls), agents, plural(agents), STR_ARG(in->folder), books,
        plural(books), STR_ARG(in->folder));
}

// That of a period has a folder of its own.
static Str folder_of(Arena *arena, const Setup *setup) {
    Str folder = setup->settings->output, label = setup->only->period.label;
    return label.len ? path_join(arena, folder, label) : folder;
}

// A later one of the same kind stays the latest when an earlier one is made again.
static int point_latest(Arena *arena, const Settings *settings, Str label) {
    Str path = path_join(arena, settings->output, STR("latest"));
    Str there = link_target(arena, path);
    if (there.len == label.len && str_cmp(there, label) > 0) return EX_OK;
    if (link_replace(arena, path, label)) return EX_OK;
    message_error("%.*s: cannot be made a link: %s", STR_ARG(path), strerror(errno));
    return exit_status_of(errno);
}

static int write_report(Arena *arena, ReportRun *report) {
    Tally tally;
    Trends trends;
    Setup *setup = &report->setup;
    tally_make(arena, &setup->rubric, &report->list.cards, &tally);
    trends_make(arena, &tally, &setup->only->period, &report->list.cards,
                &report->earlier, &trends);
    const ReportInput input = {
        .folder = folder_of(arena, setup),
        .tally = &tally,
        .cards = &report->list.cards,
        .period = &setup->only->period,
        .earlier = &report->earlier,
        .trends = &trends,
        .people = setup->settings->people,
        .problems = &setup->diags,
        .inputs = &report->inputs,
        .created = created_at(&tally),
        .html = setup->settings->html,
        .jobs = setup->settings->jobs ? setup->settings->jobs : pool_cpus(),
        .lock_timeout = setup->settings->lock_timeout,
        .version = about_version(),
    };
    Diags failures = {.arena = arena};
    size_t shown = 0;
    int status = report_write(arena, &input, &failures);
    if (status == EX_OK && setup->settings->metrics.len)
        status = report_metrics(arena, &input, setup->settings->metrics, &failures);
    message_diags(&failures, &shown);
    if (status == EX_OK && input.period->label.len)
        status = point_latest(arena, setup->settings, input.period->label);
    if (status == EX_OK && !setup->settings->quiet) say_done(arena, &input);
    return status;
}

// Says what came of the reading, and sets apart what is from before the period.
static void settle_cards(ReportRun *report) {
    setup_tell_undated(&report->setup);
    message_diags(&report->setup.diags, &report->setup.shown);
    cards_split(&report->cards_arena, &report->list, &report->earlier);
}

// Adds the calls to the store, and tells the report from it.
static int exchange(Arena *arena, ReportRun *report) {
    Setup *setup = &report->setup;
    Arena scratch = {0};
    if (!setup->store) return EX_OK;
    vec_each(const Scorecard, card, &report->list.cards) {
        Buf record = {.arena = &scratch};
        record_put_json(&record, card);
        store_add(setup->store, card, buf_str(&record));
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    int status = history_commit(setup, &report->inputs, setup->settings->output);
    if (status == EX_OK)
        status = history_read(setup, &report->cards_arena, &report->list);
    settle_cards(report);
    if (!setup->settings->files.len)
        *vec_push(arena, &report->inputs) = (InputFile){
            .path = setup->store->path, .calls = (uint32_t)report->list.cards.len};
    return status;
}

// Whether the inputs are such that there is no report; says so.
static bool is_refused(const ReportRun *report, int status) {
    bool nothing = !report->list.cards.len && status != EX_OK;
    bool refused = nothing || (report->setup.settings->strict && status != EX_OK);
    if (refused)
        message_error("nothing written: %s", nothing
                                                 ? "no call could be read"
                                                 : "some input was refused (--strict)");
    return refused;
}

static int finish(Arena *arena, ReportRun *report) {
    leave_changed(report);
    take_back(report);
    settle_cards(report);
    int status = status_of_inputs(report);
    if (is_refused(report, status)) return status;
    int stored = exchange(arena, report);
    if (stored != EX_OK) return stored;
    watch_start(report->setup.watch);
    int written = write_report(arena, report);
    watch_lap(report->setup.watch, LAP_WRITE);
    return written != EX_OK ? written : status;
}

static int report_command(Arena *arena, const Settings *settings) {
    ReportRun report = {0};
    if (!settings->output.len) {
        message_error("no folder to write to (give -o DIR)");
        return EX_USAGE;
    }
    int status = setup_marking(&report.setup, arena, settings);
    if (status != EX_OK) return status;
    sort_inputs(arena, &report);
    status = history_open(&report.setup);
    if (status == EX_OK) status = select_period(&report);
    if (status == EX_OK) {
        read_records(arena, &report);
        status = read_transcripts(arena, &report);
    }
    if (status == EX_OK) status = finish(arena, &report);
    arena_free(&report.cards_arena);
    setup_close(&report.setup);
    return status;
}

const Command COMMAND_REPORT = {
    .name = "report",
    .arguments = "-o DIR FILE...",
    .summary = "Marks calls and writes the coaching workbooks (the main job).",
    .details =
        "FILE may be a transcript, a folder of them, - for standard input, or a file of "
        "records that 'score' wrote; with --store alone the calls are those of the store. "
        "DIR/team.xlsx is for the manager, DIR/agents/*.xlsx for each agent and coach. Of "
        "a --period, all of it stands in a folder of its name, DIR/2026-W46, to which "
        "DIR/latest leads.",
    .options = OPTIONS_MARK | OPTIONS_PERIOD | OPTIONS_RUN | OPTIONS_OUTPUT |
               OPTIONS_STRICT | OPTIONS_STATS | OPTIONS_REPORT | OPTIONS_STORE |
               OPTIONS_KEEP,
    .needs_files = true,
    .store_is_input = true,
    .run = report_command,
};

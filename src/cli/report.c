#include "report/report.h"
#include "base/file.h"
#include "base/pool.h"
#include "cli/about.h"
#include "cli/commands.h"
#include "cli/gather.h"
#include "tally/versions.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

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

// What people fill in for a period stands beside the folders of all periods.
static Str reviews_of(Arena *arena, const Setup *setup) {
    if (!setup->only->period.label.len) return (Str){0};
    return path_join(arena, setup->settings->output, STR("reviews"));
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

static int write_report(Arena *arena, Gathered *gathered) {
    Tally tally;
    Trends trends;
    Setup *setup = &gathered->setup;
    tally_make(arena, &setup->rubric, &gathered->list.cards, &tally);
    trends_make(arena, &tally, &setup->only->period, &gathered->list.cards,
                &gathered->earlier, &trends);
    versions_compare(arena, &tally, &gathered->list.cards, &gathered->versions, &trends);
    const ReportInput input = {
        .folder = folder_of(arena, setup),
        .tally = &tally,
        .cards = &gathered->list.cards,
        .period = &setup->only->period,
        .earlier = &gathered->earlier,
        .trends = &trends,
        .people = setup->settings->people,
        .problems = &setup->diags,
        .inputs = &gathered->inputs,
        .incomplete = gathered->parts.incomplete,
        .created = created_at(&tally),
        .reviewed = gathered->reviewed,
        .reviews = reviews_of(arena, setup),
        .redact = !setup->settings->redact && !setup->settings->no_redact,
        .html = setup->settings->html,
        .jobs = setup->settings->jobs ? setup->settings->jobs : pool_cpus(),
        .lock_timeout = setup->settings->lock_timeout,
        .version = about_version(),
    };
    Diags failures = {.arena = arena};
    Told told = {0};
    int status = report_write(arena, &input, &failures);
    if (status == EX_OK && setup->settings->metrics.len)
        status = report_metrics(arena, &input, setup->settings->metrics, &failures);
    message_last_diags(&failures, &told);
    if (status == EX_OK && input.period->label.len)
        status = point_latest(arena, setup->settings, input.period->label);
    if (status == EX_OK && !setup->settings->quiet) say_done(arena, &input);
    return status;
}

static int report_command(Arena *arena, const Settings *settings) {
    Gathered gathered;
    int status;
    if (!settings->output.len) {
        message_error("no folder to write to (give -o DIR)");
        return EX_USAGE;
    }
    if (settings->redact && settings->no_redact) {
        message_error("--redact and --no-redact exclude each other");
        return EX_USAGE;
    }
    if (!gather(arena, settings, &gathered, &status)) return status;
    watch_start(gathered.setup.watch);
    int written = write_report(arena, &gathered);
    watch_lap(gathered.setup.watch, LAP_WRITE);
    gather_close(&gathered);
    return written != EX_OK ? written : status;
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

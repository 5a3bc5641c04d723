#include "cli/commands.h"
#include "cli/filter.h"
#include "cli/history.h"
#include "cli/merge.h"
#include "cli/output.h"
#include "cli/part_run.h"
#include "cli/select.h"
#include "score/record.h"
#include "score/table.h"
#include "tally/tally.h"

#include <math.h>
#include <sysexits.h>

typedef struct {
    Setup *setup;
    Output output;
    PartRun part;
    Arena arena; // header and what is taken back
    bool csv;
    double lowest; // call, score points; INFINITY before the first
    Arena agents_arena;
    Scorecards agents; // what --fail-under-agent needs of each card
} Score;

// What a worker makes of a call.
typedef struct {
    const Scorecard *card;
    Str line;   // as the output has it
    Str record; // as the store has it; empty without one
} Written;

static Str record_of(const Score *score, const Written *written, Arena *keep) {
    if (!score->csv) return written->line;
    Buf record = {.arena = keep};
    record_put_json(&record, written->card);
    return buf_str(&record);
}

static void *mark_and_write(const void *shared, Scorer *scorer, const Call *call,
                            Arena *keep) {
    const Score *score = shared;
    Written *written = arena_new(keep, Written);
    const Scorecard *card = run_scorecard(NULL, scorer, call, keep);
    if (score->csv)
        table_put(scorer->lines, scorer->rubric, card);
    else
        record_put_again(scorer->lines, card, &scorer->records);
    *written = (Written){.card = card, .line = buf_cut(scorer->lines)};
    if (score->setup->store) written->record = record_of(score, written, keep);
    watch_lap(scorer->finder.watch, LAP_WRITE);
    return written;
}

static void keep_for_agents(Score *score, const Scorecard *card) {
    if (isnan(score->setup->settings->fail_under_agent)) return;
    *vec_push(&score->agents_arena, &score->agents) = (Scorecard){
        .agent = str_copy(&score->agents_arena, scorecard_agent(card)),
        .score = card->score,
        .compensatory = card->compensatory,
        .started_at = NO_TIME,
    };
}

// A filter holds nothing back: who reads it has asked for each line. What is to be said
// of a call is said before its line goes out.
static bool put_lines(Score *score, Str lines) {
    setup_say(score->setup);
    bool now = score->setup->settings->line_buffered ||
               (score->output.held && filter_is_on(score->setup));
    bool put = output_lend(&score->output, lines);
    return put && (!now || output_flush(&score->output));
}

static bool settle_lines(void *context) {
    return output_settle(&((Score *)context)->output);
}

static bool score_refused(void *context, const CallTask *task) {
    Score *score = context;
    Arena scratch = {0};
    Buf line = {.arena = &scratch};
    if (filter_is_on(score->setup)) filter_put_refused(&line, task);
    bool put = put_lines(score, buf_str(&line)) && settle_lines(score);
    arena_free(&scratch);
    return put;
}

static bool score_consume(void *context, const Call *call, const void *result) {
    Score *score = context;
    const Written *written = result;
    const Scorecard *card = written->card;
    if (card->score != NO_SCORE)
        score->lowest = fmin(score->lowest, card->score / 1000.0);
    keep_for_agents(score, card);
    setup_note(score->setup, card);
    if (score->setup->store)
        store_add(score->setup->store, card, call->place.path, written->record);
    return put_lines(score, written->line);
}

static double lowest_agent(Score *score) {
    Tally tally;
    double lowest = INFINITY;
    tally_make(&score->agents_arena, &score->setup->rubric, &score->agents, &tally);
    vec_each(const AgentTally, agent, &tally.agents)
        if (agent->assessed) lowest = fmin(lowest, sums_estimate(&agent->score).mean);
    return lowest;
}

static bool is_below(Score *score) {
    const Settings *settings = score->setup->settings;
    if (score->lowest < settings->fail_under) return true;
    return !isnan(settings->fail_under_agent) &&
           lowest_agent(score) < settings->fail_under_agent;
}

// A call may turn out to be split only after its first rows have gone by.
static void take_back(const Setup *setup, Score *score) {
    Buf lines = {.arena = &score->arena};
    vec_each(const Diag, diag, &setup->diags.items)
        if (diag->takes_back) {
            record_put_error(&lines, diag->call, 0, diag->text);
            if (setup->store) store_take_back(setup->store, diag->call);
        }
    if (!score->csv) output_put(&score->output, buf_str(&lines));
}

static int write_all(Setup *setup, Score *score) {
    Buf header = {.arena = &score->arena};
    if (score->csv && !setup->settings->read.shard.index)
        table_put_header(&header, &setup->rubric);
    output_put(&score->output, buf_str(&header));
    setup_run(setup, (RunPlan){.work = mark_and_write,
                               .shared = score,
                               .consume = score_consume,
                               .refused = score_refused,
                               .settle = settle_lines,
                               .context = score});
    take_back(setup, score);
    int status = setup_status(setup);
    bool filter = filter_is_on(setup), to_part = score->part.folder.len > 0;
    if (filter) status = filter_status(setup, status);
    bool keep = (filter && !to_part) || status == EX_OK ||
                (status == EX_DATAERR && !setup->settings->strict);
    int checked = keep ? part_run_check(&score->part, setup) : EX_OK;
    int written = output_close(&score->output, keep && checked == EX_OK);
    if (!keep && status == EX_DATAERR)
        message_error("nothing written: some input was refused (--strict)");
    if (checked != EX_OK || written != EX_OK) return checked != EX_OK ? checked : written;
    int told = keep ? part_run_close(&score->part, setup, &status) : EX_OK;
    if (told != EX_OK) return told;
    int stored =
        keep ? history_commit(setup, reader_files(setup->reader), (Str){0}) : EX_OK;
    if (stored != EX_OK) return stored;
    if (!setup->settings->shard.len) status = setup_people(setup, status);
    return status == EX_OK && is_below(score) ? 1 : status;
}

// What is to be told of all calls, a shard cannot tell.
static bool check_shard(const Settings *settings) {
    const char *problem = NULL;
    if (str_is_in(STR("-"), settings->files.items, settings->files.len))
        problem = "standard input cannot be divided into shards";
    else if (settings->store.len)
        problem = "a shard adds to no store: --store is for all records together";
    else if (!isnan(settings->fail_under_agent))
        problem = "--fail-under-agent needs all calls of an agent, not those of a shard";
    else if (period_is_relative(settings->period) && !settings->today.len)
        problem = "a shard does not know the newest call: --period needs --today";
    if (problem) message_error("%s", problem);
    return !problem;
}

static int score_command(Arena *arena, const Settings *given) {
    Setup setup;
    if (given->merge) return merge_command(arena, given);
    Settings copy = *given;
    const Settings *settings = &copy;
    copy.read.unhashed = !settings->store.len; // records do not tell of their inputs
    int status = filter_settle(&copy);
    if (status == EX_OK && settings->shard.len && !check_shard(settings))
        status = EX_USAGE;
    if (status == EX_OK) status = setup_marking(&setup, arena, settings);
    if (status != EX_OK) return status;
    status = history_open(&setup);
    if (status == EX_OK) status = select_calls(&setup, &settings->files, NULL);
    if (status == EX_OK)
        status = setup_inputs(&setup, settings->files.items, settings->files.len);
    Score score = {
        .setup = &setup, .csv = str_eq(settings->to, STR("csv")), .lowest = INFINITY};
    Str path;
    bool done = false;
    if (status == EX_OK) status = part_run_open(&score.part, &setup, &path, &done);
    if (status == EX_OK && !done)
        status = output_open(&score.output, arena, path, settings->strict);
    if (score.part.folder.len) score.output.sum = &score.part.sum;
    if (status == EX_OK && !done) status = write_all(&setup, &score);
    arena_free(&score.arena);
    arena_free(&score.agents_arena);
    part_run_free(&score.part);
    setup_close(&setup);
    return status;
}

static const char *const FORMATS[] = {"ndjson", "csv", NULL};

const Command COMMAND_SCORE = {
    .name = "score",
    .arguments = "FILE...",
    .summary = "Marks calls: transcripts in, one scorecard record per call out.",
    .details =
        "Records come in the order of the input, as NDJSON or CSV (--to csv). FILE may be a "
        "folder, or - for standard input.",
    .formats = FORMATS,
    .options = OPTIONS_MARK | OPTIONS_PERIOD | OPTIONS_RUN | OPTIONS_OUTPUT |
               OPTIONS_FORMAT | OPTIONS_STRICT | OPTIONS_STATS | OPTIONS_SCORE |
               OPTIONS_STORE | OPTIONS_KEEP,
    .needs_files = true,
    .run = score_command,
};

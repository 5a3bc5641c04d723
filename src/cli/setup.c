#include "cli/setup.h"

#include "call/language_obstacle.h"
#include "check/example.h"
#include "text/sidecar.h"

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

static int load(Setup *setup, Arena *arena, const Settings *settings, RubricUse purpose) {
    *setup = (Setup){.arena = arena,
                     .settings = settings,
                     .roster = {.arena = arena},
                     .diags = {.arena = arena, .no_notes = settings->quiet}};
    setup->watch = settings->stats ? &setup->stats.watch : NULL;
    setup->started_ns = watch_now();
    watch_start(setup->watch);
    int status = rubric_open(arena, settings, settings->rubric, purpose, &setup->rubric);
    if (status == EX_OK && setup->watch) stats_open(&setup->stats, arena, &setup->rubric);
    watch_lap(setup->watch, LAP_LOAD);
    return status;
}

int setup_rubric(Setup *setup, Arena *arena, const Settings *settings) {
    return load(setup, arena, settings, RUBRIC_WHOLE);
}

int setup_to_mark(Setup *setup, Arena *arena, const Settings *settings) {
    return load(setup, arena, settings, RUBRIC_TO_MARK);
}

int setup_to_find(Setup *setup, Arena *arena, const Settings *settings) {
    return load(setup, arena, settings, RUBRIC_TO_FIND);
}

// A rubric that fails on its own examples says something else than its author means.
int setup_marking(Setup *setup, Arena *arena, const Settings *settings) {
    int status = setup_to_mark(setup, arena, settings);
    if (status != EX_OK) return status;
    Diags diags = {.arena = arena};
    Told told = {0};
    examples_check_foreign(&setup->rubric, &diags);
    watch_lap(setup->watch, LAP_LOAD);
    if (!diags.errors) return EX_OK;
    message_last_diags(&diags, &told);
    rubric_free(&setup->rubric);
    return EX_CONFIG;
}

int setup_detectors(Setup *setup, Arena *arena, const Settings *settings) {
    return load(setup, arena, settings, RUBRIC_OR_PACK);
}

bool *setup_choose(const Setup *setup) {
    size_t count = setup->rubric.detectors.len;
    Str *names = arena_array(setup->arena, Str, count);
    bool *chosen = arena_array(setup->arena, bool, count);
    for (size_t i = 0; i < count; i++) {
        names[i] = setup->rubric.detectors.items[i].name;
        chosen[i] = !setup->settings->detectors.len;
    }
    vec_each(const Str, name, &setup->settings->detectors) {
        size_t at = 0;
        while (at < count && !str_eq(names[at], *name)) at++;
        if (at < count) {
            chosen[at] = true;
            continue;
        }
        Str hint = diag_hint(setup->arena, *name, names, count);
        if (!hint.len) hint = STR("see 'callmark list detectors'");
        message_error("unknown detector '%.*s' (%.*s)", STR_ARG(*name), STR_ARG(hint));
        return NULL;
    }
    return chosen;
}

static bool open_sidecar(Setup *setup, Str path, SidecarKind kind,
                         const Sidecar **sidecar) {
    Sidecar *read = arena_new(setup->arena, Sidecar);
    *sidecar = read;
    return sidecar_read(setup->arena, path, kind, read, &setup->diags);
}

const ReadOptions *setup_options(Setup *setup) {
    const Settings *settings = setup->settings;
    ReadOptions *read = arena_new(setup->arena, ReadOptions);
    *read = settings->read;
    read->discreet = !settings->verbose || read->filter; // its records go anywhere
    bool good = true;
    if (settings->calls.len)
        good &= open_sidecar(setup, settings->calls, SIDECAR_CALLS, &read->calls);
    if (settings->agents.len)
        good &= open_sidecar(setup, settings->agents, SIDECAR_AGENTS, &read->agents);
    if (settings->name_pattern.len)
        setup->name_pattern =
            name_pattern_open(setup->arena, settings->name_pattern, read, &setup->diags);
    if (settings->name_pattern.len && !setup->name_pattern) good = false;
    return good ? read : NULL;
}

void setup_close_inputs(Setup *setup) {
    if (setup->reader) reader_close(setup->reader);
    name_pattern_close(setup->name_pattern);
    setup->reader = NULL;
    setup->name_pattern = NULL;
}

int setup_inputs(Setup *setup, const Str *paths, size_t count) {
    const ReadOptions *read = setup_options(setup);
    if (read)
        setup->reader = reader_open(setup->arena, read, paths, count, &setup->diags);
    message_diags(&setup->diags, &setup->told);
    if (!read || !reader_ok(setup->reader)) {
        setup_close_inputs(setup);
        return EX_USAGE;
    }
    setup->progress = progress_start(setup->settings->progress, setup->settings->quiet);
    return EX_OK;
}

typedef struct {
    Setup *setup;
    const RunPlan *inner;
} Watched;

// Not more often than people read on.
void setup_warn(Setup *setup, const Call *call) {
    Str text = language_obstacle(setup->arena, call, setup->rubric.language);
    if (!text.len) return;
    Diag *diag =
        diag_add(&setup->diags, DIAG_WARNING, call->place, "%.*s", STR_ARG(text));
    diag->hint = STR("what rests on words is not assessable; --language overrules");
    diag->call = str_copy(setup->arena, call->id);
    diag->listed_only = ++setup->foreign > COMPLAINTS_ON_THE_SPOT;
}

static void tell_foreign(Setup *setup) {
    if (setup->foreign <= COMPLAINTS_ON_THE_SPOT) return;
    diag_add(&setup->diags, DIAG_WARNING, (Place){0}, "%u more calls in another language",
             setup->foreign - COMPLAINTS_ON_THE_SPOT);
}

void setup_tell_undated(Setup *setup) {
    bool one = setup->undated == 1;
    if (!setup->undated) return;
    Diag *diag = diag_add(&setup->diags, DIAG_WARNING, (Place){0},
                          "%u call%s left out that %s no time", setup->undated,
                          one ? "" : "s", one ? "has" : "have");
    diag->hint = STR("--calls can tell when they began");
    setup->undated = 0;
}

static bool setup_consume(void *context, const Call *call, const void *result) {
    const Watched *watched = context;
    if (call->part.number <= 1) {
        watched->setup->calls++;
        setup_warn(watched->setup, call);
    }
    return watched->inner->consume(watched->inner->context, call, result);
}

static bool setup_settle(void *context) {
    const Watched *watched = context;
    return watched->inner->settle(watched->inner->context);
}

static void setup_see(void *context, const Call *call) {
    const Watched *watched = context;
    roster_note(&watched->setup->roster, call->agent, call->agent_name, call->team);
}

static bool setup_refused(void *context, const CallTask *task) {
    const Watched *watched = context;
    return watched->inner->refused(watched->inner->context, task);
}

int setup_people(const Setup *setup, int status) {
    bool all = roster_has_all(&setup->roster, setup->settings);
    return all || status != EX_OK ? status : 1;
}

void setup_say(Setup *setup) {
    if (setup->told.said == setup->diags.items.len) return;
    bool on = setup->progress.on;
    progress_end(&setup->progress);
    setup->progress.on = on;
    message_diags(&setup->diags, &setup->told);
}

static void setup_tick(void *context) {
    Setup *setup = ((Watched *)context)->setup;
    setup_say(setup);
    progress_show(&setup->progress, setup->calls, reader_bytes(setup->reader),
                  reader_total(setup->reader));
}

void setup_run(Setup *setup, RunPlan run) {
    Watched watched = {setup, &run};
    RunPlan outer = run;
    outer.reader = setup->reader;
    outer.rubric = &setup->rubric;
    outer.only = setup->only;
    outer.one_by_one = setup->settings->line_buffered;
    outer.jobs = outer.one_by_one ? 1 : setup->settings->jobs;
    outer.stats = setup->watch ? &setup->stats : NULL;
    outer.no_sieve = setup->settings->no_sieve;
    outer.eager = setup->settings->eager;
    outer.redact = setup->settings->redact;
    outer.consume = setup_consume;
    if (run.refused) outer.refused = setup_refused;
    if (run.settle) outer.settle = setup_settle;
    outer.context = &watched;
    outer.tick = setup_tick;
    if (setup->settings->people.len || setup->settings->teams.len) outer.see = setup_see;
    run_calls(&outer);
    setup->undated += outer.undated;
    tell_foreign(setup);
    setup_tell_undated(setup);
    progress_end(&setup->progress);
    message_diags(&setup->diags, &setup->told);
    setup_tell(setup);
}

void setup_note(Setup *setup, const Scorecard *card) {
    const Rubric *rubric = &setup->rubric;
    if (!setup->gave_up)
        setup->gave_up =
            arena_array(setup->arena, bool, patterns_count(rubric->patterns));
    vec_each(const uint32_t, pattern, &card->gave_up) {
        if (setup->gave_up[*pattern]) continue;
        setup->gave_up[*pattern] = true;
        Diag *diag =
            diag_add(&setup->diags, DIAG_WARNING, rubric->origins.items[*pattern].place,
                     "pattern gave up after %d steps: what it decides is not "
                     "assessable in call '%.*s'",
                     PATTERN_STEPS, STR_ARG(card->call));
        diag->call = str_copy(setup->arena, card->call);
    }
}

static void tell(const InputFile *file) {
    message_line("%.*s: read as %s (%s): %u calls, %u refused", STR_ARG(file->path),
                 file->format, file->reason, file->calls, file->refused);
    if (file->encoding.len)
        message_line("%.*s: text in %.*s, converted", STR_ARG(file->path),
                     STR_ARG(file->encoding));
}

void setup_tell(const Setup *setup) {
    if (!setup->settings->verbose) return;
    vec_each(const InputFile, file, reader_files(setup->reader))
        if (file->format) tell(file);
    if (setup->settings->calls.len)
        message_line("%.*s: rows that no call has: %u", STR_ARG(setup->settings->calls),
                     reader_unused_rows(setup->reader));
}

int setup_status(const Setup *setup) {
    const InputFiles *files = reader_files(setup->reader);
    bool any = false;
    vec_each(const InputFile, file, files) any = any || file->opened;
    if (!any) return EX_NOINPUT;
    return setup->diags.errors ? EX_DATAERR : EX_OK;
}

static void say_stats(const Setup *setup) {
    Buf text = {.arena = setup->arena};
    stats_put(&text, &setup->stats, &setup->rubric, watch_now() - setup->started_ns);
    message_text(buf_str(&text));
}

void setup_close(Setup *setup) {
    message_last_diags(&setup->diags, &setup->told);
    if (setup->watch) say_stats(setup);
    setup_close_inputs(setup);
    store_close(setup->store);
    rubric_free(&setup->rubric);
}

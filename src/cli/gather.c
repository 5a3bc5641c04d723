#include "cli/gather.h"

#include "cli/history.h"
#include "cli/select.h"
#include "tally/trend.h"

#include <sysexits.h>

static bool gather_consume(void *context, const Call *call, const void *result) {
    Gathered *gathered = context;
    cards_add(&gathered->cards_arena, &gathered->list, result, call->place,
              &gathered->setup.diags);
    setup_note(&gathered->setup, result);
    return true;
}

static bool holds_records(const Settings *settings, Str path) {
    if (str_eq(settings->read.format, STR("records"))) return true;
    return !str_eq(path, STR("-")) && records_sniff(path);
}

static void sort_inputs(Arena *arena, Gathered *gathered) {
    const Settings *settings = gathered->setup.settings;
    vec_each(const Str, path, &settings->files) {
        Texts *inputs =
            holds_records(settings, *path) ? &gathered->records : &gathered->transcripts;
        if (!part_inputs_add(arena, &gathered->parts, *path))
            *vec_push(arena, inputs) = *path;
    }
}

// All agents are read, whoever is asked for: they are what one is compared with.
static int select_period(Gathered *gathered) {
    Setup *setup = &gathered->setup;
    int status = select_calls(setup, &gathered->transcripts, &gathered->records);
    if (status != EX_OK) return status;
    setup->only->agents = (Texts){0};
    setup->only->earlier = trend_since(&setup->only->period);
    // What goes into a store goes there with its words, also from before the period.
    bool stored = setup->store && !period_is_all(&setup->only->period);
    gathered->list.only = stored ? NULL : setup->only;
    gathered->list.redact = setup->settings->redact;
    gathered->list.in_parts = gathered->parts.sets.len > 0;
    return EX_OK;
}

static void read_records(Arena *arena, Gathered *gathered) {
    vec_each(const Str, path, &gathered->records)
        records_read(&gathered->cards_arena, *path, &gathered->setup.rubric,
                     &gathered->list, vec_push(arena, &gathered->inputs),
                     &gathered->setup.diags);
    if (gathered->parts.sets.len) part_inputs_count(&gathered->parts, &gathered->inputs);
    gathered->setup.undated = gathered->list.undated;
}

static int read_transcripts(Arena *arena, Gathered *gathered) {
    Setup *setup = &gathered->setup;
    if (!gathered->transcripts.len) return EX_OK;
    int status =
        setup_inputs(setup, gathered->transcripts.items, gathered->transcripts.len);
    if (status != EX_OK) return status;
    setup_run(
        setup,
        (RunPlan){.work = run_scorecard, .consume = gather_consume, .context = gathered});
    cards_tell_copies(&gathered->list, &setup->diags);
    vec_each(const InputFile, file, reader_files(setup->reader))
        *vec_push(arena, &gathered->inputs) = *file;
    return EX_OK;
}

// What matching takes is given back before the results take room themselves.
static int mark_all(Arena *arena, Gathered *gathered) {
    int status = read_transcripts(arena, gathered);
    patterns_free(gathered->setup.rubric.patterns);
    return status;
}

// What is still being written is read by the next run, and then whole.
static void leave_changed(Gathered *gathered) {
    vec_each(InputFile, file, &gathered->inputs) {
        if (!file->changed) continue;
        cards_remove_from(&gathered->list, file->path);
        file->calls = 0;
    }
}

// A call may turn out to be split only after its first rows have gone by.
static void take_back(Gathered *gathered) {
    vec_each(const Diag, diag, &gathered->setup.diags.items)
        if (diag->takes_back) cards_remove(&gathered->list, diag->call);
}

static int status_of_inputs(const Gathered *gathered) {
    bool any = gathered->setup.store != NULL;
    vec_each(const InputFile, file, &gathered->inputs) any = any || file->opened;
    if (!any) return EX_NOINPUT;
    return gathered->setup.diags.errors ? EX_DATAERR : EX_OK;
}

// Says what came of the reading, and sets apart what is from before the period.
static void settle_cards(Gathered *gathered) {
    setup_tell_undated(&gathered->setup);
    message_diags(&gathered->setup.diags, &gathered->setup.told);
    cards_split(&gathered->cards_arena, &gathered->list, &gathered->earlier);
}

// Adds the calls to the store, and tells the report from it.
static int exchange(Arena *arena, Gathered *gathered) {
    Setup *setup = &gathered->setup;
    Arena scratch = {0};
    if (!setup->store) return EX_OK;
    for (size_t i = 0; i < gathered->list.cards.len; i++) {
        const Scorecard *card = &gathered->list.cards.items[i];
        Buf record = {.arena = &scratch};
        record_put_json(&record, card);
        store_add(setup->store, card, gathered->list.places.items[i].path,
                  buf_str(&record));
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    int status = history_commit(setup, &gathered->inputs, setup->settings->output);
    if (status == EX_OK)
        status = history_read(setup, &gathered->cards_arena, &gathered->list);
    gathered->reviewed =
        (Reviewed){store_reviews(setup->store, arena, (Str){0}, (Str){0}),
                   store_goals(setup->store, arena, (Str){0}, (Str){0})};
    if (status == EX_OK) status = history_status(setup);
    settle_cards(gathered);
    gathered->versions = store_other_versions(setup->store, &gathered->cards_arena,
                                              &setup->rubric, &gathered->list.cards);
    if (!setup->settings->files.len)
        *vec_push(arena, &gathered->inputs) = (InputFile){
            .path = setup->store->path, .calls = (uint32_t)gathered->list.cards.len};
    return status;
}

// Whether the inputs are such that there is no report; says so.
static bool is_refused(const Gathered *gathered, int status) {
    bool nothing = !gathered->list.cards.len && status != EX_OK;
    bool refused = nothing || (gathered->setup.settings->strict && status != EX_OK);
    if (refused)
        message_error("nothing written: %s", nothing
                                                 ? "no call could be read"
                                                 : "some input was refused (--strict)");
    return refused;
}

// Cards of records and of a store, too, are somebody's.
static void note_people(Gathered *gathered) {
    vec_each(const Scorecard, card, &gathered->list.cards)
        roster_note(&gathered->setup.roster, card->agent, card->agent_name, card->team);
}

static int open_inputs(Arena *arena, Gathered *gathered) {
    sort_inputs(arena, gathered);
    int status = part_inputs_open(&gathered->setup, &gathered->parts, &gathered->records);
    if (status == EX_OK) status = history_open(&gathered->setup);
    return status == EX_OK ? select_period(gathered) : status;
}

static bool gather_all(Arena *arena, Gathered *gathered, int *status) {
    *status = open_inputs(arena, gathered);
    if (*status != EX_OK) return false;
    read_records(arena, gathered);
    *status = mark_all(arena, gathered);
    if (*status != EX_OK) return false;
    leave_changed(gathered);
    take_back(gathered);
    settle_cards(gathered);
    *status = status_of_inputs(gathered);
    if (is_refused(gathered, *status)) return false;
    int stored = exchange(arena, gathered);
    if (stored == EX_OK) note_people(gathered);
    *status = stored == EX_OK ? setup_people(&gathered->setup, *status) : stored;
    return stored == EX_OK;
}

bool gather(Arena *arena, const Settings *settings, Gathered *gathered, int *status) {
    *gathered = (Gathered){0};
    *status = setup_marking(&gathered->setup, arena, settings);
    if (*status != EX_OK) return false;
    bool good = gather_all(arena, gathered, status);
    if (!good) gather_close(gathered);
    return good;
}

void gather_close(Gathered *gathered) {
    arena_free(&gathered->cards_arena);
    setup_close(&gathered->setup);
}

#include "cli/history.h"

#include "base/file.h"
#include "cli/about.h"
#include "review/ruling.h"
#include "tally/trend.h"

#include <stdlib.h>
#include <sysexits.h>
#include <unistd.h>

int history_status(const Setup *setup) {
    int status = setup->store ? store_status(setup->store) : EX_OK;
    if (status != EX_OK)
        message_error("store '%.*s' %.*s", STR_ARG(setup->store->path),
                      STR_ARG(store_problem(setup->store)));
    return status;
}

int history_open(Setup *setup) {
    const Settings *settings = setup->settings;
    if (settings->keep_ms != NO_TIME && !settings->store.len) {
        message_error("--keep is of a store: it needs --store");
        return EX_USAGE;
    }
    if (!settings->store.len) return EX_OK;
    setup->store =
        store_open(setup->arena, settings->store, true, settings->lock_timeout);
    return history_status(setup);
}

// The day that --today names, or NO_TIME.
static int64_t today_of(const Setup *setup) {
    Period day;
    Str bad;
    const Zone *zone = setup->only->period.zone;
    bool known = setup->settings->today.len &&
                 period_between(setup->settings->today, (Str){0}, zone, &day, &bad);
    return known ? day.since : NO_TIME;
}

Str whole_path(Arena *arena, Str path) {
    char *here = getcwd(NULL, 0);
    Str whole = here && path.len && path.ptr[0] != '/'
                    ? path_join(arena, str_from(here), path)
                    : path;
    whole = str_copy(arena, whole);
    free(here);
    return whole;
}

static void tell_changes(const Setup *setup, const StoreChanges *changes) {
    Str path = setup->store->path;
    if (changes->again)
        message_line("%.*s: %lld file%s delivered before, and add%s nothing (%.*s)",
                     STR_ARG(path), (long long)changes->again,
                     changes->again == 1 ? " was" : "s were",
                     changes->again == 1 ? "s" : "", STR_ARG(changes->first));
    if (changes->cards)
        message_line("%.*s: %lld scorecards, %lld of them new or changed", STR_ARG(path),
                     (long long)changes->cards, (long long)changes->changed);
    if (changes->expired)
        message_line("%.*s: %lld calls no longer kept", STR_ARG(path),
                     (long long)changes->expired);
}

int history_commit(Setup *setup, const InputFiles *inputs, Str folder) {
    if (!setup->store) return EX_OK;
    const StoreRun run = {
        .version = about_version(),
        .rubric = &setup->rubric,
        .inputs = inputs,
        .folder = whole_path(setup->arena, folder),
        .keep_ms = setup->settings->keep_ms,
        .today = today_of(setup),
    };
    StoreChanges changes = store_commit(setup->store, &run);
    int status = history_status(setup);
    if (status == EX_OK && !setup->settings->quiet) tell_changes(setup, &changes);
    return status;
}

// ---- Reading

static int64_t first_of(const Scorecards *cards) {
    int64_t first = NO_TIME;
    vec_each(const Scorecard, card, cards)
        if (card->started_at != NO_TIME && (first == NO_TIME || card->started_at < first))
            first = card->started_at;
    return first;
}

// Of a report on files alone, only what began before their first call.
static void choose_earlier(Setup *setup, CardList *list) {
    Period *period = &setup->only->period;
    Selection *only = arena_new(setup->arena, Selection);
    int64_t first = first_of(&list->cards);
    *only = *setup->only;
    if (first != NO_TIME) {
        period->since = first;
        only->earlier = trend_since(period);
    }
    only->period.since = only->period.until = first;
    list->only = only;
}

int history_read(Setup *setup, Arena *arena, CardList *list) {
    bool files_alone = setup->settings->files.len && period_is_all(&setup->only->period);
    if (files_alone)
        choose_earlier(setup, list);
    else
        *list = (CardList){.only = setup->only, .redact = setup->settings->redact};
    StoreRead read = store_read(setup->store, arena, &setup->rubric, list, &setup->diags);
    store_settle(setup->store, arena, &setup->rubric, &list->cards);
    if (!setup->settings->files.len) setup->undated += read.undated;
    if (read.other_rubric && !files_alone && !setup->settings->quiet)
        message_line("%.*s: %u calls marked by another rubric, not in this report",
                     STR_ARG(setup->store->path), read.other_rubric);
    return history_status(setup);
}

int history_judgements(Setup *setup, Judgements *judgements) {
    const Settings *settings = setup->settings;
    setup->store =
        store_open(setup->arena, settings->store, false, settings->lock_timeout);
    Reviews *reviews = arena_new(setup->arena, Reviews);
    *reviews = store_reviews(setup->store, setup->arena, (Str){0}, (Str){0});
    *judgements = review_judgements(setup->arena, reviews);
    int status = history_status(setup);
    if (status != EX_OK || judgements->len) return status;
    message_error("store '%.*s' has no verdicts of people (callmark review reads them)",
                  STR_ARG(setup->store->path));
    return EX_NOINPUT;
}

#include "cli/select.h"

#include "score/read_records.h"

#include <sysexits.h>

// ---- The newest call

static int64_t newest_of(const Texts *records) {
    int64_t newest = NO_TIME;
    for (size_t i = 0; records && i < records->len; i++) {
        int64_t at = records_newest(records->items[i]);
        if (at > newest) newest = at;
    }
    return newest;
}

// What is wrong with the inputs is said when they are read in earnest.
static int64_t newest_call(const Setup *setup, const Texts *transcripts) {
    Arena run = {0}, arena = {0};
    Setup scout = {.arena = &run, .settings = setup->settings, .diags = {.arena = &run}};
    const ReadOptions *read = transcripts ? setup_options(&scout) : NULL;
    int64_t newest = NO_TIME;
    Call call;
    if (read)
        scout.reader =
            reader_open(&run, read, transcripts->items, transcripts->len, &scout.diags);
    while (scout.reader && reader_ok(scout.reader) &&
           reader_next(scout.reader, &arena, &call))
        if (call.started_at > newest) newest = call.started_at;
    setup_close_inputs(&scout);
    arena_free(&arena);
    arena_free(&run);
    return newest;
}

static bool has_stdin(const Texts *files) {
    return str_is_in(STR("-"), files->items, files->len);
}

// The day that weeks and months are counted from.
static bool find_today(const Setup *setup, const Texts *transcripts, const Texts *records,
                       const Zone *zone, int64_t *today) {
    const Settings *settings = setup->settings;
    Period day;
    Str bad;
    if (period_between(settings->today, (Str){0}, zone, &day, &bad)) {
        *today = day.since;
        if (settings->today.len) return true;
    } else {
        message_error("bad value '%.*s' for --today (expected DATE)", STR_ARG(bad));
        return false;
    }
    if (has_stdin(&settings->files)) {
        message_error("standard input is read once: --period=%.*s needs --today",
                      STR_ARG(settings->period));
        return false;
    }
    int64_t newest[] = {newest_call(setup, transcripts), newest_of(records),
                        setup->store ? store_newest(setup->store) : NO_TIME};
    *today = NO_TIME;
    for (size_t i = 0; i < sizeof newest / sizeof *newest; i++)
        if (newest[i] > *today) *today = newest[i];
    if (*today == NO_TIME)
        message_error("no call has a time: --period=%.*s needs --today",
                      STR_ARG(settings->period));
    return *today != NO_TIME;
}

// ---- The period

static bool find_named(Setup *setup, const Texts *transcripts, const Texts *records,
                       const Zone *zone, Period *period) {
    Str name = setup->settings->period;
    int64_t today = NO_TIME;
    if (setup->settings->since.len || setup->settings->until.len) {
        message_error("--period is a --since and --until by itself: not with them");
        return false;
    }
    if (period_is_relative(name) &&
        !find_today(setup, transcripts, records, zone, &today))
        return false;
    if (period_named(setup->arena, name, zone, today, period)) return true;
    message_error("bad value '%.*s' for --period (expected week, month, last-week, "
                  "last-month, 2026-W46 or 2026-10)",
                  STR_ARG(name));
    return false;
}

static bool find_between(const Settings *settings, const Zone *zone, Period *period) {
    Str bad;
    if (period_between(settings->since, settings->until, zone, period, &bad)) return true;
    bool empty = period->since != NO_TIME && period->until != FOREVER;
    if (empty)
        message_error("--until=%.*s is not after --since=%.*s", STR_ARG(settings->until),
                      STR_ARG(settings->since));
    else
        message_error("bad value '%.*s' (expected a date as 2026-11-09, or a time as "
                      "2026-11-09T08:00)",
                      STR_ARG(bad));
    return false;
}

int select_calls(Setup *setup, const Texts *transcripts, const Texts *records) {
    const Settings *settings = setup->settings;
    Zone *zone = arena_new(setup->arena, Zone);
    Selection *only = arena_new(setup->arena, Selection);
    *only = (Selection){
        .earlier = NO_TIME, .agents = settings->people, .teams = settings->teams};
    setup->only = only;
    if (!zone_open(setup->arena, settings->zone, zone)) {
        message_error("unknown time zone '%.*s' (as Europe/Berlin, UTC or +02:00)",
                      STR_ARG(settings->zone));
        return EX_USAGE;
    }
    bool good = settings->period.len
                    ? find_named(setup, transcripts, records, zone, &only->period)
                    : find_between(settings, zone, &only->period);
    return good ? EX_OK : EX_USAGE;
}

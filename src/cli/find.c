#include "cli/commands.h"
#include "cli/found.h"
#include "cli/misses.h"
#include "cli/output.h"
#include "cli/select.h"

#include <sysexits.h>

typedef struct {
    const Settings *settings;
    const FoundForm *form;
    Output output;
    Arena arena; // one call
    Sample sample;
    MissSample misses;
    uint64_t found;
} Find;

// What a detector found itself is a hit always; what it only cites (a reply, an order)
// when it was asked for by name and holds.
static bool is_hit(const Query *query, const Finding *finding, uint32_t detector,
                   const Evidence *item, const Call *call) {
    if (!query_has_role(query, call->turns.items[item->turn].role)) return false;
    return item->detector == detector || (query->chosen && finding->holds);
}

static Found *row_of(FoundList *rows, Str detector) {
    vec_each(Found, row, rows)
        if (str_eq(row->detector, detector)) return row;
    return NULL;
}

static void *find_hits(const void *shared, Scorer *scorer, const Call *call,
                       Arena *keep) {
    const Query *query = shared;
    Findings *found = scorer_detect(scorer, call);
    FoundList *list = arena_new(keep, FoundList);
    vec_each(const uint32_t, detector, &query->sought) {
        const Finding *finding = findings_ask(found, *detector);
        vec_each(const Evidence, item, &finding->evidence)
            if (is_hit(query, finding, *detector, item, call)) {
                Evidence written = evidence_written(&found->in, item);
                *vec_push(keep, list) = found_at(keep, scorer->rubric, call, &written);
            }
    }
    found_sort(list);
    if (scorer->redact) found_redact(keep, call, list);
    return list;
}

// One row for each detector that was found.
static void *count_hits(const void *shared, Scorer *scorer, const Call *call,
                        Arena *keep) {
    const FoundList *hits = find_hits(shared, scorer, call, keep);
    FoundList *rows = arena_new(keep, FoundList);
    vec_each(const Found, hit, hits) {
        Found *row = row_of(rows, hit->detector);
        if (!row) {
            row = vec_push(keep, rows);
            *row = *hit;
        }
        row->count++;
    }
    return rows;
}

static bool find_consume(void *context, const Call *call, const void *result) {
    (void)call;
    Find *find = context;
    FoundList list = *(const FoundList *)result;
    arena_reset(&find->arena);
    Buf text = {.arena = &find->arena};
    vec_each(const Found, found, &list) {
        find->found++;
        if (find->settings->misses)
            misses_add(&find->misses, found);
        else if (find->sample.wanted)
            sample_add(&find->sample, found);
        else
            found_put(&text, find->form, find->settings->to, found);
    }
    return output_put(&find->output, buf_str(&text));
}

static void find_put_header(Find *find) {
    Buf text = {.arena = &find->arena};
    found_put_header(&text, find->form, find->settings->to);
    output_put(&find->output, buf_str(&text));
}

static void put_sample(Find *find) {
    Buf text = {.arena = &find->arena};
    misses_choose(&find->misses, find->settings->misses);
    const FoundList *list =
        find->settings->misses ? &find->misses.ways : &find->sample.list;
    vec_each(const Found, found, list)
        found_put(&text, find->form, find->settings->to, found);
    output_put(&find->output, buf_str(&text));
}

static void list_sought(const Setup *setup, Query *query) {
    for (uint32_t d = 0; d < setup->rubric.detectors.len; d++)
        if (query->wanted[d]) *vec_push(setup->arena, &query->sought) = d;
}

static bool choose_role(const Settings *settings, Query *query) {
    query->any_role = settings->role.len == 0;
    for (Role role = 0; role < ROLE_COUNT; role++) {
        if (!str_eq(settings->role, role_name(role))) continue;
        query->role = role;
        return true;
    }
    if (!query->any_role)
        message_error("unknown role '%.*s' (agent, customer, system or unknown)",
                      STR_ARG(settings->role));
    return query->any_role;
}

static int find_all(Setup *setup, Find *find, Query *query) {
    RunPlan run = {
        .work = find_hits, .shared = query, .consume = find_consume, .context = find};
    if (find->settings->misses) {
        rubric_relax(setup->arena, &setup->rubric, query->wanted, &query->relaxed);
        run.other = &query->relaxed.rubric;
        run.work = find_misses;
        misses_start(&find->misses, query, &setup->rubric);
    } else if (find->settings->count) {
        run.work = count_hits;
    }
    find_put_header(find);
    setup_run(setup, run);
    put_sample(find);
    int status = setup_status(setup);
    bool keep = status == EX_OK || status == EX_DATAERR;
    int written = output_close(&find->output, keep);
    if (written != EX_OK) return written;
    status = setup_people(setup, status);
    return status == EX_OK && !find->found ? 1 : status;
}

static int find_command(Arena *arena, const Settings *settings) {
    if (settings->misses && (settings->sample || settings->count)) {
        message_error("--misses is a sample by itself: not with --sample or --count");
        return EX_USAGE;
    }
    Setup setup;
    Query query = {.chosen = settings->detectors.len > 0};
    Find find = {.settings = settings,
                 .form = settings->misses  ? &FOUND_MISS
                         : settings->count ? &FOUND_COUNT
                                           : &FOUND_HIT,
                 .sample.wanted = settings->sample};
    int status = setup_to_find(&setup, arena, settings);
    if (status != EX_OK) return status;
    query.wanted = setup_choose(&setup);
    if (!query.wanted || !choose_role(settings, &query)) status = EX_USAGE;
    if (query.wanted) list_sought(&setup, &query);
    if (status == EX_OK) status = select_calls(&setup, &settings->files, NULL);
    if (status == EX_OK)
        status = setup_inputs(&setup, settings->files.items, settings->files.len);
    if (status == EX_OK)
        status = output_open(&find.output, arena, settings->output, false);
    if (status == EX_OK) status = find_all(&setup, &find, &query);
    arena_free(&find.arena);
    arena_free(&find.sample.arena);
    arena_free(&find.misses.arena);
    rubric_free(&query.relaxed.rubric);
    setup_close(&setup);
    return status;
}

static const char *const FORMATS[] = {"csv", "ndjson", "text", NULL};

const Command COMMAND_FIND = {
    .name = "find",
    .arguments = "FILE...",
    .summary = "Like grep, for detectors: every hit with its call, turn and words.",
    .details =
        "Without -d all detectors of the rubric are looked for. Each hit has the place of the "
        "pattern that found it. The exit status is 1 when nothing is found. --misses shows what a detector only just did not find.",
    .formats = FORMATS,
    .options = OPTIONS_MARK | OPTIONS_PERIOD | OPTIONS_RUN | OPTIONS_OUTPUT |
               OPTIONS_FORMAT | OPTIONS_STATS | OPTIONS_DETECTORS | OPTIONS_COUNT |
               OPTIONS_SAMPLE | OPTIONS_FIND,
    .needs_files = true,
    .run = find_command,
};

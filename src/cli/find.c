#include "cli/commands.h"
#include "cli/lot.h"
#include "cli/output.h"
#include "cli/setup.h"

#include <stdlib.h>
#include <sysexits.h>

// One line of the answer.
typedef struct {
    Str call, quote, before, after; // before and after: the rest of the turn
    Str detector;
    int64_t at_ms;
    uint32_t turn, start, end, count; // count: with --count, instead of a place
    Role role;
} Found;
typedef VEC(Found) FoundList;

typedef struct {
    const bool *wanted; // one a detector
    bool chosen, count;
    bool any_role;
    Role role;
} Query;

typedef struct {
    const Settings *settings;
    Output output;
    Arena arena; // one call
    Arena sample_arena;
    FoundList sample;
    uint64_t found;
} Find;

static Found describe(const Rubric *rubric, const Call *call, const Evidence *item,
                      Arena *keep) {
    const Turn *turn = &call->turns.items[item->turn];
    Str text = str_copy(keep, turn->text);
    return (Found){
        .call = str_copy(keep, call->id),
        .detector = rubric->detectors.items[item->detector].name,
        .quote = str_slice(text, item->start, item->end),
        .before = str_slice(text, 0, item->start),
        .after = str_slice(text, item->end, text.len),
        .at_ms = turn->start_ms,
        .turn = item->turn + 1,
        .start = item->start,
        .end = item->end,
        .role = turn->role,
    };
}

// What a detector found itself is a hit always; what it only cites (a reply, an order)
// when it was asked for by name and holds.
static bool is_hit(const Query *query, const Finding *finding, uint32_t detector,
                   const Evidence *item, const Call *call) {
    Role role = call->turns.items[item->turn].role;
    if (!query->any_role && role != query->role) return false;
    return item->detector == detector || (query->chosen && finding->holds);
}

static int compare_found(const void *a, const void *b) {
    const Found *x = a, *y = b;
    if (x->turn != y->turn) return x->turn < y->turn ? -1 : 1;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end < y->end ? -1 : 1;
    return str_cmp(x->detector, y->detector);
}

// In the order of the call, each once: two detectors, or one twice, may cite the same
// words.
static void tidy(FoundList *list) {
    size_t kept = 0;
    if (list->len) qsort(list->items, list->len, sizeof *list->items, compare_found);
    for (size_t i = 0; i < list->len; i++)
        if (!kept || compare_found(&list->items[kept - 1], &list->items[i]) != 0)
            list->items[kept++] = list->items[i];
    list->len = kept;
}

static Found *row_of(FoundList *rows, Str detector) {
    vec_each(Found, row, rows)
        if (str_eq(row->detector, detector)) return row;
    return NULL;
}

// One row for each detector that was found.
static FoundList count_hits(Arena *keep, const FoundList *hits) {
    FoundList rows = {0};
    vec_each(const Found, hit, hits) {
        Found *row = row_of(&rows, hit->detector);
        if (!row) {
            row = vec_push(keep, &rows);
            *row = *hit;
        }
        row->count++;
    }
    return rows;
}

static void *work(const void *shared, Scorer *scorer, const Call *call, Arena *keep) {
    const Query *query = shared;
    CallFindings found = scorer_detect(scorer, call);
    FoundList *list = arena_new(keep, FoundList);
    for (uint32_t d = 0; d < scorer->rubric->detectors.len; d++) {
        const Finding *finding = &found.findings[d];
        vec_each(const Evidence, item, &finding->evidence)
            if (query->wanted[d] && is_hit(query, finding, d, item, call))
                *vec_push(keep, list) = describe(scorer->rubric, call, item, keep);
    }
    tidy(list);
    if (query->count) *list = count_hits(keep, list);
    return list;
}

static void put_csv(Buf *out, const Found *found) {
    buf_csv(out, found->call);
    if (found->count) {
        buf_format(out, ",%.*s,%u\n", STR_ARG(found->detector), found->count);
        return;
    }
    buf_format(out, ",%u,%.*s,", found->turn, STR_ARG(role_name(found->role)));
    if (found->at_ms != NO_TIME) buf_int(out, found->at_ms);
    buf_format(out, ",%.*s,%u,%u,", STR_ARG(found->detector), found->start, found->end);
    buf_csv(out, found->quote);
    buf_byte(out, '\n');
}

static void put_json(Buf *out, const Found *found) {
    buf_text(out, "{\"call\":");
    buf_json(out, found->call);
    if (found->count) {
        buf_format(out, ",\"detector\":\"%.*s\",\"count\":%u}\n",
                   STR_ARG(found->detector), found->count);
        return;
    }
    buf_format(out, ",\"turn\":%u,\"role\":\"%.*s\",\"at_ms\":", found->turn,
               STR_ARG(role_name(found->role)));
    if (found->at_ms != NO_TIME)
        buf_int(out, found->at_ms);
    else
        buf_text(out, "null");
    buf_format(out, ",\"detector\":\"%.*s\",\"start\":%u,\"end\":%u,\"quote\":",
               STR_ARG(found->detector), found->start, found->end);
    buf_json(out, found->quote);
    buf_text(out, "}\n");
}

static void put_line(Buf *out, Str text) {
    for (size_t i = 0; i < text.len; i++)
        buf_byte(out, text.ptr[i] == '\n' ? ' ' : text.ptr[i]);
}

static void put_text(Buf *out, const Found *found) {
    if (found->count) {
        buf_format(out, "%.*s: %.*s: %u\n", STR_ARG(found->call),
                   STR_ARG(found->detector), found->count);
        return;
    }
    buf_format(out, "%.*s:%u: %.*s: %.*s: ", STR_ARG(found->call), found->turn,
               STR_ARG(role_name(found->role)), STR_ARG(found->detector));
    put_line(out, found->before);
    buf_text(out, "[");
    put_line(out, found->quote);
    buf_text(out, "]");
    put_line(out, found->after);
    buf_byte(out, '\n');
}

static void put_found(Buf *out, const Settings *settings, const Found *found) {
    if (str_eq(settings->to, STR("text")))
        put_text(out, found);
    else if (str_eq(settings->to, STR("ndjson")))
        put_json(out, found);
    else
        put_csv(out, found);
}

static uint64_t lot_of(const Found *found) {
    return lot_draw(found->call, found->detector, found->turn, found->start);
}

// Keeps the `wanted` lowest lots, in the order they were found.
static void add_to_sample(Find *find, const Found *found) {
    FoundList *sample = &find->sample;
    Arena *arena = &find->sample_arena;
    size_t highest = 0;
    if (sample->len >= find->settings->sample) {
        for (size_t i = 1; i < sample->len; i++)
            if (lot_of(&sample->items[i]) > lot_of(&sample->items[highest])) highest = i;
        if (lot_of(found) >= lot_of(&sample->items[highest])) return;
        for (size_t i = highest; i + 1 < sample->len; i++)
            sample->items[i] = sample->items[i + 1];
        sample->len--;
    }
    Found copy = *found;
    copy.call = str_copy(arena, found->call);
    copy.quote = str_copy(arena, found->quote);
    copy.before = str_copy(arena, found->before);
    copy.after = str_copy(arena, found->after);
    *vec_push(arena, sample) = copy;
}

static bool consume(void *context, const Call *call, const void *result) {
    (void)call;
    Find *find = context;
    FoundList list = *(const FoundList *)result;
    arena_reset(&find->arena);
    Buf text = {.arena = &find->arena};
    vec_each(const Found, found, &list) {
        find->found++;
        if (find->settings->sample)
            add_to_sample(find, found);
        else
            put_found(&text, find->settings, found);
    }
    return output_put(&find->output, buf_str(&text));
}

static void put_header(Find *find) {
    if (!str_eq(find->settings->to, STR("csv"))) return;
    output_put(&find->output,
               find->settings->count
                   ? STR("call,detector,count\n")
                   : STR("call,turn,role,at_ms,detector,start,end,quote\n"));
}

static void put_sample(Find *find) {
    Buf text = {.arena = &find->arena};
    vec_each(const Found, found, &find->sample) put_found(&text, find->settings, found);
    output_put(&find->output, buf_str(&text));
}

static bool choose_role(const Settings *settings, Query *query) {
    query->any_role = settings->role.len == 0;
    for (Role role = 0; role < ROLE_COUNT; role++) {
        if (!str_eq(settings->role, role_name(role))) continue;
        query->role = role;
        return true;
    }
    if (!query->any_role)
        talk_error("unknown role '%.*s' (agent, customer, system or unknown)",
                   STR_ARG(settings->role));
    return query->any_role;
}

static int find_all(Setup *setup, Find *find, const Query *query) {
    put_header(find);
    setup_run(
        setup,
        (RunPlan){.work = work, .shared = query, .consume = consume, .context = find});
    put_sample(find);
    int status = setup_status(setup);
    int written = output_close(&find->output, true);
    if (written != EX_OK) return written;
    return status == EX_OK && !find->found ? 1 : status;
}

static int run(Arena *arena, const Settings *settings) {
    Setup setup;
    Query query = {.chosen = settings->detectors.len > 0, .count = settings->count};
    Find find = {.settings = settings};
    int status = setup_rubric(&setup, arena, settings);
    if (status != EX_OK) return status;
    query.wanted = setup_choose(&setup);
    if (!query.wanted || !choose_role(settings, &query)) status = EX_USAGE;
    if (status == EX_OK)
        status = setup_inputs(&setup, settings->files.items, settings->files.len);
    if (status == EX_OK && !output_open(&find.output, arena, settings->output, false))
        status = exit_status_of(find.output.file.error);
    else if (status == EX_OK)
        status = find_all(&setup, &find, &query);
    arena_free(&find.arena);
    arena_free(&find.sample_arena);
    setup_close(&setup);
    return status;
}

static const char *const FORMATS[] = {"csv", "ndjson", "text", NULL};

const Command COMMAND_FIND = {
    .name = "find",
    .arguments = "FILE...",
    .summary = "Like grep, for detectors: every hit with its call, turn and words.",
    .details =
        "Without -d all detectors of the rubric are looked for. The exit status is 1 when "
        "nothing is found.",
    .formats = FORMATS,
    .options = "rRfMAUtojdOCNqPvZ",
    .needs_files = true,
    .run = run,
};

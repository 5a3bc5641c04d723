#include "cli/changes.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/setup.h"

#include <sysexits.h>

enum { RUBRICS = 2 }; // what stands before the files

typedef struct {
    const char *format;
    PutChange *put_change;
    PutComparison *put_comparison;
    bool both; // changes and comparison; else one of them, the second with --count
} DiffFormat;

static const DiffFormat DIFF_FORMATS[] = {
    {"text", change_put_text, comparison_put_text, true},
    {"csv", change_put_csv, comparison_put_csv, false},
    {"ndjson", change_put_json, comparison_put_json, false},
};

typedef struct {
    const Settings *settings;
    const DiffFormat *format;
    Output output;
    Arena arena; // one call
    Arena comparison_arena;
    Comparison comparison;
} Diff;

static void *diff_work(const void *shared, Scorer *scorer, const Call *call,
                       Arena *keep) {
    const Scorecard **cards = arena_array(keep, const Scorecard *, RUBRICS);
    for (size_t i = 0; i < RUBRICS; i++)
        cards[i] = run_scorecard(shared, &scorer[i], call, keep);
    return cards;
}

static void put_changes(const Diff *diff, Buf *text, const Scorecard *old_card,
                        const Scorecard *new_card) {
    vec_each(const CriterionChange, criterion, &diff->comparison.criteria) {
        const Mark *old_mark = &old_card->marks.items[criterion->old_mark];
        const Mark *new_mark = &new_card->marks.items[criterion->new_mark];
        if (old_mark->verdict == new_mark->verdict) continue;
        diff->format->put_change(text, &(Change){new_card, old_mark, new_mark});
    }
}

static bool diff_consume(void *context, const Call *call, const void *result) {
    (void)call;
    Diff *diff = context;
    const Scorecard *const *cards = result;
    comparison_add(&diff->comparison, cards[0], cards[1]);
    if (diff->settings->count) return true;
    arena_reset(&diff->arena);
    Buf text = {.arena = &diff->arena};
    put_changes(diff, &text, cards[0], cards[1]);
    return output_put(&diff->output, buf_str(&text));
}

static void diff_put_header(Diff *diff) {
    Buf text = {.arena = &diff->arena};
    if (diff->format->put_change == change_put_csv && !diff->settings->count)
        changes_put_header(&text);
    output_put(&diff->output, buf_str(&text));
}

static void put_comparison(Diff *diff) {
    Buf text = {.arena = &diff->comparison_arena};
    if (!diff->settings->count && !diff->format->both) return;
    comparison_sort(&diff->comparison);
    if (!diff->settings->count && diff->comparison.changed) buf_byte(&text, '\n');
    diff->format->put_comparison(&text, &diff->comparison);
    output_put(&diff->output, buf_str(&text));
}

static int diff_all(Setup *setup, Diff *diff, const Rubric *new_rubric) {
    comparison_start(&diff->comparison, &diff->comparison_arena, &setup->rubric,
                     new_rubric);
    diff_put_header(diff);
    setup_run(setup, (RunPlan){.other = new_rubric,
                               .work = diff_work,
                               .consume = diff_consume,
                               .context = diff});
    put_comparison(diff);
    int status = setup_status(setup);
    bool keep = status == EX_OK || status == EX_DATAERR;
    int written = output_close(&diff->output, keep);
    if (written != EX_OK) return written;
    bool differs = diff->settings->exit_code && comparison_differs(&diff->comparison);
    return status == EX_OK && differs ? 1 : status;
}

static int diff_files(Setup *setup, Diff *diff, const Rubric *new_rubric) {
    const Texts *words = &diff->settings->files;
    int status = setup_inputs(setup, words->items + RUBRICS, words->len - RUBRICS);
    if (status == EX_OK)
        status = output_open(&diff->output, setup->arena, diff->settings->output, false);
    return status == EX_OK ? diff_all(setup, diff, new_rubric) : status;
}

static const DiffFormat *choose_format(Str name) {
    const DiffFormat *format = DIFF_FORMATS;
    while (!str_eq(name, str_from(format->format))) format++;
    return format;
}

static int diff_command(Arena *arena, const Settings *settings) {
    if (settings->files.len <= RUBRICS) {
        message_error("expected two rubrics and what to try them on "
                      "(see 'callmark diff --help')");
        return EX_USAGE;
    }
    Settings old_settings = *settings;
    old_settings.rubric = settings->files.items[0];
    Diff diff = {.settings = settings, .format = choose_format(settings->to)};
    Setup setup;
    Rubric new_rubric;
    int status = setup_to_mark(&setup, arena, &old_settings);
    int second = rubric_open(arena, settings, settings->files.items[1], RUBRIC_TO_MARK,
                             &new_rubric);
    if (status == EX_OK) status = second;
    if (status == EX_OK) status = diff_files(&setup, &diff, &new_rubric);
    arena_free(&diff.arena);
    arena_free(&diff.comparison_arena);
    rubric_free(&new_rubric);
    setup_close(&setup);
    return status;
}

static const char *const FORMATS[] = {"text", "csv", "ndjson", NULL};

const Command COMMAND_DIFF = {
    .name = "diff",
    .arguments = "OLD NEW FILE...",
    .summary = "Says what a changed rubric would change, before it is used.",
    .details =
        "OLD and NEW are rubrics, files or names. Every verdict that changes is shown with "
        "the words behind it, then how scores, criteria and bands move.",
    .formats = FORMATS,
    .options = OPTIONS_FOLDERS | OPTIONS_INPUT | OPTIONS_RUN | OPTIONS_FORMAT |
               OPTIONS_OUTPUT | OPTIONS_COUNT | OPTIONS_DIFF,
    .needs_files = true,
    .run = diff_command,
};

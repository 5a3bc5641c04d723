#include "check/check.h"
#include "check/summary.h"
#include "cli/commands.h"
#include "cli/cost.h"
#include "cli/output.h"
#include "cli/setup.h"
#include "cli/tryout.h"
#include "load/load.h"

#include <sysexits.h>

typedef struct {
    Arena *arena;
    const Settings *settings;
    Output output;
} Check;

// Tries a good rubric, or only measures its patterns, on the calls that were given; gives
// the exit status of reading them.
static int try_on(const Check *check, const Rubric *rubric, Buf *text) {
    const Texts *tried = &check->settings->tried;
    Setup setup = {.arena = check->arena,
                   .settings = check->settings,
                   .rubric = *rubric,
                   .diags = {.arena = check->arena, .no_notes = check->settings->quiet}};
    if (!tried->len) return cost_run(&setup, text), EX_OK; // on its own examples
    int status = setup_inputs(&setup, tried->items, tried->len);
    if (status == EX_OK) {
        (check->settings->cost ? cost_run : tryout_run)(&setup, text);
        status = setup_status(&setup);
    }
    setup_close_inputs(&setup);
    return status;
}

static void put_complaints(Str path, Diags *diags) {
    Told told = {0};
    diag_sort(diags);
    message_last_diags(diags, &told);
    if (diags->errors || diags->warnings)
        message_line("%.*s: %zu error%s, %zu warning%s", STR_ARG(path), diags->errors,
                     diags->errors == 1 ? "" : "s", diags->warnings,
                     diags->warnings == 1 ? "" : "s");
}

// Prints what is wrong and, when it could be loaded, the summary, and what it does when
// tried; gives the exit status.
static int check_rubric(Check *check, Str name) {
    Arena *arena = check->arena;
    Str path = rubric_file(arena, check->settings, name);
    if (!path.len) return 1;
    Rubric rubric;
    Diags diags = {.arena = arena, .no_notes = check->settings->quiet};
    Buf text = {.arena = arena};
    ExampleCounts examples = {0};
    Texts folders = rubric_folders(arena, check->settings);
    if (rubric_load(arena, path, &folders, &rubric, &diags)) {
        examples = rubric_check(arena, &rubric, &diags);
        rubric_compare_versions(&rubric, &folders, &diags);
    }
    int status = diags.errors ? 1 : EX_OK;
    if (status == EX_OK && !check->settings->quiet)
        rubric_summary(&text, &rubric, examples);
    put_complaints(path, &diags);
    if (status == EX_OK && (check->settings->tried.len || check->settings->cost))
        status = try_on(check, &rubric, &text);
    output_put(&check->output, buf_str(&text));
    rubric_free(&rubric);
    return status;
}

// A quality file is checked with the rubric that it stands beside, and once.
static int check_named(Check *check, Str name) {
    const Texts *files = &check->settings->files;
    Str end = STR(".quality.yaml");
    if (!str_ends(name, end)) return check_rubric(check, name);
    Str rubric =
        str_format(check->arena, "%.*s.yaml", (int)(name.len - end.len), name.ptr);
    bool named = str_is_in(rubric, files->items, files->len);
    return named ? EX_OK : check_rubric(check, rubric);
}

static int check_command(Arena *arena, const Settings *settings) {
    Check check = {.arena = arena, .settings = settings};
    int worst = EX_OK;
    output_open(&check.output, arena, (Str){0}, false);
    vec_each(const Str, name, &settings->files) {
        int status = check_named(&check, *name);
        if (worst == EX_OK) worst = status;
    }
    int written = output_close(&check.output, true);
    return written != EX_OK ? written : worst;
}

const Command COMMAND_CHECK = {
    .name = "check",
    .arguments = "RUBRIC...",
    .summary = "Says what is wrong with a rubric and runs the examples inside it.",
    .details =
        "RUBRIC is a file or the name of an installed rubric. Every mistake is named with "
        "its line and column; the exit status is 1 when there are errors. If there are "
        "none, --try says what each detector finds in calls, how often each criterion "
        "applies and how it is decided; --cost says how long each pattern takes, in these calls or in the "
        "examples.",
    .options = OPTIONS_FOLDERS | OPTIONS_INPUT | OPTIONS_RUN | OPTIONS_CHECK,
    .needs_files = true,
    .run = check_command,
};

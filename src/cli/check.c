#include "cli/commands.h"
#include "cli/output.h"
#include "cli/setup.h"

#include <sysexits.h>

// Prints what is wrong and, when it could be loaded, the summary. Gives whether it is
// good.
static bool check(Arena *arena, const Settings *settings, Str name, Output *output) {
    Str path = rubric_file(arena, settings, name);
    if (!path.len) return false;
    Rubric rubric;
    Diags diags = {.arena = arena};
    size_t said = 0;
    Buf text = {.arena = arena};
    ExampleCounts examples = {0};
    if (rubric_load(arena, path, &rubric, &diags))
        examples = rubric_check(arena, &rubric, &diags);
    if (!diags.errors && !settings->quiet) rubric_summary(&text, &rubric, examples);
    diag_sort(&diags);
    talk_diags(&diags, &said);
    if (diags.errors || diags.warnings)
        talk_line("%.*s: %zu error%s, %zu warning%s", STR_ARG(path), diags.errors,
                  diags.errors == 1 ? "" : "s", diags.warnings,
                  diags.warnings == 1 ? "" : "s");
    output_put(output, buf_str(&text));
    rubric_free(&rubric);
    return diags.errors == 0;
}

static int run(Arena *arena, const Settings *settings) {
    Output output;
    bool good = true;
    output_open(&output, arena, (Str){0}, false);
    vec_each(const Str, name, &settings->files)
        good = check(arena, settings, *name, &output) && good;
    int written = output_close(&output, true);
    return written != EX_OK ? written : good ? EX_OK : 1;
}

const Command COMMAND_CHECK = {
    .name = "check",
    .arguments = "RUBRIC...",
    .summary = "Says what is wrong with a rubric and runs the examples inside it.",
    .details =
        "RUBRIC is a file or the name of an installed rubric. Every mistake is named with "
        "its line and column; the exit status is 1 when there are errors.",
    .options = "Rq",
    .needs_files = true,
    .run = run,
};

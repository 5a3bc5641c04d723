#include "call/part.h"
#include "cli/call_view.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/setup.h"
#include "score/redacted_card.h"
#include "score/scoring.h"

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

typedef struct {
    const Settings *settings;
    PutCallView *put;
    Output output;
    Arena arena;
    bool colour, found;
} Show;

static const struct {
    const char *name;
    PutCallView *put;
} STAGES[] = {
    {"call", view_call},     {"turns", view_turns},       {"folded", view_folded},
    {"hits", view_hits},     {"findings", view_findings}, {"marks", view_marks},
    {"record", view_record},
};
enum { STAGE_COUNT = sizeof STAGES / sizeof *STAGES };

static PutCallView *choose_stage(Arena *arena, Str name) {
    Str names[STAGE_COUNT];
    if (!name.len) return STAGES[0].put;
    for (size_t i = 0; i < STAGE_COUNT; i++) {
        names[i] = str_from(STAGES[i].name);
        if (str_eq(name, names[i])) return STAGES[i].put;
    }
    Str hint = diag_hint(arena, name, names, STAGE_COUNT);
    if (!hint.len) hint = STR("turns, folded, hits, findings, marks or record");
    message_error("unknown stage '%.*s' (%.*s)", STR_ARG(name), STR_ARG(hint));
    return NULL;
}

static bool use_colour(const Settings *settings) {
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    bool wanted = !(no && *no) && term && strcmp(term, "dumb") != 0;
    return wanted && !settings->output.len && isatty(STDOUT_FILENO);
}

// Done in the owner's thread: one call is too little for workers.
static void show_part(const Show *show, const Rubric *rubric, const Call *call,
                      Buf *text) {
    Scorer scorer;
    Scorecard card;
    Arena keep = {0};
    scorer_open(&scorer, rubric, !show->settings->no_sieve);
    Findings *found = scorer_detect(&scorer, call);
    scorecard_make(rubric, call, found, &scorer.origins, &keep, &card);
    Masks masks = {0};
    Call redacted = *call;
    if (show->settings->redact) {
        redacted = call_redacted(&keep, call, &masks);
        scorecard_redact(&keep, &card);
    }
    const CallView in = {rubric, &redacted, found, &card, &masks, show->colour};
    show->put(text, &in);
    scorer_close(&scorer);
    arena_free(&keep);
}

// Turns are shown as the call has them, the rest as each of its agents has it.
static void show_call(const Show *show, const Rubric *rubric, const Call *call,
                      Buf *text) {
    bool whole = show->put == view_turns;
    for (uint32_t number = 1; number <= (whole ? 1 : call_parts(call)); number++) {
        if (number > 1 && show->put == view_call) buf_byte(text, '\n');
        show_part(show, rubric, whole ? call : call_part(text->arena, call, number),
                  text);
    }
}

static void show_first(Setup *setup, Show *show) {
    Arena calls = {0};
    Call call = {0};
    while (!show->found && reader_next(setup->reader, &calls, &call)) {
        Buf text = {.arena = &calls};
        show->found = !show->settings->call.len || str_eq(call.id, show->settings->call);
        if (show->found) {
            setup_warn(setup, &call);
            show_call(show, &setup->rubric, &call, &text);
        }
        output_put(&show->output, buf_str(&text));
    }
    message_diags(&setup->diags, &setup->told);
    arena_free(&calls);
}

static int show(Setup *setup, Show *show) {
    show_first(setup, show);
    int written = output_close(&show->output, true);
    if (written != EX_OK || show->found) return written;
    int status = setup_status(setup);
    if (show->settings->call.len)
        message_error("no call '%.*s' in the input", STR_ARG(show->settings->call));
    return status == EX_OK ? 1 : status;
}

static int show_command(Arena *arena, const Settings *settings) {
    Setup setup;
    Show state = {.settings = settings, .put = choose_stage(arena, settings->stage)};
    if (!state.put) return EX_USAGE;
    int status = setup_rubric(&setup, arena, settings);
    if (status != EX_OK) return status;
    state.colour = use_colour(settings);
    status = setup_inputs(&setup, settings->files.items, settings->files.len);
    if (status == EX_OK)
        status = output_open(&state.output, arena, settings->output, false);
    if (status == EX_OK) status = show(&setup, &state);
    setup_close(&setup);
    return status;
}

const Command COMMAND_SHOW = {
    .name = "show",
    .arguments = "FILE...",
    .summary =
        "Shows one call in the terminal, evidence marked; or any stage of its way.",
    .details =
        "Without -c the first call is shown. --stage prints what the data flow holds there: "
        "turns, folded, hits, findings, marks or record.",
    .options =
        OPTIONS_MARK | OPTIONS_OUTPUT | OPTIONS_SAID | OPTIONS_NO_SIEVE | OPTIONS_SHOW,
    .needs_files = true,
    .run = show_command,
};

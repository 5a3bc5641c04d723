#include "cli/commands.h"
#include "cli/learn_view.h"
#include "cli/output.h"
#include "cli/sample_key.h"
#include "cli/setup.h"
#include "input/digest.h"
#include "tally/accuracy.h"

#include <stdlib.h>
#include <sysexits.h>

typedef struct {
    Setup setup;
    LabelMap map;
    LearnPlan plan;
    LearnSet set;
    Digest *digest; // of the turns
    bool labelled;  // some turn carries a label that the map knows
} Learning;

// ---- Reading

typedef struct {
    const LearnPlan *plan;
    InputPart part;
} Task;

static void *learn_work(const void *shared, Scorer *scorer, const Call *call,
                        Arena *keep) {
    const Task *task = shared;
    if (!part_has(task->part, call->id)) return NULL;
    return learn_turns_of(task->plan, scorer, call, keep);
}

static bool learn_consume(void *context, const Call *call, const void *result) {
    Learning *learning = context;
    const LearnTurns *turns = result;
    (void)call;
    if (!turns) return true;
    vec_each(const LearnTurn, turn, turns) {
        const Str texts[] = {turn->call, turn->labels, turn->text};
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            digest_add(learning->digest, texts[i]);
            digest_add(learning->digest, STR("\n"));
        }
        learning->labelled |= turn->positive;
    }
    learn_set_add(&learning->set, turns);
    return true;
}

// ---- What is asked for

static int load_map(Learning *learning) {
    Setup *setup = &learning->setup;
    Str path = setup->settings->labels_map;
    Diags mistakes = {.arena = setup->arena};
    size_t shown = 0;
    if (!path.len) {
        learning->map = label_map_by_name(setup->arena, &setup->rubric);
        return EX_OK;
    }
    bool good =
        label_map_load(setup->arena, path, &setup->rubric, &learning->map, &mistakes);
    message_diags(&mistakes, &shown);
    return good ? EX_OK : EX_CONFIG;
}

static int choose_detector(Learning *learning) {
    const Setup *setup = &learning->setup;
    const Detectors *detectors = &setup->rubric.detectors;
    uint32_t chosen = 0;
    if (setup->settings->detectors.len != 1) {
        message_error("which detector is to learn? (one --detector)");
        return EX_USAGE;
    }
    const bool *named = setup_choose(setup);
    if (!named) return EX_USAGE;
    while (!named[chosen]) chosen++;
    learning->plan = learn_plan(setup->arena, &setup->rubric, &learning->map, chosen);
    for (size_t r = 0; r < learning->map.rules.len; r++)
        vec_each(const uint32_t, d, &learning->map.rules.items[r].detectors)
            if (*d == chosen) return EX_OK;
    message_error("detector '%.*s' has no label in '%.*s'",
                  STR_ARG(detectors->items[chosen].name),
                  STR_ARG(setup->settings->labels_map));
    return EX_USAGE;
}

// ---- What comes of it

// The rubric, as a file written to `path` must name it.
static Str use_of(Arena *arena, Str rubric, Str path) {
    bool bare = !str_has(rubric, STR("/"));
    if (bare && !str_ends(rubric, STR(".yaml"))) return rubric;
    if (str_eq(path_folder(path), path_folder(rubric))) return path_base(rubric);
    char *full = realpath(str_z(arena, rubric), NULL);
    if (!full) return rubric;
    Str use = str_copy(arena, str_from(full));
    free(full);
    return use;
}

static LearnView make_view(Learning *learning, const LearnOutcome *outcome) {
    const Setup *setup = &learning->setup;
    Arena *arena = setup->arena;
    Str path = setup->settings->output;
    LearnView view = {.plan = &learning->plan, .outcome = outcome};
    view.use = use_of(arena, setup->settings->rubric, path);
    digest_hex(learning->digest, view.hash);
    vec_each(const InputFile, file, reader_files(setup->reader))
        *vec_push(arena, &view.files) = path_base(file->path);
    return view;
}

// Writes one of the two outputs; the exit status.
static int put(const Learning *learning, PutLearned *put_learned, const LearnView *view,
               Str path) {
    Arena *arena = learning->setup.arena;
    Output output;
    Buf text = {.arena = arena};
    int status = output_open(&output, arena, path, true);
    if (status != EX_OK) return status;
    put_learned(&text, view);
    output_put(&output, buf_str(&text));
    return output_close(&output, true);
}

static int learn_all(Learning *learning) {
    Setup *setup = &learning->setup;
    Task task = {&learning->plan, setup->settings->part};
    setup_run(setup, (RunPlan){.work = learn_work,
                               .shared = &task,
                               .consume = learn_consume,
                               .context = learning});
    int status = setup_status(setup);
    if (status == EX_NOINPUT) return status;
    if (!learning->labelled) {
        message_error("no turn carries a label of the detector's (see --labels-map)");
        return status == EX_OK ? 1 : status;
    }
    const Detector *detector = &setup->rubric.detectors.items[learning->plan.detector];
    LearnOutcome outcome = learn_from(setup->arena, &learning->set, &learning->plan,
                                      detector->kind == &KIND_PHRASE);
    LearnView view = make_view(learning, &outcome);
    int written = put(learning, learn_put_text, &view, (Str){0});
    Str path = setup->settings->output;
    if (written == EX_OK && outcome.taken >= 0 && path.len) {
        written = put(learning, learn_put_yaml, &view, path);
        if (written == EX_OK && !setup->settings->quiet)
            message_line("%.*s: written; 'callmark check' tries it", STR_ARG(path));
    }
    if (written != EX_OK) return written;
    return status == EX_OK && outcome.taken < 0 ? 1 : status;
}

static int learn_command(Arena *arena, const Settings *given) {
    Settings settings = *given;
    settings.read.format = STR("labels");
    settings.read.repeated = true;
    Learning learning = {.set = {.arena = arena}};
    int status = setup_detectors(&learning.setup, arena, &settings);
    if (status != EX_OK) return status;
    learning.digest = digest_new();
    status = load_map(&learning);
    if (status == EX_OK) status = choose_detector(&learning);
    if (status == EX_OK)
        status = setup_inputs(&learning.setup, settings.files.items, settings.files.len);
    if (status == EX_OK) status = learn_all(&learning);
    digest_free(learning.digest);
    setup_close(&learning.setup);
    return status;
}

const Command COMMAND_LEARN = {
    .name = "learn",
    .arguments = "-d DETECTOR LABELS...",
    .summary =
        "Says what a detector can learn from labelled turns, and whether it should.",
    .details =
        "LABELS is a file of labelled turns, a folder of them, or -, as of 'measure'. From "
        "words and other detectors it makes an overlay (patterns and exceptions) or a list "
        "of phrases with points, which people can read; each is judged on dialogues that "
        "it was not made from. With --output, what is to be taken is written there, as a "
        "file that uses the rubric; where the detector should stay as it is, nothing is, "
        "and the exit status is 1.",
    .options = OPTIONS_RUBRIC | OPTIONS_FOLDERS | OPTIONS_RUN | OPTIONS_OUTPUT |
               OPTIONS_DETECTORS | OPTIONS_MEASURE | OPTIONS_PART,
    .needs_files = true,
    .run = learn_command,
};

#include "cli/commands.h"
#include "cli/history.h"
#include "cli/learn_view.h"
#include "cli/output.h"
#include "cli/sample_key.h"
#include "cli/setup.h"
#include "input/digest.h"
#include "tally/accuracy.h"
#include "tally/tally.h"

#include <sysexits.h>

typedef struct {
    Setup setup;
    LabelMap map;
    LearnPlan plan;
    LearnSet set;
    VerdictTurns verdicts; // with --verdicts
    JudgedCalls judged;
    Digest *digest; // of the turns
    bool labelled;  // some turn is one where it is to be found
} Learning;

static bool is_by_verdicts(const Learning *learning) {
    const Settings *settings = learning->setup.settings;
    return settings->verdicts.len > 0 || settings->store.len > 0;
}

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

static void count_judged(Learning *learning, const Call *call, const LearnTurns *turns) {
    bool earned = false;
    if (!verdict_on(&learning->verdicts, call->id)) return;
    vec_each(const LearnTurn, turn, turns) earned |= turn->positive;
    learning->judged.earned += earned;
    learning->judged.denied += turns->len && !earned;
    learning->judged.unused += !turns->len;
}

static bool learn_consume(void *context, const Call *call, const void *result) {
    Learning *learning = context;
    const LearnTurns *turns = result;
    if (!turns) return true;
    count_judged(learning, call, turns);
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
    Told told = {0};
    if (!path.len) {
        learning->map = label_map_by_name(setup->arena, &setup->rubric);
        return EX_OK;
    }
    bool good =
        label_map_load(setup->arena, path, &setup->rubric, &learning->map, &mistakes);
    message_last_diags(&mistakes, &told);
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
    if (is_by_verdicts(learning)) return EX_OK;
    for (size_t r = 0; r < learning->map.rules.len; r++)
        vec_each(const uint32_t, d, &learning->map.rules.items[r].detectors)
            if (*d == chosen) return EX_OK;
    message_error("detector '%.*s' has no label in '%.*s'",
                  STR_ARG(detectors->items[chosen].name),
                  STR_ARG(setup->settings->labels_map));
    return EX_USAGE;
}

// `names`: those that rest on the detector.
static void complain_of_criterion(Str given, Str detector, Str names) {
    if (!names.len)
        message_error("no criterion rests on detector '%.*s', so no verdict tells of it",
                      STR_ARG(detector));
    else if (given.len)
        message_error(
            "criterion '%.*s' does not rest on detector '%.*s' (these do: %.*s)",
            STR_ARG(given), STR_ARG(detector), STR_ARG(names));
    else
        message_error("several criteria rest on detector '%.*s' (--criterion: %.*s)",
                      STR_ARG(detector), STR_ARG(names));
}

// The only criterion that rests on the detector, or that of --criterion; UINT32_MAX after
// complaining.
static uint32_t choose_criterion(const Learning *learning) {
    const Setup *setup = &learning->setup;
    const Rubric *rubric = &setup->rubric;
    Str given = setup->settings->criterion;
    uint32_t detector = learning->plan.detector, chosen = UINT32_MAX, fitting = 0;
    Buf names = {.arena = setup->arena};
    for (uint32_t c = 0; c < rubric->criteria.len; c++) {
        Str id = rubric->criteria.items[c].id;
        if (!criterion_tells(setup->arena, rubric, c, detector)) continue;
        buf_format(&names, "%s%.*s", names.len ? ", " : "", STR_ARG(id));
        if (given.len && !str_eq(given, id)) continue;
        chosen = c;
        fitting++;
    }
    if (fitting == 1) return chosen;
    complain_of_criterion(given, rubric->detectors.items[detector].name, buf_str(&names));
    return UINT32_MAX;
}

// Of the store, or else of --verdicts.
static int read_judgements(Setup *setup, Judgements *judgements) {
    if (setup->settings->store.len) return history_judgements(setup, judgements);
    bool good =
        verdicts_read(setup->arena, setup->settings->verdicts, judgements, &setup->diags);
    message_diags(&setup->diags, &setup->told);
    return good ? EX_OK : EX_NOINPUT;
}

static int read_verdicts(Learning *learning) {
    Setup *setup = &learning->setup;
    Judgements judgements = {0};
    if (!is_by_verdicts(learning)) return EX_OK;
    uint32_t criterion = choose_criterion(learning);
    if (criterion == UINT32_MAX) return EX_USAGE;
    int status = read_judgements(setup, &judgements);
    if (status != EX_OK) return status;
    learning->verdicts = verdict_turns(setup->arena, &setup->rubric, criterion,
                                       learning->plan.detector, &judgements);
    learning->plan.verdicts = &learning->verdicts;
    learning->judged.criterion = setup->rubric.criteria.items[criterion].id;
    return EX_OK;
}

// ---- What comes of it

static LearnView make_view(Learning *learning, const LearnOutcome *outcome) {
    const Setup *setup = &learning->setup;
    Arena *arena = setup->arena;
    LearnView view = {.plan = &learning->plan, .outcome = outcome};
    view.use = path_base(setup->settings->rubric);
    digest_hex(learning->digest, view.hash);
    if (is_by_verdicts(learning)) {
        view.judged = &learning->judged;
        Str from = setup->settings->store;
        if (!from.len) from = setup->settings->verdicts;
        *vec_push(arena, &view.files) = path_base(from);
    }
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
        message_error("%s", is_by_verdicts(learning)
                                ? "no verdict on these calls names a turn that earned it"
                                : "no turn carries a label of the detector's (see "
                                  "--labels-map)");
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
    if (settings.verdicts.len && settings.store.len) {
        message_error("verdicts come from --verdicts or from --store, not from both");
        return EX_USAGE;
    }
    if (!settings.verdicts.len && !settings.store.len) {
        settings.read.format = STR("labels");
        settings.read.repeated = true;
    }
    Learning learning = {.set = {.arena = arena}};
    int status = setup_detectors(&learning.setup, arena, &settings);
    if (status != EX_OK) return status;
    learning.digest = digest_new();
    status = load_map(&learning);
    if (status == EX_OK) status = choose_detector(&learning);
    if (status == EX_OK)
        status = setup_inputs(&learning.setup, settings.files.items, settings.files.len);
    if (status == EX_OK) status = read_verdicts(&learning);
    if (status == EX_OK) status = learn_all(&learning);
    digest_free(learning.digest);
    setup_close(&learning.setup);
    return status;
}

const Command COMMAND_LEARN = {
    .name = "learn",
    .arguments =
        "-d DETECTOR LABELS...\n-d DETECTOR --verdicts VERDICTS FILE...\n-d DETECTOR --store STORE FILE...",
    .summary =
        "Says what a detector can learn from labels or verdicts, and whether it should.",
    .details =
        "LABELS is a file of labelled turns, a folder of them, or -, as of 'measure'. "
        "VERDICTS is a table of verdicts on the calls in FILE, as of 'agree': the turns "
        "that readers name are labelled by them, with --store those of the people whose "
        "reviews it has, for a criterion that rests on the "
        "detector. From "
        "words and other detectors it makes an overlay (patterns and exceptions) or a list "
        "of phrases with points, which people can read; each is judged on dialogues that "
        "it was not made from. With --output, what is to be taken is written there, as a "
        "file that uses the rubric; where the detector should stay as it is, nothing is, "
        "and the exit status is 1.",
    .options = OPTIONS_MARK | OPTIONS_RUN | OPTIONS_OUTPUT | OPTIONS_DETECTORS |
               OPTIONS_MEASURE | OPTIONS_PART | OPTIONS_LEARN | OPTIONS_STORE,
    .needs_files = true,
    .run = learn_command,
};

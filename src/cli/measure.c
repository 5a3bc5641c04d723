#include "cli/accuracy_view.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/sample_key.h"
#include "cli/setup.h"

#include <sysexits.h>

typedef struct {
    Setup setup;
    LabelMap map;
    AccuracyPlan plan;
    Accuracy measured;
    Output output;
    Texts labels; // that turns carry, each once
    Map label_numbers;
    uint64_t dialogues, turns;
    bool *detectors; // one a detector: whether it is shown
} MeasureRun;

// ---- The run

typedef struct {
    const AccuracyPlan *plan;
    InputPart part;
} Task;

static void *measure_work(const void *shared, Scorer *scorer, const Call *call,
                          Arena *keep) {
    const Task *task = shared;
    if (!part_has(task->part, call->id)) return NULL;
    return accuracy_of_call(task->plan, scorer, call, keep);
}

static void note_labels(MeasureRun *measure, const Call *call) {
    Arena *arena = measure->setup.arena;
    vec_each(const Turn, turn, &call->turns) {
        Str rest = turn->labels, label;
        while (label_next(&rest, &label)) {
            if (map_get(&measure->label_numbers, label) != MAP_NONE) continue;
            label = str_copy(arena, label);
            map_add(arena, &measure->label_numbers, label, (uint32_t)measure->labels.len);
            *vec_push(arena, &measure->labels) = label;
        }
    }
}

static bool measure_consume(void *context, const Call *call, const void *result) {
    MeasureRun *measure = context;
    note_labels(measure, call);
    if (!result) return true;
    measure->dialogues++;
    measure->turns += call->turns.len;
    accuracy_add(measure->setup.arena, &measure->plan, &measure->measured, result);
    return true;
}

// ---- The map

static int load_map(MeasureRun *measure) {
    Setup *setup = &measure->setup;
    Str path = setup->settings->labels_map;
    Diags mistakes = {.arena = setup->arena};
    Told told = {0};
    if (!path.len) {
        measure->map = label_map_by_name(setup->arena, &setup->rubric);
        return EX_OK;
    }
    bool good =
        label_map_load(setup->arena, path, &setup->rubric, &measure->map, &mistakes);
    message_last_diags(&mistakes, &told);
    return good ? EX_OK : EX_CONFIG;
}

static bool is_carried(const MeasureRun *measure, Str label) {
    return map_get(&measure->label_numbers, label) != MAP_NONE;
}

// A label that no turn carries may be a slip of the pen, one that the wrong side carries
// a slip of the mind.
static void complain_of_label(MeasureRun *measure, uint32_t number) {
    Diags *diags = &measure->setup.diags;
    const LabelRule *rule = &measure->map.rules.items[number];
    const Confusion *seen = &measure->measured.labels[number];
    if (!is_carried(measure, rule->label)) {
        Diag *diag = diag_add(diags, DIAG_WARNING, rule->place, "unknown label '%.*s'",
                              STR_ARG(rule->label));
        diag->hint = diag_hint(diags->arena, rule->label, measure->labels.items,
                               measure->labels.len);
        if (!diag->hint.len) diag->hint = STR("no turn carries it");
    } else if (!seen->positives && !seen->unknown) {
        diag_add(diags, DIAG_WARNING, rule->place,
                 "no turn that was judged carries label '%.*s'", STR_ARG(rule->label))
            ->hint = STR("a turn is judged when it is of the detector's role");
    }
}

static void complain_of_labels(MeasureRun *measure) {
    Diags *diags = &measure->setup.diags;
    size_t first = diags->items.len;
    for (uint32_t r = 0; r < measure->map.rules.len; r++) complain_of_label(measure, r);
    source_files_quote(&measure->map.files, diags, first);
    message_diags(diags, &measure->setup.told);
}

// ---- What is shown

// A named detector that no label is for cannot be measured; false when there is one (said
// on stderr).
static bool check_chosen(const MeasureRun *measure) {
    const Detectors *detectors = &measure->setup.rubric.detectors;
    for (size_t d = 0; d < detectors->len; d++) {
        bool named = measure->setup.settings->detectors.len && measure->detectors[d];
        if (!named || measure->plan.rules[d].len) continue;
        message_error("detector '%.*s' has no label in '%.*s'",
                      STR_ARG(detectors->items[d].name),
                      STR_ARG(measure->setup.settings->labels_map));
        return false;
    }
    return true;
}

// Without a map a detector is shown when a label has its name.
static size_t choose_shown(MeasureRun *measure, bool *labels) {
    size_t shown = 0;
    bool mapped = measure->setup.settings->labels_map.len > 0;
    for (size_t d = 0; d < measure->setup.rubric.detectors.len; d++) {
        bool any = false;
        vec_each(const uint32_t, r, &measure->plan.rules[d]) {
            bool carried = is_carried(measure, measure->map.rules.items[*r].label);
            labels[*r] |= carried && measure->detectors[d];
            any |= carried || mapped;
        }
        measure->detectors[d] &= any;
        shown += measure->detectors[d];
    }
    return shown;
}

static void put(MeasureRun *measure, const bool *labels) {
    static const struct {
        const char *name;
        PutAccuracy *put;
    } FORMATS[] = {{"text", accuracy_put_text},
                   {"csv", accuracy_put_csv},
                   {"ndjson", accuracy_put_ndjson},
                   {"yaml", accuracy_put_quality}};
    const Settings *settings = measure->setup.settings;
    Arena *arena = measure->setup.arena;
    Buf text = {.arena = arena};
    AccuracyView view = accuracy_view(arena, &measure->plan, &measure->measured,
                                      measure->detectors, labels, settings->sample);
    view.dialogues = measure->dialogues;
    view.turns = measure->turns;
    view.part = settings->part;
    vec_each(const InputFile, file, reader_files(measure->setup.reader))
        *vec_push(arena, &view.files) = file->path;
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++)
        if (str_eq(settings->to, str_from(FORMATS[i].name))) FORMATS[i].put(&text, &view);
    output_put(&measure->output, buf_str(&text));
}

static int measure_all(MeasureRun *measure) {
    Setup *setup = &measure->setup;
    Task task = {&measure->plan, setup->settings->part};
    bool *labels = arena_array(setup->arena, bool, measure->map.rules.len);
    setup_run(setup, (RunPlan){.work = measure_work,
                               .shared = &task,
                               .consume = measure_consume,
                               .context = measure});
    int status = setup_status(setup);
    if (setup->settings->labels_map.len && measure->turns) complain_of_labels(measure);
    bool any = choose_shown(measure, labels) > 0 && measure->turns > 0;
    if (any) put(measure, labels);
    int written = output_close(&measure->output, any);
    if (any || written != EX_OK) return written == EX_OK ? status : written;
    if (status == EX_NOINPUT) return status;
    message_error(measure->turns
                      ? "no label is named as a detector is (give --labels-map)"
                      : "no turns to measure");
    return status == EX_OK ? 1 : status;
}

static int prepare(MeasureRun *measure, Arena *arena, const Settings *settings) {
    Setup *setup = &measure->setup;
    int status = load_map(measure);
    if (status != EX_OK) return status;
    if (settings->errors && str_eq(settings->to, STR("yaml"))) {
        message_error("a quality file has no place for errors (leave out --errors)");
        return EX_USAGE;
    }
    measure->plan = accuracy_plan(arena, &setup->rubric, &measure->map);
    measure->plan.keep_errors = settings->errors || settings->sample > 0;
    measure->measured = accuracy_new(arena, &measure->plan);
    measure->detectors = setup_choose(setup);
    if (!measure->detectors || !check_chosen(measure)) return EX_USAGE;
    return setup_inputs(setup, settings->files.items, settings->files.len);
}

static int measure_command(Arena *arena, const Settings *given) {
    Settings settings = *given;
    settings.read.format = STR("labels");
    settings.read.repeated = true;
    MeasureRun measure = {0};
    int status = setup_detectors(&measure.setup, arena, &settings);
    if (status != EX_OK) return status;
    status = prepare(&measure, arena, &settings);
    if (status == EX_OK)
        status = output_open(&measure.output, arena, settings.output, true);
    if (status == EX_OK) status = measure_all(&measure);
    setup_close(&measure.setup);
    return status;
}

static const char *const FORMATS[] = {"text", "csv", "ndjson", "yaml", NULL};

const Command COMMAND_MEASURE = {
    .name = "measure",
    .arguments = "LABELS...",
    .summary = "Says how often detectors are right, against labelled turns.",
    .details =
        "LABELS is a file of labelled turns, a folder of them, or -: dialogue, turn, role, "
        "labels and text, separated by tabs, under a header of these names. Without "
        "--labels-map, each detector is to find the label of its name. The rubric may be a "
        "pack. --to yaml writes a quality file.",
    .formats = FORMATS,
    .options = OPTIONS_RUBRIC | OPTIONS_FOLDERS | OPTIONS_RUN | OPTIONS_FORMAT |
               OPTIONS_OUTPUT | OPTIONS_DETECTORS | OPTIONS_SAMPLE | OPTIONS_MEASURE |
               OPTIONS_ERRORS | OPTIONS_PART,
    .needs_files = true,
    .run = measure_command,
};

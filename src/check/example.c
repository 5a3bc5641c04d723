#include "check/example.h"

#include "base/file.h"
#include "base/utf8.h"
#include "check/why_not.h"
#include "detect/detect.h"
#include "rubric/foreign.h"

#include <math.h>

enum { SHOWN_MAX = 60 }; // bytes of an example or a match in a message

// ---- From text to call

static bool read_seconds(Str text, int64_t *ms) {
    double seconds;
    if (!str_to_double(str_trim(text), &seconds) || seconds < 0 || seconds > 1e9)
        return false;
    *ms = llround(seconds * 1000);
    return true;
}

// "12" or "12-15".
static bool read_times(Str text, Turn *turn) {
    size_t dash = str_index(text, 0, '-');
    if (!read_seconds(str_slice(text, 0, dash), &turn->start_ms)) return false;
    return dash == text.len ||
           read_seconds(str_slice(text, dash + 1, text.len), &turn->end_ms);
}

// "agent" or "agent @12-15".
static bool read_speaker(Str head, Turn *turn) {
    size_t at = str_index(head, 0, '@');
    turn->role = role_named(str_trim(str_slice(head, 0, at)));
    turn->speaker = role_name(turn->role);
    if (turn->role == ROLE_UNKNOWN) return false;
    return at == head.len || read_times(str_slice(head, at + 1, head.len), turn);
}

static void set_field(Arena *arena, Call *call, Str name, Str value) {
    static const struct {
        const char *name;
        size_t offset;
    } OWN[] = {
        {"agent", offsetof(Call, agent)},
        {"agent_name", offsetof(Call, agent_name)},
        {"team", offsetof(Call, team)},
        {"channel", offsetof(Call, channel)},
        {"customer", offsetof(Call, customer)},
    };
    for (size_t i = 0; i < sizeof OWN / sizeof *OWN; i++)
        if (str_eq(name, str_from(OWN[i].name)))
            *(Str *)((char *)call + OWN[i].offset) = value;
    if (str_eq(name, STR("wait"))) duration_parse(value, &call->wait_ms);
    if (str_eq(name, STR("started_at"))) date_parse(value, &call->started_at);
    *vec_push(arena, &call->fields) = (Field){name, value};
}

static bool read_line(Arena *arena, Str line, Call *call) {
    size_t colon = str_index(line, 0, ':');
    Str head = str_trim(str_slice(line, 0, colon));
    Str text = str_trim(str_slice(line, colon + 1, line.len));
    if (colon == line.len) return false;
    if (str_starts(head, STR("field "))) {
        set_field(arena, call, str_trim(str_slice(head, 6, head.len)), text);
        return true;
    }
    Turn turn = {.text = text, .start_ms = NO_TIME, .end_ms = NO_TIME};
    bool spoken = read_speaker(head, &turn);
    if (spoken) *vec_push(arena, &call->turns) = turn;
    return spoken;
}

bool example_parse(Arena *arena, Str text, Role role, Call *call, uint32_t *bad_line) {
    uint32_t number = 0, good = 0;
    *bad_line = 0;
    *call = (Call){.started_at = NO_TIME, .wait_ms = NO_TIME};
    for (Str rest = text, line; str_next(&rest, '\n', &line);) {
        number++;
        line = str_trim(line);
        if (!line.len) continue;
        if (read_line(arena, line, call))
            good++;
        else if (!*bad_line)
            *bad_line = number;
    }
    if (good) return !*bad_line;
    if (role == ROLE_UNKNOWN) role = ROLE_AGENT;
    *vec_push(arena, &call->turns) = (Turn){.speaker = role_name(role),
                                            .text = text,
                                            .role = role,
                                            .start_ms = NO_TIME,
                                            .end_ms = NO_TIME};
    return true;
}

// ---- Whether it does what it says

typedef struct {
    const Rubric *rubric;
    Finder finder;
    LoosePatterns loose;
    Arena scratch; // one example
    Diags *diags;
    ExampleCounts counts;
} ExampleRun;

// On one line, and not too long.
static Str shown(Arena *arena, Str text) {
    Str clipped = utf8_clip(text_fold(arena, text).text, SHOWN_MAX);
    const char *more = text.len > SHOWN_MAX ? "..." : "";
    return str_format(arena, "%.*s%s", STR_ARG(clipped), more);
}

static Str matched_words(Arena *arena, const Rubric *rubric, const Findings *findings,
                         const Finding *finding) {
    if (!finding->evidence.len) return finding->why;
    const Evidence *evidence = &finding->evidence.items[0];
    const WrittenPattern *pattern = evidence_pattern(&rubric->detectors, evidence);
    Str also = evidence_also(&rubric->detectors, evidence);
    Str text = findings->in.call->turns.items[evidence->turn].text;
    Str words = str_slice(text, evidence->start, evidence->end);
    Buf out = {.arena = arena};
    buf_format(&out, "matched '%.*s'", STR_ARG(shown(arena, words)));
    if (also.len)
        buf_format(&out, " by 'also: %.*s'", STR_ARG(also));
    else if (pattern)
        buf_format(&out, " by '%s'", pattern->field);
    if (pattern)
        buf_format(&out, " at %.*s", STR_ARG(place_words(arena, pattern->place)));
    return buf_str(&out);
}

// What another file has made of the detector is not to be seen where the example stands.
static void hint_at_extension(Arena *arena, Diag *diag, const Detector *detector) {
    if (!detector->extended.len) return;
    Place last = detector->extended.items[detector->extended.len - 1];
    bool here = str_eq(last.path, diag->place.path);
    if (!here)
        diag->hint =
            str_format(arena, "%.*s%sextended at %.*s:%u", STR_ARG(diag->hint),
                       diag->hint.len ? ", " : "", STR_ARG(last.path), last.line);
}

static void complain(ExampleRun *run, const Detector *detector, const Example *example,
                     Str hint) {
    bool wanted = example->type == EXAMPLE_MATCH;
    Diag *diag =
        diag_add(run->diags, DIAG_ERROR, example->place,
                 "example of '%.*s' should %smatch: '%.*s'", STR_ARG(detector->name),
                 wanted ? "" : "not ", STR_ARG(shown(&run->scratch, example->text)));
    diag->hint = str_copy(run->diags->arena, hint);
    hint_at_extension(run->diags->arena, diag, detector);
    run->counts.failed++;
}

static void note_closed_gap(ExampleRun *run, const Detector *detector,
                            const Example *example) {
    Diag *diag = diag_add(
        run->diags, DIAG_NOTE, example->place, "a known gap of '%.*s' is closed: '%.*s'",
        STR_ARG(detector->name), STR_ARG(shown(&run->scratch, example->text)));
    diag->hint = STR("move it from 'todo_match' to 'match'");
}

// Why it does not hold.
static Str explain(ExampleRun *run, uint32_t number, const Call *call,
                   const Finding *finding) {
    Str why = why_not_explain(run->rubric, &run->finder, &run->loose, number, call,
                              &run->scratch);
    return why.len ? why : finding->why;
}

static void judge(ExampleRun *run, uint32_t number, const Example *example,
                  const Call *call, Findings *findings) {
    const Finding *finding = findings_explain(findings, number);
    const Detector *detector = &run->rubric->detectors.items[number];
    bool holds = finding->known && finding->holds;
    if (example->type == EXAMPLE_GAP && !holds) {
        run->counts.gaps++;
    } else if (holds == (example->type == EXAMPLE_NO_MATCH)) {
        complain(run, detector, example,
                 holds ? matched_words(&run->scratch, run->rubric, findings, finding)
                       : explain(run, number, call, finding));
    } else {
        run->counts.passed++;
        if (example->type == EXAMPLE_GAP) note_closed_gap(run, detector, example);
    }
}

static void try_example(ExampleRun *run, uint32_t number, const Example *example) {
    const Detector *detector = &run->rubric->detectors.items[number];
    Call call;
    uint32_t line;
    arena_reset(&run->scratch);
    if (example_parse(&run->scratch, example->text, detector->role, &call, &line)) {
        Findings *findings = call_detect(&run->finder, &run->rubric->detectors,
                                         &run->rubric->order, &call, &run->scratch);
        judge(run, number, example, &call, findings);
        return;
    }
    diag_add(run->diags, DIAG_ERROR, example->place,
             "line %u of an example of '%.*s' says neither who speaks nor a field", line,
             STR_ARG(detector->name));
    run->counts.failed++;
}

// `chosen`, one a detector, NULL for all.
static ExampleCounts check(const Rubric *rubric, const bool *chosen, Diags *diags) {
    ExampleRun run = {.rubric = rubric, .diags = diags};
    size_t first = diags->items.len;
    finder_open(&run.finder, rubric->patterns, true);
    run.finder.passed = &rubric->passed;
    for (uint32_t i = 0; i < rubric->detectors.len; i++)
        if (!chosen || chosen[i])
            vec_each(const Example, example, &rubric->detectors.items[i].examples)
                try_example(&run, i, example);
    finder_close(&run.finder);
    loose_patterns_free(&run.loose);
    arena_free(&run.scratch);
    source_files_quote(&rubric->files, diags, first);
    return run.counts;
}

ExampleCounts examples_check(const Rubric *rubric, Diags *diags) {
    return check(rubric, NULL, diags);
}

ExampleCounts examples_check_foreign(const Rubric *rubric, Diags *diags) {
    Arena arena = {0};
    ExampleCounts counts = check(rubric, detectors_foreign(&arena, rubric), diags);
    arena_free(&arena);
    return counts;
}

// What the tests of detectors, marks and scores share: rubrics and calls from a few lines
// of text, answers as text, and tables whose every row is a test of its own.
#ifndef TESTS_UNIT_MAKE_CALL_H
#define TESTS_UNIT_MAKE_CALL_H

#include "check/example.h"
#include "load/load.h"
#include "score/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

// A call from lines such as "agent: hello", "customer @12-15: hi", "field transfers: 2".
static inline const Call *make_call(Arena *arena, const char *lines) {
    uint32_t bad_line;
    Call *call = arena_new(arena, Call);
    assert_true(example_parse(arena, str_from(lines), ROLE_AGENT, call, &bad_line));
    return call;
}

// Loads a rubric from its text; what is wrong with it is in `diags`. rubric_load reads
// files: this one exists only in memory.
static inline bool load_rubric(Arena *arena, const char *yaml, Rubric *rubric,
                               Diags *diags) {
    int file = memfd_create("rubric", 0);
    assert_true(file >= 0);
    assert_int_equal(write(file, yaml, strlen(yaml)), strlen(yaml));
    bool good = rubric_load(arena, str_format(arena, "/proc/self/fd/%d", file), NULL,
                            rubric, diags);
    close(file);
    return good;
}

// The same for one that must be right.
static inline Rubric *make_rubric(Arena *arena, const char *yaml) {
    Diags diags = {.arena = arena};
    Rubric *rubric = arena_new(arena, Rubric);
    bool good = load_rubric(arena, yaml, rubric, &diags);
    vec_each(const Diag, diag, &diags.items)
        if (diag->level == DIAG_ERROR)
            print_error("%u:%u: %.*s\n", diag->place.line, diag->place.col,
                        STR_ARG(diag->text));
    assert_true(good);
    return rubric;
}

// A pack of detectors, written as in "a: {any: [hello]}, b: {kind: reply, ...}".
static inline const char *make_pack(Arena *arena, const char *detectors) {
    return str_z(arena, str_format(arena, "detectors: {%s}", detectors));
}

// The first error of a pack of detectors, or "".
static inline const char *error_of(Arena *arena, const char *detectors) {
    Rubric rubric;
    Diags diags = {.arena = arena};
    const char *text = "";
    load_rubric(arena, make_pack(arena, detectors), &rubric, &diags);
    for (size_t i = diags.items.len; i-- > 0;)
        if (diags.items.items[i].level == DIAG_ERROR)
            text = str_z(arena, diags.items.items[i].text);
    rubric_free(&rubric);
    return text;
}

static inline void put_finding(Buf *out, const DetectInput *in, const Finding *finding) {
    buf_text(out, !finding->known ? "unknown" : finding->holds ? "yes" : "no");
    vec_each(const Evidence, item, &finding->evidence) {
        Evidence written = evidence_written(in, item);
        Str text = in->joined.written->turns.items[written.turn].text;
        buf_format(out, " %u:'%.*s'", written.turn + 1,
                   STR_ARG(str_slice(text, written.start, written.end)));
    }
    if (finding->why.len) buf_format(out, " (%.*s)", STR_ARG(finding->why));
    buf_byte(out, '\0');
}

// What the last of the detectors finds in the call: "yes", "no" or "unknown", then
// TURN:'WORDS' for each piece of evidence, then (why).
static inline const char *found(Arena *arena, const char *detectors, const char *lines) {
    Rubric *rubric = make_rubric(arena, make_pack(arena, detectors));
    const Call *call = make_call(arena, lines);
    Scorer scorer;
    Buf out = {.arena = arena};
    scorer_open(&scorer, rubric, true);
    Findings *findings = scorer_detect(&scorer, call);
    uint32_t last = (uint32_t)rubric->detectors.len - 1;
    put_finding(&out, &findings->in, findings_explain(findings, last));
    scorer_close(&scorer);
    rubric_free(rubric);
    return out.ptr;
}

// What scorer and rubric make of a call, in `arena`.
static inline Scorecard *make_card(Arena *arena, const Rubric *rubric, const Call *call) {
    Scorer scorer;
    scorer_open(&scorer, rubric, true);
    origins_open(&scorer.origins, arena, rubric);
    Scorecard *card = run_scorecard(NULL, &scorer, call, arena);
    scorer_close(&scorer);
    return card;
}

// One row of a table about a detector: `says` is the name of the test.
typedef struct {
    const char *says, *detectors, *call, *found;
} FindingRow;

static inline void check_finding(void **state) {
    const FindingRow *row = *state;
    Arena arena = {0};
    assert_string_equal(found(&arena, row->detectors, row->call), row->found);
    arena_free(&arena);
}

// One row of a table about mistakes in detectors.
typedef struct {
    const char *says, *detectors, *error;
} ErrorRow;

static inline void check_error(void **state) {
    const ErrorRow *row = *state;
    Arena arena = {0};
    assert_string_equal(error_of(&arena, row->detectors), row->error);
    arena_free(&arena);
}

// Runs `check` on each row of a table, whose first member is its name.
static inline int run_rows(const char *group, void *rows, size_t size, size_t count,
                           CMUnitTestFunction check) {
    struct CMUnitTest tests[100] = {{0}};
    assert_true(count <= COUNT(tests));
    for (size_t i = 0; i < count; i++) {
        void *row = (char *)rows + i * size;
        memcpy(&tests[i].name, row, sizeof tests[i].name);
        tests[i].test_func = check;
        tests[i].initial_state = row;
    }
    return _cmocka_run_group_tests(group, tests, count, NULL, NULL);
}
#define RUN_ROWS(rows, check) run_rows(#rows, rows, sizeof *(rows), COUNT(rows), check)

#endif

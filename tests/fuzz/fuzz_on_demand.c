// Any bytes as the choices of which a rubric and a call are made: the same record whether
// detectors run when they are asked for or all first, with the sieve or without it.

#include "../unit/make_random.h"
#include "check/example.h"
#include "load/load.h"
#include "score/record.h"
#include "score/run.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Str record_of(Arena *arena, const Rubric *rubric, const Call *call, bool eager,
                     bool use_sieve) {
    Scorer scorer;
    Buf out = {.arena = arena};
    scorer_open(&scorer, rubric, use_sieve);
    scorer.finder.eager = eager;
    record_put_json(&out, run_scorecard(NULL, &scorer, call, arena));
    scorer_close(&scorer);
    return (Str){out.ptr, out.len};
}

// What a developer needs to see why.
static void fail(const char *yaml, const char *lines, Str one, Str other) {
    fprintf(stderr, "%s\n%s\n%.*s\n%.*s\n", yaml, lines, STR_ARG(one), STR_ARG(other));
    abort();
}

static void compare(Arena *arena, const Rubric *rubric, const char *yaml,
                    const char *lines) {
    Call call;
    uint32_t bad_line;
    if (!example_parse(arena, str_from(lines), ROLE_AGENT, &call, &bad_line)) abort();
    Str record = record_of(arena, rubric, &call, false, true);
    for (int way = 1; way < 4; way++) {
        Str other = record_of(arena, rubric, &call, way & 1, way < 2);
        if (!str_eq(record, other)) fail(yaml, lines, record, other);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric rubric;
    Choices choices = {.state = RANDOM_SEED, .next = data, .end = data + size};
    const char *yaml = random_rubric(&arena, &choices);
    if (!rubric_read(&arena, STR("fuzz.yaml"), str_from(yaml), &rubric, &diags)) abort();
    for (int calls = 0; calls < 3; calls++)
        compare(&arena, &rubric, yaml, random_call(&arena, &choices));
    rubric_free(&rubric);
    arena_free(&arena);
    return 0;
}

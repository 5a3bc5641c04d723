#include "detect/hits.h"

#include "base/random.h"
#include "make_call.h"

enum { PATTERNS = 300, WORDS = (PATTERNS + 63) / 64 };

static uint32_t below(uint64_t *state, uint32_t most) {
    return (uint32_t)(random_next(state) >> 32) % most;
}

static uint64_t few_bits(uint64_t *state) {
    uint64_t bits = random_next(state);
    bits &= random_next(state);
    return bits & random_next(state);
}

// Lists of patterns that are numbered one after the other, and here and there are not.
static PatternRefs make_refs(Arena *arena, uint64_t *state) {
    PatternRefs refs = {0};
    uint32_t pattern = below(state, PATTERNS);
    for (uint32_t left = below(state, 100); left > 0; left--) {
        bool leaps = below(state, 8) == 0;
        pattern = leaps ? below(state, PATTERNS) : pattern + 1;
        pattern_refs_add(arena, &refs, pattern % PATTERNS, (Str){0});
    }
    return refs;
}

static bool has(const PatternRefs *refs, uint32_t pattern) {
    vec_each(const PatternRef, ref, refs)
        if (ref->pattern == pattern) return true;
    return false;
}

static void those_that_may_have_hits_are_found_once_each(void **arena) {
    uint64_t state = 20261129, possible[WORDS];
    const HitList hits = {.possible = possible};
    for (int tries = 0; tries < 2000; tries++) {
        PatternRefs refs = make_refs(*arena, &state);
        bool met[PATTERNS] = {0}, any = false;
        for (size_t i = 0; i < WORDS; i++) possible[i] = few_bits(&state);
        PATTERNS_EACH(walk, &refs.set, possible) {
            assert_false(met[walk.pattern]);
            any = met[walk.pattern] = true;
        }
        for (uint32_t p = 0; p < PATTERNS; p++)
            assert_int_equal(met[p], hits_may_have(&hits, p) && has(&refs, p));
        assert_int_equal(hits_may_be(&hits, &refs), any);
    }
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(those_that_may_have_hits_are_found_once_each, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}

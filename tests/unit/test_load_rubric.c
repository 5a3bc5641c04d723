// What a rubric's text becomes: values, defaults, order of detectors.
#include "load/load.h"
#include "rubric/reference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    Arena arena;
    Diags diags;
    Rubric rubric;
} Fixture;

static int setup(void **state) {
    *state = test_calloc(1, sizeof(Fixture));
    return 0;
}

static int teardown(void **state) {
    Fixture *in = *state;
    rubric_free(&in->rubric);
    arena_free(&in->arena);
    test_free(in);
    return 0;
}

static bool load(Fixture *in, const char *text) {
    in->diags = (Diags){.arena = &in->arena};
    bool good =
        rubric_read(&in->arena, STR("r.yaml"), str_from(text), &in->rubric, &in->diags);
    vec_each(const Diag, diag, &in->diags.items)
        print_message("%u:%u: %.*s\n", diag->place.line, diag->place.col,
                      STR_ARG(diag->text));
    return good;
}

static void assert_text(Str got, const char *expected) {
    assert_int_equal(got.len, strlen(expected));
    if (got.len) assert_memory_equal(got.ptr, expected, got.len);
}

static const char FULL[] =
    "rubric: sales-2\n"
    "title: Sales calls\n"
    "version: 1.10\n"
    "language: en\n"
    "about: |\n"
    "  What we\n"
    "  look for.\n"
    "score:\n"
    "  law: geometric\n"
    "  bands: {Good: 80.5, Poor: 0}\n"
    "  na: full\n"
    "  partly: 0.25\n"
    "  assess: {min_turns: 2, min_agent_words: 0, roles: [customer]}\n"
    "  min_calls: 3\n"
    "detectors:\n"
    "  hi:\n"
    "    role: agent\n"
    "    any: [hello, hi]\n"
    "    about: A greeting.\n"
    "    false_alarms: None known.\n"
    "    match: hello there\n"
    "    no_match: [the hiss]\n"
    "    todo_match: [howdy]\n"
    "  bye: {role: customer, any: [bye]}\n"
    "principles:\n"
    "  - id: warmth\n"
    "    title: Warmth\n"
    "    weight: 12.5\n"
    "    floor: 40\n"
    "    source: [a, b]\n"
    "    criteria:\n"
    "      - {id: greets, ask: Q, met: hi, weight: 2.5, partly: bye, partly_credit: 0.75,\n"
    "         critical: {cap: 50}, tip: T, say: S, source: s}\n"
    "      - {id: plain, when: bye, met: hi, not_met: bye, critical: fail-principle}\n"
    "  - id: unseen\n"
    "    title: Unseen\n"
    "    weight: 0\n"
    "    criteria: [{id: dress, observable: no, reason: Not heard.}]\n";

static void test_head_and_score(void **state) {
    Fixture *in = *state;
    assert_true(load(in, FULL));
    const Rubric *rubric = &in->rubric;
    assert_text(rubric->id, "sales-2");
    assert_text(rubric->title, "Sales calls");
    assert_text(rubric->version, "1.10");
    assert_text(rubric->about, "What we\nlook for.");
    assert_int_equal(strlen(rubric->hash), 16);
    assert_false(rubric->is_pack);
    const ScoreLaw *score = &rubric->score;
    assert_int_equal(score->law, LAW_GEOMETRIC);
    assert_int_equal(score->na, NA_FULL);
    assert_int_equal(score->bands.len, 2);
    assert_int_equal(score->bands.items[0].least, 80500);
    assert_int_equal(score->cap, 80400);
    assert_int_equal(score->min_turns, 2);
    assert_int_equal(score->min_calls, 3);
    assert_true(score->needs[ROLE_CUSTOMER]);
    assert_false(score->needs[ROLE_AGENT]);
    assert_text(band_of(score, 80500), "Good");
    assert_text(band_of(score, 80499), "Poor");
    assert_text(band_of(score, 0), "Poor");
}

static void test_detectors(void **state) {
    Fixture *in = *state;
    assert_true(load(in, FULL));
    const Detector *hi = &in->rubric.detectors.items[0];
    assert_int_equal(in->rubric.detectors.len, 2);
    assert_text(hi->name, "hi");
    assert_text(hi->about, "A greeting.");
    assert_int_equal(hi->role, ROLE_AGENT);
    assert_int_equal(hi->place.line, 16);
    assert_string_equal(hi->kind->name, "phrase");
    assert_int_equal(hi->examples.len, 3);
    assert_int_equal(hi->examples.items[1].type, EXAMPLE_NO_MATCH);
    assert_int_equal(hi->examples.items[1].place.col, 16);
    assert_int_equal(patterns_count(in->rubric.patterns), 3);
    assert_int_equal(in->rubric.origins.items[2].detector, 1);
}

static void test_principles_and_criteria(void **state) {
    Fixture *in = *state;
    assert_true(load(in, FULL));
    const Principle *warmth = &in->rubric.principles.items[0];
    const Criterion *greets = &in->rubric.criteria.items[0], *plain = greets + 1;
    assert_int_equal(warmth->weight, 12500);
    assert_int_equal(warmth->floor, 40000);
    assert_int_equal(warmth->source.len, 2);
    assert_int_equal(warmth->count, 2);
    assert_int_equal(warmth[1].first, 2);
    assert_int_equal(warmth[1].floor, NO_SCORE);
    assert_int_equal(greets->weight, 2500);
    assert_int_equal(greets->partly_points, 750);
    assert_int_equal(greets->critical, CRITICAL_CAP);
    assert_int_equal(greets->cap, 50000);
    assert_int_equal(greets->place.line, 32);
    assert_int_equal(plain->weight, 1000);
    assert_int_equal(plain->partly_points, 250);
    assert_int_equal(plain->critical, CRITICAL_FAIL_PRINCIPLE);
    assert_non_null(plain->when);
    assert_null(plain->partly);
    assert_false(in->rubric.criteria.items[2].observable);
    assert_int_equal(in->rubric.criteria.items[2].principle, 1);
}

static void test_defaults(void **state) {
    Fixture *in = *state;
    assert_true(load(
        in, "rubric: r\ndetectors: {hi: {any: hi}}\n"
            "principles: [{id: p, title: P, weight: 1, criteria: [{id: c, met: hi}]}]"));
    const ScoreLaw *score = &in->rubric.score;
    assert_text(in->rubric.title, "r");
    assert_int_equal(score->law, LAW_WEIGHTED_MEAN);
    assert_int_equal(score->na, NA_PROPORTIONAL);
    assert_int_equal(score->cap, 74900);
    assert_int_equal(score->min_turns, 4);
    assert_int_equal(score->min_agent_words, 10);
    assert_int_equal(score->min_calls, 5);
    assert_true(score->needs[ROLE_AGENT] && score->needs[ROLE_CUSTOMER]);
    assert_text(band_of(score, 90000), "Excellent");
    assert_int_equal(in->rubric.criteria.items[0].partly_points, 500);
    assert_int_equal(in->rubric.detectors.items[0].role, ROLE_UNKNOWN);
}

static void test_pack(void **state) {
    Fixture *in = *state;
    assert_true(
        load(in, "language: en\nfragments: {x: y}\ndetectors: {hi: {any: <x>}}\n"));
    assert_true(in->rubric.is_pack);
    assert_text(in->rubric.id, "r");
    assert_text(pattern_regex(in->rubric.patterns, 0), "(?:y)");
}

// ---- References

static void test_order_follows_references(void **state) {
    Fixture *in = *state;
    assert_true(load(in, "detectors:\n"
                         "  a: {kind: order, steps: [b, c]}\n"
                         "  b: {kind: reply, to: c, with: d, before: e}\n"
                         "  c: {any: x, window: {after: e}}\n"
                         "  d: {role: agent, any: y, window: {next: e}}\n"
                         "  e: {any: z}\n"));
    uint32_t position[5];
    assert_int_equal(in->rubric.order.len, 5);
    for (uint32_t i = 0; i < 5; i++) position[in->rubric.order.items[i]] = i;
    for (uint32_t i = 0; i < 5; i++) {
        vec_each(const uint32_t, ref, &in->rubric.detectors.items[i].refs)
            assert_true(position[*ref] < position[i]);
    }
    assert_int_equal(in->rubric.detectors.items[1].role, ROLE_AGENT); // b answers with d
}

static void test_role_is_inherited_along_a_chain(void **state) {
    Fixture *in = *state;
    assert_true(load(in, "detectors:\n"
                         "  a: {kind: reply, to: x, with: b}\n"
                         "  b: {kind: reply, to: x, with: c}\n"
                         "  c: {kind: reply, to: x, with: y}\n"
                         "  d: {kind: reply, role: agent, to: x, with: y}\n"
                         "  x: {role: agent, any: x}\n"
                         "  y: {role: customer, any: y}\n"));
    for (int i = 0; i < 3; i++)
        assert_int_equal(in->rubric.detectors.items[i].role, ROLE_CUSTOMER);
    assert_int_equal(in->rubric.detectors.items[3].role, ROLE_AGENT);
}

static void test_ring_is_named(void **state) {
    Fixture *in = *state;
    assert_false(load(in, "detectors:\n"
                          "  a: {kind: order, steps: [x, b]}\n"
                          "  b: {kind: order, steps: [c, x]}\n"
                          "  c: {kind: order, steps: [b, x]}\n"
                          "  d: {kind: order, steps: [d, x]}\n"
                          "  x: {any: x}\n"));
    assert_int_equal(in->diags.errors, 2);
    assert_text(in->diags.items.items[0].text,
                "detectors refer to each other in a ring: b -> c -> b");
    assert_text(in->diags.items.items[1].text,
                "detectors refer to each other in a ring: d -> d");
    assert_int_equal(in->rubric.order.len, 5);
}

static void test_long_chain_does_not_overflow(void **state) {
    Fixture *in = *state;
    enum { LENGTH = 8000 };
    Buf text = {.arena = &in->arena};
    buf_text(&text, "detectors:\n");
    for (int i = 0; i < LENGTH; i++)
        buf_format(&text, "  d%d: {kind: order, steps: [d%d, x]}\n", i, i + 1);
    buf_format(&text, "  d%d: {any: y}\n  x: {any: x}\n", LENGTH);
    buf_byte(&text, '\0');
    assert_true(load(in, text.ptr));
    assert_int_equal(in->rubric.order.len, LENGTH + 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_head_and_score, setup, teardown),
        cmocka_unit_test_setup_teardown(test_detectors, setup, teardown),
        cmocka_unit_test_setup_teardown(test_principles_and_criteria, setup, teardown),
        cmocka_unit_test_setup_teardown(test_defaults, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pack, setup, teardown),
        cmocka_unit_test_setup_teardown(test_order_follows_references, setup, teardown),
        cmocka_unit_test_setup_teardown(test_role_is_inherited_along_a_chain, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_ring_is_named, setup, teardown),
        cmocka_unit_test_setup_teardown(test_long_chain_does_not_overflow, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

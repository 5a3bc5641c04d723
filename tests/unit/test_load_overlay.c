// What a rubric becomes of the files it uses, and of what it extends and drops in them.
#include "make_site.h"

#include "base/embedded.h"
#include "match/matcher.h"

// ---- Detectors

static const char PACK[] = "fragments: {big: [huge, vast]}\n"
                           "detectors:\n"
                           "  hi: {role: agent, any: [hi], about: Greets., match: [hi]}\n"
                           "  bye: {any: [bye]}\n"
                           "  both: {kind: order, steps: [hi, bye], within: {turns: 3}}\n"
                           "  sum: {kind: metric, formula: hi + bye, at_least: 1}\n";

// How many patterns a phrase has is seen in those of the rubric, which are numbered in
// the order they are read.
static void test_lists_are_added_to(void **state) {
    Fixture *in = *state;
    put(in, "pack.yaml", PACK);
    assert_true(load(in, "use: pack.yaml\n"
                         "extend: {hi: {any: [<big> hi, hello], match: hello}}\n"));
    const Detector *hi = find(in, "hi");
    assert_int_equal(patterns_count(in->rubric.patterns), 4);
    assert_text(pattern_regex(in->rubric.patterns, 1), "(?:huge|vast) hi");
    assert_int_equal(hi->examples.len, 2);
    assert_text(hi->examples.items[1].text, "hello");
    assert_int_equal(hi->extended.len, 1);
    assert_int_equal(hi->extended.items[0].line, 2);
    assert_true(hi->from_pack);
    assert_int_equal(find(in, "bye")->extended.len, 0);
}

static void test_single_values_are_replaced(void **state) {
    Fixture *in = *state;
    put(in, "pack.yaml", PACK);
    assert_true(load(in, "use: pack.yaml\n"
                         "extend:\n"
                         "  hi: {role: customer, about: Says hello.}\n"
                         "  sum: {formula: 2 * hi}\n"));
    assert_int_equal(find(in, "hi")->role, ROLE_CUSTOMER);
    assert_text(find(in, "hi")->about, "Says hello.");
    assert_int_equal(find(in, "hi")->examples.len, 1);
    assert_true(load(in, "use: pack.yaml\nextend: {sum: {formula: 2 * hi}}\n"
                         "drop: [both, bye]\n"));
    assert_int_equal(in->rubric.detectors.len, 2);
}

static void test_extended_twice(void **state) {
    Fixture *in = *state;
    put(in, "pack.yaml", PACK);
    put(in, "mid.yaml", "use: pack.yaml\nextend: {hi: {any: [hey], about: First.}}\n");
    assert_true(load(in, "use: [pack.yaml, mid.yaml]\n"
                         "extend: {hi: {any: [hello], about: Second.}}\n"));
    assert_int_equal(in->rubric.detectors.len, 4);
    assert_int_equal(find(in, "hi")->extended.len, 2);
    assert_text(find(in, "hi")->about, "Second.");
    assert_int_equal(patterns_count(in->rubric.patterns), 4);
    assert_int_equal(in->rubric.files.len, 3);
}

static void test_what_is_replaced_loses_its_extensions(void **state) {
    Fixture *in = *state;
    put(in, "pack.yaml", PACK);
    put(in, "mid.yaml", "use: pack.yaml\nextend: {hi: {any: [hey]}}\n");
    assert_true(load(in, "use: mid.yaml\ndetectors: {hi: {any: [good day]}}\n"));
    assert_int_equal(find(in, "hi")->extended.len, 0);
    assert_false(find(in, "hi")->from_pack);
    assert_int_equal(patterns_count(in->rubric.patterns), 2);
    assert_int_equal(in->diags.items.len, 0);
}

static void test_dropped_and_defined_anew(void **state) {
    Fixture *in = *state;
    put(in, "pack.yaml", PACK);
    assert_true(load(in, "use: pack.yaml\ndrop: hi\n"
                         "detectors: {hi: {kind: length, of: turns, at_most: 2}}\n"));
    assert_string_equal(find(in, "hi")->kind->name, "length");
}

static void test_fragments_go_one_way(void **state) {
    Fixture *in = *state;
    put(in, "low.yaml", "fragments: {a: x}\n");
    put(in, "mid.yaml", "use: low.yaml\nfragments: {b: '<a>y'}\n");
    assert_true(load(in, "use: mid.yaml\ndetectors: {d: {any: ['<a><b>']}}\n"));
    assert_text(pattern_regex(in->rubric.patterns, 0), "(?:x)(?:(?:x)y)");
    put(in, "low.yaml", "fragments: {a: x}\ndetectors: {d: {any: [<b>]}}\n");
    assert_false(load(in, "use: mid.yaml\n"));
    assert_complaint(in, "unknown fragment 'b'");
}

static void test_two_packs_that_clash(void **state) {
    Fixture *in = *state;
    put(in, "pack.yaml", PACK);
    put(in, "other.yaml", "detectors: {hi: {any: [hello]}}\n");
    assert_true(load(in, "use: [pack.yaml, other.yaml]\n"));
    assert_int_equal(in->diags.warnings, 1);
    put(in, "other.yaml", "use: pack.yaml\ndetectors: {hi: {any: [hello]}}\n");
    assert_true(load(in, "use: [pack.yaml, other.yaml]\n"));
    assert_int_equal(in->diags.warnings, 0);
}

static void test_mistakes(void **state) {
    static const struct {
        const char *text, *complaint;
    } CASES[] = {
        {"extend: {high: {any: [x]}}", "unknown detector 'high'"},
        {"extend: {hi: [x]}", "expected a map, found a list"},
        {"extend: {hi: {kind: near}}", "detector 'hi' is of kind 'phrase'"},
        {"extend: {hi: {steps: [bye]}}", "unknown field 'steps'"},
        {"extend: [hi]", "expected a map, found a list"},
        {"extend: {hi: {without: {any: hi}}}", "expected a list, found a map"},
        {"detectors: {hi: {any: x, without: hi}}",
         "detector 'hi' has no 'hi' to take away"},
        {"drop: [both, hay, sum]", "unknown detector 'hay'"},
        {"drop: {hi: x}", "expected a list, found a map"},
        {"drop: [bye, both]", "dropped detector 'bye' is needed by detector 'sum'"},
        {"drop: [bye, sum]", "dropped detector 'bye' is needed by detector 'both'"},
    };
    Fixture *in = *state;
    put(in, "pack.yaml", PACK);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *text = CASES[i].text;
        assert_false(load(
            in, str_z(&in->arena, str_format(&in->arena, "use: pack.yaml\n%s\n", text))));
        assert_complaint(in, CASES[i].complaint);
    }
}

static void test_a_missing_file_is_the_only_complaint(void **state) {
    Fixture *in = *state;
    assert_false(load(in, "rubric: r\nuse: gone.yaml\nextend: {hi: {any: [<x>]}}\n"
                          "drop: [bye]\ndetectors: {a: {any: [<y>]}}\n"));
    assert_int_equal(in->diags.errors, 1);
}

static void test_rings(void **state) {
    Fixture *in = *state;
    put(in, "pack.yaml", "use: [./site.yaml]\n");
    assert_false(load(in, "use: pack.yaml\n"));
    assert_int_equal(in->diags.errors, 1);
    assert_true(str_starts(in->diags.items.items[0].text,
                           STR("files use each other in a ring: ")));
    assert_false(load(in, "use: site.yaml\n"));
    assert_int_equal(in->diags.errors, 1);
}

// ---- Principles

static const char HOUSE[] =
    "rubric: house\ntitle: House\nlanguage: en\n"
    "score: {law: geometric, min_calls: 9, bands: {Good: 50, Poor: 0}}\n"
    "detectors: {hi: {any: [hi]}, bye: {any: [bye]}}\n"
    "principles:\n"
    "  - {id: a, title: A, weight: 1, source: [s], criteria: [\n"
    "      {id: a1, met: hi, weight: 2, tip: T}, {id: a2, met: bye}]}\n"
    "  - {id: b, title: B, weight: 2, criteria: [{id: b1, met: bye}]}\n";

static void test_a_rubric_goes_on_from_another(void **state) {
    Fixture *in = *state;
    put(in, "house.yaml", HOUSE);
    assert_true(
        load(in, "rubric: ours\nuse: house\n"
                 "score: {law: minimum}\n"
                 "principles:\n"
                 "  - {id: a, weight: 5, source: t, floor: 30, criteria: [\n"
                 "      {id: a3, met: hi}, {id: a1, weight: 7, not_met: bye}]}\n"
                 "  - {id: c, title: C, weight: 1, criteria: [{id: c1, met: hi}]}\n"));
    const Rubric *rubric = &in->rubric;
    assert_text(rubric->id, "ours");
    assert_text(rubric->title, "ours");
    assert_text(rubric->language, "en");
    assert_int_equal(rubric->score.law, LAW_MINIMUM);
    assert_int_equal(rubric->score.min_calls, 9);
    assert_int_equal(rubric->score.cap, 49900);
    assert_int_equal(rubric->principles.len, 3);
    assert_int_equal(rubric->principles.items[0].weight, 5000);
    assert_int_equal(rubric->principles.items[0].floor, 30000);
    assert_int_equal(rubric->principles.items[0].source.len, 2);
    assert_int_equal(rubric->principles.items[0].count, 3);
    assert_int_equal(rubric->principles.items[1].first, 3);
    const Criterion *a1 = &rubric->criteria.items[0];
    assert_int_equal(a1->weight, 7000);
    assert_text(a1->tip, "T");
    assert_non_null(a1->not_met);
    assert_text(rubric->criteria.items[2].id, "a3");
    assert_text(rubric->criteria.items[4].id, "c1");
}

static void test_what_is_dropped_needs_nothing(void **state) {
    Fixture *in = *state;
    put(in, "house.yaml", HOUSE);
    assert_true(load(in, "rubric: ours\nuse: house.yaml\ndrop: bye\n"
                         "principles: [{id: a, criteria: [{id: a2, drop: yes}]},\n"
                         "  {id: b, drop: yes}]\n"));
    assert_int_equal(in->rubric.principles.len, 1);
    assert_int_equal(in->rubric.criteria.len, 1);
    assert_int_equal(in->rubric.detectors.len, 1);
    assert_true(load(in, "rubric: ours\nuse: house.yaml\n"));
    assert_int_equal(in->rubric.criteria.len, 3);
}

static void test_mistakes_in_principles(void **state) {
    static const struct {
        const char *text, *complaint;
    } CASES[] = {
        {"principles: [{id: q, weight: 2}]", "unknown principle 'q'"},
        {"principles: [{id: a, criteria: [{id: a9, weight: 2}]}]",
         "unknown criterion 'a9'"},
        {"principles: [{id: a, criteria: [{id: b1, met: hi}]}]",
         "duplicate criterion 'b1'"},
        {"principles: [{id: a, criteria: [{id: a1, drop: yes}, {id: a2, drop: yes}]}]",
         "principle 'a' has no criteria"},
        {"principles: [{id: a, drop: yes}, {id: b, drop: yes}]", "no principles"},
        {"principles: [{id: a, weight: 0}, {id: b, weight: 0}]",
         "all principles have weight 0"},
        {"principles: [{id: a, drop: perhaps}]", "expected yes or no, found 'perhaps'"},
        {"drop: hi", "dropped detector 'hi' is needed by criterion 'a1'"},
    };
    Fixture *in = *state;
    put(in, "house.yaml", HOUSE);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_false(
            load(in, str_z(&in->arena,
                           str_format(&in->arena, "rubric: ours\nuse: house.yaml\n%s\n",
                                      CASES[i].text))));
        assert_complaint(in, CASES[i].complaint);
    }
    assert_false(load(in, "use: house.yaml\n"));
    assert_complaint(in, "missing field 'rubric'");
}

static bool runs(const Rubric *rubric, const char *name) {
    vec_each(const uint32_t, number, &rubric->order)
        if (str_eq(rubric->detectors.items[*number].name, str_from(name))) return true;
    return false;
}

static size_t hits_in(const Rubric *rubric, Str said, bool use_sieve) {
    Arena arena = {0};
    HitList hits;
    Matcher *matcher = matcher_new(&arena, rubric->patterns, use_sieve);
    matcher_scan(matcher, &(MatchText){said, ROLE_AGENT}, 1, &arena, &hits);
    size_t count = hits.hits.len;
    matcher_free(matcher);
    arena_free(&arena);
    return count;
}

static void test_what_is_not_asked_for_is_left_out(void **state) {
    Fixture *in = *state;
    Texts folders = {0};
    in->diags = (Diags){.arena = &in->arena};
    Str said = STR("what would you like me to send?"), sorry = STR("i am sorry for that");
    put(in, "site.yaml",
        "rubric: site\nuse: detectors-en\n"
        "detectors: {spare: {any: [pineapple]}}\n"
        "principles: [{id: p, title: P, weight: 1,\n"
        "  criteria: [{id: c, ask: Sorry?, met: apology}]}]\n");
    *vec_push(&in->arena, &folders) = EMBEDDED_FOLDER;
    assert_true(rubric_load_to_mark(&in->arena, path_of(in, "site.yaml"), &folders,
                                    &in->rubric, &in->diags));
    assert_true(runs(&in->rubric, "apology"));
    assert_false(runs(&in->rubric, "open-question"));
    assert_true(runs(&in->rubric, "spare")); // its examples are to be tried
    for (int sieve = 0; sieve < 2; sieve++) {
        assert_int_equal(hits_in(&in->rubric, said, sieve), 0);
        assert_int_not_equal(hits_in(&in->rubric, sorry, sieve), 0);
        assert_int_not_equal(hits_in(&in->rubric, STR("a pineapple"), sieve), 0);
    }
    rubric_free(&in->rubric);
    const Texts sought = {.items = (Str[]){STR("open-question")}, .len = 1};
    assert_true(rubric_load_to_find(&in->arena, path_of(in, "site.yaml"), &folders,
                                    &sought, &in->rubric, &in->diags));
    assert_true(runs(&in->rubric, "open-question"));
    assert_false(runs(&in->rubric, "apology"));
    assert_false(runs(&in->rubric, "spare"));
    assert_int_equal(hits_in(&in->rubric, STR("a pineapple"), true), 0);
    assert_int_not_equal(hits_in(&in->rubric, said, true), 0);
    rubric_free(&in->rubric);
    assert_true(rubric_load(&in->arena, path_of(in, "site.yaml"), &folders, &in->rubric,
                            &in->diags));
    assert_true(runs(&in->rubric, "open-question"));
    assert_int_not_equal(hits_in(&in->rubric, said, true), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(lists_are_added_to),
        TEST(single_values_are_replaced),
        TEST(extended_twice),
        TEST(what_is_replaced_loses_its_extensions),
        TEST(dropped_and_defined_anew),
        TEST(fragments_go_one_way),
        TEST(two_packs_that_clash),
        TEST(mistakes),
        TEST(a_missing_file_is_the_only_complaint),
        TEST(rings),
        TEST(a_rubric_goes_on_from_another),
        TEST(what_is_dropped_needs_nothing),
        TEST(mistakes_in_principles),
        TEST(what_is_not_asked_for_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// What stands beside a rubric: the figures of its detectors and criteria.
#include "load/load.h"

#include "test_read.h"

#define PACK "detectors: {hello: {any: [hello]}, thanks: {any: [thanks]}}\n"
#define RUBRIC                                                              \
    "rubric: r\nuse: p.yaml\ndetectors: {bye: {any: [bye]}}\nprinciples:\n" \
    "- {id: a, title: A, weight: 1, criteria: [{id: c, ask: C?, met: hello}]}\n"
#define FIGURES                                                                         \
    "{labels: [greet], turns: 90, positives: 20, found: 10, precision: [0.9, 0.7, 1], " \
    "recall: [0.45, 0.3, 0.6], f1: [0.6, 0.5, 0.7]}\n"

static Rubric *load(Reading *reading) {
    Rubric *rubric = arena_new(&reading->arena, Rubric);
    rubric_load(&reading->arena, STR("r.yaml"), NULL, rubric, &reading->diags);
    return rubric;
}

static const Quality *quality_of(const Rubric *rubric, const char *name) {
    for (size_t d = 0; d < rubric->detectors.len; d++)
        if (str_eq(rubric->detectors.items[d].name, str_from(name)))
            return rubric->quality[d];
    fail_msg("no detector '%s'", name);
    return NULL;
}

static void figures_stand_beside_a_pack(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("r.yaml", RUBRIC);
    write_text("p.quality.yaml", "detectors:\n  hello: " FIGURES);
    Rubric *rubric = load(reading);
    ASSERT_COMPLAINTS(reading, "");
    const Quality *hello = quality_of(rubric, "hello");
    assert_non_null(hello);
    ASSERT_STR(reading, hello->labels.items[0], "greet");
    assert_int_equal(hello->turns, 90);
    assert_int_equal(hello->positives, 20);
    assert_int_equal(hello->found, 10);
    assert_int_equal(hello->precision.value, 900);
    assert_int_equal(hello->precision.low, 700);
    assert_int_equal(hello->precision.high, 1000);
    assert_int_equal(hello->recall.value, 450);
    assert_true(hello->f1.known);
    assert_false(hello->outdated);
    assert_null(quality_of(rubric, "thanks"));
    assert_null(quality_of(rubric, "bye"));
    rubric_free(rubric);
}

static void figures_do_not_change_the_rubrics_hash(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("r.yaml", RUBRIC);
    Rubric *bare = load(reading);
    write_text("r.quality.yaml", "detectors:\n  hello: " FIGURES);
    Rubric *measured = load(reading);
    assert_string_equal(bare->hash, measured->hash);
    rubric_free(bare);
    rubric_free(measured);
}

static void the_rubrics_own_come_before_the_packs(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("r.yaml", RUBRIC);
    write_text("p.quality.yaml", "detectors:\n  hello: " FIGURES "  thanks: " FIGURES);
    write_text("r.quality.yaml",
               "detectors: {hello: {labels: x, turns: 7, positives: 0, found: 0}}");
    Rubric *rubric = load(reading);
    ASSERT_COMPLAINTS(reading, "");
    assert_int_equal(quality_of(rubric, "hello")->turns, 7);
    assert_false(quality_of(rubric, "hello")->precision.known);
    assert_int_equal(quality_of(rubric, "thanks")->turns, 90);
    rubric_free(rubric);
}

static void a_replaced_detector_has_no_figures_of_the_packs(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", "detectors: {bye: {any: [bye bye]}, hello: {any: [hello]}}\n");
    write_text("r.yaml", RUBRIC);
    write_text("p.quality.yaml", "detectors:\n  bye: " FIGURES);
    Rubric *rubric = load(reading);
    ASSERT_COMPLAINTS(reading, "");
    assert_null(quality_of(rubric, "bye"));
    rubric_free(rubric);
}

static void figures_of_another_version_are_told_apart(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("r.yaml", RUBRIC);
    write_text(
        "p.quality.yaml",
        "measured: {rubric: p, hash: '0123456789abcdef', files: [a.tsv], part: 1/2, "
        "dialogues: 4, turns: 90}\ndetectors:\n  hello: " FIGURES);
    Rubric *rubric = load(reading);
    assert_int_equal(reading->diags.warnings, 1);
    assert_true(quality_of(rubric, "hello")->outdated);
    rubric_free(rubric);
}

// Figures of the pack as it is now.
static void measure_pack(Reading *reading) {
    Rubric pack;
    assert_true(
        rubric_load(&reading->arena, STR("p.yaml"), NULL, &pack, &reading->diags));
    write_bytes("p.quality.yaml",
                str_format(&reading->arena,
                           "measured: {hash: '%s'}\ndetectors:\n  hello: %s", pack.hash,
                           FIGURES));
    rubric_free(&pack);
}

static bool is_outdated(Reading *reading) {
    Rubric *rubric = load(reading);
    bool outdated = quality_of(rubric, "hello")->outdated;
    rubric_free(rubric);
    return outdated;
}

static void what_a_pack_was_measured_as_is_its_own_hash(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("r.yaml", RUBRIC);
    measure_pack(reading);
    assert_false(is_outdated(reading));
    ASSERT_COMPLAINTS(reading, "");
}

static void what_a_rubric_extends_was_measured_before(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("r.yaml", RUBRIC "extend: {hello: {any: [hullo]}}\ndrop: thanks\n");
    write_text("p.quality.yaml", "detectors:\n  hello: " FIGURES "  thanks: " FIGURES);
    Rubric *rubric = load(reading);
    ASSERT_COMPLAINTS(reading, "");
    assert_true(quality_of(rubric, "hello")->outdated);
    rubric_free(rubric);
}

static void a_packs_hash_is_of_what_it_uses_too(void **state) {
    Reading *reading = *state;
    write_text("q.yaml", "detectors: {hey: {any: [hey]}}\n");
    write_text("p.yaml", "use: q.yaml\n" PACK);
    write_text("r.yaml", RUBRIC);
    measure_pack(reading);
    assert_false(is_outdated(reading));
    ASSERT_COMPLAINTS(reading, "");
    write_text("q.yaml", "detectors: {hey: {any: [hay]}}\n");
    assert_true(is_outdated(reading));
}

// Its lists and tables, be they those of a detector that the rubric replaces.
static void a_packs_hash_is_of_what_it_names_too(void **state) {
    static const char *const NAMED[][2] = {{"list.txt", "good day\n"},
                                           {"bye.txt", "so long\n"},
                                           {"facts.csv", "fact,value\nreturn,14\n"}};
    enum { COUNT = sizeof NAMED / sizeof *NAMED };
    Reading *reading = *state;
    for (size_t i = 0; i < COUNT; i++) write_text(NAMED[i][0], NAMED[i][1]);
    write_text("p.yaml",
               "fragments: {day: {words: list.txt}}\n"
               "detectors:\n  hello: {any: [hello, <day>]}\n  thanks: {any: [thanks]}\n"
               "  bye: {any: [{words: bye.txt}]}\n"
               "  right: {kind: fact, table: facts.csv, fact: return, any: ['\\d+']}\n");
    write_text("r.yaml", RUBRIC);
    measure_pack(reading);
    assert_false(is_outdated(reading));
    ASSERT_COMPLAINTS(reading, "");
    for (size_t i = 0; i < COUNT; i++) {
        write_bytes(NAMED[i][0], str_format(&reading->arena, "%smore,1\n", NAMED[i][1]));
        assert_true(is_outdated(reading));
        write_text(NAMED[i][0], NAMED[i][1]);
    }
}

static void mistakes_in_figures_have_their_place(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("r.yaml", RUBRIC);
    write_text("p.quality.yaml",
               "detectors:\n"
               "  helo: " FIGURES
               "  hello: {labels: x, turns: -1, found: 1, precision: [1, 2]}\n"
               "  thanks: {labels: x, turns: 1, positives: 1, found: 1,\n"
               "    recal: 1, recall: [0.5, 0.6, 0.7]}\n");
    rubric_free(load(reading));
    assert_int_equal(reading->diags.errors, 5);
    assert_string_equal(
        mistakes(reading),
        "2:3: unknown detector 'helo' (did you mean 'hello'?)\n"
        "3:10: missing field 'positives'\n"
        "3:29: expected a whole number, found '-1'\n"
        "3:54: expected three numbers from 0 to 1: the figure, its lowest "
        "and its highest\n"
        "5:5: unknown field 'recal' (did you mean 'recall'?)\n"
        "5:23: expected three numbers from 0 to 1: the figure, its lowest "
        "and its highest\n");
}

// ---- Criteria

#define JUDGED "judged: {readers: automated, count: 2, unread: yes}\ncriteria:\n"
#define AGREES                                                                          \
    "{calls: 40, occasions: 20, seen: 18, kappa: [0.6, 0.4, 0.8], "                     \
    "readers_kappa: 0.9, decided: 9, shared: 8, accusations: 5, false_accusations: 1, " \
    "false_share: [0.2, 0.036, 0.624]}\n"
#define OTHER(more)                                                                   \
    "rubric: o\nuse: p.yaml\nprinciples:\n"                                           \
    "- {id: a, title: A, weight: 1, criteria: [{id: greets, ask: G?, met: hello" more \
    "}]}\n"
#define SHARING                                                               \
    "rubric: r\nuse: p.yaml\nscore: {count: proven}\nprinciples:\n"           \
    "- {id: a, title: A, weight: 1, criteria: [{id: c, ask: C?, met: hello, " \
    "same_as: o/greets}]}\n"

static void figures_of_criteria_say_how_far_they_agree(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("r.yaml", RUBRIC);
    write_text("r.quality.yaml", JUDGED "  c: " AGREES);
    Rubric *rubric = load(reading);
    ASSERT_COMPLAINTS(reading, "");
    const CriterionQuality *quality = rubric->agreement[0];
    assert_non_null(quality);
    assert_int_equal(quality->occasions, 20);
    assert_int_equal(quality->kappa.value, 600);
    assert_int_equal(quality->false_share.high, 624);
    assert_int_equal(quality->readers->kind, READERS_AUTOMATED);
    assert_true(quality->readers->unread);
    assert_int_equal(strlen(rubric->quality_hash), 16);
    rubric_free(rubric);
}

static void the_same_question_shares_its_figures(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("o.yaml", OTHER(""));
    write_text("o.quality.yaml", JUDGED "  greets: " AGREES);
    write_text("r.yaml", SHARING);
    Rubric *rubric = load(reading);
    ASSERT_COMPLAINTS(reading, "");
    assert_non_null(rubric->agreement[0]);
    assert_int_equal(rubric->criteria.items[0].uncounted.len, 0);
    assert_int_equal(strlen(rubric->quality_hash), 16);
    rubric_free(rubric);
}

// Without rules of its own a criterion has those of the other one.
static void the_same_question_needs_no_rules(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("o.yaml", OTHER(", when: thanks"));
    write_text("o.quality.yaml", JUDGED "  greets: " AGREES);
    write_text("r.yaml",
               "rubric: r\nuse: p.yaml\nprinciples:\n- {id: a, title: A, weight: "
               "1, criteria: [{id: c, ask: C?, same_as: o/greets}]}\n");
    Rubric *rubric = load(reading);
    ASSERT_COMPLAINTS(reading, "");
    const Criterion *criterion = &rubric->criteria.items[0];
    assert_int_equal(criterion->met->detector, 0);
    assert_int_equal(criterion->when->detector, 1);
    assert_non_null(rubric->agreement[0]);
    rubric_free(rubric);
}

// What makes the two differ, and the complaint.
static void check_differs(Reading *reading, const char *other, const char *own,
                          const char *words) {
    write_text("p.yaml", PACK);
    write_text("o.yaml", other);
    write_text("o.quality.yaml", JUDGED "  greets: " AGREES);
    write_text("r.yaml", own);
    Rubric *rubric = load(reading);
    assert_string_equal(mistakes(reading), words);
    assert_null(rubric->agreement[0]);
    ASSERT_STR(reading, rubric->criteria.items[0].uncounted,
               "it is not decided as o/greets is");
    rubric_free(rubric);
}

static void another_rule_shares_nothing(void **state) {
    check_differs(*state, OTHER(", when: thanks"), SHARING,
                  "5:81: not decided as 'o/greets' is, so it does not share its figures: "
                  "another 'when'\n");
}

static void another_detector_shares_nothing(void **state) {
    check_differs(*state, OTHER("") "extend: {hello: {any: [hiya]}}\n", SHARING,
                  "5:81: not decided as 'o/greets' is, so it does not share its figures: "
                  "another detector 'hello'\n");
}

static void a_detector_extended_here_shares_nothing(void **state) {
    check_differs(*state, OTHER(""), SHARING "extend: {hello: {any: [hiya]}}\n",
                  "5:81: not decided as 'o/greets' is, so it does not share its figures: "
                  "another detector 'hello'\n");
}

static void mistakes_in_same_as_have_their_place(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("o.yaml", OTHER(""));
    write_text("r.yaml", "rubric: r\nuse: p.yaml\nprinciples:\n"
                         "- id: a\n  title: A\n  weight: 1\n  criteria:\n"
                         "  - {id: c, ask: C?, met: hello, same_as: greets}\n"
                         "  - {id: d, ask: C?, met: hello, same_as: o/greet}\n"
                         "  - {id: e, ask: C?, met: hello, same_as: q/greets}\n");
    rubric_free(load(reading));
    assert_string_equal(mistakes(reading),
                        "8:43: expected RUBRIC/CRITERION, found 'greets'\n"
                        "9:43: rubric 'o' has no criterion 'greet'\n"
                        "10:43: cannot read 'q.yaml' (No such file or directory)\n");
}

static void figures_must_say_who_judged(void **state) {
    Reading *reading = *state;
    write_text("p.yaml", PACK);
    write_text("r.yaml", RUBRIC);
    write_text("r.quality.yaml", "criteria: {}\n");
    rubric_free(load(reading));
    assert_string_equal(mistakes(reading), "1:1: missing field 'judged'\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(figures_stand_beside_a_pack),
        READING_TEST(figures_do_not_change_the_rubrics_hash),
        READING_TEST(the_rubrics_own_come_before_the_packs),
        READING_TEST(a_replaced_detector_has_no_figures_of_the_packs),
        READING_TEST(figures_of_another_version_are_told_apart),
        READING_TEST(what_a_pack_was_measured_as_is_its_own_hash),
        READING_TEST(what_a_rubric_extends_was_measured_before),
        READING_TEST(a_packs_hash_is_of_what_it_uses_too),
        READING_TEST(a_packs_hash_is_of_what_it_names_too),
        READING_TEST(mistakes_in_figures_have_their_place),
        READING_TEST(figures_of_criteria_say_how_far_they_agree),
        READING_TEST(the_same_question_shares_its_figures),
        READING_TEST(the_same_question_needs_no_rules),
        READING_TEST(another_rule_shares_nothing),
        READING_TEST(another_detector_shares_nothing),
        READING_TEST(a_detector_extended_here_shares_nothing),
        READING_TEST(mistakes_in_same_as_have_their_place),
        READING_TEST(figures_must_say_who_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// Which criteria count, and that those which do not change no score.
#include "rubric/proof.h"

#include "make_marks.h"

// ---- What is proof

static const Readers UNREAD = {.kind = READERS_AUTOMATED, .count = 2, .unread = true};

static CriterionQuality proven(void) {
    return (CriterionQuality){.calls = 40,
                              .occasions = 10,
                              .decided = 10,
                              .shared = 8,
                              .accusations = 10,
                              .false_accusations = 2,
                              .kappa = {true, 500, 300, 700},
                              .readers = &UNREAD};
}

static void assert_doubt(const CriterionQuality *quality, const char *words) {
    Arena arena = {0};
    assert_string_equal(str_z(&arena, quality_doubt(&arena, quality)), words);
    arena_free(&arena);
}

static void agreement_is_shown_from_each_limit_on(void **state) {
    (void)state;
    CriterionQuality quality = proven();
    assert_doubt(&quality, "");
    quality.occasions = 9;
    assert_doubt(&quality, "the readers saw 9 occasions, fewer than 10");
    quality = proven();
    quality.kappa.value = 499;
    assert_doubt(&quality, "kappa 0.499 with the readers, under 0.5");
    quality.kappa.known = false;
    assert_doubt(&quality, "its kappa with the readers cannot be told");
    quality = proven();
    quality.decided = 11; // 3 of 11 are more than 20 %
    assert_doubt(&quality, "3 of 11 verdicts shared by no reader");
    quality = proven();
    quality.accusations = 9; // 2 of 9 are more than 20 %
    assert_doubt(&quality, "2 of 9 \"not met\" shared by no reader");
    quality.accusations = quality.false_accusations = 0;
    assert_doubt(&quality, "");
}

static void calls_that_were_read_prove_nothing(void **state) {
    (void)state;
    const Readers read = {.kind = READERS_HUMAN, .count = 2};
    CriterionQuality quality = proven();
    quality.readers = &read;
    assert_doubt(&quality, "judged on calls that were read while it was worked on");
}

// As a copy is that left its quality file behind.
static void a_rubric_without_figures_says_what_to_do(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric rubric;
    Diags diags = {.arena = &arena};
    assert_true(load_rubric(
        &arena,
        "rubric: r\nscore: {partly: 0.4, count: proven}\n"
        "detectors: {a: {any: [a]}, b: {kind: length, of: turns, at_most: 9}}\n"
        "principles:\n- {id: p, title: P, weight: 1, criteria: [\n"
        "  {id: x, met: a, weight: 3}, {id: y, met: b}]}\n",
        &rubric, &diags));
    assert_int_equal(diags.items.len, 1);
    const Diag *diag = diags.items.items;
    assert_string_equal(str_z(&arena, diag->text),
                        "only 1 of 2 criteria count, since nobody has checked 'r'");
    assert_int_equal(diag->place.line, 2);
    assert_int_equal(diag->place.col, 29);
    assert_true(str_starts(diag->hint, STR("'count: all' counts the others too;")));
    Proven some = rubric_proven(&rubric);
    assert_string_equal(str_z(&arena, proven_words(&arena, &some)),
                        "1 of 2 criteria count, with 25.0 % of the weight");
    rubric_free(&rubric);
    arena_free(&arena);
}

static void times_and_people_need_no_proof(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(
        &arena,
        "rubric: r\nscore: {count: proven}\ndetectors:\n"
        "  hello: {any: [hello]}\n  told: {kind: manual}\n"
        "  fast: {kind: response, at_most: 30 s}\n"
        "  short: {kind: metric, formula: fast + 1, at_most: 3}\n"
        "  quick: {kind: metric, formula: fast + hello, at_most: 3}\n"
        "  soon: {kind: response, at_most: 30 s, no_answer_to: hello}\n"
        "principles: [{id: p, title: P, weight: 1, criteria: [\n"
        "  {id: a, met: hello}, {id: b, met: told}, {id: c, met: fast},\n"
        "  {id: d, met: short}, {id: e, met: quick}, {id: f, when: hello, met: fast},\n"
        "  {id: h, met: soon},\n"
        "  {id: g, observable: no, reason: No.}]}]\n");
    const char *const needing = "aef";
    vec_each(const Criterion, criterion, &rubric->criteria)
        if (criterion->observable)
            assert_int_equal(criterion_needs_proof(&arena, rubric, criterion),
                             strchr(needing, criterion->id.ptr[0]) != NULL);
    // Without a quality file only those count.
    Proven share = rubric_proven(rubric);
    assert_int_equal(share.criteria, 4);
    assert_int_equal(share.of, 7);
    assert_int_equal(share.share, 500); // 3 of 6 that the machine decides
    rubric_free(rubric);
    arena_free(&arena);
}

static void all_count_unless_the_rubric_says_otherwise(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = rubric_of(&arena, "", P("p", "1", "", C("a", "1", "")));
    assert_int_equal(rubric->criteria.items[0].uncounted.len, 0);
    rubric_free(rubric);
    arena_free(&arena);
}

// ---- What does not count changes nothing

// "m", "p", "n": decided as the capital is, and not counted.
static Scorecard add_up_some(Arena *arena, const Rubric *rubric, const char *verdicts) {
    char *capitals = str_z(arena, str_from(verdicts));
    for (char *at = capitals; *at; at++)
        if (*at >= 'a') *at = (char)(*at - 'a' + 'A');
    Scorecard card = add_up(arena, rubric, capitals);
    for (size_t i = 0; i < card.marks.len; i++)
        card.marks.items[i].uncounted = verdicts[i] >= 'a';
    scorecard_add_up(rubric, arena, &card);
    return card;
}

// Weights 2, 1, 1 and 4 of two principles alike: nominal 37.5, 12.5 (not counted), 10
// and 40 %. Without the second, 37.5 : 10 : 40 are 42.9, 11.4 and 45.7 %.
static void a_worked_example(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = rubric_of(
        &arena, "na: as-decided, max_share: 100 %",
        P("p", "1", "", C("a", "3", "") ", " C("b", "1", ", critical: fail-call")) ", " P(
            "q", "1", "", C("c", "1", "") ", " C("d", "4", "")));
    Scorecard card = add_up_some(&arena, rubric, "MnNM");
    assert_string_equal(sums_text(&arena, &card), "88.6 (88.6) Meets expectations; "
                                                  "p 100.0; q 80.0");
    assert_int_equal(card.judged, 3);
    assert_int_equal(card.judged_of, 3);
    assert_int_equal(card.unproven, 1);
    assert_int_equal(card.marks.items[0].share, 42857);
    assert_int_equal(card.marks.items[1].share, 0);
    rubric_free(rubric);
    arena_free(&arena);
}

#define CRITICALS                                                                     \
    P("p", "3", ", floor: 50",                                                        \
      C("a", "3", "") ", " C("b", "1", ", critical: fail-call") ", " C("c", "2", "")) \
    ", " P("q", "2", ", floor: 40",                                                   \
           C("d", "1", ", critical: fail-principle") ", " C("e", "4", "") ", " C(     \
               "f", "1", ", critical: {cap: 50}") ", " C("g", "2", ", critical: flag"))

static const char *numbers_text(Arena *arena, const Scorecard *card) {
    Buf out = {.arena = arena};
    buf_text(&out, sums_text(arena, card));
    buf_format(&out, " judged %u of %u", card->judged, card->judged_of);
    vec_each(const Mark, mark, &card->marks)
        buf_format(&out, " %d/%d", mark->share, mark->applied);
    buf_byte(&out, '\0');
    return out.ptr;
}

static void no_verdict_of_one_that_does_not_count_changes_a_number(void **state) {
    (void)state;
    static const char *const LAWS[] = {"na: as-decided",
                                       "na: proportional",
                                       "na: equal",
                                       "na: zero",
                                       "na: full",
                                       "law: geometric, na: as-decided",
                                       "law: minimum, na: zero"};
    uint64_t seed = 11;
    for (uint32_t round = 0; round < 700; round++) {
        Arena arena = {0};
        Rubric *rubric = rubric_of(&arena, LAWS[round % COUNT(LAWS)], CRITICALS);
        char one[8] = {0}, other[8] = {0};
        for (int i = 0; i < 7; i++) {
            bool uncounted = draw(&seed, 3) == 0;
            const char *letters = uncounted ? "mpn" : "MPN-?";
            one[i] = letters[draw(&seed, uncounted ? 3 : 5)];
            other[i] = uncounted ? letters[draw(&seed, 3)] : one[i];
        }
        Scorecard a = add_up_some(&arena, rubric, one);
        Scorecard b = add_up_some(&arena, rubric, other);
        assert_string_equal(numbers_text(&arena, &a), numbers_text(&arena, &b));
        rubric_free(rubric);
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agreement_is_shown_from_each_limit_on),
        cmocka_unit_test(calls_that_were_read_prove_nothing),
        cmocka_unit_test(a_rubric_without_figures_says_what_to_do),
        cmocka_unit_test(times_and_people_need_no_proof),
        cmocka_unit_test(all_count_unless_the_rubric_says_otherwise),
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(no_verdict_of_one_that_does_not_count_changes_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

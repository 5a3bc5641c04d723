// What people said of marks: which of it holds.
#include "review/ruling.h"

#include "make_call.h"
#include "review/form.h"

static Review review(const char *period, const char *verdict, const char *decision) {
    return (Review){.agent = STR("A"),
                    .period = str_from(period),
                    .call = STR("1"),
                    .criterion = STR("c"),
                    .reviewer = STR("Ruth"),
                    .turn = STR("7"),
                    .verdict = str_from(verdict),
                    .decision = str_from(decision),
                    .decided_by = STR("Noor")};
}

static void the_last_period_holds(void **state) {
    (void)state;
    Arena arena = {0};
    Reviews reviews = {0};
    *vec_push(&arena, &reviews) = review("2026-W45", "met", "");
    *vec_push(&arena, &reviews) = review("2026-W46", "partly", "");
    Rulings rulings = rulings_of(&arena, &reviews);
    Scorecard card = {.call = STR("1"), .agent = STR("A")};
    Mark mark = {.criterion = STR("c")};
    assert_ptr_equal(ruling_on(&rulings, &card, &mark), &reviews.items[1]);
    card.agent = STR("B"); // who shares the call
    assert_null(ruling_on(&rulings, &card, &mark));
    mark.criterion = STR("d");
    assert_null(ruling_on(NULL, &card, &mark));
    arena_free(&arena);
}

static void a_decision_stands_for_the_verdict(void **state) {
    (void)state;
    Review judged = review("", "met", "not_met"), open = review("", "", "");
    Verdict verdict;
    assert_true(review_verdict(&judged, &verdict));
    assert_int_equal(verdict, VERDICT_NOT_MET);
    assert_true(review_overrules(&judged, VERDICT_MET));
    assert_false(review_overrules(&judged, VERDICT_NOT_MET));
    assert_false(review_verdict(&open, &verdict));
    assert_false(review_overrules(&open, VERDICT_MET));
    judged.answer = open.answer = STR("disputed");
    assert_false(review_is_open(&judged));
    assert_true(review_is_open(&open));
}

static void judgements_are_of_who_decided(void **state) {
    (void)state;
    Arena arena = {0};
    Reviews reviews = {0};
    *vec_push(&arena, &reviews) = review("", "met", "");
    *vec_push(&arena, &reviews) = review("", "met", "partly");
    *vec_push(&arena, &reviews) = review("", "", "");
    Judgements judgements = review_judgements(&arena, &reviews);
    assert_int_equal(judgements.len, 2);
    assert_true(str_eq(judgements.items[0].reader, STR("Ruth")));
    assert_int_equal(judgements.items[0].turn, 7);
    assert_true(str_eq(judgements.items[1].reader, STR("Noor")));
    assert_int_equal(judgements.items[1].verdict, VERDICT_PARTLY);
    arena_free(&arena);
}

static void verdicts_are_known_as_people_and_programs_write_them(void **state) {
    (void)state;
    static const struct {
        const char *word;
        Verdict verdict;
    } WORDS[] = {{"Met", VERDICT_MET},
                 {"not met", VERDICT_NOT_MET},
                 {"not_met", VERDICT_NOT_MET},
                 {"Not applicable", VERDICT_NOT_APPLICABLE},
                 {"Cannot tell", VERDICT_NOT_ASSESSABLE},
                 {"unsure", VERDICT_NOT_ASSESSABLE},
                 {"not assessable", VERDICT_NOT_ASSESSABLE}};
    Verdict verdict;
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        assert_true(verdict_chosen(str_from(WORDS[i].word), &verdict));
        assert_int_equal(verdict, WORDS[i].verdict);
    }
    assert_false(verdict_chosen(STR("good"), &verdict));
    assert_false(verdict_chosen((Str){0}, &verdict));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_period_holds),
        cmocka_unit_test(a_decision_stands_for_the_verdict),
        cmocka_unit_test(judgements_are_of_who_decided),
        cmocka_unit_test(verdicts_are_known_as_people_and_programs_write_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

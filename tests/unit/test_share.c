// Weight stays where the rubric put it: worked examples, and what holds of random calls.
#include "make_marks.h"
#include "score/share.h"

typedef struct {
    const char *says;
    const char *score, *principles; // of the rubric
    const char *verdicts;           // one letter a criterion
    const char *sums;               // as in test_add_up.c
    const char *shares;             // percent of each criterion, or why it is too little
} ShareRow;

// Nominal shares 40, 20, 10 and 30 %.
#define FOUR                                              \
    P("p", "60", "", C("a", "2", "") "," C("b", "1", "")) \
    "," P("q", "40", "", C("c", "1", "") "," C("d", "3", ""))
#define FREE "na: as-decided, max_share: 100 %"

static ShareRow SHARES[] = {
    {"where all is decided each has its nominal share", FREE, FOUR, "MNMN",
     "50.0 (50.0) Needs coaching; p 66.7; q 25.0", "40.00 20.00 10.00 30.00"},
    {"of two that are decided each keeps its weight: 40 and 10", FREE, FOUR, "M-N-",
     "80.0 (80.0) Meets expectations; p 100.0; q 0.0", "80.00 0.00 20.00 0.00"},
    {"in proportion a principle's weight goes to what is left of it", "na: proportional",
     FOUR, "M-N-", "60.0 (60.0) Needs coaching; p 100.0; q 0.0", "60.00 0.00 40.00 0.00"},
    {"by default none has more than a quarter: four have it each", "na: as-decided", FOUR,
     "MNMN", "50.0 (50.0) Needs coaching; p 66.7; q 25.0", "25.00 25.00 25.00 25.00"},
    // a to 30; of the other 70 b, c, d would have 23.3, 11.7, 35; so d to 30; of the
    // other 40, b has 20 in 30 parts and c 10.
    {"what is over the limit goes to the rest in proportion",
     "na: as-decided, max_share: 30 %", FOUR, "MNNM",
     "60.0 (60.0) Needs coaching; p 66.7; q 75.0", "30.00 26.67 13.33 30.00"},
    {"and so do the points", "na: as-decided, max_share: 30 %", FOUR, "NMNN",
     "26.7 (26.7) Needs coaching; p 33.3; q 0.0", "30.00 26.67 13.33 30.00"},
    {"partly earns its part of the share", "na: as-decided, max_share: 30 %", FOUR,
     "PNNP", "30.0 (30.0) Needs coaching; p 33.3; q 37.5", "30.00 26.67 13.33 30.00"},
    // In proportion 60 and 40; a to 50, so both.
    {"the limit holds in proportion, too", "na: proportional, max_share: 50 %", FOUR,
     "M-N-", "50.0 (50.0) Needs coaching; p 100.0; q 0.0", "50.00 0.00 50.00 0.00"},
    {"a half is rounded up", FREE, P("p", "1", "", C("a", "1", "") "," C("b", "15", "")),
     "MN", "6.3 (6.3) Needs coaching; p 6.3", "6.25 93.75"},
    {"floors are below principles, whose scores have no limit",
     "na: as-decided, max_share: 50 %, cap: 30",
     P("p", "9", ", floor: 60", C("a", "1", "")) "," P("q", "1", "", C("b", "1", "")),
     "NM", "30.0 (50.0) Needs coaching; p 0.0; q 100.0; floor:p", "50.00 50.00"},
    {"a failed principle earns nothing", "na: as-decided, max_share: 50 %",
     P("p", "1", "", C("a", "1", "") "," C("b", "1", ", critical: fail-principle")) "," P(
         "q", "2", "", C("c", "1", "")),
     "MNM", "50.0 (50.0) Needs coaching; p 0.0; q 100.0; fail-principle:b",
     "25.00 25.00 50.00"},

    {"three are too few for a quarter each", "na: as-decided", FOUR, "MNM-",
     "none (none) ; p 66.7; q 100.0", "3 criteria were decided, fewer than 4"},
    {"the rubric may ask for more", FREE ", assess: {min_criteria: 2}", FOUR, "-N--",
     "none (none) ; p 0.0; q none", "1 criterion was decided, fewer than 2"},
    {"also without a limit", "assess: {min_criteria: 2}", FOUR, "-N--",
     "none (none) ; p 0.0; q none", "1 criterion was decided, fewer than 2"},
    {"too little of the weight", FREE ", assess: {min_weight: 35 %}", FOUR, "-NM-",
     "none (none) ; p 0.0; q 100.0",
     "30 % of the rubric's weight was decided, less than 35 %"},
    {"as much as is asked for is enough", FREE ", assess: {min_weight: 30 %}", FOUR,
     "-NM-", "33.3 (33.3) Needs coaching; p 0.0; q 100.0", "0.00 66.67 33.33 0.00"},
    {"nothing is too little", FREE, FOUR, "-?--", "none (none) ; p none; q none",
     "0 criteria were decided, fewer than 1"},
    {"where nothing could be assessed, that is said", FREE, FOUR, "????",
     "none (none) ; p none; q none", "0.00 0.00 0.00 0.00"},
    {"what was done badly is flagged without a score", "na: as-decided, max_share: 50 %",
     P("p", "1", "", C("a", "1", ", critical: flag") "," C("b", "1", "")), "N-",
     "none (none) ; p 0.0; flag:a", "1 criterion was decided, fewer than 2"},

    // 100 weighs 40 and 50 weighs 10: 100 x 0.5^0.2.
    {"in a geometric mean a principle weighs what was decided of it",
     "law: geometric, na: as-decided", FOUR, "M-P-",
     "87.1 (90.0) Meets expectations; p 100.0; q 50.0", "80.00 0.00 20.00 0.00"},
    {"but not less than a share of its own", // c is a quarter of q
     "law: geometric, na: as-decided, assess: {min_weight: 30 %}", FOUR, "M-P-",
     "100.0 (90.0) Excellent; p 100.0; q 50.0", "80.00 0.00 20.00 0.00"},
    {"nor is it the weakest then",
     "law: minimum, na: as-decided, assess: {min_weight: 30 %}", FOUR, "M-P-",
     "100.0 (90.0) Excellent; p 100.0; q 50.0", "80.00 0.00 20.00 0.00"},
    {"of no principle enough", "law: minimum, na: as-decided, assess: {min_weight: 70 %}",
     FOUR, "M-N-", "none (none) ; p 100.0; q 0.0", "of no principle 70 % were decided"},

    {"what only a person can answer weighs beside the rest, once it is answered", FREE,
     P("p", "1", "", C("a", "3", "") ",{id: b, met: m, weight: 1}") "," P(
         "q", "1", "", C("c", "1", "")),
     "M?N", "50.0 (50.0) Needs coaching; p 100.0; q 0.0", "50.00 0.00 50.00"},
    {"a principle that only a person can judge takes no weight", FREE,
     P("p", "9", "", "{id: a, met: m}") "," P("q", "1", "",
                                              C("b", "1", "") "," C("c", "1", "")),
     "?MN", "50.0 (50.0) Needs coaching; p none; q 50.0", "0.00 50.00 50.00"},
};

static const char *shares_text(Arena *arena, const Scorecard *card) {
    Buf out = {.arena = arena};
    vec_each(const Mark, mark, &card->marks) {
        if (out.len) buf_byte(&out, ' ');
        buf_decimal(&out, mark->share, 2);
    }
    return str_z(arena, card->too_little.len ? card->too_little : buf_str(&out));
}

static void check_shares(void **state) {
    const ShareRow *row = *state;
    Arena arena = {0};
    Rubric *rubric = rubric_of(&arena, row->score, row->principles);
    assert_int_equal(strlen(row->verdicts), rubric->criteria.len);
    Scorecard card = add_up(&arena, rubric, row->verdicts);
    assert_string_equal(sums_text(&arena, &card), row->sums);
    assert_string_equal(shares_text(&arena, &card), row->shares);
    rubric_free(rubric);
    arena_free(&arena);
}

// ---- Laws that no call can be judged by

static void check_refusal(const char *score, const char *complaint) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric rubric;
    Str yaml = str_format(&arena,
                          "rubric: test\nscore: {%s}\ndetectors: {d: {any: [x]}}\n"
                          "principles: [%s]\n",
                          score, FOUR);
    assert_false(load_rubric(&arena, str_z(&arena, yaml), &rubric, &diags));
    assert_int_equal(diags.items.len, 1);
    assert_string_equal(str_z(&arena, diags.items.items[0].text), complaint);
    assert_int_equal(diags.items.items[0].place.line, 2);
    rubric_free(&rubric);
    arena_free(&arena);
}

static void a_limit_needs_a_law_that_has_shares(void **state) {
    (void)state;
    static const char WHY[] = "'max_share' needs 'law: weighted-mean' and 'na: "
                              "as-decided' or 'proportional'";
    check_refusal("max_share: 50 %, na: zero", WHY);
    check_refusal("max_share: 50 %, law: geometric", WHY);
    check_refusal("max_share: 0.5", "expected a percentage, found '0.5'");
    check_refusal("max_share: 0 %", "expected a percentage, found '0 %'");
}

static void some_call_must_be_judged(void **state) {
    (void)state;
    check_refusal("na: as-decided, max_share: 20 %",
                  "no call can be judged: 5 decided criteria are needed, of 4");
    check_refusal("assess: {min_criteria: 6}",
                  "no call can be judged: 6 decided criteria are needed, of 4");
}

// ---- Properties of random calls

typedef struct {
    uint32_t weights[2], criteria[2][24];
    size_t count[2];
} Draft;

static Draft draw_draft(uint64_t *seed) {
    Draft draft = {0};
    for (size_t p = 0; p < 2; p++) {
        draft.weights[p] = 1 + draw(seed, 30);
        draft.count[p] = 5 + draw(seed, 20);
        for (size_t c = 0; c < draft.count[p]; c++)
            draft.criteria[p][c] = 1 + draw(seed, 90);
    }
    return draft;
}

// The rubric as drawn, or with everything in the opposite order.
static Rubric *rubric_of_draft(Arena *arena, const char *score, const Draft *draft,
                               bool reversed) {
    Buf yaml = {.arena = arena};
    for (size_t i = 0; i < 2; i++) {
        size_t p = reversed ? 1 - i : i;
        buf_format(&yaml, "%s{id: p%zu, title: T, weight: %u, criteria: [", i ? ", " : "",
                   p, draft->weights[p]);
        for (size_t j = 0; j < draft->count[p]; j++) {
            size_t c = reversed ? draft->count[p] - 1 - j : j;
            buf_format(&yaml, "%s{id: c%zu-%zu, met: d, weight: %u}", j ? ", " : "", p, c,
                       draft->criteria[p][c]);
        }
        buf_text(&yaml, "]}");
    }
    return rubric_of(arena, score, str_z(arena, buf_str(&yaml)));
}

static char *draw_letters(Arena *arena, uint64_t *seed, size_t count) {
    char *letters = arena_alloc(arena, count + 1);
    for (size_t i = 0; i < count; i++) letters[i] = "MPN-?---"[draw(seed, 8)];
    return letters;
}

static const char *const LAWS[] = {
    "na: as-decided",
    FREE,
    "na: as-decided, max_share: 10 %",
    "na: as-decided, max_share: 25 %, assess: {min_weight: 20 %}",
    "na: proportional, max_share: 25 %",
    "law: geometric, na: as-decided, assess: {min_weight: 30 %}",
    "law: minimum, na: as-decided",
};

typedef void LawCheck(Arena *arena, const char *law, const Draft *draft, uint64_t *seed);

static void check_random_calls(LawCheck *check) {
    uint64_t seed = 9;
    for (size_t round = 0; round < 60 * COUNT(LAWS); round++) {
        Arena arena = {0};
        Draft draft = draw_draft(&seed);
        check(&arena, LAWS[round % COUNT(LAWS)], &draft, &seed);
        arena_free(&arena);
    }
}

static void check_better(Arena *arena, const char *law, const Draft *draft,
                         uint64_t *seed) {
    Rubric *rubric = rubric_of_draft(arena, law, draft, false);
    char *letters = draw_letters(arena, seed, rubric->criteria.len);
    for (size_t i = 0; letters[i]; i++) {
        if (!strchr("MPN", letters[i])) continue;
        char before = letters[i];
        int32_t last = INT32_MIN;
        for (const char *better = "NPM"; *better; better++) {
            letters[i] = *better;
            Scorecard card = add_up(arena, rubric, letters);
            assert_true(card.score >= last);
            last = card.score;
        }
        letters[i] = before;
    }
    rubric_free(rubric);
}

static void a_better_verdict_never_lowers_a_score(void **state) {
    (void)state;
    check_random_calls(check_better);
}

static void check_same_shares(Arena *arena, const char *law, const Draft *draft,
                              uint64_t *seed) {
    Rubric *rubric = rubric_of_draft(arena, law, draft, false);
    char *letters = draw_letters(arena, seed, rubric->criteria.len);
    Scorecard card = add_up(arena, rubric, letters);
    for (size_t i = 0; letters[i]; i++)
        if (strchr("MPN", letters[i])) letters[i] = "MPN"[draw(seed, 3)];
    Scorecard other = add_up(arena, rubric, letters);
    assert_string_equal(shares_text(arena, &card), shares_text(arena, &other));
    rubric_free(rubric);
}

static void shares_do_not_depend_on_verdicts(void **state) {
    (void)state;
    check_random_calls(check_same_shares);
}

static void check_limit(Arena *arena, const char *law, const Draft *draft,
                        uint64_t *seed) {
    Rubric *rubric = rubric_of_draft(arena, law, draft, false);
    const char *letters = draw_letters(arena, seed, rubric->criteria.len);
    Scorecard card = add_up(arena, rubric, letters);
    int64_t sum = 0;
    vec_each(const Mark, mark, &card.marks) {
        assert_true(mark->share <= rubric->score.max_share * 100);
        assert_true(mark->share == 0 || mark_is_decided(mark));
        sum += mark->share;
    }
    int64_t off = card.score == NO_SCORE ? sum : sum - 100000;
    assert_true(off <= (int64_t)card.marks.len && -off <= (int64_t)card.marks.len);
    rubric_free(rubric);
}

static void no_share_is_above_the_limit(void **state) {
    (void)state;
    check_random_calls(check_limit);
}

static void check_order(Arena *arena, const char *law, const Draft *draft,
                        uint64_t *seed) {
    Rubric *rubric = rubric_of_draft(arena, law, draft, false);
    Rubric *other = rubric_of_draft(arena, law, draft, true);
    const char *letters = draw_letters(arena, seed, rubric->criteria.len);
    size_t count = strlen(letters);
    char *mirrored = arena_alloc(arena, count + 1);
    for (size_t i = 0; i < count; i++) mirrored[i] = letters[count - 1 - i];
    Scorecard card = add_up(arena, rubric, letters);
    Scorecard mirror = add_up(arena, other, mirrored);
    assert_int_equal(card.score, mirror.score);
    assert_int_equal(card.compensatory, mirror.compensatory);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(card.marks.items[i].share,
                         mirror.marks.items[count - 1 - i].share);
    rubric_free(rubric);
    rubric_free(other);
}

static void the_order_of_criteria_does_not_matter(void **state) {
    (void)state;
    check_random_calls(check_order);
}

static void a_score_says_what_it_was_judged_on(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = rubric_of(&arena, FREE, FOUR);
    Scorecard two = add_up(&arena, rubric, "M-N-"), one = add_up(&arena, rubric, "MN-?");
    assert_string_equal(str_z(&arena, judged_words(&arena, &two)), "judged on 2 of 4");
    assert_string_equal(str_z(&arena, judged_words(&arena, &one)),
                        "judged on 2 of 4, p only");
    rubric_free(rubric);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_limit_needs_a_law_that_has_shares),
        cmocka_unit_test(some_call_must_be_judged),
        cmocka_unit_test(a_better_verdict_never_lowers_a_score),
        cmocka_unit_test(shares_do_not_depend_on_verdicts),
        cmocka_unit_test(no_share_is_above_the_limit),
        cmocka_unit_test(the_order_of_criteria_does_not_matter),
        cmocka_unit_test(a_score_says_what_it_was_judged_on),
    };
    return RUN_ROWS(SHARES, check_shares) + cmocka_run_group_tests(tests, NULL, NULL);
}

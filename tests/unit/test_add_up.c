#include "make_marks.h"

typedef struct {
    const char *says;
    const char *score, *principles; // of the rubric
    const char
        *verdicts;    // one letter a criterion: Met, Partly, Not met, - n/a, ? unknown
    const char *sums; // score (compensatory) band; principle score ...; flags
} ScoreRow;

#define THREE P("p", "1", "", C("a", "40", "") "," C("b", "30", "") "," C("c", "30", ""))
// Two principles that come to 80 and 50.
#define TWO(weight, more)                                \
    P("p", "1", "", C("a", "8", "") "," C("b", "2", "")) \
    "," P("q", weight, more, C("c", "5", "") "," C("d", "5", ""))
#define CRITICAL(kind)               \
    P("p", "9", "", C("a", "1", "")) \
    "," P("q", "1", "", C("b", "1", ", critical: " kind) "," C("c", "1", ""))

static ScoreRow SCORES[] = {
    {"the weight of n/a is shared in proportion", "na: proportional", THREE, "MN-",
     "57.1 (57.1) Needs coaching; p 57.1"},
    {"in proportion by default", "", THREE, "MN-", "57.1 (57.1) Needs coaching; p 57.1"},
    {"the weight of n/a is shared in equal parts", "na: equal", THREE, "MN-",
     "55.0 (55.0) Needs coaching; p 55.0"},
    {"n/a counts as nothing", "na: zero", THREE, "MN-",
     "40.0 (40.0) Needs coaching; p 40.0"},
    {"n/a counts as met", "na: full", THREE, "MN-", "70.0 (70.0) Needs coaching; p 70.0"},
    {"not assessable is out of the sum like n/a", "", THREE, "MN?",
     "57.1 (57.1) Needs coaching; p 57.1"},
    {"partly counts half", "", THREE, "PNN", "20.0 (20.0) Needs coaching; p 20.0"},
    {"partly counts what the rubric says", "partly: 0.25", THREE, "PNN",
     "10.0 (10.0) Needs coaching; p 10.0"},
    {"all met is 100", "", THREE, "MMM", "100.0 (100.0) Excellent; p 100.0"},
    {"none met is 0", "", THREE, "NNN", "0.0 (0.0) Needs coaching; p 0.0"},

    {"with nothing assessable there is no score", "", THREE, "-?-",
     "none (none) ; p none"},
    {"nor with n/a as nothing", "na: zero", THREE, "---", "none (none) ; p none"},
    {"nor with n/a as met", "na: full", THREE, "---", "none (none) ; p none"},
    {"a principle without score gives its weight away", "", TWO("9", ""), "MN--",
     "80.0 (80.0) Meets expectations; p 80.0; q none"},

    {"principles weigh as the rubric says", "", TWO("3", ""), "MNMN",
     "57.5 (57.5) Needs coaching; p 80.0; q 50.0"},
    {"the geometric mean", "law: geometric", TWO("1", ""), "MNMN",
     "63.2 (65.0) Needs coaching; p 80.0; q 50.0"},
    {"the geometric mean has weights", "law: geometric", TWO("3", ""), "MNMN",
     "56.2 (57.5) Needs coaching; p 80.0; q 50.0"},
    {"the geometric mean with a zero is zero", "law: geometric", TWO("1", ""), "MMNN",
     "0.0 (50.0) Needs coaching; p 100.0; q 0.0"},
    {"unless the zero has no weight", "law: geometric", TWO("0", ""), "MMNN",
     "100.0 (100.0) Excellent; p 100.0; q 0.0"},
    {"the geometric mean of what has a score", "law: geometric", TWO("1", ""), "MN--",
     "80.0 (80.0) Meets expectations; p 80.0; q none"},
    {"the minimum", "law: minimum", TWO("1", ""), "MNMN",
     "50.0 (65.0) Needs coaching; p 80.0; q 50.0"},
    {"the minimum of what has a weight", "law: minimum", TWO("0", ""), "MNMN",
     "80.0 (80.0) Meets expectations; p 80.0; q 50.0"},
    {"the minimum of what has a score", "law: minimum", TWO("1", ""), "MN--",
     "80.0 (80.0) Meets expectations; p 80.0; q none"},

    {"below a floor the top of the lowest band is the most", "",
     TWO("0.1", ", floor: 60"), "MMMN",
     "74.9 (95.5) Needs coaching; p 100.0; q 50.0; floor:q"},
    {"or what the rubric says", "cap: 60", TWO("0.1", ", floor: 60"), "MMMN",
     "60.0 (95.5) Needs coaching; p 100.0; q 50.0; floor:q"},
    {"a cap does not raise a score", "", TWO("9", ", floor: 60"), "NNMN",
     "45.0 (45.0) Needs coaching; p 0.0; q 50.0; floor:q"},
    {"at a floor is not below it", "", TWO("0.1", ", floor: 50"), "MMMN",
     "95.5 (95.5) Excellent; p 100.0; q 50.0"},
    {"what has no score is below no floor", "", TWO("1", ", floor: 60"), "MM--",
     "100.0 (100.0) Excellent; p 100.0; q none"},

    {"fail-call makes the score 0", "", CRITICAL("fail-call"), "MNM",
     "0.0 (95.0) Needs coaching; p 100.0; q 50.0; fail-call:b"},
    {"fail-principle makes the principle 0", "", CRITICAL("fail-principle"), "MNM",
     "90.0 (90.0) Excellent; p 100.0; q 0.0; fail-principle:b"},
    {"a cap caps the score", "", CRITICAL("{cap: 80}"), "MNM",
     "80.0 (95.0) Meets expectations; p 100.0; q 50.0; cap:b"},
    {"a flag keeps the score", "", CRITICAL("flag"), "MNM",
     "95.0 (95.0) Excellent; p 100.0; q 50.0; flag:b"},
    {"no critical criterion, no flag", "", CRITICAL("no"), "MNM",
     "95.0 (95.0) Excellent; p 100.0; q 50.0"},
    {"a critical criterion that is partly met does nothing", "", CRITICAL("fail-call"),
     "MPM", "97.5 (97.5) Excellent; p 100.0; q 75.0"},
    {"a critical criterion that is n/a does nothing", "", CRITICAL("fail-call"), "M-M",
     "100.0 (100.0) Excellent; p 100.0; q 100.0"},
    {"all flags are shown, floors first", "law: minimum",
     P("p", "9", ", floor: 10", C("a", "1", ", critical: flag")) "," P(
         "q", "1", "", C("b", "1", ", critical: {cap: 5}")),
     "NN", "0.0 (0.0) Needs coaching; p 0.0; q 0.0; floor:p; flag:a; cap:b"},

    {"90.0 is Excellent", "", P("p", "1", "", C("a", "900", "") "," C("b", "100", "")),
     "MN", "90.0 (90.0) Excellent; p 90.0"},
    {"89.9 is not", "", P("p", "1", "", C("a", "899", "") "," C("b", "101", "")), "MN",
     "89.9 (89.9) Meets expectations; p 89.9"},
    {"what rounds to 90.0 is Excellent", "",
     P("p", "1", "", C("a", "8996", "") "," C("b", "1004", "")), "MN",
     "90.0 (90.0) Excellent; p 90.0"},
    {"the rubric's own bands", "bands: {Good: 50, Bad: 0}", THREE, "MNN",
     "40.0 (40.0) Bad; p 40.0"},
    {"6.25 is rounded up", "", P("p", "1", "", C("a", "1", "") "," C("b", "15", "")),
     "MN", "6.3 (6.3) Needs coaching; p 6.3"},
    {"6.24 is rounded down", "",
     P("p", "1", "", C("a", "156", "") "," C("b", "2344", "")), "MN",
     "6.2 (6.2) Needs coaching; p 6.2"},
    {"a mean is of the rounded scores", "",
     P("p", "1", "", C("a", "1", "") "," C("b", "2", "")) "," P(
         "q", "1", "", C("c", "1", "") "," C("d", "1", "") "," C("e", "1", "")),
     "MNMMN", "50.0 (50.0) Needs coaching; p 33.3; q 66.7"},
};

static void check_score(void **state) {
    const ScoreRow *row = *state;
    Arena arena = {0};
    Rubric *rubric = rubric_of(&arena, row->score, row->principles);
    assert_int_equal(strlen(row->verdicts), rubric->criteria.len);
    Scorecard card = add_up(&arena, rubric, row->verdicts);
    assert_string_equal(sums_text(&arena, &card), row->sums);
    scorecard_add_up(rubric, &arena, &card); // adding up again changes nothing
    assert_string_equal(sums_text(&arena, &card), row->sums);
    rubric_free(rubric);
    arena_free(&arena);
}

// ---- Properties of random cards

// A rubric of two principles and their criteria, with random weights.
static Rubric *draw_rubric(Arena *arena, uint64_t *seed, const char *na) {
    Buf yaml = {.arena = arena};
    for (int p = 'p'; p <= 'q'; p++) {
        buf_format(&yaml, "%s{id: %c, title: T, weight: %u, criteria: [",
                   p == 'p' ? "" : ", ", p, 1 + draw(seed, 30));
        for (uint32_t c = 0, count = 1 + draw(seed, 24); c < count; c++)
            buf_format(&yaml, "%s{id: %c%u, met: d, weight: %u.%u}", c ? ", " : "", p, c,
                       1 + draw(seed, 9), draw(seed, 10));
        buf_text(&yaml, "]}");
    }
    buf_byte(&yaml, '\0');
    return rubric_of(arena, na, yaml.ptr);
}

static const char *draw_verdicts(Arena *arena, uint64_t *seed, size_t count) {
    char *verdicts = arena_alloc(arena, count + 1);
    for (size_t i = 0; i < count; i++) verdicts[i] = "MMPNN-?"[draw(seed, 7)];
    return verdicts;
}

static const char *const LAWS[] = {"na: proportional", "na: equal", "na: zero",
                                   "na: full"};

typedef void CardCheck(const Rubric *rubric, const Scorecard *card, NaLaw law);

static void check_random_cards(CardCheck *check) {
    uint64_t seed = 8;
    for (uint32_t round = 0; round < 400; round++) {
        Arena arena = {0};
        NaLaw law = (NaLaw)(round % COUNT(LAWS));
        Rubric *rubric = draw_rubric(&arena, &seed, LAWS[law]);
        const char *verdicts = draw_verdicts(&arena, &seed, rubric->criteria.len);
        Scorecard card = add_up(&arena, rubric, verdicts);
        check(rubric, &card, law);
        rubric_free(rubric);
        arena_free(&arena);
    }
}

static bool is_near(int64_t a, int64_t b, size_t most) {
    return a - b <= (int64_t)most && b - a <= (int64_t)most;
}

// Each weight is rounded to a thousandth, so the sum is off by less than their number.
static void check_applied(const Rubric *rubric, const Scorecard *card, NaLaw law) {
    (void)law;
    int64_t principles[2] = {0};
    for (size_t p = 0; p < card->principles.len; p++) {
        const PrincipleScore *item = &card->principles.items[p];
        int64_t sums[2] = {0};
        vec_each(const Mark, mark, &card->marks) {
            if (!str_eq(mark->principle, item->id)) continue;
            sums[0] += mark->weight;
            sums[1] += mark->applied;
        }
        bool scored = item->score != NO_SCORE;
        assert_true(is_near(sums[1], scored ? sums[0] : 0, card->marks.len));
        principles[0] += item->weight;
        principles[1] += item->applied;
    }
    bool scored = card->score != NO_SCORE;
    assert_true(is_near(principles[1], scored ? principles[0] : 0, 2));
    assert_int_equal(rubric->principles.len, 2);
}

static void applied_weights_add_up_to_the_full_weight(void **state) {
    (void)state;
    check_random_cards(check_applied);
}

// The score of a principle by the definition, in whole numbers: half up to 0.1.
static int64_t exact_score(const Scorecard *card, Str principle, NaLaw law) {
    int64_t counted = 0, missing = 0, earned = 0, points = 0, marks = 0;
    vec_each(const Mark, mark, &card->marks) {
        if (!str_eq(mark->principle, principle)) continue;
        bool has_points = mark->verdict <= VERDICT_NOT_MET;
        *(has_points ? &counted : &missing) += mark->weight;
        earned += (int64_t)mark->weight * mark->points;
        points += mark->points;
        marks += has_points;
    }
    if (!counted) return NO_SCORE;
    int64_t all = counted + missing;
    const int64_t fractions[][2] = {{earned, counted},
                                    {earned * marks + missing * points, all * marks},
                                    {earned, all},
                                    {earned + missing * 1000, all}};
    const int64_t *fraction = fractions[law];
    return (2 * fraction[0] + fraction[1]) / (2 * fraction[1]) * 100;
}

static void check_exact(const Rubric *rubric, const Scorecard *card, NaLaw law) {
    (void)rubric;
    vec_each(const PrincipleScore, item, &card->principles)
        assert_int_equal(item->score, exact_score(card, item->id, law));
}

static void scores_are_rounded_as_by_hand(void **state) {
    (void)state;
    check_random_cards(check_exact);
}

// Halves that binary fractions can miss: 27 of 48 are 56.25 %, whatever else is n/a.
static void halves_are_rounded_up_whatever_is_not_applicable(void **state) {
    (void)state;
    for (int32_t missing = 0; missing < 60; missing++) {
        Arena arena = {0};
        Buf yaml = {.arena = &arena};
        buf_text(&yaml, "{id: p, title: T, weight: 1, criteria: [");
        for (int32_t c = 0; c < 48 + missing; c++)
            buf_format(&yaml, "%s{id: c%d, met: d}", c ? ", " : "", c);
        buf_text(&yaml, "]}");
        buf_byte(&yaml, '\0');
        Rubric *rubric = rubric_of(&arena, "", yaml.ptr);
        char verdicts[128] = {0};
        memset(verdicts, 'N', 48);
        memset(verdicts, 'M', 27);
        memset(verdicts + 48, '-', (size_t)missing);
        assert_int_equal(add_up(&arena, rubric, verdicts).score, 56300);
        rubric_free(rubric);
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applied_weights_add_up_to_the_full_weight),
        cmocka_unit_test(scores_are_rounded_as_by_hand),
        cmocka_unit_test(halves_are_rounded_up_whatever_is_not_applicable),
    };
    return RUN_ROWS(SCORES, check_score) + cmocka_run_group_tests(tests, NULL, NULL);
}

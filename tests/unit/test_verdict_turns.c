// What verdicts on whole calls tell of their turns, as one sign a turn: + is a positive,
// - a negative, and of . nothing is known.
#include "learn/verdict_turns.h"

#include "make_call.h"

#define CALL "c"

typedef struct {
    const char *says, *rule;  // what the criterion asks; "a" is the detector that learns
    const char *readers;      // a word and a turn (0: none) each: "met 2, met 2"
    const char *found, *told; // a sign a turn, of TURNS
} TurnsRow;

// The agent speaks in turns 1, 3, 4 and 6; 3 and 4 are one breath.
#define TURNS \
    "agent: a\ncustomer: b\nagent: c\nagent: d\ncustomer: e\nagent: f\nsystem: g"

static TurnsRow ROWS[] = {
    {"the turn that earned it, and the others", "met: a", "met 1", ".......", "+.--.-."},
    {"all of a breath may have earned it", "met: a", "met 4", ".......", "-..+.-."},
    {"what is found may have earned it as well", "met: a", "met 1", "..f....", "+..-.-."},
    {"and the turn that did", "met: a", "met 1", "f......", "+.--.-."},
    {"readers agree on the turn", "met: a", "met 6, met 6", ".......", "-.--.+."},
    {"one of them names it", "met: a", "met 0, met 6", ".......", "-.--.+."},
    {"they name different turns", "met: a", "met 1, met 6", ".......", "......."},
    {"they name none", "met: a", "met 0, met 0", ".......", "......."},
    {"they name the customer's", "met: a", "met 2", ".......", "......."},
    {"they name one that is not there", "met: a", "met 8", ".......", "......."},
    {"they judge differently", "met: a", "met 1, not_met 1", ".......", "......."},
    {"one is unsure", "met: a", "met 1, unsure 0", ".......", "......."},
    {"no occasion", "met: a", "not_applicable 0", ".......", "......."},

    {"partly, where nothing else is asked for that", "met: a", "partly 3", ".......",
     "-.+..-."},
    {"partly, by another", "met: a, partly: b", "partly 3", ".......", "......."},
    {"partly, by it alone", "met: b, partly: a", "partly 3", ".......", "-.+..-."},
    {"met, where it only earns partly", "met: b, partly: a", "met 3", ".......",
     "......."},

    {"not met: no turn is right", "met: a", "not_met 0", "..f....", "-.--.-."},
    {"the readers may differ in the turn", "met: a", "not_met 1, not_met 6", ".......",
     "-.--.-."},
    {"one of several that earn it", "met: {any: [b, a]}", "met 1", ".......", "+.--.-."},
    {"it is another's own", "met: also-a", "not_met 3", "f.f....", "-.--.-."},
    {"an answer", "met: answers", "met 3", ".......", "-.+..-."},
    {"an answer that may be too late", "met: answers", "not_met 2", "f.f....", "...-.-."},
    {"an answer that the readers deny", "met: answers", "not_met 3", "f.f....",
     "..--.-."},

    {"what it finds may not be all that it takes", "met: {all: [a, {not: b}]}",
     "not_met 0", "f......", "..--.-."},
    {"an accusation", "met: b, not_met: a", "not_met 3", ".......", "-.+..-."},
    {"which readers deny", "met: b, not_met: a", "met 3", "f......", "-.--.-."},
    {"what must not be", "met: {not: a}", "not_met 6", ".......", "-.--.+."},
    {"an accusation and no half of one", "met: {not: a}", "partly 6", ".......",
     "......."},
};

static Judgements judgements_of(Arena *arena, Str readers) {
    Judgements out = {0};
    Str one, word;
    while (str_next(&readers, ',', &one)) {
        int64_t turn;
        Judgement judgement = {.call = STR(CALL), .criterion = STR("x")};
        one = str_trim(one);
        str_next(&one, ' ', &word);
        assert_true(str_to_int(one, &turn));
        judgement.turn = (uint32_t)turn;
        judgement.verdict = VERDICT_NOT_ASSESSABLE; // unsure
        for (Verdict verdict = 0; verdict < VERDICT_COUNT; verdict++)
            if (str_eq(word, verdict_name(verdict))) judgement.verdict = verdict;
        *vec_push(arena, &out) = judgement;
        judgement.criterion = STR("y"); // of which nothing is asked
        judgement.turn++;
        *vec_push(arena, &out) = judgement;
    }
    return out;
}

static Rubric *rubric_of(Arena *arena, const char *rule) {
    return make_rubric(
        arena,
        str_z(arena, str_format(arena,
                                "rubric: r\ndetectors: {a: {role: agent, any: "
                                "[apple]}, b: {any: [bread]}, also-a: {any: [ale], "
                                "also: a}, answers: {kind: reply, to: b, with: "
                                "a}, first: {kind: reply, to: b, with: b, before: "
                                "a}}\nprinciples: [{id: p, title: P, weight: 1, "
                                "criteria: [{id: x, ask: X?, %s}]}]\n",
                                rule)));
}

static void check_turns(void **state) {
    const TurnsRow *row = *state;
    Arena arena = {0};
    Rubric *rubric = rubric_of(&arena, row->rule);
    Judgements judgements = judgements_of(&arena, str_from(row->readers));
    assert_true(criterion_tells(&arena, rubric, 0, 0));
    VerdictTurns verdicts = verdict_turns(&arena, rubric, 0, 0, &judgements);
    Call call = *make_call(&arena, TURNS);
    call.id = STR(CALL);
    char told[] = ".......";
    bool found[sizeof told];
    for (size_t t = 0; t < call.turns.len; t++) found[t] = row->found[t] == 'f';
    const TurnTruth *turns = verdict_tells(&arena, &verdicts, &call, ROLE_AGENT, found);
    for (size_t t = 0; t < call.turns.len; t++) told[t] = ".-+"[turns[t]];
    assert_string_equal(told, row->told);
    rubric_free(rubric);
    arena_free(&arena);
}

// The occasion, what must not come first, and what both earns and accuses.
static void some_criteria_tell_nothing(void **state) {
    static const char *const RULES[] = {"when: a, met: b",
                                        "met: first",
                                        "met: a, not_met: {any: [a, b]}",
                                        "met: {all: [a, b]}",
                                        "met: {at_least: 2, of: [a, b, first]}",
                                        "met: {not: {any: [{not: a}, {not: b}]}}",
                                        "met: b"};
    (void)state;
    for (size_t i = 0; i < COUNT(RULES); i++) {
        Arena arena = {0};
        Rubric *rubric = rubric_of(&arena, RULES[i]);
        if (criterion_tells(&arena, rubric, 0, 0)) fail_msg("'%s' tells", RULES[i]);
        rubric_free(rubric);
        arena_free(&arena);
    }
}

static void a_call_that_nobody_judged_tells_nothing(void **state) {
    (void)state;
    Arena arena = {0};
    VerdictTurns verdicts = {0};
    const Call *call = make_call(&arena, TURNS);
    const bool found[8] = {false};
    assert_null(verdict_on(&verdicts, STR(CALL)));
    assert_int_equal(verdict_tells(&arena, &verdicts, call, ROLE_AGENT, found)[0],
                     TURN_UNTOLD);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(some_criteria_tell_nothing),
        cmocka_unit_test(a_call_that_nobody_judged_tells_nothing),
    };
    int failed = RUN_ROWS(ROWS, check_turns);
    return cmocka_run_group_tests(tests, NULL, NULL) + failed;
}

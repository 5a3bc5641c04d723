#include "base/file.h"
#include "make_call.h"

#define RUBRIC(assess, criteria)                                                        \
    "rubric: test\n"                                                                    \
    "score: {assess: {" assess "}}\n"                                                   \
    "detectors: {a: {any: [apple]}, b: {any: [bread]}, big-cheese: {any: [cheese]}, "   \
    "ab: {any: [apple bread, apple]}, two: {any: [apple], min: 2}, m: {kind: manual}, " \
    "ba: {kind: reply, to: b, with: a}}\n"                                              \
    "principles: [{id: p, title: P, weight: 1, criteria: [" criteria "]}]\n"
#define ANY_CALL "min_turns: 0, min_agent_words: 0, roles: []"

#define NONE   "agent: hello"
#define APPLE  "agent: an apple"
#define BREAD  "agent: some bread"
#define BOTH   "agent: apple\nagent: bread"
#define PERSON "(only a person can answer this)"

typedef struct {
    const char *says, *rule, *call;
    const char *mark; // verdict, points, (why), then TURN:DETECTOR:'WORDS' for each quote
} MarkRow;

static MarkRow MARKS[] = {
    {"met holds", "met: a", APPLE, "met 1 1:a:'apple'"},
    {"met does not hold", "met: a", NONE, "not met 0 (not found: a)"},
    {"met is unknown", "met: m", NONE, "not assessable 0 " PERSON},
    {"partly holds", "met: a, partly: b", BREAD, "partly 0.5 (not found: a) 1:b:'bread'"},
    {"partly has a credit of its own", "met: a, partly: b, partly_credit: 0.25", BREAD,
     "partly 0.25 (not found: a) 1:b:'bread'"},
    {"neither met nor partly holds", "met: a, partly: b", NONE,
     "not met 0 (not found: a)"},
    {"met goes before partly", "met: a, partly: b", BOTH, "met 1 1:a:'apple'"},
    {"when does not hold", "when: b, met: a", APPLE, "not applicable 0 (not found: b)"},
    {"when holds, met does", "when: b, met: a", BOTH, "met 1 1:a:'apple' 2:b:'bread'"},
    {"when holds, met does not", "when: b, met: a", BREAD,
     "not met 0 (not found: a) 1:b:'bread'"},
    {"not_met goes before met", "met: a, not_met: b", BOTH,
     "not met 0 (b in turn 2) 2:b:'bread'"},
    {"not_met does not hold, met does", "met: a, not_met: b", APPLE, "met 1 1:a:'apple'"},

    {"an unknown when decides nothing", "when: m, met: a", APPLE,
     "not assessable 0 " PERSON},
    {"a false when needs no more", "when: b, met: m, not_met: m", NONE,
     "not applicable 0 (not found: b)"},
    {"an unknown not_met could undo met", "met: a, not_met: m", APPLE,
     "not assessable 0 " PERSON},
    {"a true not_met needs no met", "met: m, not_met: a", APPLE,
     "not met 0 (a in turn 1) 1:a:'apple'"},
    {"a true met needs no partly", "met: a, partly: m", APPLE, "met 1 1:a:'apple'"},
    {"an unknown met could beat partly", "met: m, partly: a", APPLE,
     "not assessable 0 " PERSON},
    {"without met an unknown partly matters", "met: a, partly: m", NONE,
     "not assessable 0 " PERSON},

    {"unclear: what would be not met is left open", "met: a, unclear: b", BREAD,
     "not assessable 0 (b in turn 1)"},
    {"unclear: in the rubric's own words", "met: a, unclear: {when: b, why: bread helps}",
     BREAD, "not assessable 0 (bread helps)"},
    {"unclear: one reason of several is enough",
     "met: a, unclear: [big-cheese, {when: {not: a}, why: no apple}]", BREAD,
     "not assessable 0 (no apple)"},
    {"unclear: none of them holds", "met: a, unclear: [big-cheese, two]", BREAD,
     "not met 0 (not found: a)"},
    {"unclear: what is met is met", "met: a, unclear: b", BOTH, "met 1 1:a:'apple'"},
    {"unclear: what is partly met is so", "met: big-cheese, partly: a, unclear: b", BOTH,
     "partly 0.5 (not found: big cheese) 1:a:'apple'"},
    {"unclear: what was done wrong was done wrong", "met: a, not_met: b, unclear: b",
     BREAD, "not met 0 (b in turn 1) 1:b:'bread'"},
    {"unclear: without an occasion it does not apply",
     "when: big-cheese, met: a, unclear: b", BREAD,
     "not applicable 0 (not found: big cheese)"},
    {"unclear: where it is unknown, it is open", "met: a, unclear: {when: m, why: bread}",
     BREAD, "not assessable 0 " PERSON},

    {"any: one that holds outweighs an unknown one", "met: {any: [a, m]}", APPLE,
     "met 1 1:a:'apple'"},
    {"any: an unknown one could hold", "met: {any: [a, m]}", NONE,
     "not assessable 0 " PERSON},
    {"all: one that fails outweighs an unknown one", "met: [a, m]", NONE,
     "not met 0 (not found: a)"},
    {"all: an unknown one could fail", "met: [a, m]", APPLE, "not assessable 0 " PERSON},
    {"not: what is unknown stays unknown", "met: {not: m}", APPLE,
     "not assessable 0 " PERSON},
    {"at_least: enough hold", "met: {at_least: 2, of: [a, b, m]}", BOTH,
     "met 1 1:a:'apple' 2:b:'bread'"},
    {"at_least: the unknown one could be the last", "met: {at_least: 2, of: [a, b, m]}",
     APPLE, "not assessable 0 " PERSON},
    {"at_least: the unknown one is not enough", "met: {at_least: 2, of: [a, b, m]}", NONE,
     "not met 0 (not found: a)"},

    {"why: what was forbidden", "met: {not: a}", "agent: hi\nagent: apple",
     "not met 0 (a in turn 2) 2:a:'apple'"},
    {"why: the one of several that was missed", "met: [a, b]", APPLE,
     "not met 0 (not found: b) 1:a:'apple'"},
    {"why: a name is spoken", "met: big-cheese", NONE,
     "not met 0 (not found: big cheese)"},
    {"why: what rules it out", "when: {not: a}, met: b", APPLE,
     "not applicable 0 (a in turn 1)"},
    {"why: the detector's own words", "met: ba", BREAD,
     "not met 0 (no a after b (turn 1)) 1:b:'bread'"},
    {"why: there were too few", "met: two", APPLE,
     "not met 0 (two: 1 found, fewer than 2) 1:two:'apple'"},

    {"quotes are in the order of the call", "when: b, met: a",
     "agent: apple\ncustomer: bread\nagent: apple, bread",
     "met 1 1:a:'apple' 2:b:'bread' 3:a:'apple' 3:b:'bread'"},
    {"a quote that serves twice is there once", "when: b, met: ba", "agent: bread, apple",
     "met 1 1:b:'bread' 1:a:'apple'"},
    {"the shorter of two quotes comes first", "met: [ab, a]", "agent: apple bread",
     "met 1 1:a:'apple' 1:ab:'apple bread'"},
    {"a quote has the bytes that were written", "met: ab", "agent: an apple \u00a0 bread",
     "met 1 1:ab:'apple \u00a0 bread'"},
};

static const char *mark_text(Arena *arena, const Mark *mark) {
    Buf out = {.arena = arena};
    buf_put(&out, verdict_words(mark->verdict));
    buf_byte(&out, ' ');
    buf_trimmed(&out, mark->points);
    if (mark->why.len) buf_format(&out, " (%.*s)", STR_ARG(mark->why));
    vec_each(const Quote, quote, &mark->quotes)
        buf_format(&out, " %u:%.*s:'%.*s'", quote->turn, STR_ARG(quote->origin->detector),
                   STR_ARG(quote->quote));
    buf_byte(&out, '\0');
    return out.ptr;
}

static void check_mark(void **state) {
    const MarkRow *row = *state;
    Arena arena = {0};
    Str yaml = str_format(&arena, RUBRIC(ANY_CALL, "{id: c, %s}"), row->rule);
    Rubric *rubric = make_rubric(&arena, str_z(&arena, yaml));
    Scorecard *card = make_card(&arena, rubric, make_call(&arena, row->call));
    assert_int_equal(card->marks.len, 1);
    assert_string_equal(mark_text(&arena, card->marks.items), row->mark);
    rubric_free(rubric);
    arena_free(&arena);
}

typedef struct {
    const char *says, *assess, *call;
    const char *why; // of every mark, or NULL: the call can be assessed
} AssessRow;

#define TALK "agent: one two three\ncustomer: four\nsystem: five"

static AssessRow CALLS[] = {
    {"enough turns", "min_turns: 2, min_agent_words: 0", TALK, NULL},
    {"the system's turns do not count", "min_turns: 3", TALK,
     "the call has 2 turns, fewer than 3"},
    {"enough words", "min_turns: 0, min_agent_words: 3", TALK, NULL},
    {"only the agent's words count", "min_turns: 0, min_agent_words: 4", TALK,
     "the agent said 3 words, fewer than 4"},
    {"a role is missing", "min_turns: 0, min_agent_words: 0, roles: [agent, customer]",
     "agent: hello", "no turns of the customer"},
    {"a role is not needed", "min_turns: 0, min_agent_words: 0, roles: agent",
     "agent: hello", NULL},
    {"four turns, ten words and both roles, by default", "",
     "agent: one two three four five\ncustomer: a\nagent: six seven eight nine ten\n"
     "customer: b",
     NULL},
    {"nine words are too few by default", "",
     "agent: one two three four five\ncustomer: a\nagent: six seven eight nine\n"
     "customer: b",
     "the agent said 9 words, fewer than 10"},
};

static void check_assess(void **state) {
    const AssessRow *row = *state;
    Arena arena = {0};
    Str yaml = str_format(&arena, RUBRIC("%s", "{id: c, met: a}, {id: d, met: {not: a}}"),
                          row->assess);
    Rubric *rubric = make_rubric(&arena, str_z(&arena, yaml));
    Scorecard *card = make_card(&arena, rubric, make_call(&arena, row->call));
    assert_int_equal(card->marks.len, 2);
    assert_int_equal(card->score == NO_SCORE, row->why != NULL);
    vec_each(const Mark, mark, &card->marks) {
        assert_int_equal(mark->verdict == VERDICT_NOT_ASSESSABLE, row->why != NULL);
        if (row->why) assert_string_equal(str_z(&arena, mark->why), row->why);
    }
    rubric_free(rubric);
    arena_free(&arena);
}

static void a_quote_stands_between_what_the_other_side_said(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(&arena, RUBRIC(ANY_CALL, "{id: c, met: a}"));
    const Call *call = make_call(&arena, "customer: first\n"
                                         "agent: well\n"
                                         "system: beep\n"
                                         "agent @7: an apple, then\n"
                                         "agent: more\n"
                                         "customer: last");
    Scorecard *card = make_card(&arena, rubric, call);
    const Quote *quote = card->marks.items[0].quotes.items;
    assert_string_equal(str_z(&arena, quote_before(card, quote)->text), "first");
    assert_string_equal(str_z(&arena, quote_turn(card, quote)->text), "an apple, then");
    assert_string_equal(str_z(&arena, quote_after(card, quote)->text), "last");
    assert_int_equal(quote->turn, 4);
    assert_int_equal(quote->at_ms, 7000);
    assert_int_equal(quote->start, 3);
    assert_int_equal(quote->end, 8);
    assert_int_equal(quote->role, ROLE_AGENT);
    rubric_free(rubric);
    arena_free(&arena);
}

static void a_card_has_what_was_said(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(&arena, RUBRIC(ANY_CALL, "{id: c, met: a}"));
    Scorecard *card =
        make_card(&arena, rubric, make_call(&arena, "customer @2: ah\nagent: an apple"));
    assert_int_equal(card->said_from, 1);
    assert_int_equal(card->said.len, 2);
    assert_int_equal(card->said.items[0].role, ROLE_CUSTOMER);
    assert_int_equal(card->said.items[0].at_ms, 2000);
    assert_int_equal(card->said.items[1].at_ms, NO_TIME);
    const Quote *quote = card->marks.items[0].quotes.items;
    assert_ptr_equal(quote->quote.ptr, card->said.items[1].text.ptr + 3);
    rubric_free(rubric);
    arena_free(&arena);
}

static void a_quote_has_the_place_of_its_pattern(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(&arena, RUBRIC(ANY_CALL, "{id: c, met: a}"));
    Scorecard *card = make_card(&arena, rubric, make_call(&arena, APPLE));
    const Place place = rubric->origins.items[0].place;
    Str wanted =
        str_format(&arena, "%.*s:%u", STR_ARG(path_base(place.path)), place.line);
    Str at = card->marks.items[0].quotes.items[0].origin->at;
    assert_string_equal(str_z(&arena, at), str_z(&arena, wanted));
    rubric_free(rubric);
    arena_free(&arena);
}

static void a_call_may_end_with_the_quote(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(&arena, RUBRIC(ANY_CALL, "{id: c, met: a}"));
    Scorecard *card = make_card(&arena, rubric, make_call(&arena, APPLE));
    const Quote *quote = card->marks.items[0].quotes.items;
    assert_null(quote_before(card, quote));
    assert_null(quote_after(card, quote));
    rubric_free(rubric);
    arena_free(&arena);
}

static void what_cannot_be_observed_gets_no_mark(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(
        &arena,
        RUBRIC(ANY_CALL, "{id: c, met: a}, {id: d, observable: no, reason: unseen}"));
    Scorecard *card = make_card(&arena, rubric, make_call(&arena, APPLE));
    assert_int_equal(card->marks.len, 1);
    assert_int_equal(card->score, 100000);
    rubric_free(rubric);
    arena_free(&arena);
}

static void a_scorecard_outlives_the_call(void **state) {
    (void)state;
    Arena arena = {0}, passing = {0};
    Rubric *rubric = make_rubric(&arena, RUBRIC(ANY_CALL, "{id: c, met: a}"));
    const Call *call = make_call(&passing, "customer: hi\nagent: apple\nfield team: red");
    Scorecard *card = make_card(&arena, rubric, call);
    arena_reset(&passing);
    assert_string_equal(mark_text(&arena, card->marks.items), "met 1 2:a:'apple'");
    assert_string_equal(str_z(&arena, card->team), "red");
    rubric_free(rubric);
    arena_free(&arena);
    arena_free(&passing);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quote_stands_between_what_the_other_side_said),
        cmocka_unit_test(a_card_has_what_was_said),
        cmocka_unit_test(a_quote_has_the_place_of_its_pattern),
        cmocka_unit_test(a_call_may_end_with_the_quote),
        cmocka_unit_test(what_cannot_be_observed_gets_no_mark),
        cmocka_unit_test(a_scorecard_outlives_the_call),
    };
    return RUN_ROWS(MARKS, check_mark) + RUN_ROWS(CALLS, check_assess) +
           cmocka_run_group_tests(tests, NULL, NULL);
}

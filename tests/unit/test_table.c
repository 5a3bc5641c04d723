#include "score/quotes.h"
#include "score/table.h"

#include "make_call.h"

static const char RUBRIC[] =
    "rubric: test\n"
    "score: {assess: {min_turns: 0, min_agent_words: 0, roles: []}}\n"
    "detectors: {a: {any: [apple]}, m: {kind: manual}}\n"
    "principles:\n"
    "- {id: p, title: P, weight: 3, floor: 40, criteria: [{id: c, met: a},\n"
    "   {id: unseen, observable: no, reason: none}, {id: d, met: m}]}\n"
    "- {id: q, title: Q, weight: 1, criteria: [{id: e, met: m}]}\n";

#define SCORES_HEADER                                                                           \
    "call,agent,agent_name,team,channel,started_at,customer,score,band,flags,judged,judged_of," \
    "principle,principle_score,weight,applied,floor\n"

static Scorecard *make_apple_card(Arena *arena, const Rubric *rubric) {
    Scorecard *card = make_card(arena, rubric, make_call(arena, "agent @1-3: one apple"));
    card->call = STR("c-1");
    card->rubric_hash = STR("9f2c");
    return card;
}

// Both kinds of table: the header, then a card's rows.
static const char *table_text(Arena *arena, const Rubric *rubric, const Scorecard *card) {
    Buf out = {.arena = arena};
    table_put_header(&out, rubric);
    table_put(&out, rubric, card);
    buf_byte(&out, '\0');
    return out.ptr;
}

static const char *scores_text(Arena *arena, const Scorecard *card) {
    Buf out = {.arena = arena};
    scores_put_header(&out);
    scores_put(&out, card);
    buf_byte(&out, '\0');
    return out.ptr;
}

// Cells of the row that begins at *text by RFC 4180; moves *text past its line end.
static size_t take_row(const char **text) {
    size_t cells = 1;
    bool quoted = false;
    for (; **text && (quoted || **text != '\n'); ++*text) {
        if (**text == '"') quoted = !quoted;
        cells += **text == ',' && !quoted;
    }
    if (**text) ++*text;
    return cells;
}

static void check_rectangle(const char *text, size_t rows, size_t cells) {
    for (size_t row = 0; row < rows; row++) assert_int_equal(take_row(&text), cells);
    assert_string_equal(text, "");
}

static void a_call_is_one_row(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(&arena, RUBRIC);
    Scorecard *card = make_apple_card(&arena, rubric);
    assert_string_equal(
        table_text(&arena, rubric, card),
        "call,agent,agent_name,team,channel,started_at,customer,turns,agent_words,"
        "duration_ms,rubric,rubric_version,rubric_hash,score,compensatory,band,flags,"
        "judged,judged_of,too_little,"
        "p,q,p.c,p.d,q.e,wait_ms,first_reply_ms,max_reply_ms,problems\n"
        "c-1,,,,,,,1,2,2000,test,,9f2c,100.0,100.0,Excellent,,1,2,,"
        "100.0,,met,not_assessable,not_assessable,,,,\n");
    rubric_free(rubric);
    arena_free(&arena);
}

static void a_principle_is_one_row(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(&arena, RUBRIC);
    Scorecard *card = make_apple_card(&arena, rubric);
    card->started_at = 1589375697000;
    assert_string_equal(
        scores_text(&arena, card), SCORES_HEADER
        "c-1,,,,,2020-05-13T13:14:57Z,,100.0,Excellent,,1,2,p,100.0,3,4.0,40.0\n"
        "c-1,,,,,2020-05-13T13:14:57Z,,100.0,Excellent,,1,2,q,,1,0.0,\n");
    rubric_free(rubric);
    arena_free(&arena);
}

#define MARKS_HEADER                                                      \
    "call,agent,agent_name,team,week,principle,criterion,verdict,points," \
    "weight,share,counted,turn,quote\n"

static const char *marks_text(Arena *arena, const Scorecard *card) {
    Buf out = {.arena = arena};
    marks_put_header(&out);
    marks_put(&out, card);
    buf_byte(&out, '\0');
    return out.ptr;
}

static void a_mark_is_one_row(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(&arena, RUBRIC);
    Scorecard *card = make_apple_card(&arena, rubric);
    card->started_at = 1609718399000; // on a Sunday
    card->marks.items[0].share = 99996;
    card->marks.items[2].uncounted = true;
    assert_string_equal(marks_text(&arena, card),
                        MARKS_HEADER "c-1,,,,2020-W53,p,c,met,1,1,100,true,1,apple\n"
                                     "c-1,,,,2020-W53,p,d,not_assessable,,1,0,true,,\n"
                                     "c-1,,,,2020-W53,q,e,not_assessable,,1,0,false,,\n");
    rubric_free(rubric);
    arena_free(&arena);
}

// The last words decide; a long quotation is cut between characters, and on one line.
static void a_mark_is_quoted_in_short(void **state) {
    (void)state;
    Arena arena = {0};
    Scorecard card = {.call = STR("c"), .started_at = NO_TIME};
    Mark mark = {.criterion = STR("x"), .principle = STR("p"), .weight = 1500};
    Str dots = str_format(&arena, "%078d\n\xC3\xA4", 0);
    *quotes_add(&arena, &mark) = (Quote){.quote = STR("first"), .turn = 3};
    *quotes_add(&arena, &mark) = (Quote){.quote = dots, .turn = 4};
    *vec_push(&arena, &card.marks) = mark;
    Str row =
        str_format(&arena, MARKS_HEADER "c,,,,,p,x,met,0,1.5,0,true,4,%078d ...\n", 0);
    assert_string_equal(marks_text(&arena, &card), str_z(&arena, row));
    arena_free(&arena);
}

static void every_row_has_the_cells_of_the_header(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"plain", "a,b", "say \"a, b\"", "two\nlines",
                                        " x "};
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        Arena arena = {0};
        Rubric *rubric = make_rubric(&arena, RUBRIC);
        Scorecard *card = make_apple_card(&arena, rubric);
        card->call = card->agent = card->customer = card->band = str_from(TEXTS[i]);
        *vec_push(&arena, &card->flags) = str_from(TEXTS[i]);
        *vec_push(&arena, &card->flags) = STR("floor:p");
        *vec_push(&arena, &card->problems) = str_from(TEXTS[i]);
        check_rectangle(table_text(&arena, rubric, card), 2, 29);
        check_rectangle(scores_text(&arena, card), 3, 17);
        card->marks.items[0].quotes.items[0].quote = str_from(TEXTS[i]);
        check_rectangle(marks_text(&arena, card), 4, 14);
        rubric_free(rubric);
        arena_free(&arena);
    }
}

static void a_call_without_a_score_has_empty_cells(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(&arena, RUBRIC);
    Scorecard *card = make_card(&arena, rubric, make_call(&arena, "system: beep"));
    card->call = STR("c-2");
    assert_string_equal(scores_text(&arena, card),
                        SCORES_HEADER "c-2,,,,,,,,,,0,2,p,,3,0.0,40.0\n"
                                      "c-2,,,,,,,,,,0,2,q,,1,0.0,\n");
    check_rectangle(table_text(&arena, rubric, card), 2, 29);
    rubric_free(rubric);
    arena_free(&arena);
}

// A card with several flags has one cell for them.
static void flags_and_problems_are_joined(void **state) {
    (void)state;
    Arena arena = {0};
    Scorecard card = {.call = STR("c"), .started_at = NO_TIME, .score = NO_SCORE};
    *vec_push(&arena, &card.flags) = STR("floor:p");
    *vec_push(&arena, &card.flags) = STR("cap:c");
    *vec_push(&arena, &card.principles) =
        (PrincipleScore){STR("p"), 50000, 1500, 1500, 0, 0, false};
    assert_string_equal(scores_text(&arena, &card), SCORES_HEADER
                        "c,,,,,,,,,floor:p; cap:c,0,0,p,50.0,1.5,1.5,0.0\n");
    arena_free(&arena);
}

static void no_cell_is_a_formula(void **state) {
    (void)state;
    static const struct {
        const char *text, *cell;
    } TABLE[] = {
        {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
        {"+cmd", "'+cmd"},
        {"-cmd", "'-cmd"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"-5", "-5"},
        {"a=b", "a=b"},
    };
    for (size_t i = 0; i < COUNT(TABLE); i++) {
        Arena arena = {0};
        Scorecard card = {.call = STR("c"),
                          .agent = str_from(TABLE[i].text),
                          .started_at = NO_TIME,
                          .score = NO_SCORE};
        *vec_push(&arena, &card.principles) =
            (PrincipleScore){.id = STR("p"), .floor = NO_SCORE};
        Str wanted = str_format(&arena, SCORES_HEADER "c,%s,,,,,,,,,0,0,p,0.0,0,0.0,\n",
                                TABLE[i].cell);
        assert_string_equal(scores_text(&arena, &card), str_z(&arena, wanted));
        *vec_push(&arena, &card.marks) = (Mark){.criterion = STR("x")};
        *quotes_add(&arena, &card.marks.items[0]) = (Quote){.quote = card.agent};
        wanted = str_format(&arena, MARKS_HEADER "c,%s,,,,,x,met,0,0,0,true,0,%s\n",
                            TABLE[i].cell, TABLE[i].cell);
        assert_string_equal(marks_text(&arena, &card), str_z(&arena, wanted));
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_call_is_one_row),
        cmocka_unit_test(a_principle_is_one_row),
        cmocka_unit_test(a_mark_is_one_row),
        cmocka_unit_test(a_mark_is_quoted_in_short),
        cmocka_unit_test(every_row_has_the_cells_of_the_header),
        cmocka_unit_test(a_call_without_a_score_has_empty_cells),
        cmocka_unit_test(flags_and_problems_are_joined),
        cmocka_unit_test(no_cell_is_a_formula),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

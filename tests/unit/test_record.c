#include "score/quotes.h"
#include "score/record.h"

#include "make_call.h"
#include "score/card_value.h"

static const Place PLACE = {.path = {"cards.ndjson", 12}, .line = 7, .col = 1};

static Quote make_quote(void) {
    static const Origin ORIGIN = {.detector = {"sorry", 5}, .at = {"rules.yaml:7", 12}};
    return (Quote){&ORIGIN, STR("so sorry"), 93000, 5, 2, 10, ROLE_AGENT};
}

static Scorecard make_small_card(Arena *arena) {
    Scorecard card = {
        .call = STR("c-1"),
        .agent = STR("A7"),
        .team = STR("red"),
        .channel = STR("chat"),
        .started_at = 1589375697000,
        .duration_ms = 201000,
        .turns = 12,
        .agent_words = 88,
        .rubric = STR("five"),
        .rubric_version = STR("1"),
        .rubric_hash = STR("9f2c"),
        .quality_hash = STR("77aa"),
        .score = 78500,
        .compensatory = 81000,
        .uncapped = 81000,
        .judged = 9,
        .judged_of = 26,
        .unproven = 1,
        .band = STR("Meets expectations"),
        .wait_ms = NO_TIME,
        .first_reply_ms = 17000,
        .max_reply_ms = 84000,
    };
    *vec_push(arena, &card.flags) = STR("floor:empathy");
    *vec_push(arena, &card.principles) =
        (PrincipleScore){STR("empathy"), 66700, 25000, 31250, 40000, 0, false};
    PrincipleScore speed = {STR("speed"), NO_SCORE, 2500, 0, NO_SCORE, 0, false};
    *vec_push(arena, &card.principles) = speed;
    Mark mark = {.criterion = STR("names-it"), .principle = STR("empathy")};
    mark.verdict = VERDICT_PARTLY, mark.why = STR("came late"), mark.points = 500;
    mark.weight = 3000, mark.applied = 3500, mark.share = 11760, mark.uncounted = true;
    *quotes_add(arena, &mark) = make_quote();
    *vec_push(arena, &card.marks) = mark;
    *vec_push(arena, &card.problems) = STR("times repaired");
    card.said_from = 4;
    *vec_push(arena, &card.said) = (Said){STR("why?"), NO_TIME, ROLE_CUSTOMER};
    *vec_push(arena, &card.said) = (Said){STR("I so sorry"), 93000, ROLE_AGENT};
    return card;
}

static const char SMALL[] =
    "{\"record\":2,\"call\":\"c-1\",\"agent\":\"A7\",\"agent_name\":null,\"team\":\"red\","
    "\"channel\":\"chat\",\"started_at\":\"2020-05-13T13:14:57Z\",\"customer\":null,"
    "\"turns\":12,\"agent_words\":88,\"duration_ms\":201000,"
    "\"rubric\":\"five\",\"rubric_version\":\"1\",\"rubric_hash\":\"9f2c\","
    "\"quality_hash\":\"77aa\","
    "\"score\":78.5,\"compensatory\":81.0,\"uncapped\":81.0,"
    "\"band\":\"Meets expectations\",\"judged\":9,\"judged_of\":26,\"unproven\":1,\"too_little\":null,"
    "\"flags\":[\"floor:empathy\"],"
    "\"principles\":[{\"id\":\"empathy\",\"score\":66.7,\"weight\":25,\"applied\":31.3,"
    "\"floor\":40},{\"id\":\"speed\",\"score\":null,\"weight\":2.5,\"applied\":0.0,"
    "\"floor\":null}],"
    "\"marks\":[{\"criterion\":\"names-it\",\"principle\":\"empathy\","
    "\"verdict\":\"partly\",\"points\":0.5,\"weight\":3,\"applied\":3.5,\"share\":11.76,"
    "\"counted\":false,\"why\":\"came late\","
    "\"evidence\":[{\"detector\":\"sorry\",\"turn\":5,\"role\":\"agent\",\"at_ms\":93000,"
    "\"start\":2,\"end\":10,\"quote\":\"so sorry\","
    "\"at\":\"rules.yaml:7\"}]}],"
    "\"measures\":{\"wait_ms\":null,\"first_reply_ms\":17000,\"max_reply_ms\":84000},"
    "\"said_from\":4,\"said\":[[\"customer\",null,\"why?\"],"
    "[\"agent\",93000,\"I so sorry\"]],\"problems\":[\"times repaired\"]}\n";

static const char *record_text(Arena *arena, const Scorecard *card) {
    Buf out = {.arena = arena};
    record_put_json(&out, card);
    buf_byte(&out, '\0');
    return out.ptr;
}

static void a_record_is_one_line_of_json(void **state) {
    (void)state;
    Arena arena = {0};
    Scorecard card = make_small_card(&arena);
    assert_string_equal(record_text(&arena, &card), SMALL);
    arena_free(&arena);
}

static void what_is_not_known_is_null(void **state) {
    (void)state;
    Arena arena = {0};
    Scorecard card = {.call = STR("c"),
                      .started_at = NO_TIME,
                      .duration_ms = NO_TIME,
                      .score = NO_SCORE,
                      .compensatory = NO_SCORE,
                      .uncapped = NO_SCORE,
                      .wait_ms = NO_TIME,
                      .first_reply_ms = NO_TIME,
                      .max_reply_ms = NO_TIME};
    assert_string_equal(
        record_text(&arena, &card),
        "{\"record\":2,\"call\":\"c\",\"agent\":null,\"agent_name\":null,\"team\":null,"
        "\"channel\":null,\"started_at\":null,\"customer\":null,\"turns\":0,"
        "\"agent_words\":0,\"duration_ms\":null,\"rubric\":\"\",\"rubric_version\":\"\","
        "\"rubric_hash\":\"\",\"quality_hash\":null,\"score\":null,\"compensatory\":null,\"uncapped\":null,"
        "\"band\":null,\"judged\":0,\"judged_of\":0,\"unproven\":0,\"too_little\":null,"
        "\"flags\":[],\"principles\":[],\"marks\":[],\"measures\":{\"wait_ms\":null,"
        "\"first_reply_ms\":null,\"max_reply_ms\":null},\"problems\":[]}\n");
    arena_free(&arena);
}

// Writes the card, reads it back, writes it again: the same text.
static Scorecard check_round_trip(Arena *arena, const Scorecard *card) {
    Diags diags = {.arena = arena};
    Scorecard back;
    const char *text = record_text(arena, card);
    assert_true(record_parse(arena, str_from(text), PLACE, &back, &diags));
    assert_int_equal(diags.items.len, 0);
    assert_string_equal(record_text(arena, &back), text);
    return back;
}

static void a_record_reads_back_as_it_was_written(void **state) {
    (void)state;
    Arena arena = {0};
    Scorecard card = make_small_card(&arena);
    Scorecard back = check_round_trip(&arena, &card);
    assert_int_equal(back.started_at, card.started_at);
    assert_int_equal(back.principles.items[1].score, NO_SCORE);
    assert_int_equal(back.principles.items[1].weight, 2500);
    assert_int_equal(back.marks.items[0].verdict, VERDICT_PARTLY);
    assert_int_equal(back.marks.items[0].quotes.items[0].end, 10);
    assert_int_equal(back.marks.items[0].quotes.items[0].role, ROLE_AGENT);
    assert_int_equal(back.said_from, 4);
    const Said *before = quote_before(&back, back.marks.items[0].quotes.items);
    assert_ptr_equal(before, &back.said.items[0]);
    arena_free(&arena);
}

static void a_record_of_version_1_has_no_turns(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Scorecard card;
    Str line = STR("{\"record\":1,\"call\":\"c\",\"marks\":[{\"criterion\":\"x\","
                   "\"verdict\":\"met\",\"evidence\":[{\"turn\":5,\"start\":2,"
                   "\"end\":10,\"quote\":\"so sorry\"}]}]}");
    assert_true(record_parse(&arena, line, PLACE, &card, &diags));
    const Quote *quote = card.marks.items[0].quotes.items;
    assert_null(quote_turn(&card, quote));
    assert_true(str_eq(quote_words(&card, quote), STR("so sorry")));
    arena_free(&arena);
}

static void what_measures_are_of_reads_back(void **state) {
    (void)state;
    Arena arena = {0};
    Scorecard card = make_small_card(&arena);
    *vec_push(&arena, &card.values) = (CardValue){STR("field wait"), 45500};
    *vec_push(&arena, &card.values) = (CardValue){STR("field a b"), NO_VALUE};
    *vec_push(&arena, &card.values) = (CardValue){STR("detector upset"), -2000};
    assert_non_null(
        strstr(record_text(&arena, &card),
               "\"max_reply_ms\":84000,\"field wait\":45.5,\"field a b\":null,"
               "\"detector upset\":-2}"));
    Scorecard back = check_round_trip(&arena, &card);
    assert_int_equal(back.values.len, 3);
    assert_int_equal(back.values.items[1].value, NO_VALUE);
    assert_int_equal(back.values.items[2].value, -2000);
    arena_free(&arena);
}

static void a_number_too_large_to_measure_is_not_known(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Scorecard card;
    const char *line = "{\"record\":1,\"call\":\"c\",\"marks\":[],\"measures\":"
                       "{\"field x\":1e300,\"wait_ms\":1}}";
    assert_true(record_parse(&arena, str_from(line), PLACE, &card, &diags));
    assert_int_equal(card.values.len, 1);
    assert_int_equal(card.values.items[0].value, NO_VALUE);
    arena_free(&arena);
}

static void every_verdict_and_role_reads_back(void **state) {
    (void)state;
    Arena arena = {0};
    Scorecard card = make_small_card(&arena);
    for (Verdict verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        Quote quote = make_quote();
        quote.role = verdict % ROLE_COUNT;
        quote.at_ms = NO_TIME;
        Mark mark = {
            .criterion = STR("x"), .principle = STR("empathy"), .verdict = verdict};
        *quotes_add(&arena, &mark) = quote;
        *vec_push(&arena, &card.marks) = mark;
    }
    Scorecard back = check_round_trip(&arena, &card);
    for (size_t i = 1; i < back.marks.len; i++)
        assert_int_equal(back.marks.items[i].verdict, i - 1);
    arena_free(&arena);
}

static void any_text_reads_back(void **state) {
    (void)state;
    const Str texts[] = {
        STR("\u201ccaf\u00e9\u201d \U0001f600"),
        STR("a\"b\\c/d"),
        STR("tab\tline\nreturn\r"),
        STR("\x01\x1f\x7f"),
        STR("nul\0l"),
        STR("{"),
        STR("\u2028"),
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        Arena arena = {0};
        Scorecard card = make_small_card(&arena);
        card.call = card.agent = card.customer = texts[i];
        card.marks.items[0].why = card.marks.items[0].quotes.items[0].quote = texts[i];
        card.marks.items[0].quotes.items[0].start = 0;
        card.marks.items[0].quotes.items[0].end = (uint32_t)texts[i].len;
        card.said.items[1].text = texts[i];
        *vec_push(&arena, &card.problems) = texts[i];
        Scorecard back = check_round_trip(&arena, &card);
        assert_true(str_eq(back.call, texts[i]));
        assert_true(str_eq(back.marks.items[0].quotes.items[0].quote, texts[i]));
        arena_free(&arena);
    }
}

static void control_characters_are_escaped(void **state) {
    (void)state;
    Arena arena = {0};
    Scorecard card = {.call = {"a\nb\x01", 4}, .score = NO_SCORE};
    Str text = str_from(record_text(&arena, &card));
    assert_true(str_starts(text, STR("{\"record\":2,\"call\":\"a\\nb\\u0001\",")));
    assert_int_equal(str_index(text, 0, '\n'), text.len - 1);
    arena_free(&arena);
}

static void a_call_that_was_marked_reads_back(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(
        &arena, "rubric: test\ndetectors: {a: {any: [apple]}}\nprinciples: [{id: p, "
                "title: P, weight: 1, criteria: [{id: c, met: a}]}]\n");
    const Call *call =
        make_call(&arena, "agent @0-2: an apple, or two, or three of them\n"
                          "customer @3-4: yes\nagent @5: apple it is then\n"
                          "customer @7: \u2018bye\u2019");
    Scorecard *card = make_card(&arena, rubric, call);
    card->call = STR("c");
    Scorecard back = check_round_trip(&arena, card);
    assert_int_equal(back.score, 100000);
    assert_int_equal(back.marks.items[0].quotes.len, 2);
    rubric_free(rubric);
    arena_free(&arena);
}

// Whether or not the rubric has measures of them.
static void what_tallies_look_for_is_kept(void **state) {
    (void)state;
    Arena arena = {0};
    Rubric *rubric = make_rubric(
        &arena, "rubric: test\ndetectors: {upset: {any: [cross]}}\nprinciples: [{id: p, "
                "title: P, weight: 1, criteria: [{id: c, met: upset}]}]\n");
    Call call = *make_call(&arena, "customer: i am cross\nagent: oh dear");
    *vec_push(&arena, &call.fields) = (Field){STR("CSAT"), STR("4")};
    *vec_push(&arena, &call.fields) = (Field){STR("resolved"), STR("no")};
    *vec_push(&arena, &call.fields) = (Field){STR("Queue"), STR("sales")};
    Scorecard *card = make_card(&arena, rubric, &call);
    card->call = STR("c");
    Scorecard back = check_round_trip(&arena, card);
    assert_true(str_eq(back.queue, STR("sales")));
    assert_int_equal(card_number(&back, OUTCOMES[OUTCOME_CSAT]), 4000);
    assert_int_equal(card_number(&back, OUTCOMES[OUTCOME_RESOLVED]), 0);
    assert_true(card_upset(&back));
    rubric_free(rubric);
    arena_free(&arena);
}

typedef struct {
    const char *says, *line;
    const char *error; // "": refused without a word
    uint32_t col;
} RefusedRow;

#define HEAD    "{\"record\":1,\"call\":\"c\","
#define MISSING "scorecard record with a call, mark or verdict missing or unknown"
#define NONE    "not a scorecard record of version 1 or 2"
#define UNSAID  "scorecard record with evidence that is not in what was said"
#define EVIDENCE(where)                                                                \
    "{\"record\":2,\"call\":\"c\",\"said\":[[\"agent\",0,\"hello\"]],\"marks\":"       \
    "[{\"criterion\":\"x\",\"verdict\":\"met\",\"evidence\":[{\"quote\":\"he\"," where \
    "}]}]}"
static RefusedRow REFUSED[] = {
    {"no JSON", "call,score", "bad JSON: invalid token", 4},
    {"half", "{\"record\":1,", "bad JSON: string or '}' expected near end of file", 12},
    {"another version", "{\"record\":3,\"call\":\"c\",\"marks\":[]}", NONE, 1},
    {"no record", "{\"call\":\"c\",\"marks\":[]}", NONE, 1},
    {"a list", "[1]", NONE, 1},
    {"words that nobody said", EVIDENCE("\"turn\":2,\"start\":0,\"end\":2"), UNSAID, 1},
    {"words beyond their turn", EVIDENCE("\"turn\":1,\"start\":1,\"end\":9"), UNSAID, 1},
    {"other words", EVIDENCE("\"turn\":1,\"start\":1,\"end\":3"), UNSAID, 1},
    {"no call", "{\"record\":1,\"marks\":[]}", MISSING, 1},
    {"no marks", HEAD "\"score\":1}", MISSING, 1},
    {"marks that are no list", HEAD "\"marks\":{}}", MISSING, 1},
    {"a mark without a criterion", HEAD "\"marks\":[{\"verdict\":\"met\"}]}", MISSING, 1},
    {"an unknown verdict", HEAD "\"marks\":[{\"criterion\":\"x\",\"verdict\":\"good\"}]}",
     MISSING, 1},
    {"the record of an error", HEAD "\"error\":\"no text\"}", "", 0},
};

static void check_refused(void **state) {
    const RefusedRow *row = *state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Scorecard card;
    assert_false(record_parse(&arena, str_from(row->line), PLACE, &card, &diags));
    assert_int_equal(diags.items.len, *row->error ? 1 : 0);
    if (diags.items.len) {
        const Diag *diag = diags.items.items;
        assert_string_equal(str_z(&arena, diag->text), row->error);
        assert_int_equal(diag->level, DIAG_ERROR);
        assert_string_equal(str_z(&arena, diag->place.path), "cards.ndjson");
        assert_int_equal(diag->place.line, 7);
        assert_int_equal(diag->place.col, row->col);
    }
    arena_free(&arena);
}

static void fields_of_the_wrong_type_are_not_known(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Scorecard card;
    Str line = STR(HEAD "\"agent\":5,\"score\":\"high\",\"turns\":-1,\"started_at\":3,"
                        "\"duration_ms\":1e300,\"flags\":[1],\"principles\":[7],"
                        "\"marks\":[],\"measures\":[]}");
    assert_true(record_parse(&arena, line, PLACE, &card, &diags));
    assert_int_equal(card.agent.len, 0);
    assert_int_equal(card.score, NO_SCORE);
    assert_int_equal(card.turns, 0);
    assert_int_equal(card.started_at, NO_TIME);
    assert_int_equal(card.duration_ms, NO_TIME);
    assert_int_equal(card.wait_ms, NO_TIME);
    arena_free(&arena);
}

static void an_error_has_a_record_of_its_own(void **state) {
    (void)state;
    Arena arena = {0};
    Buf out = {.arena = &arena};
    record_put_error(&out, STR("c-2"), 0, STR("bad"));
    record_put_error(&out, (Str){0}, 17, STR("\"\""));
    assert_true(
        str_eq(buf_str(&out),
               STR("{\"record\":2,\"call\":\"c-2\",\"error\":\"bad\"}\n{\"record\":2,"
                   "\"call\":null,\"line\":17,\"error\":\"\\\"\\\"\"}\n")));
    arena_free(&arena);
}

static void records_are_known_by_how_they_begin(void **state) {
    (void)state;
    assert_true(record_sniff(str_from(SMALL)));
    assert_false(record_sniff(STR("{\"call\":\"c-1\",\"turns\":[]}")));
    assert_false(record_sniff((Str){0}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_is_one_line_of_json),
        cmocka_unit_test(what_is_not_known_is_null),
        cmocka_unit_test(a_record_reads_back_as_it_was_written),
        cmocka_unit_test(a_record_of_version_1_has_no_turns),
        cmocka_unit_test(every_verdict_and_role_reads_back),
        cmocka_unit_test(what_measures_are_of_reads_back),
        cmocka_unit_test(a_number_too_large_to_measure_is_not_known),
        cmocka_unit_test(any_text_reads_back),
        cmocka_unit_test(control_characters_are_escaped),
        cmocka_unit_test(a_call_that_was_marked_reads_back),
        cmocka_unit_test(what_tallies_look_for_is_kept),
        cmocka_unit_test(fields_of_the_wrong_type_are_not_known),
        cmocka_unit_test(an_error_has_a_record_of_its_own),
        cmocka_unit_test(records_are_known_by_how_they_begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + RUN_ROWS(REFUSED, check_refused);
}

#include "test_read.h"

#include "base/buf.h"
#include "input/json.h"
#include "input/json_plain.h"

static const Json *parse(Reading *reading, const char *text) {
    Place place = {.path = STR("a.json"), .line = 3, .col = 5};
    return json_parse(&reading->arena, str_from(text), place, &reading->diags);
}

static void values_of_every_type(void **state) {
    Reading *reading = *state;
    const Json *json =
        parse(reading, "{\"n\": null, \"t\": true, \"f\": false, \"i\": 42,"
                       " \"r\": -1.5e3, \"s\": \"caf\\u00e9\\n\", \"a\": [1, []],"
                       " \"o\": {\"x\": 1}}");
    static const JsonType TYPES[] = {JSON_NULL,   JSON_BOOL,   JSON_BOOL,  JSON_NUMBER,
                                     JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT};
    assert_int_equal(json->count, 8);
    for (size_t i = 0; i < 8; i++) assert_int_equal(json->items[i].type, TYPES[i]);
    assert_true(json_get(json, "t")->truth);
    assert_false(json_get(json, "f")->truth);
    assert_true(json_number(json, "i", 0) == 42 && json_number(json, "r", 0) == -1500);
    ASSERT_STR(reading, json_text(json, "s"), "caf\u00e9\n");
    assert_int_equal(json_get(json, "a")->count, 2);
    assert_true(json_number(json_get(json, "o"), "x", 0) == 1);
    ASSERT_STR(reading, json->items[6].key, "a");
}

static void what_is_not_there_is_nothing(void **state) {
    const Json *json = parse(*state, "{\"a\": 1, \"b\": \"x\"}");
    assert_null(json_get(json, "c"));
    assert_null(json_get(NULL, "c"));
    assert_null(json_get(json_get(json, "a"), "c"));
    assert_int_equal(json_text(json, "a").len, 0);
    assert_true(json_number(json, "b", 7) == 7);
}

static void any_value_may_stand_alone(void **state) {
    assert_int_equal(parse(*state, "3")->type, JSON_NUMBER);
    assert_int_equal(parse(*state, " \"x\" ")->type, JSON_STRING);
    assert_int_equal(parse(*state, "[]")->count, 0);
}

static void numbers_may_be_big(void **state) {
    const Json *json =
        parse(*state, "[1589375697000000000, 123456789012345678901234567890]");
    assert_true(json->items[0].number == 1589375697000000000.0);
    assert_true(json->items[1].number > 1.2e29);
}

static void texts_may_hold_nul(void **state) {
    Str text = parse(*state, "\"a\\u0000b\"")->text;
    assert_int_equal(text.len, 3);
    assert_memory_equal(text.ptr, "a\0b", 3);
}

static void assert_error(Reading *reading, const char *text, uint32_t line,
                         uint32_t col) {
    reading->diags.items.len = 0;
    assert_null(parse(reading, text));
    assert_int_equal(reading->diags.items.len, 1);
    const Diag *diag = &reading->diags.items.items[0];
    assert_int_equal(diag->place.line, line);
    assert_int_equal(diag->place.col, col);
    assert_int_equal(diag->level, DIAG_ERROR);
    assert_true(str_starts(diag->text, STR("bad JSON: ")));
}

static void errors_have_a_place(void **state) {
    assert_error(*state, "{]", 3, 6);
    assert_error(*state, "{\"a\": 1,\n \"b\": }", 4, 7);
    assert_error(*state, "{\"a\": 1, \"a\": 2}", 3, 16);
    assert_error(*state, "", 3, 5);
    assert_error(*state, "1 2", 3, 7);
    assert_error(*state, "\"\xff\"", 3, 5);
}

static void depth_is_bounded(void **state) {
    Reading *reading = *state;
    Buf text = {.arena = &reading->arena};
    for (int i = 0; i < 100000; i++) buf_byte(&text, '[');
    assert_null(json_parse(&reading->arena, buf_str(&text), (Place){.line = 1, .col = 1},
                           &reading->diags));
    assert_int_equal(reading->diags.errors, 1);
}

// ---- The quick reader (json_plain.h): what it takes, it takes as jansson does

static void assert_same(Reading *reading, const Json *one, const Json *other) {
    assert_int_equal(one->type, other->type);
    assert_int_equal(one->truth, other->truth);
    assert_memory_equal(&one->number, &other->number, sizeof one->number);
    assert_true(str_eq(one->text, other->text) || one->type == JSON_NUMBER);
    assert_true(str_eq(one->key, other->key));
    assert_int_equal(one->count, other->count);
    for (size_t i = 0; i < one->count; i++)
        assert_same(reading, &one->items[i], &other->items[i]);
}

static void the_quick_reader_reads_what_is_plain(void **state) {
    static const char *const TEXTS[] = {
        "{\"record\":2,\"call\":\"c 1\",\"marks\":[{\"points\":2.5},{}],\"x\":null}",
        " [ 1 , -2 ,\t0.001,\r\n-0, -0.0, 3.14159265358979, 123456789012345 ] ",
        "[true,false,null,[],{},[[[]]],{\"\":{\"\":\"\"}}]",
        "\"a \\\"b\\\" \\\\ \\/ \\b\\f\\n\\r\\t café \xf0\x9f\x98\x80\x7f\"",
        "[\"\\u00e9\\u2019\\u0041\",\"a\\ud83d\\uDE00b\\u0001\",\"\\uffff\\\\u0041\"]",
        "0",
        "0.3",
        "[0.1,0.7,12.345,999999999999.999,0.00000000000001]",
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        Json plain;
        assert_true(json_plain_parse(&reading->arena, str_from(TEXTS[i]), &plain));
        Place place = {.line = 1, .col = 1};
        assert_same(reading, &plain,
                    json_parse_slowly(&reading->arena, str_from(TEXTS[i]), place,
                                      &reading->diags));
    }
}

static const char *const NOT_PLAIN[] = {
    "",
    " ",
    "[",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1]]",
    "{",
    "{\"a\"",
    "{\"a\":",
    "{\"a\":1",
    "{\"a\":1,}",
    "{\"a\" 1}",
    "{a:1}",
    "{1:1}",
    "{\"a\":1,\"a\":2}",
    "\"",
    "\"a",
    "\"\\",
    "\"\\\"",
    "\"\\x\"",
    "\"\\u0000\"",
    "\"\\u004\"",
    "\"\\u00g1\"",
    "\"\\ud83d\"",
    "\"\\ude00\"",
    "\"\\ud83d\\n\"",
    "\"\\ud83d\\u0041\"",
    "\"\\u",
    "\"\n\"",
    "\"\xff\"",
    "\"\xed\xa0\x80\"",
    "01",
    "-",
    "+1",
    ".5",
    "1.",
    "1e5",
    "1E5",
    "0x1",
    "1234567890123456",
    "0.1234567890123456",
    "nul",
    "tru",
    "truex",
    "1 2",
    "inf",
    "NaN",
    "[1}",
    "{\"a\":1]",
};

static void the_quick_reader_leaves_the_rest(void **state) {
    Reading *reading = *state;
    Json plain;
    for (size_t i = 0; i < sizeof NOT_PLAIN / sizeof *NOT_PLAIN; i++)
        if (json_plain_parse(&reading->arena, str_from(NOT_PLAIN[i]), &plain))
            fail_msg("took %s", NOT_PLAIN[i]);
    assert_false(json_plain_parse(&reading->arena, (Str){"\"\0\"", 3}, &plain));
    Buf deep = {.arena = &reading->arena};
    for (int i = 0; i < 1000000; i++) buf_byte(&deep, '[');
    assert_false(json_plain_parse(&reading->arena, buf_str(&deep), &plain));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(values_of_every_type),
        READING_TEST(what_is_not_there_is_nothing),
        READING_TEST(any_value_may_stand_alone),
        READING_TEST(numbers_may_be_big),
        READING_TEST(texts_may_hold_nul),
        READING_TEST(errors_have_a_place),
        READING_TEST(depth_is_bounded),
        READING_TEST(the_quick_reader_reads_what_is_plain),
        READING_TEST(the_quick_reader_leaves_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

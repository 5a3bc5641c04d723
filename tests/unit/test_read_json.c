// JSON inputs: how documents stand in a file, and what is said of those that are broken.
#include "test_read.h"

#define NAMED(id) "\"call\":\"" id "\",\"turns\":[{\"role\":\"agent\",\"text\":\"hi\"}]}"
#define HI(id)    "{" NAMED(id)
#define NAMELESS  "{\"turns\":[{\"role\":\"customer\",\"text\":\"oh\"}]}"

static void documents_stand_in_many_ways(void **state) {
    static const struct {
        const char *text, *calls;
    } CASES[] = {
        {HI("a"), "a: agent[hi]\n"},
        {HI("a") "\n" HI("b") "\n", "a: agent[hi]\nb: agent[hi]\n"},
        {HI("a") HI("b"), "a: agent[hi]\nb: agent[hi]\n"},
        {"{\n" NAMED("a") "\n\n" HI("b"), "a: agent[hi]\nb: agent[hi]\n"},
        {"[" HI("a") "]", "a: agent[hi]\n"},
        {" [\n" HI("a") ",\n" HI("b") "\n]\n", "a: agent[hi]\nb: agent[hi]\n"},
        {"{\"n\":{\"calls\":[1]},\"calls\":[" HI("a") "," HI("b") "],\"next\":null}",
         "a: agent[hi]\nb: agent[hi]\n"},
        {"{\"calls\":[\n" HI("a") "\n]}", "a: agent[hi]\n"},
        {"{\"train\":[" HI("a") "],\"about\":\"]}\",\"test\":[" HI("b") "]}\n",
         "a: agent[hi]\nb: agent[hi]\n"},
        {NAMELESS, "x: customer[oh]\n"},
        {NAMELESS "\n" NAMELESS, "x-1: customer[oh]\nx-2: customer[oh]\n"},
        {"[" NAMELESS "]", "x-1: customer[oh]\n"},
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        reading->calls.len = 0;
        read_file(reading, "x.json", CASES[i].text);
        ASSERT_COMPLAINTS(reading, "");
        ASSERT_CALLS(reading, CASES[i].calls);
    }
}

static void broken_documents_are_named_and_cost_no_other(void **state) {
    static const struct {
        const char *text, *calls, *complaints;
    } CASES[] = {
        {"{\"call\":\"a\",\"turns\":[", "",
         "x.json:1:21: error: bad JSON: ']' expected near end of file\n"},
        {HI("a") "\n{\"call\":\"b\n" HI("c"), "a: agent[hi]\nc: agent[hi]\n",
         "x.json:2:10: error: bad JSON: premature end of input\n"},
        {HI("a") "}", "", "x.json:1:52: error: bad JSON: end of file expected\n"},
        {"[" HI("a") ",{\"call\" 1}," HI("b") "]", "a: agent[hi]\nb: agent[hi]\n",
         "x.json:1:62: error: bad JSON: ':' expected\n"},
        {"{\"a\":1,\"a\":2}", "", "x.json:1:10: error: bad JSON: duplicate object key\n"},
        {"{\"pets\":[\"cat\"],\n\"n\":1}", "",
         "x.json:1:1: error: not a transcript that is known: JSON with 'pets', 'n' (see "
         "'callmark list formats'; --from names one)\n"},
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        reading->calls.len = reading->diags.items.len = 0;
        read_file(reading, "x.json", CASES[i].text);
        ASSERT_COMPLAINTS(reading, CASES[i].complaints);
        ASSERT_CALLS(reading, CASES[i].calls);
    }
}

static void values_of_a_wrong_type_have_a_place(void **state) {
    Reading *reading = *state;
    read_file(reading, "x.json",
              "{\"turns\":[{\"role\":\"agent\",\"text\":\"a\",\n\"start_ms\":[]},\n"
              " {\"role\":\"agent\",\"text\":\"b\",\"start_ms\":1e300}]}\n");
    ASSERT_COMPLAINTS(reading,
                      "x.json:2:12: error: bad time that is an array in 'start_ms'\n"
                      "x.json:3:40: error: bad time '1e300' in 'start_ms'\n");
    ASSERT_CALLS(reading, "x: agent[a] agent[b]\n");
    assert_int_equal(reading->calls.items[0].turns.items[1].place.line, 3);
    read_file(reading, "y.json", "{\"turns\":[{\"role\":\"agent\",\n\"text\":7}]}");
    read_file(reading, "z.json", "{\"turns\":[{\"role\":\"agent\",\"text\":\"a\"}, 3]}");
    reading->diags.items.items += 2;
    reading->diags.items.len -= 2;
    ASSERT_COMPLAINTS(reading,
                      "y.json:2:8: error: expected a string at 'text', found a number\n"
                      "z.json:1:40: error: expected an object for each turn\n");
}

// A byte that U+FFFD begins with as well, and the file's last.
static void bytes_that_are_no_text_are_repaired(void **state) {
    Reading *reading = *state;
    read_file(reading, "x.json",
              "\n{\"turns\":[{\"role\":\"agent\",\"text\":\"é\xEF!\"}]}");
    read_file(reading, "y.json", "{\"é\":1}\xEF");
    ASSERT_CALLS(reading, "x: agent[é\xEF\xBF\xBD!]\n");
    ASSERT_COMPLAINTS(
        reading,
        "x.json:2:36: warning: bad bytes: 1 not UTF-8 or NUL, replaced by U+FFFD\n"
        "y.json:1:8: warning: bad bytes: 1 not UTF-8 or NUL, replaced by U+FFFD\n"
        "y.json:1:8: error: bad JSON: end of file expected\n");
}

// Two ids that are one as doubles.
static void long_numbers_are_kept_as_written(void **state) {
    static const char TURNS[] = "[{\"role\":\"agent\",\"text\":\"a\"}]";
    Reading *reading = *state;
    char text[256];
    snprintf(text, sizeof text,
             "{\"call\":9007199254740993,\"agent\":1.50,\"turns\":%s}\n"
             "{\"call\":9007199254740992,\"agent\":7.0,\"turns\":%s}\n",
             TURNS, TURNS);
    read_file(reading, "x.json", text);
    ASSERT_CALLS(reading, "9007199254740993: agent[a]\n9007199254740992: agent[a]\n");
    ASSERT_STR(reading, reading->calls.items[0].agent, "1.50");
    ASSERT_STR(reading, reading->calls.items[1].agent, "7");
    ASSERT_COMPLAINTS(reading, "");
}

// What lists of turns look like that are of no vendor's.
static void bare_lists_of_turns(void **state) {
    static const struct {
        const char *text, *calls, *complaints;
    } CASES[] = {
        {"[{\"speaker\":\"Agent\",\"text\":\"a\",\"start\":1.5,\"end\":2},"
         "{\"speaker\":\"Client\",\"text\":\"b\",\"start\":3}]",
         "x: agent@1500-2000[a] customer@3000[b]\n", ""},
        {"{\"id\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"s\"},"
         "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},"
         "{\"type\":\"text\",\"text\":\"b\"}]},{\"role\":\"user\",\"content\":\"c\"},"
         "{\"role\":\"tool\",\"content\":\"d\"},{\"role\":\"user\",\"content\":null}]}",
         "m: system[s] agent[a\nb] customer[c] system[d]\n", ""},
        {"{\"calls\":[{\"call_id\":7,\"transcript\":[{\"author\":\"Agent\",\"body\":\"a\"}]},"
         "{\"call_id\":8,\"transcript\":[{\"author\":\"Agent\",\"body\":\"b\"}]}]}",
         "7: agent[a]\n8: agent[b]\n", ""},
        {"[{\"call_id\":1,\"speaker\":\"Agent\",\"text\":\"a\"},"
         "{\"call_id\":2,\"speaker\":\"Agent\",\"text\":\"b\"}]",
         "",
         "x.json:1:45: error: turns of several calls in one list: '1', then '2' (write "
         "a list for each call)\n"},
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        reading->calls.len = reading->diags.items.len = 0;
        read_file(reading, "x.json", CASES[i].text);
        ASSERT_CALLS(reading, CASES[i].calls);
        ASSERT_COMPLAINTS(reading, CASES[i].complaints);
    }
}

// Whatever the service, a list that goes on elsewhere is said not to be all.
static void lists_cut_short_are_said(void **state) {
    static const char TURNS[] = "[{\"role\":\"agent\",\"content\":\"a\"}]";
    static const struct {
        const char *before, *after, *complaint;
    } CASES[] = {
        {"{", ",\"NextToken\":\"q\"}", "goes on in a next page ('NextToken')"},
        {"{", ",\"NextToken\":null}", NULL},
        {"{\"nextPageUri\":\"/x?p=2\",", "}", "goes on in a next page ('nextPageUri')"},
        {"{\"links\":{\"next\":\"https://x.example\"},", "}",
         "goes on in a next page ('next')"},
        {"{\"pages\":{\"page\":1,\"next\":{\"cursor\":\"q\"}},", "}",
         "goes on in a next page ('next')"},
        {"{\"has_more\":true,", "}", "goes on in a next page ('has_more')"},
        {"{\"has_more\":false,\"next\":\"\",", "}", NULL},
        {"{", ",\"total_count\":2}", "1 of 2 are here ('total_count')"},
        {"{", ",\"total_count\":1}", NULL},
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char text[256];
        reading->calls.len = reading->diags.items.len = 0;
        snprintf(text, sizeof text, "%s\"messages\":%s%s", CASES[i].before, TURNS,
                 CASES[i].after);
        read_file(reading, "x.json", text);
        const char *expected = CASES[i].complaint;
        assert_int_equal(reading->calls.len, 1);
        assert_int_equal(reading->diags.items.len, expected != NULL);
        assert_int_equal(reading->calls.items[0].problems.len, expected != NULL);
        if (expected) assert_non_null(strstr(complaints_text(reading), expected));
    }
    reading->diags.items.len = 0;
    read_file(
        reading, "y.json",
        "{\"conversations\":[{\"messages\":[{\"role\":\"agent\",\"content\":\"a\"}]}],"
        "\"NextToken\":\"q\"}");
    ASSERT_COMPLAINTS(reading, "y.json:1:78: warning: not all calls: the list goes on in "
                               "a next page\n");
}

static void nesting_may_be_deep(void **state) {
    enum { DEPTH = 100000 };
    Reading *reading = *state;
    char *text = arena_alloc(&reading->arena, DEPTH + 1);
    memset(text, '[', DEPTH);
    read_file(reading, "deep.json", text);
    ASSERT_COMPLAINTS(reading,
                      "deep.json:1:257: error: bad JSON: nested more than 256 deep\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(documents_stand_in_many_ways),
        READING_TEST(broken_documents_are_named_and_cost_no_other),
        READING_TEST(values_of_a_wrong_type_have_a_place),
        READING_TEST(bytes_that_are_no_text_are_repaired),
        READING_TEST(long_numbers_are_kept_as_written),
        READING_TEST(bare_lists_of_turns),
        READING_TEST(lists_cut_short_are_said),
        READING_TEST(nesting_may_be_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "make_patterns.h"

#include "base/file.h"
#include "call/redaction.h"

#include <string.h>

static const struct {
    const char *text;
    size_t length; // of the mark that begins it
    bool html;     // which the detectors cannot know
} CASES[] = {
    {"[NAME] please", 6, false},
    {"[CREDIT_DEBIT_NUMBER]", 21, false},
    {"[PHONE 2]", 9, false},
    {"<PERSON-2> said", 10, false},
    {"<ADDRESS>", 9, false},
    {"<BR>", 0, true},
    {"<STRONG>", 0, true},
    {"[laughter]", 0, false},
    {"[Name]", 0, false},
    {"[A]", 0, false},
    {"[NAME", 0, false},
    {"<NAME]", 0, false},
    {"[ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMN]", 42, false},
    {"[ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNO]", 0, false},
    {"*** and", 3, false},
    {"****", 4, false},
    {"** bold", 0, false},
    {"####", 4, false},
    {"#NAME#, hello", 6, false},
    {"#PHONE_NUMBER#", 14, false},
    {"#name# #A#", 0, false},
    {"#1", 0, false},
    {"XXXX", 4, false},
    {"XXL", 0, false},
    {"[]", 0, false},
};

static void each_mark_is_told_with_its_length(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        size_t length = redaction_length(str_from(CASES[i].text), 0);
        if (length != CASES[i].length)
            fail_msg("%s: %zu bytes, not %zu", CASES[i].text, length, CASES[i].length);
    }
}

// The fragment of the English detectors, from the file itself.
static Str read_fragment(Arena *arena) {
    Str text, line;
    assert_true(file_read(arena, STR("rubrics/detectors-en.yaml"), &text));
    while (str_next(&text, '\n', &line))
        if (str_starts(line, STR("  redacted: '"))) break;
    return str_slice(line, strlen("  redacted: '"), line.len - 1);
}

static void the_detectors_find_the_same(void **state) {
    Arena *arena = *state;
    PatternSpec spec = {.regex = read_fragment(arena), .whole_words = true};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        HitList found = scan_one(arena, spec, str_from(CASES[i].text));
        size_t length =
            found.hits.len && !found.hits.items[0].start ? found.hits.items[0].end : 0;
        if (length != CASES[i].length && !CASES[i].html)
            fail_msg("%s: %zu bytes, not %zu", CASES[i].text, length, CASES[i].length);
    }
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mark_is_told_with_its_length),
        cmocka_unit_test_prestate(the_detectors_find_the_same, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}

// Lists of patterns: what an overlay takes from them, and words from files.
#include "make_site.h"

// How many patterns and examples are left to a detector.
static void assert_left(const Fixture *in, const char *name, size_t patterns,
                        size_t examples) {
    assert_int_equal(find(in, name)->patterns.len, patterns);
    assert_int_equal(find(in, name)->examples.len, examples);
}

static void test_entries_are_taken_away(void **state) {
    Fixture *in = *state;
    put(in, "pack.yaml",
        "detectors:\n"
        "  hi: {any: ['hi ', hey], unless: [hey you], match: [hey, hi]}\n"
        "  bye: {any: bye, also: hi, match: bye}\n"
        "  add: {kind: weigh, enough: 2, phrases: [\n"
        "    {say: hi, points: 2}, {find: bye, points: 2}, {echo: half, points: 9}]}\n");
    assert_true(load(in, "use: pack.yaml\nextend:\n"
                         "  hi: {without: [hi, hey you], any: [good day]}\n"
                         "  bye: {without: [bye, hi], any: [so long]}\n"
                         "  add: {without: [bye, half]}\n"));
    assert_left(in, "hi", 2, 1);  // hey, good day; hey
    assert_left(in, "bye", 1, 0); // so long
    assert_left(in, "add", 1, 0); // hi
    // A later file may put it back, and the points of a phrase are none of its names.
    put(in, "mid.yaml", "use: pack.yaml\nextend: {hi: {without: [hi]}}\n");
    assert_true(load(in, "use: mid.yaml\nextend: {hi: {any: [hi]}}\n"));
    assert_left(in, "hi", 3, 1);
    assert_false(load(in, "use: pack.yaml\nextend: {add: {without: ['9']}}\n"));
    assert_complaint(in, "detector 'add' has no '9' to take away");
    assert_false(load(in, "use: mid.yaml\nextend: {hi: {without: [hi]}}\n"));
    assert_complaint(in, "detector 'hi' has no 'hi' to take away");
}

static void test_nothing_is_taken_from_what_is_no_detector(void **state) {
    Fixture *in = *state;
    put(in, "pack.yaml", "detectors: {hi: [a, b], ho: {kind: what, any: a}}\n");
    assert_false(
        load(in, "use: pack.yaml\nextend: {hi: {without: a}, ho: {without: a}}\n"));
    assert_int_equal(in->diags.errors, 3); // no map, nothing there, no kind
}

static void test_word_lists(void **state) {
    Fixture *in = *state;
    put(in, "list.txt",
        "\xEF\xBB\xBF# fruit\r\n\r\n  Star  fruit # sour\r\nC\xE2\x80\x99"
        "tron (a.k.a. <big>)\n#\nfig");
    assert_true(load(in, "fragments: {fruit: {words: list.txt}}\n"
                         "detectors:\n"
                         "  a: {any: {words: list.txt}, unless: [rotten <fruit>]}\n"
                         "  b: {kind: weigh, enough: 1, phrases: [\n"
                         "    {say: [nut, {words: list.txt}], points: 1}]}\n"));
    assert_text(pattern_regex(in->rubric.patterns, 0), "Star fruit");
    assert_text(pattern_regex(in->rubric.patterns, 1),
                "C'tron \\(a\\.k\\.a\\. \\<big\\>\\)");
    assert_text(pattern_regex(in->rubric.patterns, 3),
                "rotten (?:Star fruit|C'tron \\(a\\.k\\.a\\. \\<big\\>\\)|fig)");
    assert_left(in, "a", 4, 0);
    assert_left(in, "b", 4, 0);
    Place place = find(in, "a")->patterns.items[1].place;
    assert_true(str_ends(place.path, STR("/list.txt")));
    assert_int_equal(place.line, 4);
    assert_int_equal(in->rubric.files.len, 2); // read once
    put(in, "bad.txt", "fig\n\xE9 \xFFtart\n");
    static const struct {
        const char *list, *complaint;
    } CASES[] = {
        {"bad.txt", "a line that is not UTF-8"},
        {"../list.txt", "a file outside of the rubric's folder: '../list.txt'"},
        {"/list.txt", "a file outside of the rubric's folder: '/list.txt'"},
        {"list.txt, word: 1", "unknown field 'word'"},
        {"[list.txt]", "expected a text, found a list"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Str text = str_format(&in->arena, "detectors: {a: {any: [{words: %s}]}}\n",
                              CASES[i].list);
        assert_false(load(in, str_z(&in->arena, text)));
        assert_complaint(in, CASES[i].complaint);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(entries_are_taken_away),
        TEST(nothing_is_taken_from_what_is_no_detector),
        TEST(word_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

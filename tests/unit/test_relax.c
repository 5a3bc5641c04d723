#include "match/relax.h"

#include "make_patterns.h"

#define ANY "[\\w'-]+"

// The variants of a regex, each with the word that it is without: "word: regex".
static const char *relaxed(Arena *arena, const char *regex) {
    Str whole = str_from(regex);
    RelaxedList list = regex_relax(arena, whole);
    Buf out = {.arena = arena};
    vec_each(const Relaxed, item, &list) {
        Str word = str_slice(whole, item->start, item->end);
        buf_format(&out, "%.*s: %.*s\n", STR_ARG(word), STR_ARG(item->regex));
    }
    buf_byte(&out, '\0');
    return out.ptr;
}

static const struct {
    const char *regex, *variants;
} TABLE[] = {
    {"how are you",
     "how: (?:" ANY " )?are you\nare: how (?:" ANY " )?you\nyou: how are(?: " ANY ")?\n"},
    // Fewer than two others.
    {"so sorry", ""},
    {"sorry", ""},
    {"", ""},
    // A word may hold classes, groups and quantifiers.
    {"we apologi[sz]ed? too", "we: (?:" ANY " )?apologi[sz]ed? too\n"
                              "apologi[sz]ed?: we (?:" ANY " )?too\n"
                              "too: we apologi[sz]ed?(?: " ANY ")?\n"},
    {"we (?:can't|cannot) stay", "we: (?:" ANY " )?(?:can't|cannot) stay\n"
                                 "(?:can't|cannot): we (?:" ANY " )?stay\n"
                                 "stay: we (?:can't|cannot)(?: " ANY ")?\n"},
    // What need not be there is left as it is, and is no word.
    {"I'm (?:so )?sorry(?: indeed)? sir",
     "I'm: (?:" ANY " )?(?:so )?sorry(?: indeed)? sir\n"
     "sorry: I'm (?:so )?" ANY "(?: indeed)? sir\n"
     "sir: I'm (?:so )?sorry(?: indeed)?(?: " ANY ")?\n"},
    {"not (?:\\w+ ){0,2}very good", "not: (?:" ANY " )?(?:\\w+ ){0,2}very good\n"
                                    "very: not (?:\\w+ ){0,2}(?:" ANY " )?good\n"
                                    "good: not (?:\\w+ ){0,2}very(?: " ANY ")?\n"},
    {"on (?:(?:um|uh),? ){0,2}and off", // optional by what is in it
     "on: (?:" ANY " )?(?:(?:um|uh),? ){0,2}and off\n"
     "and: on (?:(?:um|uh),? ){0,2}(?:" ANY " )?off\n"
     "off: on (?:(?:um|uh),? ){0,2}and(?: " ANY ")?\n"},
    {"so (?:very)? sorry sir", // an optional word is none
     "so: (?:" ANY " )?(?:very)? sorry sir\n"
     "sorry: so (?:very)? (?:" ANY " )?sir\n"
     "sir: so (?:very)? sorry(?: " ANY ")?\n"},
    {"wait \\w+ \\d+ days please", // two words besides
     "wait: (?:" ANY " )?\\w+ \\d+ days please\n"
     "days: wait \\w+ \\d+ (?:" ANY " )?please\n"
     "please: wait \\w+ \\d+ days(?: " ANY ")?\n"},
    {"wait \\w+ days", ""},
    // A group with a space that stands alone is a word; one that does not may be
    // more.
    {"(?:I'm|I am) so glad", "(?:I'm|I am): (?:" ANY " )?so glad\n"
                             "so: (?:I'm|I am) (?:" ANY " )?glad\n"
                             "glad: (?:I'm|I am) so(?: " ANY ")?\n"},
    {"I (?:very |so )much like it", "I: (?:" ANY " )?(?:very |so )much like it\n"
                                    "like: I (?:very |so )much (?:" ANY " )?it\n"
                                    "it: I (?:very |so )much like(?: " ANY ")?\n"},
    // Alternatives stand alone, also those of a group that is the whole.
    {"a b|c d e", "c: (?:" ANY " )?d e\nd: c (?:" ANY " )?e\ne: c d(?: " ANY ")?\n"},
    {"(?:a b c|d)|(f)",
     "a: (?:" ANY " )?b c\nb: a (?:" ANY " )?c\nc: a b(?: " ANY ")?\n"},
    {"(?:a b c)?|d", ""},
    // Assertions are gaps.
    {"(?<!not )so very\\b much(?! for)",
     "so: (?<!not )(?:" ANY " )?very\\b much(?! for)\n"
     "very: (?<!not )so(?: " ANY ")?\\b much(?! for)\n"
     "much: (?<!not )so very\\b(?: " ANY ")?(?! for)\n"},
    {"^(?:(?<!a )|(?!b))a b c$", "a: ^(?:(?<!a )|(?!b))(?:" ANY " )?b c$\n"
                                 "b: ^(?:(?<!a )|(?!b))a (?:" ANY " )?c$\n"
                                 "c: ^(?:(?<!a )|(?!b))a b(?: " ANY ")?$\n"},
    // Other spaces.
    {"a\\s+b ?c", "a: (?:" ANY "\\s+)?b ?c\nb: a\\s+(?:" ANY " ?)?c\n"
                  "c: a\\s+b(?: ?" ANY ")?\n"},
    // What is not understood.
    {"(a) b c \\1", ""},
    {"(?i)a b c", ""},
    {"(?<n>a) b c (?&n)", ""},
    {"(a)(?(1)b|c) b c", ""},
    {"a b c \\p{L}", ""},
    {"a b c \\x41", ""},
    {"a b c \\Qd e\\E", ""},
    {"a b c [[:alpha:]]", ""},
    {"a b c{", ""},
    {"a b c (?|d|e)", ""},
    {"(*UTF)a b c", ""},
    {"a b (?:c (?:d|\\1))", ""},
};

static void a_word_gives_way_to_any(void **state) {
    for (size_t i = 0; i < COUNT(TABLE); i++)
        assert_string_equal(relaxed(*state, TABLE[i].regex), TABLE[i].variants);
}

static uint32_t next_random(uint32_t *seed, uint32_t below) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % below;
}

// Each a regex and a text that it matches.
typedef struct {
    const char *regex, *text;
} Part;
static const Part WORDS[] = {{"sorry", "sorry"},
                             {"don't", "don't"},
                             {"apologi[sz]e", "apologise"},
                             {"call(?:ed)?", "call"},
                             {"(?:I'm|I am)", "I am"},
                             {"(?:may|can)", "can"},
                             {"s+o", "sso"},
                             {"(?:wait(?:ed|ing))", "waited"},
                             {"x{2}", "xx"}};
static const Part GAPS[] = {{" ", " "},
                            {" (?:so )?", " "},
                            {" (?:so )?", " so "},
                            {"(?: not)? ", " not "},
                            {"\\s+", " "},
                            {" (?:\\w+ ){0,2}", " one two "}};

enum { WORDS_MOST = 6 };

// A phrase of some words; one of them, if there is such a one, is said as `other`.
static Str say(Arena *arena, const Part *const *words, const Part *const *gaps,
               size_t count, size_t wrong, const char *other) {
    Buf text = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        const char *said = i == wrong ? other : words[i]->text;
        buf_text(&text, said);
        if (i + 1 < count && *said) buf_text(&text, gaps[i]->text);
    }
    return buf_str(&text);
}

static bool is_found(Arena *arena, Str regex, Str text) {
    return scan_one(arena, (PatternSpec){.regex = regex, .whole_words = true}, text)
               .hits.len > 0;
}

static void the_phrase_is_found_with_another_word_or_none(void **state) {
    uint32_t seed = 5;
    for (int round = 0; round < 300; round++) {
        const Part *words[WORDS_MOST], *gaps[WORDS_MOST];
        size_t count = 3 + next_random(&seed, WORDS_MOST - 2);
        Buf regex = {.arena = *state};
        for (size_t i = 0; i < count; i++) {
            words[i] = &WORDS[next_random(&seed, COUNT(WORDS))];
            gaps[i] = &GAPS[next_random(&seed, COUNT(GAPS))];
            buf_text(&regex, words[i]->regex);
            if (i + 1 < count) buf_text(&regex, gaps[i]->regex);
        }
        Str whole = buf_str(&regex);
        assert_true(is_found(*state, whole, say(*state, words, gaps, count, count, "")));
        RelaxedList list = regex_relax(*state, whole);
        assert_int_equal(list.len, count);
        for (size_t i = 0; i < count; i++) {
            Str missing = str_slice(whole, list.items[i].start, list.items[i].end);
            assert_true(str_eq(missing, str_from(words[i]->regex)));
            Str other = say(*state, words, gaps, count, i, "zap");
            if (!is_found(*state, list.items[i].regex, other))
                fail_msg("'%.*s' does not find '%.*s'", STR_ARG(list.items[i].regex),
                         STR_ARG(other));
        }
        arena_reset(*state);
    }
}

static void without_the_word_it_is_found_too(void **state) {
    static const char *const TEXTS[] = {"can I help you", "how I help you",
                                        "how can help you", "how can I you",
                                        "how can I help"};
    RelaxedList list = regex_relax(*state, STR("how can I help you"));
    assert_int_equal(list.len, COUNT(TEXTS));
    for (size_t i = 0; i < list.len; i++)
        for (size_t t = 0; t < COUNT(TEXTS); t++)
            assert_int_equal(is_found(*state, list.items[i].regex, str_from(TEXTS[t])),
                             i == t);
}

static void put_random_regex(Buf *out, uint32_t *seed, int depth) {
    static const char *const ATOMS[] = {"a",   "b", " ",    " ",   "c",     "-",
                                        "\\w", ".", "[ab]", "\\b", "(?!x)", "é"};
    static const char *const TIMES[] = {"", "", "", "?", "+", "*", "{0,2}", "{2}", "+?"};
    static const char *const OPENINGS[] = {"(?:", "(", "(?>"};
    for (uint32_t i = 1 + next_random(seed, 6); i > 0; i--) {
        if (depth && next_random(seed, 4) == 0) {
            buf_text(out, OPENINGS[next_random(seed, COUNT(OPENINGS))]);
            put_random_regex(out, seed, depth - 1);
            buf_byte(out, '|');
            put_random_regex(out, seed, depth - 1);
            buf_byte(out, ')');
            buf_text(out, TIMES[next_random(seed, COUNT(TIMES))]);
        } else {
            buf_text(out, ATOMS[next_random(seed, COUNT(ATOMS))]);
        }
    }
}

static void every_variant_is_well_formed(void **state) {
    uint32_t seed = 17, variants = 0;
    for (int round = 0; round < 20000; round++) {
        Buf regex = {.arena = *state};
        put_random_regex(&regex, &seed, 2);
        if (next_random(&seed, 2)) buf_byte(&regex, '|');
        put_random_regex(&regex, &seed, 2);
        RelaxedList list = regex_relax(*state, buf_str(&regex));
        Patterns *patterns = patterns_new(*state);
        vec_each(const Relaxed, item, &list) {
            uint32_t pattern = add(patterns, (PatternSpec){.regex = item->regex});
            assert_false(pattern_matches_empty(patterns, pattern));
            assert_true(item->start < item->end && item->end <= regex.len);
        }
        variants += (uint32_t)list.len;
        patterns_free(patterns);
        arena_reset(*state);
    }
    assert_true(variants > 3000);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_word_gives_way_to_any, &arena),
        cmocka_unit_test_prestate(the_phrase_is_found_with_another_word_or_none, &arena),
        cmocka_unit_test_prestate(without_the_word_it_is_found_too, &arena),
        cmocka_unit_test_prestate(every_variant_is_well_formed, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}

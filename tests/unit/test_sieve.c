// The sieve may only save work: with it and without it, the same hits.

#include "match/pattern.h"
#include "match/sieve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static uint32_t next_random(uint64_t *state) {
    *state = *state * 6364136223846793005U + 1442695040888963407U; // Knuth, MMIX
    return (uint32_t)(*state >> 33);
}

static const char *pick(uint64_t *state, const char *const *choices, size_t count) {
    return choices[next_random(state) % count];
}
#define PICK(state, choices) pick(state, choices, sizeof(choices) / sizeof *(choices))

static void put_pattern(Buf *out, uint64_t *state, int depth);

static void put_atom(Buf *out, uint64_t *state, int depth) {
    static const char *const SIMPLE[] = {
        "a", "b",   "K", "s",   " ", "ab",   "ks a", "[ab]", "[^a]", "\\w", "\\b",
        ".", "\\.", "é", "\\d", "A", "[bk]", "\\ba", "s\\b", "x{2}", "\\s"};
    static const char *const OPENINGS[] = {"(?:",  "(",   "(?=",  "(?!",
                                           "(?<!", "(?>", "(?<n>"};
    if (depth == 0 || next_random(state) % 3) {
        buf_text(out, PICK(state, SIMPLE));
        return;
    }
    buf_text(out, PICK(state, OPENINGS));
    put_pattern(out, state, depth - 1);
    buf_byte(out, ')');
}

static void put_pattern(Buf *out, uint64_t *state, int depth) {
    static const char *const QUANTIFIERS[] = {"",   "",   "",    "?",     "*",     "+",
                                              "??", "+?", "{2}", "{0,1}", "{1,3}", "{0}"};
    for (uint32_t branches = next_random(state) % 3 + 1; branches > 0; branches--) {
        for (uint32_t pieces = next_random(state) % 4 + 1; pieces > 0; pieces--) {
            put_atom(out, state, depth);
            buf_text(out, PICK(state, QUANTIFIERS));
        }
        if (branches > 1) buf_byte(out, '|');
    }
}

static void put_text(Buf *out, uint64_t *state) {
    static const char *const PIECES[] = {"a", "b", "k",      "s",  "A",   "K",
                                         "S", " ", ".",      "x",  "7",   "é",
                                         "É", "ſ", "\u212a", "ab", "ks a"};
    for (uint32_t pieces = next_random(state) % 24; pieces > 0; pieces--)
        buf_text(out, PICK(state, PIECES));
}

enum { PATTERNS = 40, TEXTS = 12, ROUNDS = 200 };

static Patterns *random_patterns(Arena *arena, uint64_t *state) {
    Patterns *patterns = patterns_new(arena);
    while (patterns_count(patterns) < PATTERNS) {
        Buf regex = {.arena = arena};
        PatternError error;
        put_pattern(&regex, state, 2);
        PatternSpec spec = {.regex = buf_str(&regex),
                            .whole_words = next_random(state) % 2};
        patterns_add(patterns, &spec, &error);
    }
    patterns_seal(patterns);
    return patterns;
}

static HitList scan(Arena *arena, const Patterns *patterns, const MatchText *texts,
                    bool use_sieve) {
    HitList hits;
    Matcher *matcher = matcher_new(arena, patterns, use_sieve);
    matcher_scan(matcher, texts, TEXTS, arena, &hits);
    matcher_free(matcher);
    return hits;
}

static void compare(const Patterns *patterns, const MatchText *texts, const HitList *a,
                    const HitList *b) {
    for (uint32_t p = 0; p < patterns_count(patterns); p++) {
        if (a->first[p + 1] == b->first[p + 1]) continue;
        print_message("pattern '%.*s'\n", STR_ARG(pattern_regex(patterns, p)));
        for (size_t t = 0; t < TEXTS; t++)
            print_message("  '%.*s'\n", STR_ARG(texts[t].text));
        break;
    }
    assert_int_equal(a->hits.len, b->hits.len);
    assert_int_equal(a->captures.len, b->captures.len);
    for (size_t i = 0; i < a->hits.len; i++)
        assert_memory_equal(&a->hits.items[i], &b->hits.items[i], sizeof *a->hits.items);
}

static void sieve_finds_what_the_plain_search_finds(void **unused) {
    (void)unused;
    uint64_t state = 20261122;
    size_t found = 0;
    for (int round = 0; round < ROUNDS; round++) {
        Arena arena = {0};
        Patterns *patterns = random_patterns(&arena, &state);
        MatchText texts[TEXTS];
        for (size_t t = 0; t < TEXTS; t++) {
            Buf text = {.arena = &arena};
            put_text(&text, &state);
            texts[t] = (MatchText){buf_str(&text), ROLE_AGENT};
        }
        HitList with = scan(&arena, patterns, texts, true);
        HitList without = scan(&arena, patterns, texts, false);
        compare(patterns, texts, &with, &without);
        found += with.hits.len;
        patterns_free(patterns);
        arena_free(&arena);
    }
    assert_true(found > 1000); // the texts do match now and then
}

static void assert_atoms(const char *regex, const char *expected) {
    Arena arena = {0};
    Buf joined = {.arena = &arena};
    Atoms atoms = atoms_of(&arena, str_from(regex));
    vec_each(const Str, atom, &atoms) {
        if (joined.len) buf_byte(&joined, '|');
        buf_put(&joined, *atom);
    }
    buf_byte(&joined, '\0');
    assert_string_equal(joined.ptr, expected);
    arena_free(&arena);
}

static void atoms_are_the_literals_no_match_can_lack(void **unused) {
    (void)unused;
    assert_atoms("hold the line", "hold the line");
    assert_atoms("Thank(?:s| you)", "thanks|thank you");
    assert_atoms("colou?r", "colour|color");
    assert_atoms("sorry (?:about|for) \\w+", "sorry about |sorry for ");
    assert_atoms("\\bbear with (?:me|us)\\b", "bear with me|bear with us");
    assert_atoms("(?:\\w+ ){0,3}refund", "refund");
    assert_atoms("(?!not )frustrated", "frustrated");
    assert_atoms("gr[ae]y cat", "gray cat|grey cat");
    assert_atoms("(?:hotel|motel)+ \\w+", "hotel|motel");
}

static void atoms_are_none_where_none_is_sure(void **unused) {
    (void)unused;
    static const char *const REGEXES[] = {
        "\\d+",
        ".*",
        "(?:refund)?",
        "refund|\\d+",
        "(?i:refund)",
        "\\Qrefund\\E",
        "(a)\\1refund",
        "e",
        "refund{,1}",
        "(?x) re fund",
        "(?|a|b)refund",
        "\\x41refund",
        "(*COMMIT)refund",
    };
    for (size_t i = 0; i < sizeof REGEXES / sizeof *REGEXES; i++)
        assert_atoms(REGEXES[i], "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sieve_finds_what_the_plain_search_finds),
        cmocka_unit_test(atoms_are_the_literals_no_match_can_lack),
        cmocka_unit_test(atoms_are_none_where_none_is_sure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

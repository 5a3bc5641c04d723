// The sieve may only save work: with it and without it, the same hits.
//
// CALLMARK_PAIRS is how many pairs of a pattern and a text to try; the default takes a
// few seconds.

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "match/matcher.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static uint32_t next_random(uint64_t *state, uint32_t below) {
    *state = *state * 6364136223846793005U + 1442695040888963407U; // Knuth, MMIX
    return (uint32_t)(*state >> 33) % below;
}

static void put_one(Buf *out, uint64_t *state, const char *const *choices, size_t count) {
    buf_text(out, choices[next_random(state, (uint32_t)count)]);
}
#define PUT_ONE(out, state, choices) \
    put_one(out, state, choices, sizeof(choices) / sizeof *(choices))

// ---- Random patterns: without atomic groups and possessive repeats, and without groups
// that are there no times, for in these a plain search of PCRE2 10.42 can be wrong
// (github.com/PCRE2Project/pcre2/issues/347 and the like).

static void put_pattern(Buf *out, uint64_t *state, int depth);

static void put_piece(Buf *out, uint64_t *state, int depth) {
    static const char *const SIMPLE[] = {
        "a",         "b",       "K",         "s",     " ",        "ab",     "ks a",
        "[ab]",      "[^a]",    "\\w",       "\\b",   ".",        "\\.",    "é",
        "\\d",       "A",       "[bk]",      "\\ba",  "s\\b",     "x{2}",   "\\s",
        "you",       "can I",   "thank you", "sorry", " for ",    "please", "I'll ",
        "[\\w'-]+ ", "wait",    "^",         "$",     "7",        "[$£]",   "€",
        "[a-z]",     "[^\\w]",  "[^\\h]",    "\\x61", "\\B",      "(?i)",   "\\1",
        "(?#c)",     "(?-i:K)", "[k-]",      "\\W",   "[\\s\\d]", "É",      "\\p{L}"};
    static const char *const OPENINGS[] = {"(?:",  "(?:", "(?:",  "(",
                                           "(?=",  "(?!", "(?<!", "(?<n>",
                                           "(?<=", "(?|", "(?i:", "(?-i:"};
    if (depth == 0 || next_random(state, 3)) {
        PUT_ONE(out, state, SIMPLE);
        return;
    }
    PUT_ONE(out, state, OPENINGS);
    put_pattern(out, state, depth - 1);
    buf_byte(out, ')');
}

static void put_pattern(Buf *out, uint64_t *state, int depth) {
    static const char *const QUANTIFIERS[] = {"",    "",      "",      "",      "",
                                              "?",   "*",     "+",     "??",    "+?",
                                              "{2}", "{0,1}", "{1,3}", "{0,4}", "{2,}"};
    for (uint32_t branches = next_random(state, 3) + 1; branches > 0; branches--) {
        for (uint32_t pieces = next_random(state, 4) + 1; pieces > 0; pieces--) {
            put_piece(out, state, depth);
            PUT_ONE(out, state, QUANTIFIERS);
        }
        if (branches > 1) buf_byte(out, '|');
    }
}

enum { PATTERNS = 40, TEXTS = 12, ROUND = PATTERNS * TEXTS };

static Patterns *random_patterns(Arena *arena, uint64_t *state) {
    Patterns *patterns = patterns_new(arena);
    while (patterns_count(patterns) < PATTERNS) {
        Buf regex = {.arena = arena};
        PatternError error;
        put_pattern(&regex, state, 2);
        PatternSpec spec = {.regex = buf_str(&regex),
                            .whole_words = next_random(state, 2),
                            .unicode = next_random(state, 4) == 0,
                            .role = next_random(state, 3) ? ROLE_UNKNOWN : ROLE_AGENT};
        patterns_add(patterns, &spec, &error);
    }
    patterns_seal(patterns);
    return patterns;
}

// ---- Random texts

static bool is_inside_char(Str text, size_t at) {
    return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

// A few words of the sample calls.
static void put_sample(Buf *out, uint64_t *state, Str samples) {
    size_t from = next_random(state, (uint32_t)samples.len), to = from + 40;
    while (is_inside_char(samples, from)) from++;
    while (is_inside_char(samples, to)) to++;
    buf_put(out, str_slice(samples, from, to));
}

static void put_text(Buf *out, uint64_t *state, Str samples) {
    static const char *const PIECES[] = {
        "a",     "b", "k",  "s",         "A",     "K",     "S",      " ",
        ".",     "x", "7",  "é",         "É",     "ab",    "ks a",   "you",
        "can i", "£", "€ ", "thank you", "sorry", " for ", "please", "I'll ",
        "wait",  "-", "'",  "_",         "\n"};
    static const char *const STRANGE[] = {"ſ", "\u212a"};
    uint32_t most = next_random(state, 50) ? 24 : 1000;
    for (uint32_t pieces = next_random(state, most); pieces > 0; pieces--) {
        if (next_random(state, 60) == 0)
            PUT_ONE(out, state, STRANGE);
        else if (next_random(state, 8) == 0)
            put_sample(out, state, samples);
        else
            PUT_ONE(out, state, PIECES);
    }
}

static void put_texts(Arena *arena, uint64_t *state, Str samples, MatchText *texts) {
    static const Role ROLES[] = {ROLE_AGENT, ROLE_CUSTOMER, ROLE_UNKNOWN};
    for (size_t t = 0; t < TEXTS; t++) {
        Buf text = {.arena = arena};
        put_text(&text, state, samples);
        texts[t] = (MatchText){buf_str(&text), ROLES[next_random(state, 3)]};
        assert_true(utf8_valid(texts[t].text));
    }
}

// ---- The comparison

static HitList scan(Arena *arena, const Patterns *patterns, const MatchText *texts,
                    bool use_sieve) {
    HitList hits;
    Matcher *matcher = matcher_new(arena, patterns, use_sieve);
    for (int time = 0; time < 3; time++) // the last time from memory
        matcher_scan(matcher, texts, TEXTS, arena, &hits);
    matcher_free(matcher);
    return hits;
}

static bool same_captures(const HitList *a, const Hit *one, const HitList *b,
                          const Hit *other) {
    if (one->capture_count != other->capture_count) return false;
    for (uint32_t i = 0; i < one->capture_count; i++) {
        const Capture *left = &a->captures.items[one->capture_first + i];
        const Capture *right = &b->captures.items[other->capture_first + i];
        if (!str_eq(left->name, right->name) || left->start != right->start ||
            left->end != right->end)
            return false;
    }
    return true;
}

static bool same_hit(const HitList *a, uint32_t i, const HitList *b, uint32_t j) {
    const Hit *one = &a->hits.items[i], *other = &b->hits.items[j];
    return one->turn == other->turn && one->start == other->start &&
           one->end == other->end && same_captures(a, one, b, other);
}

static bool same_hits(const HitList *a, const HitList *b, uint32_t p) {
    HitRange one = hits_range(a, p), other = hits_range(b, p);
    if (one.count != other.count) return false;
    for (uint32_t i = 0; i < one.count; i++)
        if (!same_hit(a, one.first + i, b, other.first + i)) return false;
    return true;
}

static bool has_gave_up(const HitList *hits, uint32_t pattern) {
    vec_each(const GaveUp, up, &hits->gave_up)
        if (up->pattern == pattern) return true;
    return false;
}

static void show_hits(const char *which, const HitList *list, uint32_t pattern) {
    print_message("%s:", which);
    HitRange range = hits_range(list, pattern);
    for (uint32_t i = 0; i < range.count; i++) {
        const Hit *hit = &list->hits.items[range.first + i];
        print_message(" %u:%u-%u", hit->turn, hit->start, hit->end);
    }
    print_message("%s\n", has_gave_up(list, pattern) ? " gave up" : "");
}

static void complain(const Patterns *patterns, const MatchText *texts, uint32_t pattern,
                     const HitList *with, const HitList *without) {
    PatternSpec spec = pattern_spec(patterns, pattern);
    print_message("pattern '%.*s'%s%s in\n", STR_ARG(spec.regex),
                  spec.whole_words ? " whole" : "", spec.unicode ? " unicode" : "");
    for (size_t t = 0; t < TEXTS; t++)
        print_message("  '%.*s'\n", STR_ARG(texts[t].text));
    show_hits("with", with, pattern);
    show_hits("without", without, pattern);
    fail();
}

// Where a plain search gives up the sieve may know more.
static void compare(const Patterns *patterns, const MatchText *texts, const HitList *with,
                    const HitList *without) {
    for (uint32_t p = 0; p < patterns_count(patterns); p++)
        if (!has_gave_up(without, p) &&
            (has_gave_up(with, p) || !same_hits(with, without, p)))
            complain(patterns, texts, p, with, without);
}

static size_t try_round(uint64_t *state, Str samples) {
    Arena arena = {0};
    MatchText texts[TEXTS];
    Patterns *patterns = random_patterns(&arena, state);
    put_texts(&arena, state, samples, texts);
    HitList with = scan(&arena, patterns, texts, true);
    HitList without = scan(&arena, patterns, texts, false);
    compare(patterns, texts, &with, &without);
    patterns_free(patterns);
    arena_free(&arena);
    return without.hits.len;
}

static void sieve_finds_what_the_plain_search_finds(void **unused) {
    (void)unused;
    Arena arena = {0};
    uint64_t state = 20261122;
    int64_t pairs = 100000;
    size_t found = 0;
    Str samples;
    str_to_int(str_from(getenv("CALLMARK_PAIRS")), &pairs);
    assert_true(file_read(&arena, STR("samples/calls.csv"), &samples));
    for (int64_t done = 0; done < pairs; done += ROUND)
        found += try_round(&state, samples);
    assert_true(found > (size_t)pairs / 100); // the texts do match now and then
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sieve_finds_what_the_plain_search_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

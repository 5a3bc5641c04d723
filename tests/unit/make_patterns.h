// Patterns and scans of them for the unit tests.
#ifndef TESTS_UNIT_MAKE_PATTERNS_H
#define TESTS_UNIT_MAKE_PATTERNS_H

#include "base/buf.h"
#include "match/matcher.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { MEETINGS = 3 }; // with a text, after which its hits are remembered

#define COUNT(table) (sizeof(table) / sizeof *(table))

static inline uint32_t add(Patterns *patterns, PatternSpec spec) {
    PatternError error = {0};
    uint32_t number = patterns_add(patterns, &spec, &error);
    if (number == PATTERN_NONE)
        fail_msg("'%.*s': %.*s", STR_ARG(spec.regex), STR_ARG(error.text));
    return number;
}

static inline Patterns *one_pattern(Arena *arena, PatternSpec spec) {
    Patterns *patterns = patterns_new(arena);
    add(patterns, spec);
    patterns_seal(patterns);
    return patterns;
}

static inline void check_same(const HitList *a, const HitList *b, uint32_t patterns) {
    assert_int_equal(a->hits.len, b->hits.len);
    assert_int_equal(a->captures.len, b->captures.len);
    for (size_t i = 0; i < a->hits.len; i++)
        assert_memory_equal(&a->hits.items[i], &b->hits.items[i], sizeof(Hit));
    for (uint32_t p = 0; p < patterns; p++) {
        HitRange one = hits_range(a, p), other = hits_range(b, p);
        assert_memory_equal(&one, &other, sizeof one);
    }
}

// Whichever way it is done, and however often, the answer is the same; what is given up
// may only be less where the sieve saves the search.
static inline HitList scan(Arena *arena, const Patterns *patterns, const MatchText *texts,
                           size_t count) {
    HitList plain, again, sifted;
    Matcher *matcher = matcher_new(arena, patterns, false);
    matcher_scan(matcher, texts, count, arena, &plain);
    matcher_scan(matcher, texts, count, arena, &again);
    matcher_free(matcher);
    matcher = matcher_new(arena, patterns, true);
    for (int time = 0; time < MEETINGS; time++) {
        matcher_scan(matcher, texts, count, arena, &sifted);
        check_same(&plain, &sifted, patterns_count(patterns));
    }
    matcher_free(matcher);
    check_same(&plain, &again, patterns_count(patterns));
    assert_int_equal(plain.gave_up.len, again.gave_up.len);
    assert_true(sifted.gave_up.len <= plain.gave_up.len);
    return plain;
}

static inline HitList scan_one(Arena *arena, PatternSpec spec, Str text) {
    Patterns *patterns = one_pattern(arena, spec);
    HitList hits = scan(arena, patterns, &(MatchText){text, ROLE_AGENT}, 1);
    patterns_free(patterns);
    return hits;
}

static inline Str repeated(Arena *arena, const char *unit, size_t times,
                           const char *end) {
    Buf text = {.arena = arena};
    for (size_t i = 0; i < times; i++) buf_text(&text, unit);
    buf_text(&text, end);
    return buf_str(&text);
}

#endif

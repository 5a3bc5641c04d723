// Any line as a pattern, the rest as texts: with and without the sieve, the same hits.

#include "base/utf8.h"
#include "match/pattern.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static HitList scan(Arena *arena, const Patterns *patterns, Str text, bool use_sieve) {
    HitList hits;
    MatchText texts[] = {{text, ROLE_AGENT}};
    Matcher *matcher = matcher_new(arena, patterns, use_sieve);
    matcher_scan(matcher, texts, 1, arena, &hits);
    matcher_free(matcher);
    return hits;
}

static void compare(const HitList *a, const HitList *b) {
    if (a->gave_up.len || b->gave_up.len) return;
    if (a->hits.len != b->hits.len) abort();
    for (size_t i = 0; i < a->hits.len; i++)
        if (memcmp(&a->hits.items[i], &b->hits.items[i], sizeof(Hit)) != 0) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0};
    PatternError error;
    size_t repaired = 0;
    Str regex, text = {(const char *)data, size};
    text = utf8_repair(&arena, text, &repaired);
    Patterns *patterns = patterns_new(&arena);
    if (text.ptr && str_next(&text, '\n', &regex)) {
        PatternSpec spec = {.regex = regex, .whole_words = true};
        bool good = patterns_add(patterns, &spec, &error) != PATTERN_NONE;
        if (good && !pattern_matches_empty(patterns, 0)) {
            patterns_seal(patterns);
            HitList with = scan(&arena, patterns, text, true);
            HitList without = scan(&arena, patterns, text, false);
            compare(&with, &without);
        }
    }
    patterns_free(patterns);
    arena_free(&arena);
    return 0;
}

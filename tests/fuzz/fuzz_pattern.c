// Any line as a pattern, the rest as texts: with and without the sieve, the same hits.
//
// Left out are patterns for which a plain search of PCRE2 10.42 itself can be wrong:
// those with atomic groups, possessive repeats, and groups that are there no times
// (github.com/PCRE2Project/pcre2/issues/347 and the like).

#include "base/utf8.h"
#include "match/matcher.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static HitList scan(Arena *arena, const Patterns *patterns, Str text, bool use_sieve) {
    HitList hits;
    MatchText texts[] = {{text, ROLE_AGENT}};
    Matcher *matcher = matcher_new(arena, patterns, use_sieve);
    for (int time = 0; time < 3; time++) // the last time from memory
        matcher_scan(matcher, texts, 1, arena, &hits);
    matcher_free(matcher);
    return hits;
}

// Where the plain search gives up the sieve may know more, but not the other way round.
static void compare(const HitList *a, const HitList *b) {
    if (a->gave_up.len > b->gave_up.len) abort();
    if (b->gave_up.len) return;
    if (a->hits.len != b->hits.len) abort();
    for (size_t i = 0; i < a->hits.len; i++)
        if (memcmp(&a->hits.items[i], &b->hits.items[i], sizeof(Hit)) != 0) abort();
}

static bool is_left_out(Str regex) {
    static const char *const PARTS[] = {"(?>", "(*", "?+", "*+", "++", "}+", "{0"};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (str_has(regex, str_from(PARTS[i]))) return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0};
    PatternError error;
    size_t repaired = 0;
    Str regex, text = {(const char *)data, size};
    text = utf8_repair(&arena, text, &repaired);
    Patterns *patterns = patterns_new(&arena);
    if (text.ptr && str_next(&text, '\n', &regex) && !is_left_out(regex)) {
        PatternSpec spec = {
            .regex = regex, .whole_words = size % 2, .unicode = size % 3 == 0};
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

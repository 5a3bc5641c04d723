#define PCRE2_CODE_UNIT_WIDTH 8
#include "match/pattern.h"

#include "base/buf.h"
#include "match/sieve.h"

#include <assert.h>
#include <pcre2.h>
#include <string.h>

// Not between two word characters: put at both ends, a match cannot begin or end inside a
// word, whatever the regex begins or ends with.
#define NOT_INSIDE_WORD "(?!(?<=\\w)\\w)"

enum { JIT_STACK_FIRST = 32 << 10, JIT_STACK_MOST = 1 << 20, HEAP_MOST_KB = 20000 };

typedef struct {
    Str name;
    uint32_t group;
} GroupName;

typedef struct {
    pcre2_code *code;
    PatternSpec spec;
    bool jit;
    GroupName *names;
    uint32_t name_count;
} Pattern;

struct Patterns {
    Arena *arena;
    VEC(Pattern) items;
    uint32_t most_groups; // capture groups of the pattern that has most
    Sieve *sieve;         // NULL until sealed
};

struct Matcher {
    const Patterns *patterns;
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    bool use_sieve;
    uint32_t *seen, stamp; // for the sieve
};

Patterns *patterns_new(Arena *arena) {
    Patterns *patterns = arena_new(arena, Patterns);
    patterns->arena = arena;
    return patterns;
}

static bool is_ascii(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80) return false;
    return true;
}

static void explain(Arena *arena, int code, size_t offset, PatternError *error) {
    PCRE2_UCHAR text[256];
    pcre2_get_error_message(code, text, sizeof text);
    error->offset = offset;
    error->text = str_copy(arena, str_from((const char *)text));
}

static pcre2_code *compile(Arena *arena, const PatternSpec *spec, PatternError *error) {
    Str head = spec->whole_words ? STR(NOT_INSIDE_WORD "(?:") : (Str){0};
    Str tail = spec->whole_words ? STR("\\E)" NOT_INSIDE_WORD) : (Str){0}; // ends any \Q
    Buf whole = {.arena = arena};
    buf_put(&whole, head);
    buf_put(&whole, spec->regex);
    buf_put(&whole, tail);
    uint32_t options = PCRE2_UTF | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C;
    if (spec->unicode || !is_ascii(spec->regex)) options |= PCRE2_UCP;
    int code;
    size_t at;
    PCRE2_SPTR text = (PCRE2_SPTR)(whole.len ? whole.ptr : "");
    pcre2_code *compiled = pcre2_compile(text, whole.len, options, &code, &at, NULL);
    if (compiled) return compiled;
    at = at < head.len ? 0 : at - head.len;
    explain(arena, code, at < spec->regex.len ? at : spec->regex.len, error);
    return NULL;
}

// An unbalanced ')' would close our wrapping instead of failing, so the bare regex is
// tried first; its error offsets are the user's own.
static bool is_well_formed(Arena *arena, const PatternSpec *spec, PatternError *error) {
    PatternSpec bare = *spec;
    bare.whole_words = false;
    pcre2_code *code = compile(arena, &bare, error);
    pcre2_code_free(code);
    return code;
}

static void read_names(Arena *arena, Pattern *pattern) {
    uint32_t size;
    PCRE2_SPTR table;
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMECOUNT, &pattern->name_count);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMETABLE, &table);
    pattern->names = arena_array(arena, GroupName, pattern->name_count);
    for (uint32_t i = 0; i < pattern->name_count; i++, table += size)
        pattern->names[i] = (GroupName){
            .name = str_copy(arena, str_from((const char *)table + 2)),
            .group = (uint32_t)(table[0] << 8 | table[1]),
        };
}

uint32_t patterns_add(Patterns *patterns, const PatternSpec *spec, PatternError *error) {
    if (!is_well_formed(patterns->arena, spec, error)) return PATTERN_NONE;
    pcre2_code *code = compile(patterns->arena, spec, error);
    if (!code) return PATTERN_NONE;
    Pattern *pattern = vec_push(patterns->arena, &patterns->items);
    *pattern = (Pattern){.code = code, .spec = *spec};
    pattern->jit = pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0;
    read_names(patterns->arena, pattern);
    uint32_t groups;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
    if (groups > patterns->most_groups) patterns->most_groups = groups;
    return (uint32_t)patterns->items.len - 1;
}

uint32_t patterns_count(const Patterns *patterns) {
    return (uint32_t)patterns->items.len;
}

PatternSpec pattern_spec(const Patterns *patterns, uint32_t pattern) {
    return patterns->items.items[pattern].spec;
}

Str pattern_regex(const Patterns *patterns, uint32_t pattern) {
    return patterns->items.items[pattern].spec.regex;
}

bool pattern_matches_empty(const Patterns *patterns, uint32_t pattern) {
    uint32_t empty;
    pcre2_pattern_info(patterns->items.items[pattern].code, PCRE2_INFO_MATCHEMPTY,
                       &empty);
    return empty;
}

static Atoms copy_atoms(Arena *arena, const Atoms *atoms) {
    Atoms copy = {0};
    vec_each(const Str, atom, atoms) *vec_push(arena, &copy) = str_copy(arena, *atom);
    return copy;
}

void patterns_seal(Patterns *patterns) {
    Arena scratch = {0}, kept = {0};
    uint32_t count = patterns_count(patterns);
    Atoms *atoms = arena_array(&kept, Atoms, count);
    for (uint32_t p = 0; p < count; p++) {
        Atoms found = atoms_of(&scratch, pattern_regex(patterns, p));
        atoms[p] = copy_atoms(&kept, &found);
        arena_reset(&scratch);
    }
    patterns->sieve = sieve_new(patterns->arena, atoms, count);
    arena_free(&scratch);
    arena_free(&kept);
}

void patterns_free(Patterns *patterns) {
    if (!patterns) return;
    vec_each(Pattern, pattern, &patterns->items) pcre2_code_free(pattern->code);
    patterns->items.len = 0;
}

static void set_budget(pcre2_match_context *context, uint32_t steps) {
    pcre2_set_match_limit(context, steps);
    pcre2_set_depth_limit(context, steps);
    pcre2_set_heap_limit(context, HEAP_MOST_KB);
}

static Matcher start(const Patterns *patterns, uint32_t steps) {
    Matcher matcher = {
        .patterns = patterns,
        .data = pcre2_match_data_create(patterns->most_groups + 1, NULL),
        .context = pcre2_match_context_create(NULL),
        .stack = pcre2_jit_stack_create(JIT_STACK_FIRST, JIT_STACK_MOST, NULL),
    };
    if (!matcher.data || !matcher.context) out_of_memory();
    set_budget(matcher.context, steps);
    if (matcher.stack) pcre2_jit_stack_assign(matcher.context, NULL, matcher.stack);
    return matcher;
}

Matcher *matcher_new(Arena *arena, const Patterns *patterns, bool use_sieve) {
    assert(patterns->sieve);
    Matcher *matcher = arena_new(arena, Matcher);
    *matcher = start(patterns, PATTERN_STEPS);
    matcher->use_sieve = use_sieve;
    matcher->seen = arena_array(arena, uint32_t, patterns_count(patterns));
    return matcher;
}

void matcher_free(Matcher *matcher) {
    if (!matcher) return;
    pcre2_jit_stack_free(matcher->stack);
    pcre2_match_context_free(matcher->context);
    pcre2_match_data_free(matcher->data);
    *matcher = (Matcher){0};
}

// The callers' texts are valid UTF-8, so PCRE2 need not look again.
static int search(const Matcher *matcher, const Pattern *pattern, Str text, size_t from) {
    uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
    PCRE2_SPTR subject = (PCRE2_SPTR)(text.ptr ? text.ptr : "");
    if (pattern->jit)
        return pcre2_jit_match(pattern->code, subject, text.len, from, options,
                               matcher->data, matcher->context);
    return pcre2_match(pattern->code, subject, text.len, from, options, matcher->data,
                       matcher->context);
}

static void keep_captures(const Matcher *matcher, const Pattern *pattern, Arena *scratch,
                          HitList *out, Hit *hit) {
    const size_t *spans = pcre2_get_ovector_pointer(matcher->data);
    uint32_t groups = pcre2_get_ovector_count(matcher->data);
    hit->capture_first = (uint32_t)out->captures.len;
    for (uint32_t i = 0; i < pattern->name_count; i++) {
        size_t group = pattern->names[i].group;
        if (group >= groups || spans[2 * group] == PCRE2_UNSET) continue;
        *vec_push(scratch, &out->captures) = (Capture){
            .name = pattern->names[i].name,
            .start = (uint32_t)spans[2 * group],
            .end = (uint32_t)spans[2 * group + 1],
        };
        hit->capture_count++;
    }
}

static void scan_text(const Matcher *matcher, uint32_t number, uint32_t turn, Str text,
                      Arena *scratch, HitList *out) {
    const Pattern *pattern = &matcher->patterns->items.items[number];
    const size_t *spans = pcre2_get_ovector_pointer(matcher->data);
    int found;
    for (size_t from = 0; (found = search(matcher, pattern, text, from)) >= 0;) {
        Hit hit = {.pattern = number, .turn = turn};
        hit.start = (uint32_t)spans[0], hit.end = (uint32_t)spans[1];
        if (pattern->name_count) keep_captures(matcher, pattern, scratch, out, &hit);
        *vec_push(scratch, &out->hits) = hit;
        from = spans[1]; // never empty, so it moves on
        if (from >= text.len) return;
    }
    if (found != PCRE2_ERROR_NOMATCH)
        *vec_push(scratch, &out->gave_up) = (GaveUp){number, turn};
}

// The patterns to search for in one text, in no order.
static PatternNumbers choose(Matcher *matcher, Str text, Arena *scratch) {
    const Sieve *sieve = matcher->patterns->sieve;
    uint32_t count = patterns_count(matcher->patterns);
    PatternNumbers chosen = {0};
    if (++matcher->stamp == 0) {
        memset(matcher->seen, 0, count * sizeof *matcher->seen);
        matcher->stamp = 1;
    }
    bool sifted = matcher->use_sieve && sieve_scan(sieve, text, matcher->stamp,
                                                   matcher->seen, scratch, &chosen);
    if (sifted) {
        vec_each(const uint32_t, always, sieve_always(sieve))
            *vec_push(scratch, &chosen) = *always;
        return chosen;
    }
    chosen.len = 0;
    for (uint32_t p = 0; p < count; p++) *vec_push(scratch, &chosen) = p;
    return chosen;
}

typedef struct {
    uint32_t pattern, turn;
} Search;
typedef VEC(Search) Searches;

static bool is_for(const Matcher *matcher, uint32_t pattern, Role role) {
    Role wanted = matcher->patterns->items.items[pattern].spec.role;
    return wanted == ROLE_UNKNOWN ? role != ROLE_SYSTEM : role == wanted;
}

static Searches plan(Matcher *matcher, const MatchText *texts, size_t count,
                     Arena *scratch) {
    Searches searches = {0};
    for (uint32_t t = 0; t < count; t++) {
        if (texts[t].role == ROLE_SYSTEM) continue;
        PatternNumbers chosen = choose(matcher, texts[t].text, scratch);
        vec_each(const uint32_t, pattern, &chosen)
            if (is_for(matcher, *pattern, texts[t].role))
                *vec_push(scratch, &searches) = (Search){*pattern, t};
    }
    return searches;
}

// By pattern; those of one pattern keep their order, which is that of the turns.
static Search *sort_searches(const Searches *searches, uint32_t patterns,
                             Arena *scratch) {
    Search *sorted = arena_array(scratch, Search, searches->len);
    uint32_t *starts = arena_array(scratch, uint32_t, patterns + 1);
    vec_each(const Search, search, searches) starts[search->pattern + 1]++;
    for (uint32_t p = 0; p < patterns; p++) starts[p + 1] += starts[p];
    vec_each(const Search, search, searches) sorted[starts[search->pattern]++] = *search;
    return sorted;
}

void matcher_scan(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out) {
    uint32_t patterns = patterns_count(matcher->patterns);
    uint32_t *first = arena_array(scratch, uint32_t, patterns + 1);
    Searches searches = plan(matcher, texts, count, scratch);
    const Search *search = sort_searches(&searches, patterns, scratch);
    const Search *end = search + searches.len;
    *out = (HitList){.first = first};
    for (uint32_t p = 0; p < patterns; p++) {
        first[p] = (uint32_t)out->hits.len;
        for (; search < end && search->pattern == p; search++)
            scan_text(matcher, p, search->turn, texts[search->turn].text, scratch, out);
    }
    first[patterns] = (uint32_t)out->hits.len;
}

// PCRE2 does not tell how many steps it took, only whether a limit was enough.
bool pattern_exceeds(const Patterns *patterns, uint32_t pattern, Str text,
                     uint32_t steps) {
    Matcher matcher = start(patterns, steps);
    int found = search(&matcher, &patterns->items.items[pattern], text, 0);
    matcher_free(&matcher);
    return found < 0 && found != PCRE2_ERROR_NOMATCH;
}

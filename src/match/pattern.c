#include "match/pattern.h"

#include "base/buf.h"
#include "base/embedded.h"
#include "input/digest.h"
#include "match/branch.h"
#include "match/confirm.h"
#include "match/pattern_set.h"

#include <inttypes.h>
#include <stdatomic.h>

Patterns *patterns_new(Arena *arena) {
    Patterns *patterns = arena_new(arena, Patterns);
    patterns->arena = arena;
    patterns->image = embedded_image(BRANCH_IMAGE);
    return patterns;
}

static uint32_t add(Patterns *patterns, const PatternSpec *spec, Code *code) {
    *vec_push(patterns->arena, &patterns->items) =
        (Pattern){.parts.code = code, .spec = *spec, .unicode = spec_is_unicode(spec)};
    return (uint32_t)patterns->items.len - 1;
}

uint32_t patterns_add(Patterns *patterns, const PatternSpec *spec, PatternError *error) {
    Code *code = code_new(patterns->arena, spec, error);
    return code ? add(patterns, spec, code) : PATTERN_NONE;
}

uint32_t patterns_add_trusted(Patterns *patterns, const PatternSpec *spec) {
    uint32_t pattern = add(patterns, spec, NULL);
    patterns->items.items[pattern].trusted = true;
    return pattern;
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
    return code_matches_empty(patterns->items.items[pattern].parts.code);
}

void pattern_leave_out(Patterns *patterns, uint32_t pattern) {
    patterns->items.items[pattern].left_out = true;
}

static BranchKey key_of(const Pattern *pattern) {
    return (BranchKey){pattern->spec.regex, pattern->spec.whole_words, pattern->unicode};
}

// Whether their texts are the image's, and last; else they are the arena's.
static bool find_branches(Arena *arena, Str image, const Pattern *pattern, bool outline,
                          Branches *branches) {
    BranchKey key = key_of(pattern);
    if (pattern->trusted && branch_image_find(arena, image, &key, outline, branches))
        return true;
    *branches = regex_branches(arena, key.regex, key.whole_words, key.unicode);
    return false;
}

void patterns_add_to_image(Arena *arena, const Patterns *patterns, BranchImages *images) {
    vec_each(const Pattern, pattern, &patterns->items) {
        BranchKey key = key_of(pattern);
        if (pattern->trusted) branch_image_add(arena, images, &key);
    }
}

Str pattern_atoms(Arena *arena, const Patterns *patterns, uint32_t pattern) {
    Buf out = {.arena = arena};
    Branches branches;
    find_branches(arena, patterns->image, &patterns->items.items[pattern], false,
                  &branches);
    vec_each(const Branch, branch, &branches) {
        if (!branch->atoms.list.len) return (Str){0};
        vec_each(const Atom, atom, &branch->atoms.list) {
            if (out.len) buf_byte(&out, '|');
            buf_put(&out, atom->text);
        }
    }
    return buf_str(&out);
}

static void make_code(Arena *arena, Pattern *pattern) {
    if (!pattern->parts.code) pattern->parts.code = code_trusted(arena, &pattern->spec);
}

void patterns_make_codes(const Patterns *patterns) {
    WantedByRole *all = patterns->wanted;
    pthread_mutex_lock(&all->lock);
    vec_each(Pattern, pattern, &patterns->items) make_code(&all->arena, pattern);
    pthread_mutex_unlock(&all->lock);
}

static void keep_branches(Arena *arena, Pattern *pattern, const Branches *branches) {
    make_code(arena, pattern);
    Code **kept = &pattern->parts.code;
    if (branches->len > 1) {
        kept = arena_array(arena, Code *, branches->len);
        for (size_t b = 0; b < branches->len; b++)
            kept[b] = code_branch(arena, pattern->parts.code, branches->items[b].regex);
    }
    pattern->branch_count = (uint32_t)branches->len;
    pattern->parts.branches = kept;
}

static const uint8_t *keep_track(Arena *arena, const Track *track, bool lasting) {
    if (lasting || !track->len) return track->steps;
    return vec_copy(arena, track->steps, track->len);
}

static void want(Arena *arena, Wanted *wanted, uint32_t pattern, bool whole_words,
                 const Branches *branches, bool lasting) {
    for (uint16_t b = 0; b < branches->len; b++) {
        const Branch *branch = &branches->items[b];
        if (branch->atoms.list.len) continue;
        *vec_push(arena, &wanted->always) =
            (Always){.pattern = pattern,
                     .branch = b,
                     .at_top = branch->atoms.at_top,
                     .whole_words = whole_words,
                     .track = keep_track(arena, &branch->track, lasting),
                     .head = branch->head};
    }
}

void patterns_seal(Patterns *patterns) {
    patterns->wanted = arena_new(patterns->arena, WantedByRole);
    pthread_mutex_init(&patterns->wanted->lock, NULL);
}

Str patterns_sieve_name(Arena *arena, const Patterns *patterns, Role role) {
    Buf keys = {.arena = arena};
    for (uint32_t p = 0; p < patterns_count(patterns); p++) {
        const Pattern *pattern = &patterns->items.items[p];
        if (!pattern_is_for(pattern, role)) continue;
        if (!pattern->trusted) return (Str){0};
        BranchKey key = key_of(pattern);
        uint64_t numbers[] = {p, branch_key(&key)};
        buf_put(&keys, (Str){(const char *)numbers, sizeof numbers});
    }
    return str_format(arena, "sieve-%" PRIx64, digest_number(buf_str(&keys)));
}

static const Sieve *find_sieve(Arena *arena, const Patterns *patterns, Role role) {
    Str name = patterns_sieve_name(arena, patterns, role);
    Str bytes = name.len ? embedded_image(name) : (Str){0};
    return bytes.ptr ? sieve_read(arena, bytes) : NULL;
}

static void add_to_sieve(SieveBuild *build, uint32_t number, const Pattern *pattern,
                         const Branches *branches) {
    BranchKey key = key_of(pattern);
    sieve_add(build, number, &key, branches);
}

void patterns_put_sieve(Arena *arena, const Patterns *patterns, Role role, Buf *out) {
    SieveBuild *build = sieve_start(arena);
    for (uint32_t p = 0; p < patterns_count(patterns); p++) {
        const Pattern *pattern = &patterns->items.items[p];
        Branches branches;
        if (!pattern_is_for(pattern, role)) continue;
        find_branches(arena, patterns->image, pattern, false, &branches);
        add_to_sieve(build, p, pattern, &branches);
    }
    sieve_put(out, sieve_end(build));
}

static const Wanted *make_wanted(const Patterns *patterns, Role role) {
    Arena scratch = {0}, *arena = &patterns->wanted->arena;
    Wanted *wanted = arena_new(arena, Wanted);
    wanted->sieve = find_sieve(arena, patterns, role);
    SieveBuild *build = wanted->sieve ? NULL : sieve_start(arena);
    for (uint32_t p = 0; p < patterns_count(patterns); p++) {
        Pattern *pattern = &patterns->items.items[p];
        if (!pattern_is_for(pattern, role)) continue;
        wanted->any = true;
        Branches branches;
        bool lasting =
            find_branches(&scratch, patterns->image, pattern, !build, &branches);
        if (!pattern->parts.branches) keep_branches(arena, pattern, &branches);
        want(arena, wanted, p, pattern->spec.whole_words, &branches, lasting);
        if (build) add_to_sieve(build, p, pattern, &branches);
        arena_reset(&scratch);
    }
    if (build) wanted->sieve = sieve_end(build);
    wanted->items = sieve_items(wanted->sieve);
    arena_free(&scratch);
    embedded_let_go(); // what was looked at so far is seldom looked at again
    return wanted;
}

const Wanted *patterns_wanted(const Patterns *patterns, Role role) {
    WantedByRole *all = patterns->wanted;
    const Wanted *wanted = atomic_load_explicit(&all->of[role], memory_order_acquire);
    if (wanted) return wanted;
    pthread_mutex_lock(&all->lock);
    wanted = atomic_load_explicit(&all->of[role], memory_order_relaxed);
    if (!wanted) wanted = make_wanted(patterns, role);
    atomic_store_explicit(&all->of[role], wanted, memory_order_release);
    pthread_mutex_unlock(&all->lock);
    return wanted;
}

void patterns_prepare(const Patterns *patterns) {
    for (Role role = 0; role < ROLE_COUNT; role++)
        if (role != ROLE_SYSTEM) patterns_wanted(patterns, role);
    vec_each(const Pattern, pattern, &patterns->items) {
        if (pattern->left_out) continue;
        if (pattern->parts.code) code_prepare(pattern->parts.code);
        for (size_t b = 0; b < pattern->branch_count; b++)
            code_prepare(pattern->parts.branches[b]);
    }
}

void patterns_free(Patterns *patterns) {
    if (!patterns || patterns->freed) return;
    vec_each(Pattern, pattern, &patterns->items) {
        for (size_t b = 0; pattern->branch_count > 1 && b < pattern->branch_count; b++)
            code_free(pattern->parts.branches[b]);
        if (pattern->parts.code) code_free(pattern->parts.code);
    }
    patterns->freed = true;
    if (patterns->wanted) arena_free(&patterns->wanted->arena);
    patterns->wanted = NULL;
}

struct PatternProbe {
    const Patterns *patterns;
    CodeRunner *runner;
};

PatternProbe *pattern_probe_new(Arena *arena, const Patterns *patterns) {
    PatternProbe *probe = arena_new(arena, PatternProbe);
    probe->patterns = patterns;
    probe->runner = code_runner_new(arena);
    return probe;
}

void pattern_probe_free(PatternProbe *probe) { code_runner_free(probe->runner); }

bool pattern_exceeds(PatternProbe *probe, uint32_t pattern, Str text, uint32_t steps) {
    Code *code = probe->patterns->items.items[pattern].parts.code;
    return confirm_gives_up(code, probe->runner, text, steps);
}

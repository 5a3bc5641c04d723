#include "match/pattern.h"

#include "base/buf.h"
#include "base/watch.h"
#include "match/branch.h"
#include "match/confirm.h"
#include "match/sieve.h"

#include <assert.h>

typedef struct {
    Code *code;
    PatternSpec spec;
    bool unicode;    // as code_is_unicode
    Code **branches; // tried in order, they come to the same as the code
    size_t branch_count;
} Pattern;

// A branch that may match in every text.
typedef struct {
    uint32_t pattern;
    uint16_t branch;
    bool at_top; // but only at its start
} Always;

// What is looked for in the turns of one role.
typedef struct {
    Sieve *sieve; // NULL until sealed
    VEC(Always) always;
} Wanted;

struct Patterns {
    Arena *arena;
    VEC(Pattern) items;
    uint32_t most_groups; // capture groups of the pattern that has most
    Wanted wanted[ROLE_COUNT];
};

typedef VEC(Candidate) Candidates;

// The lists are used again for the next call, so they grow no more after a while.
struct Matcher {
    const Patterns *patterns;
    Arena arena;
    Runner *runner;
    bool use_sieve;
    SieveHits hits;
    Candidates found, sorted;
    uint32_t *starts; // [pattern] -> its first candidate among the sorted
    uint64_t
        *seen[ROLE_COUNT]; // [list of partners] -> the stamp of the turn that has one
    uint64_t stamp;
    PatternCost *costs; // one a pattern, or NULL
};

// ---- Patterns

Patterns *patterns_new(Arena *arena) {
    Patterns *patterns = arena_new(arena, Patterns);
    patterns->arena = arena;
    return patterns;
}

uint32_t patterns_add(Patterns *patterns, const PatternSpec *spec, PatternError *error) {
    Code *code = code_new(patterns->arena, spec, error);
    if (!code) return PATTERN_NONE;
    *vec_push(patterns->arena, &patterns->items) =
        (Pattern){.code = code, .spec = *spec, .unicode = code_is_unicode(code)};
    if (code_groups(code) > patterns->most_groups)
        patterns->most_groups = code_groups(code);
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
    return code_matches_empty(patterns->items.items[pattern].code);
}

static Branches find_branches(Arena *arena, const Pattern *pattern) {
    return regex_branches(arena, pattern->spec.regex, pattern->spec.whole_words,
                          pattern->unicode);
}

Str pattern_atoms(Arena *arena, const Patterns *patterns, uint32_t pattern) {
    Buf out = {.arena = arena};
    Branches branches = find_branches(arena, &patterns->items.items[pattern]);
    vec_each(const Branch, branch, &branches) {
        if (!branch->atoms.list.len) return (Str){0};
        vec_each(const Atom, atom, &branch->atoms.list) {
            if (out.len) buf_byte(&out, '|');
            buf_put(&out, atom->text);
        }
    }
    return buf_str(&out);
}

static bool is_for(const Pattern *pattern, Role role) {
    Role wanted = pattern->spec.role;
    return role != ROLE_SYSTEM && (wanted == ROLE_UNKNOWN || wanted == role);
}

static void keep_branches(Arena *arena, Pattern *pattern, const Branches *branches) {
    pattern->branch_count = branches->len;
    pattern->branches = arena_array(arena, Code *, branches->len);
    pattern->branches[0] = pattern->code;
    for (size_t b = 0; b < branches->len && branches->len > 1; b++)
        pattern->branches[b] =
            code_branch(arena, pattern->code, branches->items[b].regex);
}

static void want(Arena *arena, Wanted *wanted, SieveBuild *build, uint32_t pattern,
                 const Branches *branches) {
    for (uint16_t b = 0; b < branches->len; b++) {
        const Atoms *atoms = &branches->items[b].atoms;
        sieve_add(build, atoms, pattern, b);
        if (!atoms->list.len)
            *vec_push(arena, &wanted->always) = (Always){pattern, b, atoms->at_top};
    }
}

void patterns_seal(Patterns *patterns) {
    Arena scratch = {0}, *arena = patterns->arena;
    SieveBuild *builds[ROLE_COUNT];
    for (Role role = 0; role < ROLE_COUNT; role++) builds[role] = sieve_start(arena);
    for (uint32_t p = 0; p < patterns_count(patterns); p++) {
        Pattern *pattern = &patterns->items.items[p];
        Branches branches = find_branches(&scratch, pattern);
        keep_branches(arena, pattern, &branches);
        for (Role role = 0; role < ROLE_COUNT; role++)
            if (is_for(pattern, role))
                want(arena, &patterns->wanted[role], builds[role], p, &branches);
        arena_reset(&scratch);
    }
    for (Role role = 0; role < ROLE_COUNT; role++)
        patterns->wanted[role].sieve = sieve_end(builds[role]);
    arena_free(&scratch);
}

void patterns_prepare(const Patterns *patterns) {
    vec_each(const Pattern, pattern, &patterns->items) {
        code_prepare(pattern->code);
        for (size_t b = 0; b < pattern->branch_count; b++)
            code_prepare(pattern->branches[b]);
    }
}

void patterns_free(Patterns *patterns) {
    if (!patterns) return;
    vec_each(Pattern, pattern, &patterns->items) {
        for (size_t b = 0; pattern->branch_count > 1 && b < pattern->branch_count; b++)
            code_free(pattern->branches[b]);
        code_free(pattern->code);
    }
    patterns->items.len = 0;
}

bool pattern_exceeds(const Patterns *patterns, uint32_t pattern, Str text,
                     uint32_t steps) {
    Arena arena = {0};
    Runner *runner = runner_new(&arena, patterns->most_groups);
    Code *code = patterns->items.items[pattern].code;
    bool gives_up = confirm_gives_up(code, runner, text, steps);
    runner_free(runner);
    arena_free(&arena);
    return gives_up;
}

// ---- Matchers

Matcher *matcher_new(Arena *arena, const Patterns *patterns, bool use_sieve) {
    assert(patterns->wanted[0].sieve);
    Matcher *matcher = arena_new(arena, Matcher);
    *matcher = (Matcher){.patterns = patterns, .use_sieve = use_sieve};
    arena = &matcher->arena;
    matcher->runner = runner_new(arena, patterns->most_groups);
    matcher->starts = arena_array(arena, uint32_t, patterns_count(patterns) + 1);
    for (Role role = 0; role < ROLE_COUNT; role++) {
        uint32_t lists = sieve_partner_lists(patterns->wanted[role].sieve);
        matcher->seen[role] = arena_array(arena, uint64_t, lists + 1);
    }
    return matcher;
}

void matcher_measure(Matcher *matcher, PatternCost *costs) { matcher->costs = costs; }

void matcher_free(Matcher *matcher) {
    if (!matcher) return;
    runner_free(matcher->runner);
    arena_free(&matcher->arena);
}

// ---- From texts to candidates

static void add_candidate(Matcher *matcher, const Candidate *candidate) {
    *vec_push(&matcher->arena, &matcher->found) = *candidate;
}

// Where an atom stands, and what stands beside it.
typedef struct {
    uint32_t at, end;
    char before, after;
} Site;

static Site site_of(Str text, const SieveAtom *atom, uint32_t end) {
    uint32_t at = end - atom->length;
    return (Site){at, end, at ? text.ptr[at - 1] : ' ',
                  end < text.len ? text.ptr[end] : ' '};
}

static bool is_inside_word(Str text, uint32_t at) {
    return at && byte_is_ascii_word(text.ptr[at - 1]) && byte_is_ascii_word(text.ptr[at]);
}

static bool fits(const SieveAtom *atom, const Site *site) {
    return !(atom->edge_after && byte_is_ascii_word(site->after));
}

enum { WIDEST = 1000 }; // bytes that are gone back from an atom

// The first place, from `least` on, from where only what a match can hold leads to `at`;
// `least` when it is not near: else a text of one repeated phrase would be gone through
// again and again.
static uint32_t reach_back(const ByteSet *bytes, Str text, uint32_t at, uint32_t least) {
    for (uint32_t gone = 0; at > least && byteset_has(bytes, text.ptr[at - 1]); at--)
        if (gone++ > WIDEST) return least;
    return at;
}

// Adds the candidates for a match that has the atom at `site`. Where there would be too
// many, all of the text is searched.
static void add_candidates(Matcher *matcher, const SieveAtom *atom, const Site *site,
                           const MatchText *text, uint32_t turn) {
    const Pattern *pattern = &matcher->patterns->items.items[atom->pattern];
    Candidate candidate = {atom->pattern, turn,        0, atom->whole ? site->end : 0,
                           atom->branch,  atom->number};
    if (site->at < atom->least || (atom->at_top && site->at > atom->most)) return;
    uint32_t least = site->at > atom->most ? site->at - atom->most : 0;
    uint32_t most = atom->at_top ? 0 : site->at - atom->least;
    if (most > least + WIDEST) least = most - WIDEST - 1;
    least = reach_back(atom->before, text->text, site->at, least);
    if (least > most) return;
    // Whether a character outside ASCII is part of a word is Unicode's to say.
    bool unsure = atom->whole && pattern->unicode &&
                  !(byte_is_ascii(site->before) && byte_is_ascii(site->after));
    if (unsure || most - least > WIDEST) least = most = candidate.start = SEARCH_ALL;
    if (candidate.start == SEARCH_ALL) add_candidate(matcher, &candidate);
    for (uint32_t at = least; at <= most && at < text->text.len; at++) {
        if (!byteset_has(atom->first, text->text.ptr[at])) continue;
        if (pattern->spec.whole_words && is_inside_word(text->text, at)) continue;
        candidate.start = at;
        add_candidate(matcher, &candidate);
    }
}

static void note_partners(Matcher *matcher, const MatchText *text) {
    uint64_t *seen = matcher->seen[text->role];
    seen[0] = ++matcher->stamp; // atoms that have no partners find them
    vec_each(const SieveHit, hit, &matcher->hits) {
        uint32_t count;
        const Sieve *sieve = matcher->patterns->wanted[text->role].sieve;
        const SieveAtom *partner = sieve_partners(sieve, hit, &count);
        for (const SieveAtom *end = partner + count; partner < end; partner++) {
            Site site = site_of(text->text, partner, hit->end);
            if (fits(partner, &site)) seen[partner->partners] = matcher->stamp;
        }
    }
}

static void sift(Matcher *matcher, const MatchText *text, uint32_t turn) {
    const Sieve *sieve = matcher->patterns->wanted[text->role].sieve;
    const uint64_t *seen = matcher->seen[text->role];
    matcher->hits.len = 0;
    sieve_scan(sieve, text->text, &matcher->arena, &matcher->hits);
    note_partners(matcher, text);
    vec_each(const SieveHit, hit, &matcher->hits) {
        uint32_t count;
        const SieveAtom *atom = sieve_atoms(sieve, hit, &count);
        for (const SieveAtom *end = atom + count; atom < end; atom++) {
            if (seen[atom->partners] != matcher->stamp) continue;
            Site site = site_of(text->text, atom, hit->end);
            if (fits(atom, &site)) add_candidates(matcher, atom, &site, text, turn);
        }
    }
}

// U+017F (long s) and U+212A (Kelvin sign) are the only characters outside ASCII that a
// caseless s or k matches.
static bool has_strange_letter(Str text) {
    if (!text.len) return false;
    return (memchr(text.ptr, 0xC5, text.len) && str_has(text, STR("\xC5\xBF"))) ||
           (memchr(text.ptr, 0xE2, text.len) && str_has(text, STR("\xE2\x84\xAA")));
}

static void plan_searches(Matcher *matcher, const MatchText *text, uint32_t turn) {
    for (uint32_t p = 0; p < patterns_count(matcher->patterns); p++)
        if (is_for(&matcher->patterns->items.items[p], text->role))
            add_candidate(matcher, &(Candidate){p, turn, .start = SEARCH_ALL});
}

static void plan(Matcher *matcher, const MatchText *text, uint32_t turn) {
    const Patterns *patterns = matcher->patterns;
    if (!matcher->use_sieve || has_strange_letter(text->text)) {
        plan_searches(matcher, text, turn);
        return;
    }
    sift(matcher, text, turn);
    vec_each(const Always, always, &patterns->wanted[text->role].always)
        add_candidate(matcher, &(Candidate){always->pattern, turn,
                                            .start = always->at_top ? 0 : SEARCH_ALL,
                                            .branch = always->branch});
}

// By pattern; those of one pattern keep their order, which is that of the turns.
static void sort_candidates(Matcher *matcher) {
    uint32_t patterns = patterns_count(matcher->patterns), *starts = matcher->starts;
    Candidates *sorted = &matcher->sorted;
    memset(starts, 0, (patterns + 1) * sizeof *starts);
    sorted->len = 0;
    vec_each(const Candidate, candidate, &matcher->found) {
        starts[candidate->pattern + 1]++;
        vec_push(&matcher->arena, sorted);
    }
    for (uint32_t p = 0; p < patterns; p++) starts[p + 1] += starts[p];
    vec_each(const Candidate, candidate, &matcher->found)
        sorted->items[starts[candidate->pattern]++] = *candidate;
}

// ---- From candidates to hits

// Confirms the sorted candidates of pattern `p`, which begin with number `from`, and adds
// turns and tries to `cost`.
static void confirm_all(Matcher *matcher, const Confirmer *confirmer, uint32_t p,
                        uint32_t from, const MatchText *texts, PatternCost *cost) {
    const Pattern *pattern = &matcher->patterns->items.items[p];
    Target target = {p, pattern->code, pattern->branches};
    for (uint32_t count, end = matcher->starts[p]; from < end; from += count) {
        Candidate *first = &matcher->sorted.items[from];
        for (count = 1; from + count < end && first[count].turn == first->turn;) count++;
        cost->tries += confirm(confirmer, &target, first, count, texts[first->turn].text);
        cost->turns++;
    }
}

static void confirm_measured(Matcher *matcher, const Confirmer *confirmer, uint32_t p,
                             uint32_t from, const MatchText *texts) {
    PatternCost *cost = &matcher->costs[p];
    const HitList *out = confirmer->out;
    int64_t before = watch_now();
    size_t hits = out->hits.len, gave_up = out->gave_up.len;
    confirm_all(matcher, confirmer, p, from, texts, cost);
    cost->hits += out->hits.len - hits;
    cost->gave_up += out->gave_up.len - gave_up;
    cost->ns += watch_now() - before;
}

void matcher_scan(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out) {
    uint32_t patterns = patterns_count(matcher->patterns), from = 0;
    uint32_t *first = arena_array(scratch, uint32_t, patterns + 1);
    Confirmer confirmer = {matcher->runner, scratch, out};
    matcher->found.len = 0;
    for (uint32_t t = 0; t < count; t++)
        if (texts[t].role != ROLE_SYSTEM) plan(matcher, &texts[t], t);
    sort_candidates(matcher);
    *out = (HitList){.first = first};
    for (uint32_t p = 0; p < patterns; from = matcher->starts[p++]) {
        first[p] = (uint32_t)out->hits.len;
        if (from == matcher->starts[p]) continue;
        if (matcher->costs)
            confirm_measured(matcher, &confirmer, p, from, texts);
        else
            confirm_all(matcher, &confirmer, p, from, texts, &(PatternCost){0});
    }
    first[patterns] = (uint32_t)out->hits.len;
}

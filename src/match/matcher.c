#include "match/matcher.h"

#include "base/watch.h"
#include "match/confirm.h"
#include "match/memo.h"
#include "match/pattern_set.h"

#include <assert.h>
#include <stdlib.h>

typedef VEC(Candidate) Candidates;

// The candidates of one pattern in the text at hand.
typedef struct {
    uint32_t pattern, first, count;
} Group;
// A pattern's group; of a text before the last one it is none.
typedef struct {
    uint64_t text;
    uint32_t group;
} GroupOf;

// The lists are used again for the next text, so they grow no more after a while.
struct Matcher {
    const Patterns *patterns;
    Arena arena;
    CodeRunner *runner;
    bool use_sieve;
    Memo *memo; // NULL: every text is searched
    SieveHits hits;
    Candidates candidates, grouped;
    VEC(Group) groups;
    GroupOf *group_of;                // by pattern
    uint64_t text;                    // how many have been searched, this one included
    const Wanted *wanted[ROLE_COUNT]; // NULL until its first turn comes
    uint64_t
        *seen[ROLE_COUNT]; // [list of partners] -> the stamp of the turn that has one
    uint64_t stamp;
    PatternCost *costs; // one a pattern, or NULL
};

Matcher *matcher_new(Arena *arena, const Patterns *patterns, bool use_sieve) {
    assert(patterns->wanted);
    Matcher *matcher = arena_new(arena, Matcher);
    *matcher = (Matcher){.patterns = patterns, .use_sieve = use_sieve};
    arena = &matcher->arena;
    matcher->runner = code_runner_new(arena, patterns->most_groups);
    matcher->group_of = arena_array(arena, GroupOf, patterns_count(patterns));
    if (use_sieve) matcher->memo = memo_new();
    return matcher;
}

void matcher_measure(Matcher *matcher, PatternCost *costs) { matcher->costs = costs; }

void matcher_free(Matcher *matcher) {
    if (!matcher) return;
    code_runner_free(matcher->runner);
    memo_free(matcher->memo);
    arena_free(&matcher->arena);
}

// ---- From texts to candidates

static void add_candidate(Matcher *matcher, const Candidate *candidate) {
    *vec_push(&matcher->arena, &matcher->candidates) = *candidate;
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

// Whether a match can begin at `at`, as far as the edges of words tell.
static bool can_begin(const Pattern *pattern, Str text, uint32_t at) {
    return !pattern->spec.whole_words || !at || !byte_is_ascii_word(text.ptr[at - 1]) ||
           !byte_is_ascii_word(text.ptr[at]);
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
                           const MatchText *text) {
    const Pattern *pattern = &matcher->patterns->items.items[atom->pattern];
    Candidate candidate = {atom->pattern, 0, atom->whole ? site->end : 0, atom->branch,
                           atom->number};
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
        candidate.start = at;
        if (can_begin(pattern, text->text, at)) add_candidate(matcher, &candidate);
    }
}

static const Wanted *wanted_for(Matcher *matcher, Role role) {
    if (matcher->wanted[role]) return matcher->wanted[role];
    const Wanted *wanted = patterns_wanted(matcher->patterns, role);
    uint32_t lists = sieve_partner_lists(wanted->sieve);
    matcher->seen[role] = arena_array(&matcher->arena, uint64_t, lists + 1);
    return matcher->wanted[role] = wanted;
}

static void note_partners(Matcher *matcher, const MatchText *text) {
    uint64_t *seen = matcher->seen[text->role];
    seen[0] = ++matcher->stamp; // atoms that have no partners find them
    vec_each(const SieveHit, hit, &matcher->hits) {
        uint32_t count;
        const Sieve *sieve = matcher->wanted[text->role]->sieve;
        const SieveAtom *partner = sieve_partners(sieve, hit, &count);
        for (const SieveAtom *end = partner + count; partner < end; partner++) {
            Site site = site_of(text->text, partner, hit->end);
            if (fits(partner, &site)) seen[partner->partners] = matcher->stamp;
        }
    }
}

static void sift(Matcher *matcher, const MatchText *text) {
    const Sieve *sieve = matcher->wanted[text->role]->sieve;
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
            if (fits(atom, &site)) add_candidates(matcher, atom, &site, text);
        }
    }
}

// U+017F (long s) and U+212A (Kelvin sign) are the only characters outside ASCII that a
// caseless s or k matches.
static bool has_strange_letter(Str text) {
    return !str_is_ascii(text) &&
           (str_has(text, STR("\xC5\xBF")) || str_has(text, STR("\xE2\x84\xAA")));
}

static void plan_searches(Matcher *matcher, const MatchText *text) {
    for (uint32_t p = 0; p < patterns_count(matcher->patterns); p++)
        if (pattern_is_for(&matcher->patterns->items.items[p], text->role))
            add_candidate(matcher, &(Candidate){p, .start = SEARCH_ALL});
}

static void plan_always(Matcher *matcher, const Always *always, Str text) {
    const Pattern *pattern = &matcher->patterns->items.items[always->pattern];
    const Head *head = &always->head;
    Candidate candidate = {.pattern = always->pattern, .branch = always->branch};
    if (always->at_top || !head->len) {
        if (!always->at_top) candidate.start = SEARCH_ALL;
        if (!always->at_top || head_fits(head, text, 0))
            add_candidate(matcher, &candidate);
        return;
    }
    for (size_t at = 0; (at = head_find(head, text, at)) < text.len; at++) {
        candidate.start = (uint32_t)at;
        if (can_begin(pattern, text, candidate.start)) add_candidate(matcher, &candidate);
    }
}

static void plan(Matcher *matcher, const MatchText *text) {
    matcher->candidates.len = 0;
    if (!matcher->use_sieve || has_strange_letter(text->text)) {
        plan_searches(matcher, text);
        return;
    }
    const Wanted *wanted = wanted_for(matcher, text->role);
    sift(matcher, text);
    vec_each(const Always, always, &wanted->always)
        plan_always(matcher, always, text->text);
}

static bool comes_before(const Candidate *one, const Candidate *other) {
    if (one->start != other->start) return one->start < other->start;
    if (one->branch != other->branch) return one->branch < other->branch;
    return one->number < other->number;
}

static int compare_candidates(const void *a, const void *b) {
    return comes_before(a, b) ? -1 : comes_before(b, a);
}

// Those of one pattern. They are few, as a rule.
static void sort_candidates(Candidate *items, size_t count) {
    enum { FEW = 64 };
    if (count > FEW) {
        qsort(items, count, sizeof *items, compare_candidates);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        Candidate moved = items[i];
        size_t to = i;
        for (; to > 0 && comes_before(&moved, &items[to - 1]); to--)
            items[to] = items[to - 1];
        items[to] = moved;
    }
}

static Group *group_for(Matcher *matcher, uint32_t pattern) {
    GroupOf *of = &matcher->group_of[pattern];
    if (of->text != matcher->text) {
        *of = (GroupOf){matcher->text, (uint32_t)matcher->groups.len};
        *vec_push(&matcher->arena, &matcher->groups) = (Group){.pattern = pattern};
    }
    return &matcher->groups.items[of->group];
}

// Puts those of one pattern side by side. Which pattern comes first is all the same, as
// sort_hits sees to that.
static void group_candidates(Matcher *matcher) {
    Candidates *grouped = &matcher->grouped;
    uint32_t first = 0;
    matcher->text++;
    matcher->groups.len = 0;
    vec_each(const Candidate, candidate, &matcher->candidates)
        group_for(matcher, candidate->pattern)->count++;
    vec_each(Group, group, &matcher->groups) {
        group->first = first;
        first += group->count;
        group->count = 0;
    }
    while (grouped->cap < first)
        grouped->items = vec_grow(&matcher->arena, grouped->items, &grouped->cap,
                                  sizeof *grouped->items);
    vec_each(const Candidate, candidate, &matcher->candidates) {
        Group *group = group_for(matcher, candidate->pattern);
        grouped->items[group->first + group->count++] = *candidate;
    }
}

// ---- From candidates to hits

static void confirm_group(Matcher *matcher, const Confirmer *confirmer,
                          const Group *group) {
    Candidate *candidates = &matcher->grouped.items[group->first];
    uint32_t p = group->pattern;
    const Pattern *pattern = &matcher->patterns->items.items[p];
    ConfirmPattern target = {p, pattern->code, pattern->branches};
    const HitList *out = confirmer->out;
    int64_t before = matcher->costs ? watch_now() : 0;
    size_t hits = out->hits.len, gave_up = out->gave_up.len;
    sort_candidates(candidates, group->count);
    uint64_t tries = confirm(confirmer, &target, candidates, group->count);
    if (!matcher->costs) return;
    PatternCost *cost = &matcher->costs[p];
    cost->turns++;
    cost->tries += tries;
    cost->hits += out->hits.len - hits;
    cost->gave_up += out->gave_up.len - gave_up;
    cost->ns += watch_now() - before;
}

static void search_text(Matcher *matcher, const Confirmer *confirmer,
                        const MatchText *text) {
    plan(matcher, text);
    code_runner_take(matcher->runner, text->text);
    group_candidates(matcher);
    vec_each(const Group, group, &matcher->groups)
        confirm_group(matcher, confirmer, group);
}

// Adds the hits in one text.
static void find_in_text(Matcher *matcher, const Confirmer *confirmer,
                         const MatchText *text) {
    HitList *out = confirmer->out;
    MemoAnswer answer = MEMO_NEW;
    size_t hits = out->hits.len, captures = out->captures.len, ups = out->gave_up.len;
    if (matcher->memo)
        answer =
            memo_recall(matcher->memo, text, confirmer->turn, confirmer->scratch, out);
    if (answer == MEMO_KNOWN) return;
    search_text(matcher, confirmer, text);
    if (answer == MEMO_WANTED && out->gave_up.len == ups)
        memo_keep(matcher->memo, text, out, hits, captures);
}

// By pattern; those of one pattern keep their order, which is that of the turns.
static void sort_hits(uint32_t patterns, Arena *scratch, HitList *out) {
    Hit *sorted = arena_raw(scratch, out->hits.len * sizeof *sorted);
    uint32_t *next = arena_array(scratch, uint32_t, patterns + 2) + 1;
    vec_each(const Hit, hit, &out->hits) next[hit->pattern + 1]++;
    for (uint32_t p = 0; p < patterns; p++) next[p + 1] += next[p];
    vec_each(const Hit, hit, &out->hits) sorted[next[hit->pattern]++] = *hit;
    out->hits.items = sorted;
    out->hits.cap = out->hits.len;
    out->first = next - 1; // each has moved on to where the one after it began
}

static int compare_ups(const void *a, const void *b) {
    const GaveUp *one = a, *other = b;
    if (one->pattern != other->pattern) return one->pattern < other->pattern ? -1 : 1;
    return (one->turn > other->turn) - (one->turn < other->turn);
}

void matcher_scan(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out) {
    *out = (HitList){0};
    for (uint32_t t = 0; t < count; t++) {
        Confirmer confirmer = {matcher->runner, texts[t].text, t, scratch, out};
        if (texts[t].role != ROLE_SYSTEM) find_in_text(matcher, &confirmer, &texts[t]);
    }
    sort_hits(patterns_count(matcher->patterns), scratch, out);
    if (out->gave_up.len)
        qsort(out->gave_up.items, out->gave_up.len, sizeof *out->gave_up.items,
              compare_ups);
}

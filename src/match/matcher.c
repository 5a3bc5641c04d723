#include "match/matcher.h"

#include "base/watch.h"
#include "match/confirm.h"
#include "match/memo.h"
#include "match/pattern_set.h"

#include <assert.h>
#include <stdlib.h>

// The lists are used again for the next text, so they grow no more after a while.
struct Matcher {
    const Patterns *patterns;
    Arena arena;
    CodeRunner *runner;
    bool use_sieve;
    Memo *memo; // NULL: every text is searched
    SieveHits hits;
    Candidates asked;                 // of the pattern at hand
    const Wanted *wanted[ROLE_COUNT]; // NULL until its first turn comes
    uint64_t
        *seen[ROLE_COUNT]; // [list of partners] -> the stamp of the turn that has one
    uint64_t stamp;
    PatternCost *costs; // one a pattern, or NULL
};

// The candidates of all patterns in all texts.
struct Sifted {
    Matcher *matcher;
    Arena *scratch;
    CodeText *texts;
    uint32_t turn; // the one at hand
    Candidates candidates;
    HitList *out;   // of which this is a part
    uint32_t *last; // by pattern that may have hits: its last candidate, plus one; 0: it
                    // was asked for
};

static uint64_t bit_of(uint32_t pattern) { return UINT64_C(1) << pattern % 64; }

Matcher *matcher_new(Arena *arena, const Patterns *patterns, bool use_sieve) {
    assert(patterns->wanted);
    Matcher *matcher = arena_new(arena, Matcher);
    *matcher = (Matcher){.patterns = patterns, .use_sieve = use_sieve};
    arena = &matcher->arena;
    matcher->runner = code_runner_new(arena, patterns->most_groups);
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

static void add_candidate(Sifted *sifted, const Candidate *candidate) {
    uint32_t p = candidate->pattern;
    uint64_t *possible = &sifted->out->possible[p / 64];
    Candidate *added = vec_push(sifted->scratch, &sifted->candidates);
    *added = *candidate;
    added->turn = sifted->turn;
    added->next = *possible & bit_of(p) ? sifted->last[p] : 0;
    if (!added->next) sifted->out->of[p] = (HitRange){0};
    sifted->last[p] = (uint32_t)sifted->candidates.len;
    *possible |= bit_of(p);
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
static void add_candidates(Sifted *sifted, const SieveAtom *atom, const Site *site,
                           const MatchText *text) {
    const Pattern *pattern = &sifted->matcher->patterns->items.items[atom->pattern];
    Candidate candidate = {.pattern = atom->pattern,
                           .end = atom->whole ? site->end : 0,
                           .branch = atom->branch,
                           .number = atom->number};
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
    if (candidate.start == SEARCH_ALL) add_candidate(sifted, &candidate);
    for (uint32_t at = least; at <= most && at < text->text.len; at++) {
        if (!byteset_has(atom->first, text->text.ptr[at])) continue;
        candidate.start = at;
        if (can_begin(pattern, text->text, at)) add_candidate(sifted, &candidate);
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

static void add_sieved(Sifted *sifted, const MatchText *text) {
    Matcher *matcher = sifted->matcher;
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
            if (fits(atom, &site)) add_candidates(sifted, atom, &site, text);
        }
    }
}

// U+017F (long s) and U+212A (Kelvin sign) are the only characters outside ASCII that a
// caseless s or k matches.
static bool has_strange_letter(Str text) {
    return !str_is_ascii(text) &&
           (str_has(text, STR("\xC5\xBF")) || str_has(text, STR("\xE2\x84\xAA")));
}

static void add_searches(Sifted *sifted, const MatchText *text) {
    const Patterns *patterns = sifted->matcher->patterns;
    for (uint32_t p = 0; p < patterns_count(patterns); p++)
        if (pattern_is_for(&patterns->items.items[p], text->role))
            add_candidate(sifted, &(Candidate){p, .start = SEARCH_ALL});
}

static void add_always(Sifted *sifted, const Always *always, Str text) {
    const Pattern *pattern = &sifted->matcher->patterns->items.items[always->pattern];
    const Head *head = &always->head;
    Candidate candidate = {.pattern = always->pattern, .branch = always->branch};
    if (always->at_top || !head->len) {
        if (!always->at_top) candidate.start = SEARCH_ALL;
        if (!always->at_top || head_fits(head, text, 0))
            add_candidate(sifted, &candidate);
        return;
    }
    for (size_t at = 0; (at = head_find(head, text, at)) < text.len; at++) {
        candidate.start = (uint32_t)at;
        if (can_begin(pattern, text, candidate.start)) add_candidate(sifted, &candidate);
    }
}

static void add_new(Sifted *sifted, const MatchText *text) {
    Matcher *matcher = sifted->matcher;
    if (!matcher->use_sieve || has_strange_letter(text->text)) {
        add_searches(sifted, text);
        return;
    }
    const Wanted *wanted = wanted_for(matcher, text->role);
    add_sieved(sifted, text);
    vec_each(const Always, always, &wanted->always)
        add_always(sifted, always, text->text);
}

static void add_known(Sifted *sifted, const CandidateSlice *known) {
    for (size_t i = 0; i < known->len; i++)
        if (known->items[i].pattern != PATTERN_NONE)
            add_candidate(sifted, &known->items[i]);
}

static void sift_text(Sifted *sifted, const MatchText *text) {
    Memo *memo = sifted->matcher->memo;
    size_t first = sifted->candidates.len;
    CandidateSlice known;
    MemoAnswer answer = memo ? memo_recall(memo, text, &known) : MEMO_NEW;
    if (answer == MEMO_KNOWN)
        add_known(sifted, &known);
    else
        add_new(sifted, text);
    if (answer != MEMO_WANTED) return;
    memo_keep(memo, text, vec_from(&sifted->candidates, first),
              sifted->candidates.len - first);
}

void matcher_sift(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out) {
    uint32_t patterns = patterns_count(matcher->patterns);
    Sifted *sifted = arena_new(scratch, Sifted);
    *sifted = (Sifted){.matcher = matcher,
                       .scratch = scratch,
                       .texts = arena_raw(scratch, count * sizeof *sifted->texts),
                       .out = out,
                       .last = arena_raw(scratch, patterns * sizeof *sifted->last)};
    *out = (HitList){.possible = arena_array(scratch, uint64_t, patterns / 64 + 1),
                     .of = arena_raw(scratch, patterns * sizeof *out->of),
                     .sifted = sifted};
    if (matcher->memo) memo_tidy(matcher->memo);
    for (uint32_t t = 0; t < count; t++) {
        sifted->texts[t] = code_text(texts[t].text);
        sifted->turn = t;
        if (texts[t].role != ROLE_SYSTEM) sift_text(sifted, &texts[t]);
    }
}

// ---- From candidates to hits

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

// Those of one pattern, by turn.
static const Candidates *take_candidates(Sifted *sifted, uint32_t pattern) {
    Matcher *matcher = sifted->matcher;
    Candidates *asked = &matcher->asked;
    const Candidate *all = sifted->candidates.items;
    size_t count = 0;
    for (uint32_t c = sifted->last[pattern]; c; c = all[c - 1].next) count++;
    while (asked->cap < count)
        asked->items =
            vec_grow(&matcher->arena, asked->items, &asked->cap, sizeof *asked->items);
    asked->len = count;
    for (uint32_t c = sifted->last[pattern]; c; c = all[c - 1].next)
        asked->items[--count] = all[c - 1];
    sifted->last[pattern] = 0;
    return asked;
}

static size_t count_in_turn(const Candidate *candidates, size_t most) {
    size_t count = 1;
    while (count < most && candidates[count].turn == candidates->turn) count++;
    return count;
}

static uint64_t confirm_in_text(const Sifted *sifted, Candidate *candidates, size_t count,
                                HitList *out) {
    Matcher *matcher = sifted->matcher;
    uint32_t p = candidates->pattern, turn = candidates->turn;
    const Pattern *pattern = &matcher->patterns->items.items[p];
    ConfirmPattern target = {p, pattern->code, pattern->branches};
    CodeText *text = &sifted->texts[turn];
    Confirmer confirmer = {matcher->runner, text->text, text->ascii, turn,
                           sifted->scratch, out};
    size_t hits = out->hits.len, gave_up = out->gave_up.len;
    code_runner_take(matcher->runner, text);
    sort_candidates(candidates, count);
    uint64_t tries = confirm(&confirmer, &target, candidates, count);
    if (candidates->kept && out->gave_up.len == gave_up)
        memo_learn(matcher->memo, candidates, count, vec_from(&out->hits, hits),
                   out->hits.len - hits);
    return tries;
}

static void confirm_at_cost(const Sifted *sifted, Candidate *candidates, size_t count,
                            HitList *out) {
    PatternCost *cost = &sifted->matcher->costs[candidates->pattern];
    int64_t before = watch_now();
    size_t hits = out->hits.len, gave_up = out->gave_up.len;
    cost->tries += confirm_in_text(sifted, candidates, count, out);
    cost->turns++;
    cost->hits += out->hits.len - hits;
    cost->gave_up += out->gave_up.len - gave_up;
    cost->ns += watch_now() - before;
}

static int compare_ups(const void *a, const void *b) {
    const GaveUp *one = a, *other = b;
    if (one->pattern != other->pattern) return one->pattern < other->pattern ? -1 : 1;
    return (one->turn > other->turn) - (one->turn < other->turn);
}

void hits_ask(HitList *hits, uint32_t pattern) {
    Sifted *sifted = hits->sifted;
    if (!(hits->possible[pattern / 64] & bit_of(pattern)) || !sifted->last[pattern])
        return;
    size_t first = hits->hits.len, gave_up = hits->gave_up.len;
    const Candidates *asked = take_candidates(sifted, pattern);
    for (size_t i = 0, count; i < asked->len; i += count) {
        count = count_in_turn(&asked->items[i], asked->len - i);
        if (sifted->matcher->costs)
            confirm_at_cost(sifted, &asked->items[i], count, hits);
        else
            confirm_in_text(sifted, &asked->items[i], count, hits);
    }
    size_t found = hits->hits.len - first;
    if (found)
        hits->of[pattern] = (HitRange){(uint32_t)first, (uint32_t)found};
    else
        hits->possible[pattern / 64] &= ~bit_of(pattern);
    if (hits->gave_up.len > gave_up)
        qsort(hits->gave_up.items, hits->gave_up.len, sizeof *hits->gave_up.items,
              compare_ups);
}

void hits_ask_all(HitList *hits) {
    uint32_t patterns = patterns_count(hits->sifted->matcher->patterns);
    for (uint32_t p = 0; p < patterns; p++) hits_ask(hits, p);
}

void matcher_scan(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out) {
    matcher_sift(matcher, texts, count, scratch, out);
    hits_ask_all(out);
}

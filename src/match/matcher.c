#include "match/matcher.h"

#include "base/watch.h"
#include "match/candidates.h"

#include <assert.h>
#include <stdlib.h>

struct Matcher {
    Sifter sifter;
    CodeRunner *runner;
    Candidates asked;   // of the pattern at hand
    VEC(uint32_t) kept; // the numbers of its sightings in the memo, plus one
    PatternCost *costs; // one a pattern, or NULL
};

Matcher *matcher_new(Arena *arena, const Patterns *patterns, bool use_sieve) {
    assert(patterns->wanted);
    Matcher *matcher = arena_new(arena, Matcher);
    *matcher = (Matcher){.sifter = {.patterns = patterns, .use_sieve = use_sieve}};
    matcher->runner = code_runner_new(&matcher->sifter.arena);
    if (use_sieve) matcher->sifter.memo = memo_new();
    return matcher;
}

void matcher_measure(Matcher *matcher, PatternCost *costs) { matcher->costs = costs; }

void matcher_free(Matcher *matcher) {
    if (!matcher) return;
    code_runner_free(matcher->runner);
    memo_free(matcher->sifter.memo);
    arena_free(&matcher->sifter.arena);
}

bool matcher_seeks(const Matcher *matcher, Role role) {
    const Sifter *sifter = &matcher->sifter;
    if (role == ROLE_SYSTEM) return false;
    return !sifter->use_sieve || patterns_wanted(sifter->patterns, role)->any;
}

void matcher_sift(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out) {
    sift(&matcher->sifter, texts, count, scratch, out);
    out->sifted->matcher = matcher;
}

// ---- From sightings to hits

// Takes those of one turn from the list that begins at `*link`; gives the turn.
static uint32_t take_turn(Sifted *sifted, uint32_t *link) {
    Matcher *matcher = sifted->matcher;
    Arena *arena = &matcher->sifter.arena;
    const Sighting *all = sifted->sightings.items;
    uint32_t turn = all[*link - 1].turn;
    matcher->asked.len = matcher->kept.len = 0;
    for (const Sighting *next; *link; *link = next->next) {
        next = &all[*link - 1];
        if (next->turn != turn) break;
        candidates_add(sifted, next, arena, &matcher->asked);
        if (next->kept) *vec_push(arena, &matcher->kept) = next->kept;
    }
    candidates_sort(&matcher->asked);
    return turn;
}

static uint64_t confirm_in_turn(const Sifted *sifted, Confirmer *confirmer,
                                uint32_t turn) {
    const Candidates *asked = &sifted->matcher->asked;
    CodeText *text = &sifted->texts[turn];
    confirmer->text = text->text;
    confirmer->ascii = text->ascii;
    confirmer->turn = turn;
    code_runner_take(confirmer->runner, text);
    return confirm(confirmer, asked->items, asked->len);
}

static void confirm_at_cost(const Sifted *sifted, Confirmer *confirmer, uint32_t turn) {
    PatternCost *cost = &sifted->matcher->costs[confirmer->target.number];
    const HitList *out = confirmer->out;
    int64_t before = watch_now();
    size_t hits = out->hits.len, gave_up = out->gave_up.len;
    cost->tries += confirm_in_turn(sifted, confirmer, turn);
    cost->turns++;
    cost->hits += out->hits.len - hits;
    cost->gave_up += out->gave_up.len - gave_up;
    cost->ns += watch_now() - before;
}

// Makes hits of what was taken of a turn, and remembers them.
static void ask_in_turn(const Sifted *sifted, Confirmer *confirmer, uint32_t turn) {
    const Matcher *matcher = sifted->matcher;
    const HitList *out = confirmer->out;
    size_t hits = out->hits.len, gave_up = out->gave_up.len;
    if (!matcher->asked.len)
        ; // nothing came of what was seen
    else if (matcher->costs)
        confirm_at_cost(sifted, confirmer, turn);
    else
        confirm_in_turn(sifted, confirmer, turn);
    if (matcher->kept.len && out->gave_up.len == gave_up)
        memo_learn(matcher->sifter.memo, matcher->kept.items, matcher->kept.len,
                   vec_from(&out->hits, hits), out->hits.len - hits);
}

static int compare_ups(const void *a, const void *b) {
    const GaveUp *one = a, *other = b;
    if (one->pattern != other->pattern) return one->pattern < other->pattern ? -1 : 1;
    return (one->turn > other->turn) - (one->turn < other->turn);
}

static int compare_hits(const void *a, const void *b) {
    const Hit *one = a, *other = b;
    if (one->turn != other->turn) return one->turn < other->turn ? -1 : 1;
    return (one->start > other->start) - (one->start < other->start);
}

// Joins the hits of a pattern that were known to those from `first` on.
static void join_hits(HitList *hits, HitRange *known, uint32_t first) {
    uint32_t found = (uint32_t)hits->hits.len - first;
    if (!found) return;
    for (uint32_t i = 0; i < known->count; i++) {
        Hit hit = hits->hits.items[known->first + i];
        *vec_push(hits->sifted->scratch, &hits->hits) = hit;
    }
    *known = (HitRange){first, known->count + found};
    if (known->count > found)
        qsort(&hits->hits.items[first], known->count, sizeof(Hit), compare_hits);
}

static Confirmer confirmer_of(HitList *hits, uint32_t number) {
    const Matcher *matcher = hits->sifted->matcher;
    const Pattern *pattern = &matcher->sifter.patterns->items.items[number];
    __builtin_prefetch(pattern->branches); // they are needed soon
    return (Confirmer){.target = {number, pattern->code, pattern->branches},
                       .runner = matcher->runner,
                       .scratch = hits->sifted->scratch,
                       .out = hits};
}

void hits_ask(HitList *hits, uint32_t pattern, const bool *texts) {
    Sifted *sifted = hits->sifted;
    if (!hits_may_have(hits, pattern)) return;
    if (hits->of[pattern].waiting) sift_always(sifted, pattern, texts);
    Confirmer confirmer = confirmer_of(hits, pattern);
    uint32_t first = (uint32_t)hits->hits.len;
    size_t gave_up = hits->gave_up.len;
    PatternHits *known = &hits->of[pattern];
    for (uint32_t *link = &known->sighting; *link;) {
        Sighting *next = &sifted->sightings.items[*link - 1];
        if (texts && !texts[next->turn])
            link = &next->next;
        else
            ask_in_turn(sifted, &confirmer, take_turn(sifted, link));
    }
    join_hits(hits, &known->hits, first);
    if (!known->sighting && !known->hits.count && !known->waiting)
        hits->possible[pattern / 64] &= ~bit_of(pattern);
    if (hits->gave_up.len > gave_up)
        qsort(hits->gave_up.items, hits->gave_up.len, sizeof *hits->gave_up.items,
              compare_ups);
}

void hits_ask_all(HitList *hits) {
    uint32_t patterns = patterns_count(hits->sifted->sifter->patterns);
    for (uint32_t p = 0; p < patterns; p++) hits_ask(hits, p, NULL);
}

void matcher_scan(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out) {
    matcher_sift(matcher, texts, count, scratch, out);
    hits_ask_all(out);
}

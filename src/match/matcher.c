#include "match/matcher.h"

#include "base/sort.h"
#include "base/watch.h"
#include "match/candidates.h"

#include <assert.h>
#include <stdlib.h>

struct Matcher {
    Sifter sifter;
    CodeRunner *runner;
    Candidates asked;   // of the pattern at hand
    VEC(uint32_t) kept; // the numbers of its sightings in the memo, plus one
    bool tried;         // something may have come of what was asked last
    PatternCost *costs; // one a pattern, or NULL
};

Matcher *matcher_new(Arena *arena, const Patterns *patterns, bool use_sieve) {
    assert(patterns->wanted);
    Matcher *matcher = arena_new(arena, Matcher);
    *matcher = (Matcher){.sifter = {.patterns = patterns, .use_sieve = use_sieve}};
    matcher->sifter.lists =
        arena_array(&matcher->sifter.arena, uint32_t, patterns_count(patterns) + 1);
    matcher->runner = code_runner_new(&matcher->sifter.arena);
    if (use_sieve) matcher->sifter.memo = memo_new();
    if (!use_sieve) patterns_make_codes(patterns);
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
    if (role == ROLE_SYSTEM || !sifter->use_sieve) return role != ROLE_SYSTEM;
    const Wanted *wanted = sifter->wanted[role]; // mostly known from calls before
    return (wanted ? wanted : patterns_wanted(sifter->patterns, role))->any;
}

void matcher_sift(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out) {
    sift(&matcher->sifter, texts, count, scratch, out);
    out->sifted->matcher = matcher;
}

// ---- From sightings to hits

static inline void add_hit(HitList *out, const Sighting *seen, uint32_t start,
                           uint32_t end) {
    *vec_push(out->sifted->scratch, &out->hits) =
        (Hit){.pattern = seen->pattern,
              .turn = seen->turn,
              .start = start,
              .end = end,
              .capture_first = (uint32_t)out->captures.len};
}

// ---- One sighting alone, as most are

// Tries one place. False: what comes of it is not told.
static bool try_start(HitList *out, const Sighting *seen, const uint8_t *track,
                      uint32_t at) {
    const CodeText *text = &out->sifted->texts[seen->turn];
    size_t end;
    TrackResult result = track_try(track, text->text, text->ascii, at, &end);
    out->sifted->matcher->tried = true;
    if (result == TRACK_FOUND) add_hit(out, seen, at, (uint32_t)end);
    return result != TRACK_UNSURE;
}

// Tries the places where a match that holds the atom can begin. False as above.
static bool try_starts(HitList *out, const Sighting *seen) {
    const Sifted *sifted = out->sifted;
    const CodeText *text = &sifted->texts[seen->turn];
    const SieveItems *items = &sifted_wanted(sifted, seen->turn)->items;
    const SieveAtom *atom = &items->atoms[seen->number];
    const uint8_t *track = items->tracks + atom->track;
    __builtin_prefetch(track); // while the starts are looked for
    __builtin_prefetch(track + CACHE_LINE);
    uint32_t alone = start_alone(atom, text->text, seen->end);
    if (alone != SEARCH_ALL && atom->track) return try_start(out, seen, track, alone);
    Starts starts;
    uint32_t at = starts_of(items, atom, text->text, seen->end, &starts);
    size_t end = seen->end;
    if (starts.everywhere || !(atom->track || atom->whole)) return false;
    while (at <= starts.last) {
        TrackResult result = TRACK_FOUND;
        sifted->matcher->tried = true;
        if (!atom->whole) result = track_try(track, text->text, text->ascii, at, &end);
        if (result == TRACK_UNSURE) return false;
        if (result == TRACK_FOUND) add_hit(out, seen, at, (uint32_t)end);
        at = starts_next(&starts, result == TRACK_FOUND ? (uint32_t)end : at + 1);
    }
    return true;
}

// Tries the start of the text, where alone a match can begin. False as above.
static bool try_top(HitList *out, const Sighting *seen) {
    const Sifted *sifted = out->sifted;
    Memo *memo = sifted->matcher->sifter.memo;
    const CodeText *text = &sifted->texts[seen->turn];
    uint32_t kept = sifted->kept[seen->turn];
    const Always *always = &sifted_wanted(sifted, seen->turn)->always.items[seen->number];
    if (!always->at_top || !always->track) return false;
    size_t end;
    if (!memo_recall_top(memo, kept, seen->number, &end)) {
        end = 0;
        if (track_try(always->track, text->text, text->ascii, 0, &end) == TRACK_UNSURE)
            return false;
        memo_learn_top(memo, kept, seen->number, end);
    }
    sifted->matcher->tried = true;
    if (end) add_hit(out, seen, 0, (uint32_t)end);
    return true;
}

// The same of any sighting but a match.
__attribute__((noinline)) static bool ask_alone(HitList *out, const Sighting *seen) {
    const Matcher *matcher = out->sifted->matcher;
    size_t hits = out->hits.len;
    if (seen->type == SEEN_ALWAYS) return try_top(out, seen);
    if (seen->type != SEEN_ATOM) return false;
    if (!try_starts(out, seen)) {
        out->hits.len = hits;
        return false;
    }
    if (seen->kept)
        memo_learn(matcher->sifter.memo, &seen->kept, 1, vec_from(&out->hits, hits),
                   out->hits.len - hits);
    return true;
}

// ---- All of a turn

static void confirm_asked(HitList *out, const Sighting *seen) {
    const Sifted *sifted = out->sifted;
    const Matcher *matcher = sifted->matcher;
    const Pattern *pattern = &matcher->sifter.patterns->items.items[seen->pattern];
    CodeText *text = &sifted->texts[seen->turn];
    Confirmer confirmer = {.pattern = seen->pattern,
                           .target = &pattern->parts,
                           .runner = matcher->runner,
                           .scratch = sifted->scratch,
                           .out = out,
                           .text = text->text,
                           .ascii = text->ascii,
                           .turn = seen->turn};
    code_runner_take(matcher->runner, text);
    uint64_t tries = confirm(&confirmer, matcher->asked.items, matcher->asked.len);
    if (matcher->costs) matcher->costs[seen->pattern].tries += tries;
}

// Makes hits of the sightings from one on that are of its turn, and remembers them.
__attribute__((noinline)) static void ask_all(HitList *out, const Sighting *seen) {
    Sifted *sifted = out->sifted;
    Matcher *matcher = sifted->matcher;
    Arena *arena = &matcher->sifter.arena;
    size_t hits = out->hits.len, gave_up = out->gave_up.len;
    matcher->asked.len = matcher->kept.len = 0;
    const Sighting *next = seen;
    do {
        candidates_add(sifted, next, arena, &matcher->asked);
        if (next->kept) *vec_push(arena, &matcher->kept) = next->kept;
        next = sighting_of(&matcher->sifter, next->next);
    } while (next && next->turn == seen->turn);
    candidates_sort(&matcher->asked);
    matcher->tried = matcher->asked.len;
    if (matcher->tried) confirm_asked(out, seen);
    if (matcher->kept.len && out->gave_up.len == gave_up)
        memo_learn(matcher->sifter.memo, matcher->kept.items, matcher->kept.len,
                   vec_from(&out->hits, hits), out->hits.len - hits);
}

// Makes hits of the sightings of a turn, of which this is the first; gives what the list
// goes on with behind them.
static inline uint32_t ask_turn(HitList *out, const Sighting *seen) {
    const Matcher *matcher = out->sifted->matcher;
    const Sighting *all = matcher->sifter.sightings.items;
    uint32_t after = seen->next;
    bool alone = !after || all[after].turn != seen->turn;
    if (alone && seen->type == SEEN_MATCH)
        add_hit(out, seen, seen->start, seen->end);
    else if (!alone || !ask_alone(out, seen))
        ask_all(out, seen);
    while (after && all[after].turn == seen->turn) after = all[after].next;
    return after;
}

__attribute__((noinline)) static uint32_t ask_at_cost(HitList *out,
                                                      const Sighting *seen) {
    Matcher *matcher = out->sifted->matcher;
    PatternCost *cost = &matcher->costs[seen->pattern];
    int64_t before = watch_now();
    size_t hits = out->hits.len, gave_up = out->gave_up.len;
    matcher->tried = seen->type == SEEN_MATCH;
    uint32_t after = ask_turn(out, seen);
    cost->turns += matcher->tried;
    cost->hits += out->hits.len - hits;
    cost->gave_up += out->gave_up.len - gave_up;
    cost->ns += watch_now() - before;
    return after;
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

// Adds hits of a pattern that were known to those from `first` on.
__attribute__((noinline)) static void add_known(HitList *hits, HitRange known,
                                                uint32_t first) {
    for (uint32_t i = 0; i < known.count; i++) {
        Hit hit = hits->hits.items[known.first + i];
        *vec_push(hits->sifted->scratch, &hits->hits) = hit;
    }
    sort_few(&hits->hits.items[first], hits->hits.len - first, sizeof(Hit), compare_hits);
}

// The hits from `first` on are the pattern's, with those that are known.
static inline void join_hits(HitList *hits, uint32_t pattern, uint32_t first) {
    if (has_bit(hits->found, pattern)) add_known(hits, hits->of[pattern], first);
    hits->of[pattern] = (HitRange){first, (uint32_t)hits->hits.len - first};
    set_bit(hits->found, pattern);
}

void hits_ask(HitList *hits, uint32_t pattern, const bool *texts) {
    Sifted *sifted = hits->sifted;
    if (!hits_may_have(hits, pattern)) return;
    if (has_bit(sifted->waits, pattern)) sift_always(sifted, pattern, texts);
    uint32_t *list = &sifted->sifter->lists[pattern];
    Sighting *all = sifted->sifter->sightings.items;
    bool measured = sifted->matcher->costs;
    uint32_t first = (uint32_t)hits->hits.len;
    size_t gave_up = hits->gave_up.len;
    for (uint32_t *link = list; *link;) {
        Sighting *seen = &all[*link];
        if (texts && !texts[seen->turn])
            link = &seen->next;
        else
            *link = measured ? ask_at_cost(hits, seen) : ask_turn(hits, seen);
    }
    if (hits->hits.len > first)
        join_hits(hits, pattern, first);
    else if (!*list && !has_bit(hits->found, pattern) && !has_bit(sifted->waits, pattern))
        clear_bit(hits->possible, pattern);
    if (hits->gave_up.len > gave_up)
        qsort(hits->gave_up.items, hits->gave_up.len, sizeof *hits->gave_up.items,
              compare_ups);
}

void hits_expect(const HitList *hits, uint32_t pattern) {
    const Sifted *sifted = hits->sifted;
    const Sifter *sifter = sifted->sifter;
    const Sighting *seen = sighting_of(sifter, sifter->lists[pattern]);
    if (!seen || seen->type != SEEN_ATOM) return;
    const SieveItems *items = &sifted_wanted(sifted, seen->turn)->items;
    __builtin_prefetch(items->tracks + items->atoms[seen->number].track);
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

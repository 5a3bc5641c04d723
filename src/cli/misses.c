#include "cli/misses.h"

#include "detect/hits.h"

#include <stdlib.h>

bool query_has_role(const Query *query, Role role) {
    return query->any_role || role == query->role;
}

typedef struct {
    const Query *query;
    const Rubric *rubric;
    const Call *call;
    Findings *found;
    Arena *keep;
    FoundList *list;
} MissSearch;

// Whether the detector misses that turn, and knows it.
static bool is_missed(const MissSearch *search, uint32_t detector, uint32_t turn) {
    const Finding *finding = findings_ask(search->found, detector);
    vec_each(const Evidence, item, &finding->evidence)
        if (item->turn == turn) return false;
    return finding->known &&
           query_has_role(search->query, search->call->turns.items[turn].role);
}

// Whether the last that was found stands in the turn that is heard as `turn`.
static bool is_last(const MissSearch *search, uint32_t way, uint32_t turn) {
    const FoundList *list = search->list;
    if (!list->len) return false;
    const Found *last = &list->items[list->len - 1];
    TurnSpan written = {last->turn - 1, 0, 0};
    return last->way == way &&
           joined_heard(&search->found->in.joined, written).turn == turn;
}

// The hits of one way stand by turn: of those in one turn the first will do.
static void add(MissSearch *search, const RelaxedPattern *from, uint32_t way,
                const Hit *hit) {
    if (is_last(search, way, hit->turn)) return;
    if (!is_missed(search, from->detector, hit->turn)) return;
    const Folded *turn = turn_folded(&search->found->in, hit->turn);
    const Evidence heard = {.detector = from->detector,
                            .turn = hit->turn,
                            .start = fold_start(turn, hit->start),
                            .end = fold_end(turn, hit->end),
                            .by = from->detector,
                            .pattern = from->pattern};
    const Evidence place = evidence_written(&search->found->in, &heard);
    Found miss = found_at(search->keep, search->rubric, search->call, &place);
    miss.pattern =
        str_trim(search->rubric->origins.items[from->pattern].expansion.written);
    miss.missing = from->missing;
    miss.way = way;
    *vec_push(search->keep, search->list) = miss;
}

// The ways are numbered: first the relaxed patterns, then the patterns themselves, by
// detector.
static void add_undone(MissSearch *search) {
    uint32_t way = (uint32_t)search->query->relaxed.items.len;
    for (uint32_t d = 0; d < search->rubric->detectors.len; d++) {
        const PatternRefs *any = detector_any(&search->rubric->detectors.items[d]);
        for (size_t i = 0; any && search->query->wanted[d] && i < any->len; i++, way++) {
            const RelaxedPattern whole = {d, any->items[i].pattern, {0}};
            HitList *hits = search->found->in.hits;
            hits_ask(hits, whole.pattern, NULL);
            for (size_t h = 0; h < hits_of(hits, whole.pattern).len; h++) {
                Hit hit = hits_of(hits, whole.pattern).items[h]; // they may move
                add(search, &whole, way, &hit);
            }
        }
    }
}

// Where the whole pattern matches, its words are all there.
static void add_relaxed(MissSearch *search, const Hit *hit) {
    const RelaxedPattern *from = &search->query->relaxed.items.items[hit->pattern];
    HitSlice whole = hits_of(search->found->in.hits, from->pattern);
    if (!hit_after(whole, hit->turn, 0)) add(search, from, hit->pattern, hit);
}

void *find_misses(const void *shared, Scorer *scorer, const Call *call, Arena *keep) {
    MissSearch search = {shared, scorer[0].rubric,
                         call,   scorer_detect(&scorer[0], call),
                         keep,   arena_new(keep, FoundList)};
    Findings *near = scorer_detect(&scorer[1], call);
    hits_ask_all(near->in.hits);
    add_undone(&search);
    vec_each(const Hit, hit, &near->in.hits->hits) add_relaxed(&search, hit);
    if (scorer->redact) found_redact(keep, call, search.list);
    return search.list;
}

// ---- The sample

void misses_start(MissSample *sample, const Query *query, const Rubric *rubric) {
    size_t ways = query->relaxed.items.len;
    for (size_t d = 0; d < rubric->detectors.len; d++) {
        const PatternRefs *any = detector_any(&rubric->detectors.items[d]);
        if (any && query->wanted[d]) ways += any->len;
    }
    *sample = (MissSample){0};
    sample->ways.items = arena_array(&sample->arena, Found, ways);
    sample->ways.len = ways;
}

void misses_add(MissSample *sample, const Found *miss) {
    Found *way = &sample->ways.items[miss->way];
    uint32_t count = way->count + 1;
    if (!way->count || found_key(miss) < found_key(way))
        *way = found_copy(&sample->arena, miss);
    way->count = count;
}

static int compare(const void *a, const void *b) {
    const Found *x = a, *y = b;
    uint64_t key = found_key(x), other = found_key(y);
    if (x->count != y->count) return x->count < y->count ? -1 : 1;
    if (key != other) return key < other ? -1 : 1;
    return (x->way > y->way) - (x->way < y->way);
}

static bool has_turn(const Found *chosen, size_t count, const Found *miss) {
    for (size_t i = 0; i < count; i++)
        if (chosen[i].turn == miss->turn && str_eq(chosen[i].call, miss->call) &&
            str_eq(chosen[i].detector, miss->detector))
            return true;
    return false;
}

void misses_choose(MissSample *sample, uint32_t wanted) {
    FoundList *ways = &sample->ways;
    size_t kept = 0;
    if (ways->len) qsort(ways->items, ways->len, sizeof *ways->items, compare);
    for (size_t i = 0; i < ways->len && kept < wanted; i++)
        if (ways->items[i].count && !has_turn(ways->items, kept, &ways->items[i]))
            ways->items[kept++] = ways->items[i];
    ways->len = kept;
}

#include "learn/learned.h"

#include <string.h>

enum { PSEUDO_TURNS = 3 };
static const double LEAST_GAIN = 0.002; // of F1: less is no phrase worth reading

typedef struct {
    const LearnData *data;
    const bool *use;
    bool *found;                   // by turn, so far
    bool *taken;                   // by candidate
    double positives, hits, right; // in the turns used; hits: found; right: of these
} Search;

// What a candidate would change.
typedef struct {
    double seen, right; // turns; of these, to be found
} Change;

static Change change_by(const Search *search, const Rows *rows, bool found) {
    Change change = {0};
    vec_each(const uint32_t, row, rows) {
        if (!search->use[*row] || search->found[*row] != found) continue;
        change.seen++;
        change.right += search->data->positive[*row];
    }
    return change;
}

// Towards the share of positives among all turns like these.
static double shrunk(Change change, double share) {
    return change.seen * (change.right + PSEUDO_TURNS * share) /
           (change.seen + PSEUDO_TURNS);
}

// How F1 changes with so many more turns found, and so many of them right.
static double gain_of(const Search *search, double seen, double right) {
    return f1_of(search->right + right, search->hits + seen, search->positives) -
           f1_of(search->right, search->hits, search->positives);
}

static double gain_by_adding(const Search *search, const Rows *rows, double share,
                             double least) {
    double most = (double)rows->len;
    if (gain_of(search, most, most) <= least) return 0; // even if all are right
    Change change = change_by(search, rows, false);
    if (change.seen < SUPPORT_TURNS) return 0;
    return gain_of(search, change.seen, shrunk(change, share));
}

static double gain_by_undoing(const Search *search, const Rows *rows, double least) {
    if (gain_of(search, -(double)rows->len, 0) <= least) return 0;
    Change change = change_by(search, rows, true);
    if (change.seen < SUPPORT_TURNS) return 0;
    return gain_of(search, -change.seen, -shrunk(change, search->right / search->hits));
}

static LearnedPhrase find_best(const Search *search, double share, double *best) {
    const Candidates *candidates = search->data->candidates;
    LearnedPhrase phrase = {0};
    *best = LEAST_GAIN;
    for (uint32_t c = 0; c < candidates->len; c++) {
        const Candidate *candidate = &candidates->items[c];
        if (candidate->by != WEIGH_SAY || search->taken[c]) continue;
        double adding = gain_by_adding(search, &candidate->adds, share, *best);
        double undoing = gain_by_undoing(search, &candidate->undoes, *best);
        if (adding <= *best && undoing <= *best) continue;
        *best = adding > undoing ? adding : undoing;
        phrase = (LearnedPhrase){c, adding > undoing ? 1 : -1};
    }
    return phrase;
}

static void count_all(Search *search, double *turns) {
    search->positives = search->hits = search->right = *turns = 0;
    for (size_t t = 0; t < search->data->set->turns.len; t++) {
        if (!search->use[t]) continue;
        ++*turns;
        search->positives += search->data->positive[t];
        search->hits += search->found[t];
        search->right += search->found[t] && search->data->positive[t];
    }
}

Learned overlay_learn(Arena *arena, const LearnData *data, const bool *use) {
    Learned learned = {.way = LEARN_OVERLAY};
    size_t count = data->set->turns.len;
    Search search = {.data = data,
                     .use = use,
                     .found = arena_array(arena, bool, count),
                     .taken = arena_array(arena, bool, data->candidates->len)};
    double *unused = arena_array(arena, double, count), gain, turns;
    uint32_t most = phrases_most(data, use);
    memcpy(search.found, data->found, count * sizeof *search.found);
    while (learned.phrases.len < most) {
        count_all(&search, &turns);
        LearnedPhrase best = find_best(&search, search.positives / turns, &gain);
        if (!best.points) break;
        search.taken[best.candidate] = true;
        *vec_push(arena, &learned.phrases) = best;
        learned_find(data, &learned, search.found, unused);
    }
    return learned;
}

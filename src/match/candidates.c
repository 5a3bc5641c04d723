#include "match/candidates.h"

#include "base/sixteen.h"
#include "base/sort.h"

// Where candidates are looked for, and for what.
typedef struct {
    Str text;
    Arena *arena;
    Candidates *out;
} Search;

static inline void add(const Search *search, Candidate candidate) {
    *vec_push(search->arena, search->out) = candidate;
}

// Whether another atom of the branch has led to the start of the text.
static bool has_top(const Search *search, const SieveAtom *atom) {
    const Candidates *out = search->out;
    const Candidate *last = out->len ? &out->items[out->len - 1] : NULL;
    return last && !last->start && last->branch == atom->branch;
}

// ---- Starts

bool starts_unsure(const SieveAtom *atom, Str text, uint32_t at, uint32_t end) {
    bool plain = (!at || byte_is_ascii(text.ptr[at - 1])) &&
                 (end == text.len || byte_is_ascii(text.ptr[end]));
    return !plain && atom->unicode;
}

// How many letters and blanks there are right before `at`, of sixteen bytes. The text has
// so many at least.
static inline uint32_t plain_before(const char *text, uint32_t at) {
    enum { WIDTH = sizeof(Sixteen), REST = 32 - WIDTH };
    uint32_t left = at < WIDTH ? WIDTH - at : 0; // of those looked at, from `at` on
    Sixteen bytes = sixteen_at(text + at + left - WIDTH);
    Sixteen plain = sixteen_within(bytes | 0x20, 'a', 'z') | (bytes == ' ');
    return (uint32_t)__builtin_clz(~(sixteen_bits(plain) << (REST + left)));
}

static inline bool has_plain(const ByteSet *set) {
    const uint64_t letters = UINT64_C(0x07FFFFFE07FFFFFE);
    return (set->bits[1] & letters) == letters && byteset_has(set, ' ');
}

// The same as back_over, where the set has all letters and blanks.
static uint32_t back_over_words(const ByteSet *set, const char *text, uint32_t at,
                                uint32_t last) {
    for (; at > last; at--) {
        at -= plain_before(text, at);
        if (at <= last) return last;
        if (!byteset_has(set, text[at - 1])) break;
    }
    return at;
}

// From `at` back to where bytes begin of which none is not in the set, or to `last`.
static uint32_t back_over(const ByteSet *set, Str text, uint32_t at, uint32_t last) {
    if (text.len >= sizeof(Sixteen) && has_plain(set))
        return back_over_words(set, text.ptr, at, last);
    while (at > last && byteset_has(set, text.ptr[at - 1])) at--;
    return at;
}

uint32_t starts_back(const ByteSet *before, Str text, uint32_t there, uint32_t most) {
    enum { WIDEST = 1000 };
    uint32_t farthest = there > most ? there - most : 0;
    uint32_t last = there > WIDEST ? there - WIDEST : 0;
    if (last < farthest) last = farthest;
    uint32_t at = back_over(before, text, there, last);
    bool farther = at == last && at > farthest && byteset_has(before, text.ptr[at - 1]);
    return farther ? SEARCH_ALL : at;
}

// ---- Candidates

// The starts of a match that has the atom before `end`. Where it can begin far off all of
// the text is searched.
static void add_starts(const Search *search, const SieveItems *items,
                       const SieveAtom *atom, uint32_t end) {
    Starts starts;
    Candidate candidate = {.end = atom->whole ? end : 0,
                           .track = atom->track ? items->tracks + atom->track : NULL,
                           .branch = atom->branch,
                           .number = atom->number};
    if (atom->at_top && has_top(search, atom)) return;
    uint32_t at = starts_of(items, atom, search->text, end, &starts);
    if (starts.everywhere) {
        candidate.start = atom->at_top ? 0 : SEARCH_ALL;
        add(search, candidate);
        return;
    }
    for (; at <= starts.last; at = starts_next(&starts, at + 1)) {
        candidate.start = at;
        add(search, candidate);
    }
}

static void add_heads(const Search *search, const Always *always) {
    const Head *head = &always->head;
    Candidate candidate = {.track = always->track, .branch = always->branch};
    if (always->at_top || !head->len) {
        if (!always->at_top) candidate.start = SEARCH_ALL;
        if (!always->at_top || head_fits(head, search->text, 0)) add(search, candidate);
        return;
    }
    for (size_t at = 0; (at = head_find(head, search->text, at)) < search->text.len;
         at++) {
        candidate.start = (uint32_t)at;
        if (!always->whole_words || is_outside(search->text, candidate.start))
            add(search, candidate);
    }
}

void candidates_add(const Sifted *sifted, const Sighting *sighting, Arena *arena,
                    Candidates *out) {
    const Sifter *sifter = sifted->sifter;
    const MatchText *text = &sifted->said[sighting->turn];
    const Wanted *wanted = sifter->wanted[text->role];
    Search search = {.text = text->text, .arena = arena, .out = out};
    switch (sighting->type) {
    case SEEN_ATOM:
        add_starts(&search, &wanted->items, &wanted->items.atoms[sighting->number],
                   sighting->end);
        break;
    case SEEN_ALWAYS: add_heads(&search, &wanted->always.items[sighting->number]); break;
    case SEEN_TEXT: add(&search, (Candidate){.start = SEARCH_ALL}); break;
    case SEEN_MATCH:
        add(&search, (Candidate){.start = sighting->start, .end = sighting->end});
        break;
    }
}

static bool comes_before(const Candidate *one, const Candidate *other) {
    if (one->start != other->start) return one->start < other->start;
    if (one->branch != other->branch) return one->branch < other->branch;
    return one->number < other->number;
}

static int compare(const void *a, const void *b) {
    return comes_before(a, b) ? -1 : comes_before(b, a);
}

void candidates_sort(Candidates *candidates) {
    if (candidates->len > 1)
        sort_few(candidates->items, candidates->len, sizeof(Candidate), compare);
}

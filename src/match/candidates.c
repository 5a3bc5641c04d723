#include "match/candidates.h"

#include "base/eight.h"
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

// Whether the letters from `at` to `end`, which are all there is to a match, stand beside
// a character outside ASCII: whether that is part of a word is Unicode's to say.
static bool is_unsure(const SieveAtom *atom, Str text, uint32_t at, uint32_t end) {
    bool plain = (!at || byte_is_ascii(text.ptr[at - 1])) &&
                 (end == text.len || byte_is_ascii(text.ptr[end]));
    return !plain && atom->unicode;
}

// How many letters and blanks there are right before `end`, of the last eight bytes. None
// where one is outside ASCII.
static uint32_t plain_before(const char *end) {
    const uint64_t high = EIGHT * 0x80;
    uint64_t eight = eight_at(end - sizeof eight, sizeof eight);
    if (eight & high) return 0;
    uint64_t blanks = eight_zeros(eight ^ EIGHT * ' ');
    uint64_t others = eight_no_letters(eight_small(eight)) & ~blanks;
    return others ? (uint32_t)__builtin_clzll(others) / 8 : sizeof eight;
}

static bool has_plain(const ByteSet *set) {
    const uint64_t letters = UINT64_C(0x07FFFFFE07FFFFFE);
    return (set->bits[1] & letters) == letters && byteset_has(set, ' ');
}

// The same as back_over, by eight bytes where the set has all letters and blanks.
static uint32_t back_over_words(const ByteSet *set, const char *text, uint32_t at,
                                uint32_t last) {
    while (at > last) {
        uint32_t plain = at - last < sizeof(uint64_t) ? 0 : plain_before(text + at);
        at -= plain;
        if (plain == sizeof(uint64_t)) continue;
        if (!byteset_has(set, text[at - 1])) break;
        at--;
    }
    return at;
}

// From `at` back to where bytes begin of which none is not in the set, or to `last`.
static uint32_t back_over(const ByteSet *set, const char *text, uint32_t at,
                          uint32_t last) {
    if (at - last >= sizeof(uint64_t) && has_plain(set))
        return back_over_words(set, text, at, last);
    while (at > last && byteset_has(set, text[at - 1])) at--;
    return at;
}

// How far back from an atom a match can begin: to where only what a match can hold leads
// to it. Where that is far off nobody looks: else a text of one repeated phrase would be
// gone through again and again.
static uint32_t go_back(const ByteSet *before, const char *text, uint32_t there,
                        uint32_t farthest) {
    enum { WIDEST = 1000 };
    uint32_t last = there > WIDEST ? there - WIDEST : 0;
    if (last < farthest) last = farthest;
    uint32_t at = back_over(before, text, there, last);
    bool farther = at == last && at > farthest && byteset_has(before, text[at - 1]);
    return farther ? SEARCH_ALL : at;
}

uint32_t starts_of(const SieveItems *items, const SieveAtom *atom, Str text, uint32_t end,
                   Starts *out) {
    uint32_t there = end - atom->length, at = there;
    uint32_t farthest = there > atom->most ? there - atom->most : 0;
    *out = (Starts){.text = text,
                    .first = &items->sets[atom->first],
                    .whole_words = atom->whole_words};
    if (there < atom->least) return 1; // too far on for its gate to tell
    if (atom->most) at = go_back(&items->sets[atom->before], text.ptr, there, farthest);
    out->everywhere =
        at == SEARCH_ALL || (atom->whole && is_unsure(atom, text, there, end));
    if (!atom->at_top) out->last = there - atom->least;
    return starts_next(out, at);
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

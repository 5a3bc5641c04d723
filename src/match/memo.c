#include "match/memo.h"

#include <stdlib.h>

// Some half a megabyte when it is full.
enum {
    SLOT_BITS = 12,
    KEPT_MOST = 1 << (SLOT_BITS - 2),
    SIGHTINGS_MOST = 12 * KEPT_MOST,
    LONGEST = 256, // bytes of a text that is remembered
    TOPS = 1 << 12
};

typedef struct {
    Str text;
    Role role;
    size_t first, end; // its sightings
} MemoText;

// The text that was met last of those with such a hash; once it is kept it stays.
typedef struct {
    uint64_t hash;
    uint32_t kept; // its number plus one; 0 = it is not kept
} MemoSlot;

// What came of a try at the start of a text.
typedef struct {
    uint32_t text; // plus one; 0: of none
    uint32_t number, end;
} MemoTop;

struct Memo {
    Arena arena; // of what follows
    VEC(MemoText) kept;
    Sightings sightings;
    MemoSlot *asked; // where the text belongs that was asked for last
    MemoSlot slots[1 << SLOT_BITS];
    MemoTop tops[TOPS];
};

Memo *memo_new(void) {
    Memo *memo = calloc(1, sizeof *memo);
    if (!memo) out_of_memory();
    return memo;
}

void memo_free(Memo *memo) {
    if (memo) arena_free(&memo->arena);
    free(memo);
}

static bool is_full(const Memo *memo) {
    return memo->kept.len >= KEPT_MOST || memo->sightings.len >= SIGHTINGS_MOST;
}

void memo_tidy(Memo *memo) {
    if (!is_full(memo)) return;
    Arena arena = memo->arena;
    arena_reset(&arena);
    *memo = (Memo){.arena = arena};
}

static size_t slot_of(uint64_t hash) { return hash >> (64 - SLOT_BITS); }

uint64_t memo_hash(const Memo *memo, const MatchText *text) {
    if (text->text.len > LONGEST) return 0;
    uint64_t hash = str_quick_hash(text->text, text->role);
    __builtin_prefetch(&memo->slots[slot_of(hash)]);
    return hash;
}

MemoAnswer memo_recall(Memo *memo, const MatchText *text, uint64_t hash,
                       SightingSlice *out) {
    if (text->text.len > LONGEST) return MEMO_NEW;
    MemoSlot *slot = memo->asked = &memo->slots[slot_of(hash)];
    if (slot->kept) {
        const MemoText *kept = &memo->kept.items[slot->kept - 1];
        if (slot->hash != hash || kept->role != text->role ||
            !str_eq(kept->text, text->text))
            return MEMO_NEW;
        size_t count = kept->end - kept->first;
        *out = (SightingSlice){count ? memo->sightings.items + kept->first : NULL, count};
        return MEMO_KNOWN;
    }
    if (slot->hash == hash && !is_full(memo)) return MEMO_WANTED;
    slot->hash = hash;
    return MEMO_NEW;
}

uint32_t memo_number(const Memo *memo) { return memo->asked->kept; }

void memo_keep(Memo *memo, const MatchText *text, Sighting *sightings, size_t count) {
    size_t first = memo->sightings.len;
    for (size_t i = 0; i < count; i++) {
        sightings[i].kept = (uint32_t)memo->sightings.len + 1;
        *vec_push(&memo->arena, &memo->sightings) = sightings[i];
    }
    Str copy = str_copy(&memo->arena, text->text);
    *vec_push(&memo->arena, &memo->kept) =
        (MemoText){copy, text->role, first, first + count};
    memo->asked->kept = (uint32_t)memo->kept.len;
}

void memo_learn(Memo *memo, const uint32_t *kept, size_t count, const Hit *hits,
                size_t hit_count) {
    if (hit_count > count) return; // one search found several
    for (size_t i = 0; i < hit_count; i++)
        if (hits[i].capture_count) return;
    for (size_t i = 0; i < count; i++) {
        Sighting *known = &memo->sightings.items[kept[i] - 1];
        if (i >= hit_count) {
            known->pattern = PATTERN_NONE;
            continue;
        }
        known->type = SEEN_MATCH;
        known->start = hits[i].start, known->end = hits[i].end;
    }
}

// Where that of a text and a pattern is: those of one text lie side by side.
static size_t top_of(uint32_t text, uint32_t number) {
    enum { APART = 61 };
    return ((size_t)text * APART + number) % TOPS;
}

bool memo_recall_top(const Memo *memo, uint32_t text, uint32_t number, size_t *end) {
    const MemoTop *top = &memo->tops[top_of(text, number)];
    *end = top->end;
    return text && top->text == text && top->number == number;
}

void memo_learn_top(Memo *memo, uint32_t text, uint32_t number, size_t end) {
    if (text) memo->tops[top_of(text, number)] = (MemoTop){text, number, (uint32_t)end};
}

#include "match/memo.h"

#include "base/again.h"

#include <stdlib.h>

// Some megabyte when it is full.
enum {
    KEPT_MOST = 1 << (AGAIN_BITS - 1),
    SIGHTINGS_MOST = 12 * KEPT_MOST,
    TOPS = 1 << 12
};

typedef struct {
    Str text;
    Role role;
    uint32_t number;   // plus one
    size_t first, end; // its sightings
} MemoText;

// What came of a try at the start of a text.
typedef struct {
    uint32_t text; // plus one; 0: of none
    uint32_t number, end;
} MemoTop;

struct Memo {
    Arena arena; // of what follows
    size_t kept;
    Sightings sightings;
    AgainPlace *asked; // where the text belongs that was asked for last
    Again again;       // keeps MemoTexts
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
    return memo->kept >= KEPT_MOST || memo->sightings.len >= SIGHTINGS_MOST;
}

void memo_tidy(Memo *memo) {
    if (!is_full(memo)) return;
    Arena arena = memo->arena;
    arena_reset(&arena);
    *memo = (Memo){.arena = arena};
}

uint64_t memo_hash(Memo *memo, const MatchText *text) {
    if (text->text.len > AGAIN_LONGEST) return 0;
    uint64_t hash = str_quick_hash(text->text, text->role);
    again_fetch(&memo->again, hash);
    return hash;
}

MemoAnswer memo_recall(Memo *memo, const MatchText *text, uint64_t hash,
                       SightingSlice *out) {
    if (text->text.len > AGAIN_LONGEST) return MEMO_NEW;
    AgainPlace *place = memo->asked = again_meet(&memo->again, hash);
    if (!place) return MEMO_NEW;
    const MemoText *kept = place->kept;
    if (!kept) return is_full(memo) ? MEMO_NEW : MEMO_WANTED;
    if (kept->role != text->role || !str_eq(kept->text, text->text)) return MEMO_NEW;
    size_t count = kept->end - kept->first;
    *out = (SightingSlice){count ? memo->sightings.items + kept->first : NULL, count};
    return MEMO_KNOWN;
}

uint32_t memo_number(const Memo *memo) {
    const MemoText *kept = memo->asked->kept;
    return kept ? kept->number : 0;
}

void memo_keep(Memo *memo, const MatchText *text, Sighting *sightings, size_t count) {
    size_t first = memo->sightings.len;
    for (size_t i = 0; i < count; i++) {
        sightings[i].kept = (uint32_t)memo->sightings.len + 1;
        *vec_push(&memo->arena, &memo->sightings) = sightings[i];
    }
    MemoText *kept = arena_new(&memo->arena, MemoText);
    *kept = (MemoText){.text = str_copy(&memo->arena, text->text),
                       .role = text->role,
                       .number = (uint32_t)++memo->kept,
                       .first = first,
                       .end = first + count};
    memo->asked->kept = kept;
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

#include "match/memo.h"

#include <stdlib.h>

// Some one megabyte when it is full.
enum {
    SLOT_BITS = 13,
    KEPT_MOST = 1 << (SLOT_BITS - 2),
    HITS_MOST = 8 * KEPT_MOST,
    LONGEST = 256 // bytes of a text that is remembered
};

// What was found in a text: hits and captures by number.
typedef struct {
    Str text;
    Role role;
    size_t hit, hits_end, capture, captures_end;
} MemoText;

// The text that was met last of those with such a hash; once it is kept it stays.
typedef struct {
    uint64_t hash;
    uint32_t kept; // its number plus one; 0 = it is not kept
} MemoSlot;

struct Memo {
    Arena arena; // of what follows
    VEC(MemoText) kept;
    VEC(Hit) hits; // their captures are counted from the first of the text
    VEC(Capture) captures;
    MemoSlot *asked; // where the text belongs that was asked for last
    MemoSlot slots[1 << SLOT_BITS];
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

static void forget(Memo *memo) {
    Arena arena = memo->arena;
    arena_reset(&arena);
    *memo = (Memo){.arena = arena};
}

static void recall(const Memo *memo, const MemoText *kept, uint32_t turn, Arena *arena,
                   HitList *out) {
    size_t captures = out->captures.len;
    for (size_t i = kept->capture; i < kept->captures_end; i++)
        *vec_push(arena, &out->captures) = memo->captures.items[i];
    for (size_t i = kept->hit; i < kept->hits_end; i++) {
        Hit *hit = vec_push(arena, &out->hits);
        *hit = memo->hits.items[i];
        hit->turn = turn;
        hit->capture_first += (uint32_t)captures;
    }
}

MemoAnswer memo_recall(Memo *memo, const MatchText *text, uint32_t turn, Arena *arena,
                       HitList *out) {
    if (text->text.len > LONGEST) return MEMO_NEW;
    uint64_t hash = str_quick_hash(text->text, text->role);
    MemoSlot *slot = memo->asked = &memo->slots[hash >> (64 - SLOT_BITS)];
    if (slot->kept) {
        const MemoText *kept = &memo->kept.items[slot->kept - 1];
        if (slot->hash != hash || kept->role != text->role ||
            !str_eq(kept->text, text->text))
            return MEMO_NEW;
        recall(memo, kept, turn, arena, out);
        return MEMO_KNOWN;
    }
    if (slot->hash == hash) return MEMO_WANTED;
    slot->hash = hash;
    return MEMO_NEW;
}

void memo_keep(Memo *memo, const MatchText *text, const HitList *found, size_t hit,
               size_t capture) {
    Arena *arena = &memo->arena;
    MemoText kept = {.text = str_copy(arena, text->text),
                     .role = text->role,
                     .hit = memo->hits.len,
                     .capture = memo->captures.len};
    for (size_t i = capture; i < found->captures.len; i++)
        *vec_push(arena, &memo->captures) = found->captures.items[i];
    for (size_t i = hit; i < found->hits.len; i++) {
        Hit *copy = vec_push(arena, &memo->hits);
        *copy = found->hits.items[i];
        copy->capture_first -= (uint32_t)capture;
    }
    kept.hits_end = memo->hits.len;
    kept.captures_end = memo->captures.len;
    *vec_push(arena, &memo->kept) = kept;
    memo->asked->kept = (uint32_t)memo->kept.len;
    if (memo->kept.len == KEPT_MOST || memo->hits.len > HITS_MOST) forget(memo);
}

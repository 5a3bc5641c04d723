#include "call/fold_memo.h"

#include <stdlib.h>

enum {
    SLOT_BITS = 12,
    KEPT_MOST = 1 << (SLOT_BITS - 2),
    LONGEST = 256 // bytes of a text that is kept
};

// The text that was met last of those with such a hash; once it is kept it stays.
typedef struct {
    uint64_t hash;
    const Folded *kept; // NULL: it is not
} FoldSlot;

struct FoldMemo {
    Arena arena; // of what is kept
    size_t kept;
    FoldSlot slots[1 << SLOT_BITS];
};

FoldMemo *fold_memo_new(void) {
    FoldMemo *memo = calloc(1, sizeof *memo);
    if (!memo) out_of_memory();
    return memo;
}

void fold_memo_free(FoldMemo *memo) {
    if (memo) arena_free(&memo->arena);
    free(memo);
}

void fold_memo_tidy(FoldMemo *memo) {
    if (memo->kept < KEPT_MOST) return;
    Arena arena = memo->arena;
    arena_reset(&arena);
    *memo = (FoldMemo){.arena = arena};
}

static Folded keep(FoldMemo *memo, FoldSlot *slot, Str text, const PassedOver *passed) {
    Folded *kept = arena_new(&memo->arena, Folded);
    *kept = text_fold_without(&memo->arena, str_copy(&memo->arena, text), passed);
    slot->kept = kept;
    memo->kept++;
    return *kept;
}

Folded text_fold_again(FoldMemo *memo, Arena *arena, Str text, const PassedOver *passed) {
    if (text.len > LONGEST) return text_fold_without(arena, text, passed);
    uint64_t hash = str_quick_hash(text, 0);
    FoldSlot *slot = &memo->slots[hash >> (64 - SLOT_BITS)];
    if (slot->kept && slot->hash == hash && str_eq(slot->kept->original, text))
        return *slot->kept;
    if (slot->kept) return text_fold_without(arena, text, passed);
    if (slot->hash == hash && memo->kept < KEPT_MOST)
        return keep(memo, slot, text, passed);
    slot->hash = hash;
    return text_fold_without(arena, text, passed);
}

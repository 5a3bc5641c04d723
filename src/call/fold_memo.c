#include "call/fold_memo.h"

#include "base/again.h"

#include <stdlib.h>

enum { KEPT_MOST = 1 << (AGAIN_BITS - 1) };

struct FoldMemo {
    Arena arena; // of what is kept
    size_t kept;
    Again again; // keeps what they are folded to
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

static Folded keep(FoldMemo *memo, AgainPlace *place, Str text,
                   const PassedOver *passed) {
    Folded *kept = arena_new(&memo->arena, Folded);
    *kept = text_fold_without(&memo->arena, str_copy(&memo->arena, text), passed);
    place->kept = kept;
    memo->kept++;
    return *kept;
}

Folded text_fold_again(FoldMemo *memo, Arena *arena, Str text, const PassedOver *passed) {
    if (text.len > AGAIN_LONGEST) return text_fold_without(arena, text, passed);
    AgainPlace *place = again_meet(&memo->again, str_quick_hash(text, 0));
    const Folded *kept = place ? place->kept : NULL;
    if (kept && str_eq(kept->original, text)) return *kept;
    if (!place || kept || memo->kept == KEPT_MOST)
        return text_fold_without(arena, text, passed);
    return keep(memo, place, text, passed);
}

// Texts that come again and again (base/again.h), folded once. One thread's, and for one
// list of what is passed over.
#ifndef CALL_FOLD_MEMO_H
#define CALL_FOLD_MEMO_H

#include "call/fold.h"

typedef struct FoldMemo FoldMemo;

FoldMemo *fold_memo_new(void);
void fold_memo_free(FoldMemo *memo);
// Forgets all when it is full: then what was folded before is gone. Without it no more is
// kept.
void fold_memo_tidy(FoldMemo *memo);
// As text_fold_without. Lives in `arena`, or until the memo is tidied.
Folded text_fold_again(FoldMemo *memo, Arena *arena, Str text, const PassedOver *passed);

#endif

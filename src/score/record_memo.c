#include "score/record_memo.h"

void record_memo_free(RecordMemo *memo) {
    arena_free(&memo->arena);
    *memo = (RecordMemo){0};
}

// Reviews and goals as people write them down: reviews/<agent>-<period>.xlsx, as any
// program saves it, or CSV with the columns' ids as its header.
#ifndef REVIEW_READ_H
#define REVIEW_READ_H

#include "base/diag.h"
#include "store/store.h"

// Adds what the file at `path` says. Rows that nobody has filled in are passed over. A
// row is refused, with a complaint, that has a verdict, a dispute or a decision without
// what it needs beside it, or is of a call or a criterion that `store` does not know; the
// others are taken. `file` is how the file will be remembered. False when it cannot be
// read at all, or is no such table. All of it in `arena`.
bool reviewed_read(Arena *arena, Store *store, Str path, Str file, Reviewed *reviewed,
                   Diags *diags);

#endif

// Reasons that differ only in numbers and in what stands in quotes are of one kind.
#ifndef BASE_REASON_H
#define BASE_REASON_H

#include "base/str.h"

// Takes the next piece off `*rest`: a number, or what stands in single quotes, which may
// differ within one kind, or what stands between them, which may not. False at the end.
bool reason_next(Str *rest, Str *piece, bool *differs);
// The reason with "…" in the place of whatever may differ.
Str reason_kind(Arena *arena, Str reason);

#endif

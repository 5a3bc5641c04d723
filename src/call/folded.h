// A text made of another one, with the way back to what was written.
#ifndef CALL_FOLDED_H
#define CALL_FOLDED_H

#include "base/str.h"
#include "base/vec.h"

// From folded offset `folded` up to the next step, offsets run in parallel with the
// original from `original` on.
typedef struct {
    uint32_t folded, original;
} FoldStep;
typedef VEC(FoldStep) FoldSteps;

typedef struct {
    Str text; // the original itself when there was nothing to fold
    Str original;
    const FoldStep *steps;
    size_t step_count; // 0 when text is the original
} Folded;

// Adds the step to `original` behind so many folded bytes. Characters that go leave none
// between them: one step does for all.
void fold_step_add(Arena *arena, FoldSteps *steps, size_t folded, size_t original);
// The original offset of the character at a folded offset.
uint32_t fold_start_by_steps(const Folded *folded, uint32_t offset);
static inline uint32_t fold_start(const Folded *folded, uint32_t offset) {
    return folded->step_count ? fold_start_by_steps(folded, offset) : offset;
}
// The original offset just after the character that ends at a folded offset.
uint32_t fold_end_by_steps(const Folded *folded, uint32_t offset);
static inline uint32_t fold_end(const Folded *folded, uint32_t offset) {
    return folded->step_count ? fold_end_by_steps(folded, offset) : offset;
}
// Both, of words.
typedef struct {
    uint32_t start, end;
} FoldSpan;
FoldSpan fold_span_by_steps(const Folded *folded, uint32_t start, uint32_t end);
static inline FoldSpan fold_span(const Folded *folded, uint32_t start, uint32_t end) {
    return folded->step_count ? fold_span_by_steps(folded, start, end)
                              : (FoldSpan){start, end};
}
// What `later` made of the text of `first`, with the way back to the original of that.
Folded folded_twice(Arena *arena, const Folded *first, const Folded *later);

#endif

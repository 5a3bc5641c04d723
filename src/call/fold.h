// The text that patterns are matched against, with the way back to what was written.
//
// Runs of white space become one space, curly quotes and every kind of dash become the
// ASCII one, zero-width characters and soft hyphens go, and so do the words that a rubric
// passes over and the spaces of a tokenizer ("do n't", "bye ."). Apostrophes that were
// left out stand where a rubric has them ("dont"). Nothing else changes.
#ifndef CALL_FOLD_H
#define CALL_FOLD_H

#include "base/str.h"

// From folded offset `folded` up to the next step, offsets run in parallel with the
// original from `original` on.
typedef struct {
    uint32_t folded, original;
} FoldStep;

typedef struct {
    Str text; // the original itself when there was nothing to fold
    Str original;
    const FoldStep *steps;
    size_t step_count; // 0 when text is the original
} Folded;

// Words that count for nothing, and those that are written otherwise than they are looked
// for, in lower case.
typedef struct {
    Texts fillers;     // go wherever they stand, with a comma or dots behind them
    Texts repeatable;  // any other word said twice in a row counts once; empty: none does
    Texts apostrophes; // "don't": written without its apostrophe, it is the same
    // As passed_over_seal sets them: the letters that fillers begin with, and a bit for
    // each shape of a word that lacks its apostrophe.
    uint32_t letters;
    uint64_t shapes[64];
} PassedOver;

// To be called once the lists are complete.
void passed_over_seal(PassedOver *passed);

Folded text_fold(Arena *arena, Str text);
// The same without what is passed over (NULL: nothing is) and without white space at
// either end.
Folded text_fold_without(Arena *arena, Str text, const PassedOver *passed);
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

#endif

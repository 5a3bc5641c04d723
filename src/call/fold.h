// The text that patterns are matched against, with the way back to what was written.
//
// Runs of white space become one space, curly quotes and every kind of dash become the
// ASCII one, zero-width characters and soft hyphens go, and so do the words that a rubric
// passes over and the spaces of a tokenizer ("do n't", "bye ."). Apostrophes that were
// left out stand where a rubric has them ("dont"). Nothing else changes.
#ifndef CALL_FOLD_H
#define CALL_FOLD_H

#include "call/folded.h"

// Words that count for nothing, and those that are written otherwise than they are looked
// for, in lower case.
typedef struct {
    Texts fillers;     // go wherever they stand, with a comma or dots behind them
    Texts repeatable;  // any other word said twice in a row counts once; empty: none does
    Texts apostrophes; // "don't": written without its apostrophe, it is the same
    bool bare;         // capitals and punctuation count for nothing (bare.h)
    uint32_t lengths[32]; // set by passed_over_seal, as what follows: of words that may
                          // be listed, by their beginning (fold.c)
    uint8_t shapes[1 << 12]; // set by passed_over_seal: what words may be (fold.c)
} PassedOver;

// To be called once the lists are complete.
void passed_over_seal(PassedOver *passed);

Folded text_fold(Arena *arena, Str text);
// The same without what is passed over (NULL: nothing is) and without white space at
// either end; bare first where that is wanted.
Folded text_fold_without(Arena *arena, Str text, const PassedOver *passed);
#endif

// The quotes of a mark: in a list where they are made or read, and packed where the mark
// stays until the end of a run, in a third of the room.
#ifndef SCORE_QUOTES_H
#define SCORE_QUOTES_H

#include "score/scorecard.h"

// Adds one to a mark's list (not zeroed) and gives its address, as vec_push does.
Quote *quotes_add(Arena *arena, Mark *mark);

// Goes through them, either way:
//
//     QuoteWalk walk = quotes_of(mark);
//     for (const Quote *quote; (quote = quote_next(&walk));)
typedef struct {
    const Quote *next;  // of a list
    const char *packed; // else what is left of them
    size_t left;
    Quote quote; // the packed one that was taken last; {0} before the first
} QuoteWalk;

QuoteWalk quotes_of(const Mark *mark);
const Quote *quote_unpacked(QuoteWalk *walk); // the next one, of those that are packed
// NULL behind the last; else valid until the next one is asked for.
static inline const Quote *quote_next(QuoteWalk *walk) {
    if (!walk->left) return NULL;
    walk->left--;
    return walk->next ? walk->next++ : quote_unpacked(walk);
}

// Gives the mark these quotes, packed, in `arena`. What quotes refer to must stay where
// it is: texts and origins are borrowed as before.
void quotes_pack(Arena *arena, Mark *mark, const Quotes *quotes);
// To change them: the list itself or, of packed ones, a copy in `arena`; and puts back
// what was changed, packed in `arena` where it was, where it was packed.
Quotes quotes_open(Arena *arena, const Mark *mark);
void quotes_close(Arena *arena, Mark *mark, const Quotes *quotes);

#endif

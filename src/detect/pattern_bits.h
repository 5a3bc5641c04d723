// Sets of patterns as bits, so that 64 of them are asked about at once: nearly all have
// nothing to tell in a given call.
#ifndef DETECT_PATTERN_BITS_H
#define DETECT_PATTERN_BITS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

// Of the patterns from 64 * word on.
typedef struct {
    uint64_t bits;
    uint32_t word;
} PatternBits;

// Added to by pattern_set_add alone.
typedef struct {
    uint64_t bits;        // of the first word; most have no more
    uint32_t word, count; // count: of words
    PatternBits *more;    // the others
} PatternSet;

void pattern_set_add(Arena *arena, PatternSet *set, PatternBits bits);

static inline PatternBits pattern_set_word(const PatternSet *set, uint32_t number) {
    return number ? set->more[number - 1] : (PatternBits){set->bits, set->word};
}

// Whether one of them has its bit among `all`.
static inline bool pattern_set_meets(const PatternSet *set, const uint64_t *all) {
    if (!set->count) return false;
    if (all[set->word] & set->bits) return true;
    for (uint32_t i = 1; i < set->count; i++)
        if (all[set->more[i - 1].word] & set->more[i - 1].bits) return true;
    return false;
}

// Where one goes from one of these to the next.
typedef struct {
    uint64_t left;                   // of the word at hand
    uint32_t number, first, pattern; // the next word, its first pattern; the one met
} PatternWalk;

// False where there are no more.
static inline bool pattern_set_next(const PatternSet *set, const uint64_t *all,
                                    PatternWalk *walk) {
    while (!walk->left) {
        if (walk->number >= set->count) return false;
        PatternBits word = pattern_set_word(set, walk->number++);
        walk->left = all[word.word] & word.bits;
        walk->first = word.word * 64;
    }
    walk->pattern = walk->first + (uint32_t)__builtin_ctzll(walk->left);
    walk->left &= walk->left - 1;
    return true;
}
// Each of them that has its bit among `all`, as a PatternWalk.
#define PATTERNS_EACH(walk, set, all) \
    for (PatternWalk walk = {0}; pattern_set_next(set, all, &walk);)

#endif

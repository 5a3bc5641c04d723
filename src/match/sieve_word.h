// What a sieve found in the words of texts, since most of a text is words that were in
// others: a tree need not be gone through for them again. A word is here all up to the
// next space, and that space with it, so that the next one begins as a text does.
#ifndef MATCH_SIEVE_WORD_H
#define MATCH_SIEVE_WORD_H

#include "base/eight.h"
#include "match/sieve.h"

enum {
    WORD_HITS = 5, // of one that is remembered, at most
    WORD_OPEN = 2, // nodes
    WORD_SETS_LOG = 11,
    WORD_SETS = 1 << WORD_SETS_LOG
};

// A word as numbers that no other has: its bytes, up to fourteen, behind them zeros, and
// how many they are. The highest byte is left free.
typedef struct {
    uint64_t first, rest;
    uint32_t len; // 0: it is longer, and has no numbers
} Word;
enum { WORD_LEN_AT = 48, WORD_COUNT_AT = 56 }; // bits of `rest`

// A line of the processor's cache.
typedef struct {
    uint64_t first, rest; // as in Word, and in the highest byte how many hits there are
    SieveHit hits[WORD_HITS]; // from the start of the word
    uint32_t open[WORD_OPEN]; // nodes from which the tree goes on behind it; 0 ends them
} KnownWord;
_Static_assert(sizeof(KnownWord) == CACHE_LINE, "one a line");

// Those that have one hash, the one that was met again first.
typedef struct WordSet {
    KnownWord of[2];
} WordSet;

static inline WordSet *word_sets(Arena *arena) {
    size_t size = WORD_SETS * sizeof(WordSet);
    return memset(arena_lines(arena, size), 0, size);
}

// The word that begins at `at`, of so many bytes to the end of the text. Behind them
// stand a byte that is no space, and spaces; sixteen in all.
static inline Word word_at(const char *at, uint32_t left) {
    enum { HALF = sizeof(uint64_t) };
    Word word = {eight_at(at, HALF), 0, 0};
    uint64_t spaces = eight_zeros(word.first ^ EIGHT * ' ');
    if (spaces) {
        word.first &= spaces ^ (spaces - 1);
        word.len = (uint32_t)__builtin_ctzll(spaces) / 8 + 1;
    } else {
        word.rest = eight_at(at + HALF, HALF) & ((UINT64_C(1) << WORD_LEN_AT) - 1);
        spaces = eight_zeros(word.rest ^ EIGHT * ' ');
        if (!spaces) return (Word){0, UINT64_MAX, 0};
        word.rest &= spaces ^ (spaces - 1);
        word.len = HALF + (uint32_t)__builtin_ctzll(spaces) / 8 + 1;
    }
    if (word.len > left) { // the last one, which has no space
        word.len = left;
        word.first = eight_first(word.first, left);
        word.rest = left > HALF ? eight_first(word.rest, left - HALF) : 0;
    }
    word.rest |= (uint64_t)word.len << WORD_LEN_AT;
    return word;
}

static inline WordSet *word_set(WordSet *sets, const Word *word) {
    const uint64_t spread = UINT64_C(0x9E3779B97F4A7C15); // Knuth, volume 3, section 6.4
    return &sets[(word->first ^ word->rest) * spread >> (64 - WORD_SETS_LOG)];
}

static inline bool word_is(const KnownWord *known, const Word *word) {
    return known->first == word->first && !((known->rest ^ word->rest) << 8);
}

// What is known of the word, or NULL.
static inline const KnownWord *word_find(WordSet *set, const Word *word) {
    if (word_is(&set->of[0], word)) return &set->of[0];
    if (!word_is(&set->of[1], word)) return NULL;
    KnownWord again = set->of[1];
    set->of[1] = set->of[0];
    set->of[0] = again;
    return &set->of[0];
}

// Two of the hits and what stands behind them, from the one with that number on.
static inline void word_two_hits(const KnownWord *known, uint32_t number, uint32_t from,
                                 SieveHit *out) {
    typedef uint32_t Two __attribute__((vector_size(2 * sizeof *out)));
    const char *hits = (const char *)known + offsetof(KnownWord, hits);
    Two two;
    memcpy(&two, hits + number * sizeof *out, sizeof two);
    two += (Two){from, 0, from, 0};
    memcpy(out + number, &two, sizeof two);
}

// Puts the hits in the word that begins at `from` there; behind as many as there are,
// anything, up to the sixth.
static inline void word_hits(const KnownWord *known, uint32_t from, SieveHit *out) {
    word_two_hits(known, 0, from, out);
    word_two_hits(known, 2, from, out);
    word_two_hits(known, 4, from, out);
}

#endif

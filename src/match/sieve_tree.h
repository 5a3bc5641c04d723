// What a `Sieve` is inside: sieve_build.c makes it, sieve_scan.c goes through it.
#ifndef MATCH_SIEVE_TREE_H
#define MATCH_SIEVE_TREE_H

#include "match/sieve.h"

// Bytes are told apart by class, of which there are 63: a letter's two cases are one,
// so are the digits, all bytes outside ASCII, and what hardly any atom has. No byte is of
// that of the end. Those up to the underline are part of words.
enum {
    CLASS_DIGIT = 0,
    CLASS_LETTER = 1,
    CLASS_UNDERLINE = 27,
    CLASS_STRANGE = 28,
    CLASS_MARK = 29,
    CLASS_SPACE = CLASS_MARK,
    CLASS_OTHER = 62,
    CLASS_END,
    CLASS_COUNT
};

// Each child of a node stands as far behind one place as its class tells. Between them
// stand those of others, where these have none.
//
// Where only one item is left there is a tail instead: one node for up to seven letters.
// The text is then followed without more of the tree being read.
typedef struct {
    uint64_t children; // a bit a class; of a tail the classes of its letters, a byte
                       // each, from the lowest on, and in the highest how many they are
    uint32_t below;    // that place; of a tail TAIL and, if it goes on, where
    uint32_t ends;     // what ends here, as in SieveHit, of a tail behind it; 0: nothing
} SieveNode;
enum { TAIL_MOST = 7, TAIL_COUNT = 8 * TAIL_MOST };
#define TAIL (UINT32_C(1) << 30)
static inline uint32_t tail_letters(const SieveNode *tail) {
    return (uint32_t)(tail->children >> TAIL_COUNT);
}

// From the start of a word, or a byte that is in none; and from inside a word.
typedef enum { ROOT_START, ROOT_INSIDE, ROOT_COUNT } SieveRoot;

// By the classes of the first byte and the second: a bit for each class that the third
// may be of. Most places of a text are passed over by this alone.
typedef struct {
    uint64_t of[CLASS_COUNT][CLASS_COUNT];
} SieveThirds;

typedef struct {
    uint32_t nodes, ends, atoms, sets, tracks;
} Counts;

struct Sieve {
    uint8_t class_of[256];
    uint32_t longest; // atom
    uint32_t partner_lists;
    Counts counts;
    const SieveThirds *thirds; // by root
    const SieveNode *nodes;    // those of ROOT_START and ROOT_INSIDE first
    const uint32_t *ends;      // one SieveEnds behind the other
    const SieveAtom *atoms;
    const ByteSet *sets;
    const uint8_t *tracks; // one behind the other, each from a line of the cache on
};

// What hangs on the node, which is no tail, by that class, or NULL.
static inline const SieveNode *sieve_next(const Sieve *sieve, const SieveNode *node,
                                          int class) {
    return node->children >> class & 1 ? &sieve->nodes[node->below + (uint32_t) class]
                                       : NULL;
}

// Ends a line of the processor's cache, where what comes next begins.
static inline void sieve_fill_line(Buf *out) {
    do buf_byte(out, 0);
    while (out->len % CACHE_LINE);
}

#endif

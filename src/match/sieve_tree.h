// What a `Sieve` is inside: sieve_build.c makes it, sieve_scan.c goes through it.
#ifndef MATCH_SIEVE_TREE_H
#define MATCH_SIEVE_TREE_H

#include "base/bits.h"
#include "match/sieve.h"

// Bytes are told apart by class, of which there are 62: a letter's two cases are one,
// so are the digits, and so are all bytes outside ASCII; what is in no atom has none.
enum {
    CLASS_DIGIT = 1,
    CLASS_LETTER = 2,
    CLASS_OTHER = 28,
    CLASS_NONE = 63,
    CLASS_COUNT
};

// A node's children stand together, by class.
typedef struct {
    uint64_t children; // a bit a class
    uint32_t first;    // the first of them
    uint32_t ends;     // what ends here: its number among Sieve.ends, 0 for nothing
} SieveNode;

// From the start of a word, or a byte that is in none; and from inside a word.
typedef enum { ROOT_START, ROOT_INSIDE, ROOT_COUNT } SieveRoot;
typedef enum { END_ATOM, END_PARTNER, END_COUNT } EndType;

// The items of one node, by type.
typedef struct {
    uint32_t first[END_COUNT], count[END_COUNT];
} Ends;

typedef struct {
    uint32_t nodes, ends, items, sets;
} Counts;

struct Sieve {
    uint8_t class_of[256];
    bool in_word[256];
    uint32_t longest;                         // atom
    uint64_t begins[ROOT_COUNT][CLASS_COUNT]; // a bit for each byte behind one: go on
    uint32_t single[ROOT_COUNT]
                   [CLASS_COUNT]; // what ends behind one byte, as in SieveNode
    uint32_t pairs[ROOT_COUNT][CLASS_COUNT * CLASS_COUNT]; // behind two: the node, or 0
    uint32_t partner_lists;
    Counts counts;
    const SieveNode *nodes; // those of ROOT_START and ROOT_INSIDE first
    const Ends *ends;
    const SieveAtom *items; // behind them the sets that they name
};

// What hangs on the node by that class, or NULL.
static inline const SieveNode *sieve_next(const Sieve *sieve, const SieveNode *node,
                                          int class) {
    uint64_t bit = 1ULL << class;
    if (!(node->children & bit)) return NULL;
    return &sieve->nodes[node->first + bits_count(node->children & (bit - 1))];
}

// Where the sets begin behind so many items, in bytes from the first.
static inline size_t sieve_sets_at(size_t items) {
    size_t bytes = array_bytes(items, sizeof(SieveAtom)), edge = sizeof(ByteSet);
    return (bytes + edge - 1) / edge * edge;
}

#endif

// Where the nodes of a sieve's tree stand while it is made: those that hang on one node
// stand as their classes do (sieve_tree.h), and between them those of others.
#ifndef MATCH_SIEVE_PLACE_H
#define MATCH_SIEVE_PLACE_H

#include "match/sieve_tree.h"

typedef struct {
    Arena *arena, *scratch; // of the nodes, and of what is noted about them
    VEC(SieveNode) nodes;
    VEC(uint64_t) taken; // a bit a node
    uint32_t free;       // all before it are
} SievePlaces;

// Takes nodes for the children of one, a bit a class, of which there is at least one;
// gives the place behind which they stand.
uint32_t sieve_place(SievePlaces *places, uint64_t children);

#endif

// Lists of partners (atom.h), as a sieve that is made numbers them, and whether each is
// worth being looked for.
#ifndef MATCH_PARTNERS_H
#define MATCH_PARTNERS_H

#include "base/map.h"
#include "match/literals.h"

// How often one of a list is expected, and one of the atoms that need it.
typedef struct {
    double partners, atoms;
} PartnersWorth;

typedef struct {
    Arena *arena;
    Map numbers;              // by text
    VEC(PartnersWorth) worth; // by number; of the first, which is none, and of those that
                              // are left out nothing is expected
} PartnerLists;

PartnerLists partner_lists(Arena *arena);
// The number of a list; one that is the same has the same. It is odd when they stand
// behind the atom that needs them, even when in front. Whether it is new is in *added.
uint32_t partners_add(PartnerLists *lists, const AtomList *list, bool behind,
                      bool *added);
// Notes that an atom needs the list.
void partners_need(PartnerLists *lists, uint32_t number, const Atom *atom);
// Once all atoms are known. Partners are noted wherever they stand, which is for nothing
// where no atom that needs them does.
bool partners_are_worth_it(const PartnerLists *lists, uint32_t number);

#endif

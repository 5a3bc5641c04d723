// From sightings of a pattern in a turn to candidates, the places where it may match.
#ifndef MATCH_CANDIDATES_H
#define MATCH_CANDIDATES_H

#include "match/sift.h"

typedef VEC(Candidate) Candidates;

// Adds those of one sighting, the first of which may be there already. They have no
// order.
void candidates_add(const Sifted *sifted, const Sighting *sighting, Arena *arena,
                    Candidates *out);
// Puts them in the order of their starts, then of branch and number.
void candidates_sort(Candidates *candidates);

#endif

// What `find` looks for, and the part of it that looks for near misses.
#ifndef CLI_MISSES_H
#define CLI_MISSES_H

#include "check/relaxed.h"
#include "cli/found.h"
#include "score/run.h"

typedef struct {
    const bool *wanted;  // one a detector
    DetectorRefs sought; // those that are
    bool chosen;         // some detectors were asked for by name
    bool any_role;
    Role role;
    RelaxedRubric relaxed; // of near misses
} Query;

bool query_has_role(const Query *query, Role role);

// A near miss is a turn where a detector finds nothing and either one of its patterns
// does match, but is undone (by a negation, `unless`, a window), or does not match, but
// one that is relaxed from it does. Each of these patterns is one way to miss.
//
// A RunWork whose `shared` is a Query and whose result is a FoundList of near misses, at
// most one for each turn and way. The run's other rubric is query->relaxed.rubric.
void *find_misses(const void *shared, Scorer *scorer, const Call *call, Arena *keep);

// Of every way to miss, the turns that do so counted, and one of them by chance.
typedef struct {
    Arena arena;
    FoundList ways;
} MissSample;

void misses_start(MissSample *sample, const Query *query, const Rubric *rubric);
void misses_add(MissSample *sample, const Found *miss);
// Leaves `wanted` ways, the rarest first, those alike by chance: what comes in many turns
// is how people speak, what comes in few may be what the pattern is for. No turn of a
// detector comes twice.
void misses_choose(MissSample *sample, uint32_t wanted);

#endif

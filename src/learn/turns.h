// Labelled turns as learning sees them: what each is by its label, what the detector made
// of it, and what can be known of it besides its words.
#ifndef LEARN_TURNS_H
#define LEARN_TURNS_H

#include "detect/weigh.h"
#include "learn/verdict_turns.h"
#include "load/label_map.h"
#include "score/run.h"

typedef struct {
    const Rubric *rubric;
    const LabelMap *map;
    const VerdictTurns *verdicts; // what turns are by verdicts; NULL: by their labels
    uint32_t detector;            // the one that is to learn
    // One a detector: it may count for the one that learns. That itself may, as it was;
    // what refers to it may not.
    bool *may_count;
} LearnPlan;

LearnPlan learn_plan(Arena *arena, const Rubric *rubric, const LabelMap *map,
                     uint32_t detector);

typedef struct {
    Str call, agent, text, labels; // as written; of a turn that a reader named, the
                                   // verdict in words
    Str before;                    // the turn before it, and who said it
    Role before_role;
    Place place;
    uint32_t turn;        // counted from 1
    bool positive, found; // by its labels; by the detector as it is
    bool open;            // more that is said in it would count: it is in the window
    Str folded;
    // Where in `folded` an exception would undo all that was found; nowhere when equal.
    uint32_t undo_from, undo_to;
    uint32_t words;
    bool echoes[ECHO_SHARES];
    DetectorRefs here;     // detectors that found something in it
    DetectorRefs answered; // or in the turns that it answers
    uint32_t dialogue,
        group; // numbers; turns of one group are never on both sides of a
               // fold: its agent's where all are known, else its dialogue's
} LearnTurn;
typedef VEC(LearnTurn) LearnTurns;

typedef struct {
    Arena *arena;
    LearnTurns turns; // that were judged, in input order
    uint32_t dialogues, agents;
    Map agent_numbers;
    bool agents_known; // of all turns
} LearnSet;

// A RunWork, `shared` a LearnPlan, whose result is LearnTurns.
void *learn_turns_of(const void *shared, Scorer *scorer, const Call *call, Arena *keep);
// Adds what came of one call; copies it.
void learn_set_add(LearnSet *set, const LearnTurns *turns);
// When all were added: decides what is a group; gives their number.
uint32_t learn_set_group(LearnSet *set);

#endif

// What verdicts on whole calls tell of their turns: a reader who says that a criterion is
// met names the turn that earned it.
#ifndef LEARN_VERDICT_TURNS_H
#define LEARN_VERDICT_TURNS_H

#include "rubric/rubric.h"
#include "tally/verdicts.h"

// How a criterion rests on a detector.
typedef enum {
    RESTS_NOT,     // not in a way that a reader's turn would tell of
    RESTS_THROUGH, // on its finds where more is right: a reply, say
    RESTS_ON       // on its finds themselves, or those of one that counts them as its own
} Resting;

// What all readers of a call say together.
typedef struct {
    Verdict verdict; // VERDICT_COUNT: not the same
    uint32_t turn;   // that decided it, counted from 1; 0: none named it
    bool differs;    // they name different turns
} CallVerdict;

typedef struct {
    // The finds of the detector bring these verdicts about: of met and partly those for
    // which the criterion asks for it, or not met, which then is an accusation.
    Resting earns[VERDICT_COUNT];
    Map numbers; // of calls, by id
    VEC(CallVerdict) calls;
} VerdictTurns;

typedef enum { TURN_UNTOLD, TURN_NEGATIVE, TURN_POSITIVE } TurnTruth;

// Whether the criterion rests on the detector, so that its verdicts tell of turns.
bool criterion_tells(Arena *arena, const Rubric *rubric, uint32_t criterion,
                     uint32_t detector);
// Of a criterion that does. The judgements of other criteria are passed over.
VerdictTurns verdict_turns(Arena *arena, const Rubric *rubric, uint32_t criterion,
                           uint32_t detector, const Judgements *judgements);

// The readers' verdict on a call, or NULL.
const CallVerdict *verdict_on(const VerdictTurns *verdicts, Str call);

// What is known of each turn of a call, by what readers said of it; `found`, by turn: the
// detector, whose role is given, finds something there as it is. Of turns that are not of
// the role, nothing.
//
// Where finds earn the verdict, the turn that the readers name is positive. The others
// are negative, but for those of the same breath (what one side says in a row) and those
// in which the detector finds something: a reader names one turn where several may do.
// Without a turn of the role nothing is known.
//
// Where finds would have kept the readers from the verdict (not met, where they earn met;
// met, where they accuse), all turns are negative; of a detector that counts only where
// more is right those in which it finds nothing, and the one that the readers
// name: what it finds may be right, and too late.
//
// Of calls that readers judge differently, in which they see no occasion, or of which
// they are unsure, nothing is known.
const TurnTruth *verdict_tells(Arena *scratch, const VerdictTurns *verdicts,
                               const Call *call, Role role, const bool *found);

#endif

// Who spoke when.
#ifndef DETECT_TIMED_TURN_H
#define DETECT_TIMED_TURN_H

#include "detect/kind.h"

typedef struct {
    uint32_t number; // of the turn
    Role role;
    int64_t start_ms, end_ms; // both known
    bool joins; // comes after turns of another agent's part, up to the agent's own first
} TimedTurn;
typedef VEC(TimedTurn) TimedTurns;

// Every turn but the system's, in the order they began: a file may list one side after
// the other. False, with out->why set, when there is none or a time is missing.
bool timed_turns_read(const DetectInput *in, TimedTurns *turns, Finding *out);
int64_t timed_turn_length(const TimedTurn *turn); // milliseconds
// The whole turn as evidence.
void timed_turn_cite(const DetectInput *in, Finding *out, const TimedTurn *turn);

#endif

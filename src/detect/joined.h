// A call as a listener hears it: what one side says in a row is one turn, into however
// many lines or segments the transcript cuts it. So no pattern, sentence or count depends
// on where it was cut.
//
// Every turn keeps its number. The first of those that are one has the text of all, with
// a space between, and lasts until the last ends; the others are without a word. What is
// found stands in such turns and is led back to those that were written before anybody
// outside of this folder sees it.
#ifndef DETECT_JOINED_H
#define DETECT_JOINED_H

#include "call/call.h"

// A turn as it was written.
typedef struct {
    uint32_t turn, start; // where in the turn it was joined to its text begins
    uint32_t first;       // the number of that turn
    uint32_t count;       // of the first: how many are one
} WrittenTurn;

typedef struct {
    const Call *written;
    const WrittenTurn *turns; // those that are one, one after the other; NULL: every turn
                              // is one of its own
    const uint32_t *at; // by turn: where among them it stands; UINT32_MAX: it is the
                        // system's
} Joined;

// Words of a turn; offsets are into its text.
typedef struct {
    uint32_t turn, start, end;
} TurnSpan;

// Whether a turn parts none of those around it: it is the system's, and of this part of
// the call.
static inline bool turn_parts_none(const Turn *turn) {
    return turn->role == ROLE_SYSTEM && !turn->elsewhere;
}
// Whether two turns that follow each other, but for the system's, are one side's. Whose
// turn it is that is not of this part of the call is not told.
bool turns_join_rest(const Turn *a, const Turn *b); // of one role
static inline bool turns_join(const Turn *a, const Turn *b) {
    return a->role == b->role && turns_join_rest(a, b);
}
// The call itself where nobody has two turns in a row. Lives in `arena`, and as long as
// `call`.
const Call *call_joined(Arena *arena, const Call *call, Joined *out);
// The call as it is, for those who judge each turn as it was written.
static inline Joined joined_not(const Call *call) { return (Joined){.written = call}; }

// Whether a turn's words stand in its own text.
static inline bool joined_begins(const Joined *joined, uint32_t turn) {
    if (!joined->turns || joined->at[turn] == UINT32_MAX) return true;
    return joined->turns[joined->at[turn]].first == turn;
}
// From words of a written turn to where they stand, and back: of words that were cut, to
// the turn that has most of them.
TurnSpan joined_heard(const Joined *joined, TurnSpan written);
TurnSpan joined_written(const Joined *joined, TurnSpan heard);

#endif

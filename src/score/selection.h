// The calls that a run is about: those of a period, of some agents, of some teams.
#ifndef SCORE_SELECTION_H
#define SCORE_SELECTION_H

#include "base/period.h"
#include "call/call.h"
#include "score/scorecard.h"

typedef struct {
    Period period;
    int64_t earlier; // calls from here on are wanted too, to compare the period with;
                     // NO_TIME: none
    Texts agents;    // ids or names; empty: everybody
    Texts teams;     // empty: all of them
} Selection;

typedef enum {
    CHOICE_NONE,
    CHOICE_UNDATED, // a period is asked for, and it has no time, whoever it is of
    CHOICE_EARLIER,
    CHOICE_TAKEN
} Choice;

Choice selection_of_call(const Selection *only, const Call *call);
Choice selection_of_card(const Selection *only, const Scorecard *card);

#endif

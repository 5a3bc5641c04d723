// Calls that are worth a manager's ear, each with its reason.
#ifndef TALLY_LISTEN_H
#define TALLY_LISTEN_H

#include "tally/gains.h"
#include "tally/moment_choice.h"

typedef enum {
    LISTEN_CRITICAL,  // a critical criterion was not met
    LISTEN_UNPROVEN,  // the same of one that does not count: for a person to check
    LISTEN_LOWEST,    // the lowest scores, judged on half of the criteria or more
    LISTEN_UNCERTAIN, // the scores that rest most on marks that readers often do not
                      // share
    LISTEN_EXAMPLE,   // how what costs the team most is done well
    LISTEN_REASONS
} ListenReason;

typedef struct {
    ListenReason reason;
    const Scorecard *card;
    const Mark *mark; // of a criterion, or NULL
    Moment moment;    // that shows it; without a mark it has no card
    double value; // what the reason is sorted by: of LISTEN_UNCERTAIN the score points
                  // that are expected to be wrong
} ListenCall;

typedef struct {
    VEC(ListenCall) calls;          // by reason, the most pressing first
    uint32_t found[LISTEN_REASONS]; // before the list was cut, LISTEN_EACH of a reason
} Listening;

enum { LISTEN_EACH = 8 };

// The score points of a card that are expected to be wrong, as often as readers do not
// share marks like its own, and the mark that most of them are of; NULL: none is known.
double card_doubt(const Rubric *rubric, const Scorecard *card, const Mark **worst);
// Whether so much of a call was judged that a low score says something.
static inline bool card_is_judged_well(const Scorecard *card) {
    return card->score != NO_SCORE && 2 * card->judged >= card->judged_of;
}

// A call stands under its first reason only. `costs` are those of the team (gains.h).
Listening listen_choose(Arena *arena, const Tally *tally, const Gains *costs);

#endif

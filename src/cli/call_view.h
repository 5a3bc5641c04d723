// Every stage of a call's way as text for a person.
#ifndef CLI_CALL_VIEW_H
#define CLI_CALL_VIEW_H

#include "redact/redact.h"
#include "score/run.h"

typedef struct {
    const Rubric *rubric;
    const Call *call; // as it is to be seen
    Findings *found;  // in the call as it was read
    const Scorecard *card;
    const Masks *masks; // what is masked in what is seen
    bool colour;        // escape sequences of a terminal instead of [ ]
} CallView;

typedef void PutCallView(Buf *out, const CallView *in);

PutCallView view_call; // the conversation, evidence marked, verdicts beside the turns
PutCallView view_turns, view_folded, view_hits, view_findings, view_marks, view_record;

#endif

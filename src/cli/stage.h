// Every stage of a call's way as text for a person.
#ifndef CLI_STAGE_H
#define CLI_STAGE_H

#include "score/run.h"

typedef struct {
    const Rubric *rubric;
    const Call *call;
    const CallFindings *found;
    const Scorecard *card;
    bool colour; // escape sequences of a terminal instead of [ ]
} StageInput;

typedef void PutStage(Buf *out, const StageInput *in);

PutStage stage_call; // the conversation, evidence marked, verdicts beside the turns
PutStage stage_turns, stage_folded, stage_hits, stage_findings, stage_marks, stage_record;

#endif

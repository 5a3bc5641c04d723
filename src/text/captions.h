// What cues show, as turns: tags taken off, speakers found.
#ifndef TEXT_CAPTIONS_H
#define TEXT_CAPTIONS_H

#include "text/cue.h"

// Adds the turns of the cues to the task's call; refuses it when there is none.
//
// A speaker is named by a tag <v Name>, or at the beginning of a line by "Name:",
// "(Name)" or "[Name]"; ">>" and a dash say that another one speaks. Where names come
// only as the speaker changes, cues without one are of the speaker before. Each cue is a
// turn, or one for each who speaks in it: then the first has its start, the last its end.
// Cues whose ids say so (Teams: "GUID/NN-N", of the same NN) are one turn.
//
// Turns stand in the order of their starts; a cue without one keeps its place behind
// the cue before it. Where each cue first repeats the last line of the cue before, as
// rolling captions do, that line is left out.
void captions_read(CallTask *task, Cues *cues);

#endif

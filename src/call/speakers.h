// Who speaks: the roles of a call's turns.
#ifndef CALL_SPEAKERS_H
#define CALL_SPEAKERS_H

#include "call/piece.h"

// Whether --agent-speaker names the label.
bool speaker_is_agent(const ReadOptions *options, Str label);
// The role of a label in a call: --agent-speaker, --agents and --map-channel first, then
// the call's own agent and customer, then the table of role_from_label.
Role speaker_role(const ReadOptions *options, const Call *call, Str label);
// Gives each turn of unknown role the role of its label. Where these options name the
// agent, speakers that still are unknown are the customer; else the roles are guessed
// (guess.h), and those that stay unknown are complained of, once a label and file, and
// noted in the call's problems.
void speakers_settle(Piece *piece);

#endif

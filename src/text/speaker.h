// What a speaker's label says of his role.
#ifndef TEXT_SPEAKER_H
#define TEXT_SPEAKER_H

#include "format/options.h"

// The role that --agent-speaker, --agents or --map-channel gives the label, or
// ROLE_UNKNOWN.
Role speaker_mapped_role(const ReadOptions *options, Str label);
// The role of a label in a call: first what the options say, then the call's own agent
// and customer, then the table of role_from_label.
Role speaker_role(const ReadOptions *options, const Call *call, Str label);

#endif

// Who speaks: the roles of a call's turns.
#ifndef READ_ROLES_H
#define READ_ROLES_H

#include "format/call_task.h"

// Gives each turn of unknown role the role of its label, and where labels do not tell, by
// elimination or a guess (guess.h). Speakers who stay unknown are complained of, once a
// label and file, and noted in the call's problems; so are roles that what is said
// contradicts, which are swapped where the options ask for it, and a call whose every
// speaker is an agent. A turn without a label has the role that the transcript gives it,
// or none.
void roles_settle(CallTask *task);

#endif

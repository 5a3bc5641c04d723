// Who speaks: the roles of a call's turns.
#ifndef READ_ROLES_H
#define READ_ROLES_H

#include "format/call_task.h"

// Gives each turn of unknown role the role of its label. Where these options name the
// agent, speakers that still are unknown are the customer; else the roles are guessed
// (guess.h), and those that stay unknown are complained of, once a label and file, and
// noted in the call's problems.
void roles_settle(CallTask *task);

#endif

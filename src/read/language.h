// In which language a call is: the last look at its words.
#ifndef READ_LANGUAGE_H
#define READ_LANGUAGE_H

#include "format/call_task.h"

// The language of the task's call is the one that --language says, which then is its
// field "language" too; else the one that such a field gives, unless its words say
// strongly that it is another one, which is complained of; else the one its words are in.
void language_settle(CallTask *task);

#endif

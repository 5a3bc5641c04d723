// A last look at a call that has been read: what may be wrong although every part of it
// could be read.
#ifndef READ_DOUBTS_H
#define READ_DOUBTS_H

#include "format/call_task.h"

// Refuses a call whose id a spreadsheet has rounded (1.23457E+11), since it no longer
// tells calls apart. Notes where a text holds another's words: "Name:" of a speaker or a
// role, or a time and a name, in its middle. What the system says is nobody's words, and
// not looked at. (Times that begin again are looked for in call/when.h.)
void doubts_note(CallTask *task);

#endif

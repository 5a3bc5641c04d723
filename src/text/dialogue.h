// Lines "Name: what was said", as turns.
#ifndef TEXT_DIALOGUE_H
#define TEXT_DIALOGUE_H

#include "format/call_task.h"
#include "text/text_line.h"

// Adds the turns of the lines from number `from` on to the task's call. Lines before the
// first name are nobody's, like those between a heading and the next name. How the lines
// write their times is judged by all of them (call/time_judge.h).
void dialogue_read(CallTask *task, const TextLines *lines, size_t from);

#endif

// Lists of turns that are of no vendor's: [{"speaker": .., "text": ..}].
#ifndef JSON_TURN_LIST_H
#define JSON_TURN_LIST_H

#include "format/call_task.h"
#include "input/json.h"

// Whether the value is a list whose first element has a text.
bool turn_list_is(const Json *list);
// Adds a turn for each element that has a text, under any of the names that scripts and
// platforms use. A list whose elements name several calls refuses the call.
void turn_list_read(CallTask *task, const Json *list);

#endif

// The block of "key: value" lines that a plain text transcript may begin with.
#ifndef TEXT_HEADER_H
#define TEXT_HEADER_H

#include "format/call_task.h"
#include "text/text_line.h"

// Whether the line names the call that follows: "Call ID: 1001", by any name that a
// table's column of ids has.
bool header_is_call_id(Arena *arena, const TextLine *line);
// The call's number or id in a heading, "# Call 2", "=== Conversation A-17 ==="; {0} when
// the line is none. *kind is the word before it.
Str header_numbered(Str line, Str *kind);

// Where the block of header lines ends; `from` when there is none. It begins at the first
// line with a label, ends at an empty line, and no label comes twice in it. One line at
// least must be a key that no speaker is called; or what it says of agent and customer
// must be the names of those who speak below. Where no empty line follows it ends with
// the last such key.
size_t header_end(Arena *arena, const TextLines *lines, size_t from);
// Sets what the header says of the task's call; keys are named as columns of tables are,
// and others are fields. Gives the line after it.
size_t header_read(CallTask *task, const TextLines *lines);

#endif

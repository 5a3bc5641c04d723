// A line of a plain text transcript: "[00:01:02] Name: what was said" and its relatives.
#ifndef CALL_TEXT_LINE_H
#define CALL_TEXT_LINE_H

#include "base/str.h"
#include "base/vec.h"

typedef struct {
    Str text; // the line, trimmed, tags around it taken off
    uint32_t line;
    Str label; // what may be a speaker's name; empty = the line begins with none
    Str said;  // what follows it
    Str time;  // written before or after the label; empty = none
} TextLine;

typedef VEC(TextLine) TextLines;

// The parts of one line. The label may be **bold**; the time, hh:mm:ss or ISO 8601, may
// stand in [] or ().
TextLine text_line_parse(Str text);
// All lines of a text, the first of which has the number `first`.
TextLines text_lines(Arena *arena, Str text, char newline, uint32_t first);
// Whether the line is a heading or a rule of Markdown, which nobody says.
bool text_line_is_ornament(const TextLine *line);

#endif

// Transcripts that have lost their ends of lines, as those in the cells of tables have.
#ifndef TEXT_ONE_LINE_H
#define TEXT_ONE_LINE_H

#include "text/speaker_labels.h"

// The text with an end of line, '\n', where each turn begins; `text` itself when it has
// ends of lines, `newline`. They may be written as <br>, "\n" in two characters, " || "
// or " | ". Else a turn begins with a name and a colon, and a time before it if there is
// one: at the name of the call's agent or customer, a word for a role with a capital,
// and, behind the end of a sentence or two blanks, a name that comes back.
Str one_line_cut(Arena *arena, const ReadOptions *options, const Call *call, Str text,
                 char newline);
// Whether two turns or more begin in the text, on one line or several.
bool one_line_is_transcript(Arena *arena, const ReadOptions *options, Str text);

#endif

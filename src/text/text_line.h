// A line of a plain text transcript: "[00:01:02] Name: what was said" and its relatives.
#ifndef TEXT_TEXT_LINE_H
#define TEXT_TEXT_LINE_H

#include "base/str.h"
#include "base/vec.h"
#include "call/written_time.h"

// What a line has before what is said, beside a name and a colon: lines of one form in
// one call begin turns, whatever their names look like.
typedef enum {
    FORM_PLAIN,
    FORM_MARKED,      // **Name**: text
    FORM_TIME,        // 0:12 Name: text
    FORM_TIME_SQUARE, // [0:12] Name: text
    FORM_TIME_ROUND,  // (0:12) Name: text
    FORM_TIME_INSIDE, // Name [0:12]: text
    FORM_ABOVE,       // Name 0:12
    FORM_ABOVE_WIDE,  // Name    0:12, as in columns
    FORM_COUNT
} TextForm;

typedef struct {
    Str text; // the line, trimmed, tags around it taken off
    uint32_t line;
    Str label;       // what may be a speaker's name, blanks in it plain; empty = none
    Str said;        // what follows it
    Str behind_time; // all that follows a time at the beginning
    Str time;        // written before or after the label; empty = none
    bool bad_time;   // it stands where times do, and is none
    TextForm form;
} TextLine;

typedef VEC(TextLine) TextLines;

// The parts of one line. The label, and all before its colon, may be **bold** or behind
// the mark of a list; the time may stand in [] or (). "Name  0:03" is a label as well,
// with nothing said. Whether the label is a name is not looked at.
TextLine text_line_parse(Arena *arena, Str text);
// All lines of a text, the first of which has the number `first`. Lines of HTML are cut
// where it ends them, and keep their number.
TextLines text_lines(Arena *arena, Str text, char newline, uint32_t first);
// Whether the text may be a label of the plainest kind: short, and of letters, digits and
// few signs.
bool text_line_is_label(Str s);
// The time of a line: any that written_time.h knows but numbers and dates alone. False
// when it is none of these.
bool text_time_parse(Str text, WrittenTime *time);

#endif

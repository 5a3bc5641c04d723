// Lines of a transcript that are nobody's words: what programs write under and between
// the turns.
#ifndef TEXT_ASIDE_H
#define TEXT_ASIDE_H

#include "text/text_line.h"

typedef enum {
    ASIDE_NONE,
    ASIDE_LINE, // the line alone
    ASIDE_REST  // the line and all up to the next turn
} Aside;

// A heading, or a rule, of Markdown.
bool aside_is_heading(const TextLine *line);
bool aside_is_rule(const TextLine *line);
// One of these, or *set apart* as a whole.
bool aside_is_ornament(const TextLine *line);
// A stage direction, all in brackets, and notices of what a program did are a line; a
// summary, a list of tasks, a sentiment and the head of an e-mail go on to the next turn.
Aside aside_of(const TextLine *line);

#endif

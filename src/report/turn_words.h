// What was said in a turn, with the words that marks rest on standing out.
#ifndef REPORT_TURN_WORDS_H
#define REPORT_TURN_WORDS_H

#include "report/sheet.h"

// Adds a cell with the text of a turn, or what matters of a long one. Words that several
// detectors found stand out once. `mark` NULL: those of all marks that count.
Cell *turn_cell(Sheet *sheet, Style style, const Scorecard *card, const Mark *mark,
                uint32_t turn, Str text);

#endif

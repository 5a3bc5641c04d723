// What a person said of a mark, in the words that people read beside it.
#ifndef REPORT_RULING_WORDS_H
#define REPORT_RULING_WORDS_H

#include "report/sheet.h"
#include "review/ruling.h"

// Both verdicts of a mark that was overruled, "✗ → ✓ met"; else the machine's. `review`
// may be NULL.
Cell *cell_ruled(Sheet *sheet, const Review *review, Verdict machine);
// Their signs alone: "✗→✓".
Cell *cell_ruled_sign(Sheet *sheet, const Review *review, Verdict machine);
// Who says otherwise, and why; that it is disputed. {0} when there is nothing to say.
Str ruling_words(Arena *arena, const Review *review, Verdict machine);
// A verdict as a record or a form has it, in words; what is none, as it is.
Str named_words(Str name);

#endif

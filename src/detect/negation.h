// Words that turn a statement round: "not sorry", "never upset".
#ifndef DETECT_NEGATION_H
#define DETECT_NEGATION_H

#include "base/str.h"

// Whether a pattern's regex has a negation word of its own.
bool text_negated(Str text);
// Whether one of the `words` words before `at` negates what follows, in the same clause:
// a clause begins after , . ; : ! ? or a free-standing dash, and after and, but, because,
// and so (not "so" right after a negation: "not so upset").
bool negated_before(Str text, size_t at, uint32_t words);

#endif

// Classes of a regex, "[...]": a part of its parser (regex.h).
#ifndef MATCH_REGEX_CLASS_H
#define MATCH_REGEX_CLASS_H

#include "match/charset.h"

// Reads the class whose bracket is at `*at`, and steps over it. False when it is not
// understood. `unicode`: \w and the like are Unicode's; `cased`: letters may have case.
// What is not known of it is in the set: where it is one of all that it may leave out,
// that is everything.
bool regex_class(Str text, size_t *at, bool unicode, bool cased, CharSet *set);

#endif

// How often a text is to be expected in English conversation, by its pairs of letters.
#ifndef MATCH_LETTERS_H
#define MATCH_LETTERS_H

#include "base/str.h"

// About the share of places in a text where `part` (lower case) begins. `edge_before` and
// `edge_after` say that no letter stands next to it there.
double letters_share(Str part, bool edge_before, bool edge_after);
// How often it may be expected in fact: what is rare by its letters is made of words, and
// of words that are said together. (Not for a choice between texts: of those that are
// rare it tells less.)
double letters_rate(Str part, bool edge_before, bool edge_after);

#endif

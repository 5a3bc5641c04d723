// JSON as programs mostly write it, read in a tenth of the time that jansson takes.
#ifndef INPUT_JSON_PLAIN_H
#define INPUT_JSON_PLAIN_H

#include "base/arena.h"
#include "input/json_value.h"

// The tree that json_parse_unplaced gives, its strings slices of `text` where they can
// be; false when the text is no JSON, and also when something rare is in it: NUL, a
// number of more than 15 digits or with an exponent, an object of many members, deep
// nesting. Then jansson is to be asked.
bool json_plain_parse(Arena *arena, Str text, Json *json);

#endif

// HTML as plain text: what chat and e-mail exports wrap messages in.
#ifndef TEXT_MARKUP_H
#define TEXT_MARKUP_H

#include "base/str.h"

// Without tags and comments, entities decoded, white space trimmed; <br>, <p>, <div>,
// <li> and <tr> end a line. `s` itself when there is nothing to take off.
Str markup_text(Arena *arena, Str s);
// With the entities decoded and nothing else changed.
Str entities_text(Arena *arena, Str s);

#endif

// E-mail as what its sender wrote.
#ifndef TEXT_EMAIL_H
#define TEXT_EMAIL_H

#include "base/str.h"

// Without the message that it answers: lines that begin with '>', and what follows
// "On ... wrote:" or "-----Original Message-----". One that is nothing but such is left
// as it is. White space around lines is trimmed.
Str email_text(Arena *arena, Str s);

#endif

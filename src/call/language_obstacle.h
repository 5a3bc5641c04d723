// Whether a rubric's patterns can judge the words of a call.
#ifndef CALL_LANGUAGE_OBSTACLE_H
#define CALL_LANGUAGE_OBSTACLE_H

#include "call/call.h"

// "the call is in German, the rubric in English": the call's code, and a language as the
// people who wrote the rubric have it.
Str languages_words(Arena *arena, Str call, Str rubric);
// The same of a call whose words patterns for `rubric` cannot judge; {0} when they can,
// or one of both languages is not known. What was heard, and not given, may be a language
// that is like it.
Str language_obstacle(Arena *arena, const Call *call, Str rubric);

#endif

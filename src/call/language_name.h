// Names of languages, and the codes that stand for them.
#ifndef CALL_LANGUAGE_NAME_H
#define CALL_LANGUAGE_NAME_H

#include "base/str.h"

// Of words that are in none of the languages that are known by theirs (ISO 639-2).
#define LANGUAGE_OTHER STR("und")

// The code in ISO 639-1 of a language as files and people write it: a tag of BCP 47
// ("de-DE", "zh_Hans"), a code of ISO 639-2 ("ger", "deu"), its name in English or its
// own ("German", "Deutsch"); ASCII letters without case. {0} when it names none. Lasts as
// long as the program.
Str language_code(Str written);
// "German"; "another language" of LANGUAGE_OTHER.
Str language_name(Str code);
// Whether words of `other` are easily taken for those of `code`: Afrikaans for Dutch.
bool language_is_like(Str code, Str other);

#endif

#include "call/language_obstacle.h"

#include "call/language_name.h"
#include "call/language_words.h"

static bool is_listed(Str code) {
    for (uint32_t i = 0; i < LANGUAGE_WORDS_COUNT; i++)
        if (str_eq(code, str_from(LANGUAGE_WORDS[i].code))) return true;
    return false;
}

// What was heard may be the rubric's language all the same: one that is like it and has
// no list, or any that has none, where no list fits.
static bool may_be(const Call *call, Str code) {
    if (!call->language_heard || is_listed(code)) return false;
    return str_eq(call->language, LANGUAGE_OTHER) ||
           language_is_like(code, call->language);
}

Str languages_words(Arena *arena, Str call, Str rubric) {
    return str_format(arena, "the call is in %.*s, the rubric in %.*s",
                      STR_ARG(language_name(call)),
                      STR_ARG(language_name(language_code(rubric))));
}

Str language_obstacle(Arena *arena, const Call *call, Str rubric) {
    if (str_eq(call->language, rubric)) return (Str){0}; // as mostly
    Str code = language_code(rubric);
    bool known = code.len && call->language.len;
    if (!known || str_eq(code, call->language) || may_be(call, code)) return (Str){0};
    return languages_words(arena, call->language, rubric);
}

#include "read/language.h"

#include "call/language.h"
#include "call/language_name.h"
#include "format/input.h"

static const char *const FIELD_NAMES[] = {
    "language",
    "languagecode",
    "lang",
    "langcode",
    "locale",
    "calllanguage",
    "detectedlanguage",
    "calllocale",
    "conversationlanguage",
    NULL,
};

// "LanguageCode", "language_code".
static bool is_of_language(Arena *arena, Str name) {
    char *bare = arena_array(arena, char, name.len);
    size_t len = 0;
    for (size_t i = 0; i < name.len; i++)
        if (byte_is_letter(name.ptr[i])) bare[len++] = name.ptr[i];
    return str_is_one_of((Str){bare, len}, FIELD_NAMES);
}

static Str given_language(Arena *arena, const Call *call) {
    Str code = {0};
    vec_each(const Field, field, &call->fields)
        if (!code.len && is_of_language(arena, field->name))
            code = language_code(field->value);
    return code;
}

static void set_field(CallTask *task, Str code) {
    Field language = {STR("language"), code};
    vec_each(Field, field, &task->call.fields) {
        if (!is_of_language(task->arena, field->name)) continue;
        field->value = code;
        return;
    }
    *vec_push(task->arena, &task->call.fields) = language;
}

static bool contradicts(Str given, const HeardLanguage *heard) {
    return heard->strong && !str_eq(heard->code, given) &&
           !language_is_like(given, heard->code);
}

static void complain(CallTask *task, Str given, Str heard) {
    Str text = str_format(task->arena, "the words are %.*s, the language given is %.*s",
                          STR_ARG(language_name(heard)), STR_ARG(language_name(given)));
    Diag *diag = task_note(task, COMPLAINT_DOUBT, task->call.place, text);
    if (diag)
        diag->hint = str_format(task->arena, "the words count; --language %.*s overrules",
                                STR_ARG(given));
}

void language_settle(CallTask *task) {
    Call *call = &task->call;
    const Input *input = task->input;
    call->language = input->options->language;
    if (call->language.len) {
        set_field(task, call->language);
        return;
    }
    Str given = given_language(task->arena, call);
    HeardLanguage heard = language_hear(input->languages, call);
    bool doubtful = given.len && contradicts(given, &heard);
    if (doubtful) complain(task, given, heard.code);
    call->language_heard = !given.len || doubtful;
    call->language = call->language_heard ? heard.code : given;
}

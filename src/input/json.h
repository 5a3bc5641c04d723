// JSON text as a tree of nodes in an arena. Read only; writing is base/buf's buf_json.
#ifndef INPUT_JSON_H
#define INPUT_JSON_H

#include "base/diag.h"
#include "input/json_value.h"

// The one value in `text`; NULL with a complaint at its line and column (counted from
// `at`, the text's first byte) when it is not JSON, or repeats a key.
// It borrows from `text`.
const Json *json_parse(Arena *arena, Str text, Place at, Diags *diags);
// The same without `line`, `col` and the text of numbers: for readers that complain of
// the whole text alone.
const Json *json_parse_unplaced(Arena *arena, Str text, Place at, Diags *diags);
// The same by jansson alone, which takes ten times as long, and is asked where the text
// is not plain (json_plain.h).
const Json *json_parse_slowly(Arena *arena, Str text, Place at, Diags *diags);
// Whether there is a value, and of that type.
static inline bool json_is(const Json *value, JsonType type) {
    return value && value->type == type;
}
// "a string", "an object" ...: the type in words.
Str json_type_name(JsonType type);
// The element of an array, or NULL (also when `array` is NULL or no array).
const Json *json_element(const Json *array, size_t index);
// Behind the last element; NULL when there is none.
const Json *json_end(const Json *array);
// How many elements it has; 0 when `array` is NULL or no array.
size_t json_count(const Json *array);
// Each element; nothing when `array` is NULL or no array.
#define json_each(item, array)                                                     \
    for (const Json *item = json_element(array, 0), *item##_end = json_end(array); \
         item < item##_end; item++)
// The first element whose member `key` is that text; NULL when none is.
const Json *json_find(const Json *array, const char *key, Str text);
// A member of an object, or NULL (also when `object` is NULL or no object).
const Json *json_member(const Json *object, Str key);
static inline const Json *json_get(const Json *object, const char *key) {
    return json_member(object, (Str){key, strlen(key)});
}
// The member's text, or {0} when there is none or it is no string.
static inline Str json_text(const Json *object, const char *key) {
    const Json *member = json_get(object, key);
    return json_is(member, JSON_STRING) ? member->text : (Str){0};
}
// The member's number, or `otherwise`.
static inline double json_number(const Json *object, const char *key, double otherwise) {
    const Json *member = json_get(object, key);
    return json_is(member, JSON_NUMBER) ? member->number : otherwise;
}

#endif

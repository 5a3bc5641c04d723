// jansson has the same names for some of its types as call/json.h for ours.
#define JSON_NULL   JANSSON_NULL
#define JSON_STRING JANSSON_STRING
#define JSON_ARRAY  JANSSON_ARRAY
#define JSON_OBJECT JANSSON_OBJECT
#include <jansson.h>
#undef JSON_NULL
#undef JSON_STRING
#undef JSON_ARRAY
#undef JSON_OBJECT

#include "input/json.h"
#include "input/json_plain.h"

#include <string.h>

static Json build(Arena *arena, json_t *value);

static Json build_array(Arena *arena, json_t *value) {
    Json array = {.type = JSON_ARRAY, .count = json_array_size(value)};
    array.items = arena_array(arena, Json, array.count);
    for (size_t i = 0; i < array.count; i++)
        array.items[i] = build(arena, json_array_get(value, i));
    return array;
}

// jansson gives the members in the order they were written.
static Json build_object(Arena *arena, json_t *value) {
    Json object = {.type = JSON_OBJECT};
    object.items = arena_array(arena, Json, json_object_size(value));
    for (void *at = json_object_iter(value); at; at = json_object_iter_next(value, at)) {
        Json *member = &object.items[object.count++];
        *member = build(arena, json_object_iter_value(at));
        member->key = str_copy(arena, str_from(json_object_iter_key(at)));
    }
    return object;
}

// Calls itself as deep as the text is nested, as jansson does.
static Json build(Arena *arena, json_t *value) {
    Str text = {json_string_value(value), json_string_length(value)};
    switch (json_typeof(value)) {
    case JANSSON_OBJECT: return build_object(arena, value);
    case JANSSON_ARRAY: return build_array(arena, value);
    case JANSSON_STRING:
        return (Json){.type = JSON_STRING, .text = str_copy(arena, text)};
    case JSON_INTEGER:
    case JSON_REAL:
        return (Json){.type = JSON_NUMBER, .number = json_number_value(value)};
    case JSON_TRUE: return (Json){.type = JSON_BOOL, .truth = true};
    case JSON_FALSE: return (Json){.type = JSON_BOOL};
    case JANSSON_NULL: break;
    }
    return (Json){.type = JSON_NULL};
}

// ---- Places: the tree and the text it came from, walked side by side

typedef struct {
    Str text;      // which is known to be good
    size_t at;     // where the walk has come to
    size_t placed; // where it was when the last node was placed,
    Place place;   // and the place of that
} Cursor;

// Blanks, and what separates values.
static void skip_between(Cursor *cursor) {
    for (; cursor->at < cursor->text.len; cursor->at++) {
        char c = cursor->text.ptr[cursor->at];
        if (c != ' ' && c != ',' && c != ':' && c != '\n' && c != '\t' && c != '\r')
            return;
    }
}

static void skip_string(Cursor *cursor) {
    const char *at = cursor->text.ptr + cursor->at + 1;
    while (*at != '"') at += *at == '\\' ? 2 : 1;
    cursor->at = (size_t)(at + 1 - cursor->text.ptr);
}

// A number, or true, false or null.
static void skip_word(Cursor *cursor) {
    for (; cursor->at < cursor->text.len; cursor->at++) {
        char c = cursor->text.ptr[cursor->at];
        if (c == ',' || c == '}' || c == ']' || byte_is_space(c)) return;
    }
}

static void note_place(Cursor *cursor, Json *json) {
    Str passed = str_slice(cursor->text, cursor->placed, cursor->at);
    cursor->place = place_after(cursor->place, passed, '\n');
    cursor->placed = cursor->at;
    json->line = cursor->place.line;
    json->col = cursor->place.col;
}

static void place(Cursor *cursor, Json *json) {
    skip_between(cursor);
    note_place(cursor, json);
    if (json->type == JSON_STRING) {
        skip_string(cursor);
    } else if (json->type != JSON_ARRAY && json->type != JSON_OBJECT) {
        size_t from = cursor->at;
        skip_word(cursor);
        if (json->type == JSON_NUMBER)
            json->text = str_slice(cursor->text, from, cursor->at);
    } else {
        cursor->at++;
        for (size_t i = 0; i < json->count; i++) {
            skip_between(cursor);
            if (json->type == JSON_OBJECT) skip_string(cursor);
            place(cursor, &json->items[i]);
        }
        skip_between(cursor);
        cursor->at++;
    }
}

// ---- Parsing

static void complain(Place place, const json_error_t *error, Diags *diags) {
    uint32_t line = error->line > 0 ? (uint32_t)error->line : 1;
    uint32_t col = error->column > 0 ? (uint32_t)error->column : 1;
    place.col = line == 1 ? place.col + col - 1 : col;
    place.line += line - 1;
    // What it stands near may be speech, and is told by its place.
    const char *near = strstr(error->text, " near '");
    size_t length = near ? (size_t)(near - error->text) : strlen(error->text);
    diag_add(diags, DIAG_ERROR, place, "bad JSON: %.*s", (int)length, error->text);
}

// The offset of the bracket that opens one level too many, or the text's length. What is
// no JSON may be told wrongly here, and is refused for what it is.
static size_t too_deep(Str text) {
    bool quoted = false;
    size_t depth = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '"') quoted = !quoted;
        if (quoted && c == '\\') i++;
        if (quoted) continue;
        if ((c == '[' || c == '{') && ++depth > JSON_DEPTH_MOST) return i;
        if ((c == ']' || c == '}') && depth > 0) depth--;
    }
    return text.len;
}

static bool is_shallow(Str text, Place at, Diags *diags) {
    size_t deep = too_deep(text);
    if (deep == text.len) return true;
    diag_add(diags, DIAG_ERROR, place_after(at, str_slice(text, 0, deep), '\n'),
             "bad JSON: nested more than %d deep", JSON_DEPTH_MOST);
    return false;
}

static Json *parse_slowly(Arena *arena, Str text, Place at, Diags *diags) {
    // Numbers are doubles here, so that one too big for an integer is no error.
    enum {
        FLAGS = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL |
                JSON_DECODE_INT_AS_REAL
    };
    json_error_t error;
    if (!is_shallow(text, at, diags)) return NULL;
    json_t *value = json_loadb(text.ptr ? text.ptr : "", text.len, FLAGS, &error);
    if (!value) return complain(at, &error, diags), NULL;
    Json *json = arena_new(arena, Json);
    *json = build(arena, value);
    json_decref(value);
    return json;
}

static Json *parse(Arena *arena, Str text, Place at, Diags *diags) {
    Json *json = arena_new(arena, Json);
    if (json_plain_parse(arena, text, json)) return json;
    return parse_slowly(arena, text, at, diags);
}

const Json *json_parse(Arena *arena, Str text, Place at, Diags *diags) {
    Json *json = parse(arena, text, at, diags);
    Cursor cursor = {.text = text, .place = at};
    if (json) place(&cursor, json);
    return json;
}

const Json *json_parse_unplaced(Arena *arena, Str text, Place at, Diags *diags) {
    return parse(arena, text, at, diags);
}

const Json *json_parse_slowly(Arena *arena, Str text, Place at, Diags *diags) {
    return parse_slowly(arena, text, at, diags);
}

Str json_type_name(JsonType type) {
    static const char *const NAMES[] = {"null",     "true or false", "a number",
                                        "a string", "an array",      "an object"};
    return str_from(NAMES[type]);
}

size_t json_count(const Json *array) {
    return json_is(array, JSON_ARRAY) ? array->count : 0;
}

const Json *json_element(const Json *array, size_t index) {
    return index < json_count(array) ? &array->items[index] : NULL;
}

const Json *json_end(const Json *array) {
    return json_count(array) ? array->items + array->count : NULL;
}

const Json *json_find(const Json *array, const char *key, Str text) {
    json_each(item, array)
        if (str_eq(json_text(item, key), text)) return item;
    return NULL;
}

const Json *json_member(const Json *object, Str key) {
    if (!json_is(object, JSON_OBJECT)) return NULL;
    for (size_t i = 0; i < object->count; i++)
        if (str_eq(object->items[i].key, key)) return &object->items[i];
    return NULL;
}

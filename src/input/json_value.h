// A value of JSON: what the readers of JSON make, and input/json.h finds its way in.
#ifndef INPUT_JSON_VALUE_H
#define INPUT_JSON_VALUE_H

#include "base/str.h"

typedef enum {
    JSON_NULL,
    JSON_BOOL,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
} JsonType;

typedef struct Json Json;
struct Json {
    JsonType type;
    bool truth;    // of a JSON_BOOL
    double number; // of a JSON_NUMBER
    Str text; // of a JSON_STRING; of a JSON_NUMBER as written, a slice of what was parsed
    Str key;  // of an object's member
    Json *items; // of an array or object, in the order written
    size_t count;
    uint32_t line, col; // where it begins, in characters
};

// Of arrays and objects, so that the stack is never the limit.
enum { JSON_DEPTH_MOST = 256 };

#endif

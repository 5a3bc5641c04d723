// The fields of a JSON document on their way into a call; what is wrong with one is
// complained of at its place.
#ifndef JSON_FIELDS_H
#define JSON_FIELDS_H

#include "format/call_task.h"
#include "input/json.h"

// The value at a path of member names, "results.channels"; NULL when there is none, or it
// is null.
const Json *json_at(const Json *object, const char *path);
Place json_place(const CallTask *task, const Json *at);

// The text at a path; a number is given as it would be written, as some write ids.
// Anything else is {0}.
Str json_word(CallTask *task, const Json *object, const char *path);
// The label of a voice that has no name: a number at the path is "speaker 1", `kind`
// being "speaker" or "channel"; a word is itself.
Str json_label(CallTask *task, const Json *object, const char *path, const char *kind);
// The time at a path, in milliseconds: a number of `unit_ms` each, or what time_parse
// knows, as a number is when that is 0; NO_TIME when there is none. What is no time is
// complained of.
int64_t json_time(CallTask *task, const Json *object, const char *path, double unit_ms);
// The same for a point in time, in milliseconds since 1970: a text, or a number whose
// unit its size tells, whichever the vendor usually writes; what counts from the call's
// start is complained of.
int64_t json_moment(CallTask *task, const Json *object, const char *path);
// Each element of an array until the call is refused; nothing when it is NULL.
#define json_each_of(task, item, array)                                            \
    for (const Json *item = json_element(array, 0), *item##_end = json_end(array); \
         item < item##_end && !(task)->refused; item++)
// Whether an element of an array has something at a path.
bool json_any_has(const Json *array, const char *path);
// The array at a path; when it is lacking or no array, the call is refused and this NULL.
const Json *json_array(CallTask *task, const Json *object, const char *path);
// Whether both are there, and the same number or text.
bool json_same(const Json *one, const Json *other);
// Refuses the call: "expected an array at 'results.utterances', found a string".
void json_refuse(CallTask *task, const Json *object, const char *path, JsonType expected);

// A field of the call, unless the value is empty.
void json_field(CallTask *task, const char *name, Str value);
// A new turn without a role and times, at the place of `at`; valid until the next one.
Turn *json_turn(CallTask *task, const Json *at);

// How the elements of an array become turns: the paths, in each element, of what a turn
// is made of; NULL = it has none.
typedef struct {
    const char *text, *speaker, *role, *start, *end;
    const char *kind; // of a speaker that is a number, as in json_label; NULL = none
    double unit_ms;   // of numbers at `start` and `end`
    bool moments;     // starts are points in time
} TurnFields;

// Adds a turn when the element has text, and gives it, valid until the next one, or NULL;
// what is no object, or has a text that is no string, refuses the call. The role is that
// of the word at `role`, else of the speaker's label, later.
Turn *json_turn_add(CallTask *task, const Json *element, const TurnFields *fields);
// The same for each element of an array.
void json_turns(CallTask *task, const Json *array, const TurnFields *fields);

#endif

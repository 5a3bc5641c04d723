#include "json/fields.h"

#include "call/times.h"
#include "call/when.h"
#include "format/input.h"

#include <math.h>

const Json *json_at(const Json *object, const char *path) {
    Str rest = str_from(path), key;
    while (object && str_next(&rest, '.', &key)) object = json_member(object, key);
    return object && object->type != JSON_NULL ? object : NULL;
}

Place json_place(const CallTask *task, const Json *at) {
    return task_place(task, at->line, at->col);
}

// A double holds 15 digits of an id, so that two longer ones could become one: those are
// given as they are written.
static Str number_text(Arena *arena, const Json *value) {
    double number = value->number;
    bool whole = number == floor(number) && fabs(number) < 1e15;
    return whole ? str_format(arena, "%.0f", number) : value->text;
}

Str json_word(CallTask *task, const Json *object, const char *path) {
    const Json *value = json_at(object, path);
    if (!value) return (Str){0};
    if (value->type == JSON_NUMBER) return number_text(task->arena, value);
    return value->type == JSON_STRING ? str_trim(value->text) : (Str){0};
}

Str json_label(CallTask *task, const Json *object, const char *path, const char *kind) {
    Str word = json_word(task, object, path);
    size_t digits = 0;
    while (digits < word.len && byte_is_digit(word.ptr[digits])) digits++;
    if (!kind || !digits || digits < word.len) return word;
    return str_format(task->arena, "%s %.*s", kind, STR_ARG(word));
}

// ---- Times

// What a complaint tells of a value.
static Str quote(CallTask *task, const Json *value) {
    bool number = value->type == JSON_NUMBER;
    if (!number && value->type != JSON_STRING)
        return str_format(task->arena, "that is %.*s",
                          STR_ARG(json_type_name(value->type)));
    Str words = number ? number_text(task->arena, value) : value->text;
    return input_words(task->arena, task->input, words);
}

static bool parse_time(const Json *value, WrittenTime *time) {
    *time = (WrittenTime){.kind = WRITTEN_NUMBER};
    time->number = time->other_number = value->number;
    if (value->type == JSON_NUMBER) return true;
    return value->type == JSON_STRING && written_time_parse(value->text, time);
}

static int64_t read_time(CallTask *task, const Json *object, const char *path,
                         double unit_ms, int64_t least) {
    const Json *value = json_at(object, path);
    const TimeStyle style = time_style(unit_ms);
    WrittenTime time;
    int64_t ms = NO_TIME;
    if (!value || (value->type == JSON_STRING && !value->text.len)) return NO_TIME;
    if (parse_time(value, &time) && written_time_read(&time, &style, &ms) == TIME_READ &&
        ms >= least) {
        call_note_time(&task->call, &time, &style);
        return ms;
    }
    task_note(task, COMPLAINT_TIME, json_place(task, value),
              str_format(task->arena, "bad time %.*s in '%s'",
                         STR_ARG(quote(task, value)), path));
    return NO_TIME;
}

int64_t json_time(CallTask *task, const Json *object, const char *path, double unit_ms) {
    return read_time(task, object, path, unit_ms, 0);
}

int64_t json_moment(CallTask *task, const Json *object, const char *path) {
    return read_time(task, object, path, 0, EPOCH_FIRST_MS);
}

// ---- What must be there

void json_refuse(CallTask *task, const Json *object, const char *path,
                 JsonType expected) {
    const Json *value = json_at(object, path);
    Str found = value ? json_type_name(value->type) : STR("nothing");
    task_refuse(task, json_place(task, value ? value : object),
                str_format(task->arena, "expected %.*s at '%s', found %.*s",
                           STR_ARG(json_type_name(expected)), path, STR_ARG(found)));
}

bool json_any_has(const Json *array, const char *path) {
    json_each(item, array)
        if (json_at(item, path)) return true;
    return false;
}

const Json *json_array(CallTask *task, const Json *object, const char *path) {
    const Json *array = json_at(object, path);
    if (json_is(array, JSON_ARRAY)) return array;
    json_refuse(task, object, path, JSON_ARRAY);
    return NULL;
}

bool json_same(const Json *one, const Json *other) {
    if (!one || !other || one->type != other->type) return false;
    if (one->type == JSON_NUMBER)
        return one->number <= other->number && one->number >= other->number;
    return one->type == JSON_STRING && str_eq(one->text, other->text);
}

void json_field(CallTask *task, const char *name, Str value) {
    if (value.len)
        *vec_push(task->arena, &task->call.fields) = (Field){str_from(name), value};
}

// ---- Turns

Turn *json_turn(CallTask *task, const Json *at) {
    Turn *turn = vec_push(task->arena, &task->call.turns);
    *turn = (Turn){.start_ms = NO_TIME, .end_ms = NO_TIME, .place = json_place(task, at)};
    return turn;
}

Turn *json_turn_add(CallTask *task, const Json *element, const TurnFields *fields) {
    if (element->type != JSON_OBJECT) {
        task_refuse(task, json_place(task, element),
                    STR("expected an object for each turn"));
        return NULL;
    }
    const Json *text = json_at(element, fields->text);
    if (text && text->type != JSON_STRING) {
        json_refuse(task, element, fields->text, JSON_STRING);
        return NULL;
    }
    if (!text || !str_trim(text->text).len) return NULL;
    Turn *turn = json_turn(task, element);
    turn->text = str_trim(text->text);
    if (fields->speaker)
        turn->speaker = json_label(task, element, fields->speaker, fields->kind);
    if (fields->role) turn->role = role_from_type(json_word(task, element, fields->role));
    if (fields->start)
        turn->start_ms = fields->moments
                             ? json_moment(task, element, fields->start)
                             : json_time(task, element, fields->start, fields->unit_ms);
    if (fields->end)
        turn->end_ms = json_time(task, element, fields->end, fields->unit_ms);
    return turn;
}

void json_turns(CallTask *task, const Json *array, const TurnFields *fields) {
    json_each_of(task, element, array) json_turn_add(task, element, fields);
}

#include "match/track.h"

#include "base/bits.h"
#include "base/char.h"
#include "match/track_step.h"

#include <assert.h>
#include <string.h>

// More than nearly all tracks take; PCRE2 has not begun to be charged for so many
// (confirm.c).
enum { STEPS_MOST = 600 };

typedef struct {
    const char *text;
    size_t len, start;
    bool ascii;
    uint32_t left; // steps
    bool unsure;
    size_t end;
} Tracker;

// What is still to be walked when a part is done.
typedef struct Rest Rest;
struct Rest {
    const Rest *then;
    const uint8_t *at; // the step; of a repeat, what stands behind its type
    bool repeats;
    uint32_t count; // times that it will have been there
    size_t from;    // where this time began
};

// Where a walk is: what is to be taken next, where in the text, and what then.
typedef struct {
    const uint8_t *step;
    size_t at;
    const Rest *rest;
} Place;

// What came of a step: it was taken; it could not be; all that stands behind it was
// tried, and there is a way through, or too many to tell.
typedef enum { GO_ON, NO_WAY, ENOUGH } Taken;

static Taken on_if(bool taken) { return taken ? GO_ON : NO_WAY; }
static Taken enough_if(bool way) { return way ? ENOUGH : NO_WAY; }

// Whether there is a way through from a step and a place on, or too many to tell.
static bool go(Tracker *tracker, const uint8_t *step, size_t at, const Rest *rest);

static uint32_t number(const uint8_t *bytes) {
    return bytes[0] | (uint32_t)bytes[1] << 8;
}

static const uint8_t *behind_size(const uint8_t *size) { return size + 2 + number(size); }

static uint8_t lower(char c) {
    uint32_t byte = (uint8_t)c, capital = byte - 'A' < 26;
    return (uint8_t)(byte | capital << 5);
}

static bool has_text(const Tracker *tracker, const uint8_t *text, size_t len, size_t at) {
    if (tracker->len - at < len) return false;
    for (size_t i = 0; i < len; i++)
        if (lower(tracker->text[at + i]) != text[i]) return false;
    return true;
}

static size_t count_bytes(const Tracker *tracker, size_t at) {
    size_t end = at + 1;
    while (end < tracker->len && ((uint8_t)tracker->text[end] & 0xC0) == 0x80) end++;
    return end - at;
}

// How many bytes the character at `at` has when it is in the set, else 0.
static inline size_t in_set(const Tracker *tracker, const uint8_t *set, size_t at) {
    if (at == tracker->len) return 0;
    uint8_t c = lower(tracker->text[at]);
    if (c < 0x80) return set[c >> 3] >> (c & 7) & 1;
    return set[SET_BYTES - 1] ? count_bytes(tracker, at) : 0;
}

static bool is_word(const Tracker *tracker, size_t at) {
    return at < tracker->len && byte_is_ascii_word(tracker->text[at]);
}

static bool may_be_other(const Tracker *tracker, size_t at) {
    return !tracker->ascii && at < tracker->len && (uint8_t)tracker->text[at] >= 0x80;
}

static bool may_be_edge(const Tracker *tracker, size_t at) {
    bool before = at && is_word(tracker, at - 1);
    if (before != is_word(tracker, at)) return true;
    return (at && may_be_other(tracker, at - 1)) || may_be_other(tracker, at);
}

static bool ends(const Tracker *tracker, size_t at) {
    return at == tracker->len || (at + 1 == tracker->len && tracker->text[at] == '\n');
}

static bool charge(Tracker *tracker, size_t steps) {
    if (tracker->left < steps) return !(tracker->unsure = true);
    tracker->left -= (uint32_t)steps;
    return true;
}

// ---- Repeats

static uint32_t kind_at(const Tracker *tracker, size_t at) {
    return at < tracker->len ? kind_of(tracker->text[at]) : KIND_END;
}

static uint64_t read_kinds(const uint8_t *bytes) {
    uint64_t kinds;
    memcpy(&kinds, bytes, sizeof kinds);
    return kinds;
}

static bool may_begin(const Tracker *tracker, const uint8_t *bytes, size_t at) {
    return read_kinds(bytes) >> kind_at(tracker, at) & 1;
}

// Whether there may be a way from a step on, as far as the next character tells.
static bool may_go(const Tracker *tracker, const uint8_t *step, size_t at) {
    for (StepType type = *step++; type == STEP_RUN || type == STEP_REPEAT;
         type = *step++) {
        bool run = type == STEP_RUN;
        if (run ? in_set(tracker, step + 5, at) : may_begin(tracker, step + 7, at))
            return true;
        if (number(run ? step : step + 2)) return false;
        step = run ? step + 5 + SET_BYTES : behind_size(step);
    }
    step--;
    if (*step == STEP_TEXT)
        return at < tracker->len && lower(tracker->text[at]) == step[2];
    if (*step == STEP_CHAR) return in_set(tracker, step + 1, at);
    if (*step == STEP_EITHER) return may_begin(tracker, step + 3, at);
    return *step != STEP_END || ends(tracker, at);
}

static Taken run_lazily(Tracker *tracker, const Place *place) {
    const uint8_t *step = place->step, *set = step + 5, *next = set + SET_BYTES;
    uint32_t least = number(step), most = number(step + 2);
    size_t at = place->at;
    for (uint32_t count = 0;; count++) {
        if (count >= least && may_go(tracker, next, at) &&
            go(tracker, next, at, place->rest))
            return ENOUGH;
        bool full = count >= most && most != TRACK_UNBOUNDED;
        size_t bytes = full ? 0 : in_set(tracker, set, at);
        if (!bytes) return NO_WAY;
        if (!charge(tracker, 1)) return ENOUGH;
        at += bytes;
    }
}

// Of a run that is `count` characters long up to `at`, ever less.
static Taken run_back(Tracker *tracker, const Place *place, uint32_t count, size_t at) {
    const uint8_t *next = place->step + 5 + SET_BYTES;
    for (uint32_t least = number(place->step); count >= least; count--) {
        if (may_go(tracker, next, at) && go(tracker, next, at, place->rest))
            return ENOUGH;
        if (!count) return NO_WAY;
        do at--;
        while (((uint8_t)tracker->text[at] & 0xC0) == 0x80);
    }
    return NO_WAY;
}

static Taken run(Tracker *tracker, Place *place) {
    const uint8_t *step = place->step, *set = step + 5;
    if (step[4] == RUN_LAZY) return run_lazily(tracker, place);
    uint32_t most = number(step + 2), count = 0;
    size_t at = place->at;
    if (most == TRACK_UNBOUNDED) most = UINT32_MAX;
    for (size_t bytes; count < most && (bytes = in_set(tracker, set, at)); count++)
        at += bytes;
    if (!charge(tracker, count)) return ENOUGH;
    if (step[4] == RUN_GREEDY) return run_back(tracker, place, count, at);
    place->step = set + SET_BYTES;
    place->at = at;
    return on_if(count >= number(step));
}

// A part once more, which was there `count` times, from its size on.
static bool once_more(Tracker *tracker, const uint8_t *step, uint32_t count, size_t at,
                      const Rest *rest) {
    const Rest again = {rest, step, true, count + 1, at};
    uint32_t most = number(step + 4);
    if (count >= most && most != TRACK_UNBOUNDED) return false;
    if (!may_begin(tracker, step + 7, at)) return false;
    return go(tracker, step + 7 + KINDS_BYTES, at, &again);
}

// A part that was there `count` times, from its size on: once more, or on behind it.
static Taken repeat(Tracker *tracker, Place *place, uint32_t count) {
    const uint8_t *step = place->step, *next = behind_size(step);
    bool enough = count >= number(step + 2), lazy = step[6] == RUN_LAZY;
    if (lazy && enough && go(tracker, next, place->at, place->rest)) return ENOUGH;
    if (once_more(tracker, step, count, place->at, place->rest)) return ENOUGH;
    place->step = next;
    return on_if(enough && !lazy);
}

// Behind a part: on with what stands behind it. What matched nothing is not repeated.
static Taken done(Tracker *tracker, Place *place) {
    const Rest *rest = place->rest;
    assert(rest);
    place->step = rest->at;
    place->rest = rest->then;
    if (!rest->repeats) return GO_ON;
    if (place->at != rest->from) return repeat(tracker, place, rest->count);
    place->step = behind_size(rest->at);
    return GO_ON;
}

static bool either(Tracker *tracker, const Place *place) {
    const uint8_t *step = place->step, *kinds = step + 2;
    size_t at = place->at;
    const Rest then = {.then = place->rest, .at = behind_size(step)};
    uint64_t all = read_kinds(kinds), bit = kind_bit(kind_at(tracker, at));
    if (!(all & bit)) return false;
    const uint8_t *of_kind =
        kinds + KINDS_BYTES + (size_t)bits_count(all & (bit - 1)) * 2;
    const uint8_t *list = step + number(of_kind);
    for (uint32_t place_of_part; (place_of_part = number(list)); list += 2) {
        const uint8_t *part = step + place_of_part;
        bool other = *part == STEP_TEXT && !has_text(tracker, part + 2, part[1], at);
        if (!other && go(tracker, part, at, &then)) return true;
    }
    return false;
}

// ---- Assertions

static bool holds_behind(Tracker *tracker, const uint8_t *step, size_t at) {
    const uint8_t *end = behind_size(step);
    for (const uint8_t *part = step + 2; part < end; part = behind_size(part))
        if (part[2] <= at && go(tracker, part + 3, at - part[2], NULL)) return true;
    return false;
}

// What is not to be there, and what stands behind, can be told in texts of ASCII only.
static Taken look(Tracker *tracker, Place *place, StepType type) {
    const uint8_t *step = place->step;
    bool wanted = type == STEP_AHEAD || type == STEP_BEHIND;
    bool ahead = type == STEP_AHEAD || type == STEP_NOT_AHEAD;
    place->step = behind_size(step);
    if (!tracker->ascii && type != STEP_AHEAD) return GO_ON;
    bool is = ahead ? go(tracker, step + 2, place->at, NULL)
                    : holds_behind(tracker, step, place->at);
    return tracker->unsure ? ENOUGH : on_if(is == wanted);
}

// ---- All steps

static Taken take_text(const Tracker *tracker, Place *place) {
    size_t len = *place->step, at = place->at;
    const uint8_t *text = place->step + 1;
    place->step = text + len;
    place->at += len;
    return on_if(has_text(tracker, text, len, at));
}

static Taken take_char(const Tracker *tracker, Place *place) {
    size_t bytes = in_set(tracker, place->step, place->at);
    place->step += SET_BYTES;
    place->at += bytes;
    return on_if(bytes);
}

static bool is_outside(const Tracker *tracker, size_t at) {
    return !(at && is_word(tracker, at - 1) && is_word(tracker, at));
}

static bool found(Tracker *tracker, size_t at) {
    tracker->end = at;
    return at != tracker->start; // no match is empty
}

// A part of go, which is what takes most of the time.
static inline __attribute__((always_inline)) Taken take(Tracker *tracker, Place *place) {
    StepType type = (StepType)*place->step++;
    switch (type) {
    case STEP_TEXT: return take_text(tracker, place);
    case STEP_CHAR: return take_char(tracker, place);
    case STEP_RUN: return run(tracker, place);
    case STEP_EITHER: return enough_if(either(tracker, place));
    case STEP_REPEAT: return repeat(tracker, place, 0);
    case STEP_DONE: return done(tracker, place);
    case STEP_AHEAD:
    case STEP_NOT_AHEAD:
    case STEP_BEHIND:
    case STEP_NOT_BEHIND: return look(tracker, place, type);
    case STEP_TOP: return on_if(!place->at);
    case STEP_END: return on_if(ends(tracker, place->at));
    case STEP_EDGE: return on_if(may_be_edge(tracker, place->at));
    case STEP_OUTSIDE: return on_if(is_outside(tracker, place->at));
    case STEP_FOUND: return enough_if(found(tracker, place->at));
    case STEP_HOLDS: return ENOUGH;
    case STEP_UNKNOWN: tracker->unsure = true; return ENOUGH;
    }
    return NO_WAY;
}

static bool go(Tracker *tracker, const uint8_t *step, size_t at, const Rest *rest) {
    Place place = {step, at, rest};
    Taken taken = GO_ON;
    while (taken == GO_ON) taken = charge(tracker, 1) ? take(tracker, &place) : ENOUGH;
    return taken == ENOUGH;
}

TrackResult track_try(const Track *track, Str text, bool ascii, size_t start,
                      size_t *end) {
    if (!track->steps) return TRACK_UNSURE;
    Tracker tracker = {.text = text.ptr,
                       .len = text.len,
                       .start = start,
                       .ascii = ascii,
                       .left = STEPS_MOST};
    if (!go(&tracker, track->steps + 1, start, NULL)) return TRACK_NONE;
    if (tracker.unsure || !ascii || !track->steps[0]) return TRACK_UNSURE;
    *end = tracker.end;
    return TRACK_FOUND;
}

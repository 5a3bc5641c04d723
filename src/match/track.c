#include "match/track.h"

#include "match/track_walk.h"

#include <assert.h>

// Choices that come to nothing, characters of runs, times of repeats: more than nearly
// all tracks take; PCRE2 has not begun to be charged for so many (confirm.c). Then how
// many choices may be open, and times: more than nearly all have.
enum { TRIES_MOST = 600, CHOICES_MOST = 80, TIMES_MOST = 80 };

// The beginning of a part, as far as it is a text.
FAST bool begin(Walk *walk, const uint8_t *part) {
    walk->step = part;
    if (*part == STEP_TEXT) return take_text(walk, part + 1);
    return *part != STEP_CASED || take_cased(walk, part + 1);
}

// ---- Runs: least, most, run, kinds behind, set

enum { RUN_KINDS = 5, RUN_SET = RUN_KINDS + KINDS_BYTES, RUN_SIZE = RUN_SET + SET_BYTES };

// Of a run that has `count` characters, ever less.
FAST bool run_down(Walk *walk, const uint8_t *run, uint32_t count) {
    uint32_t least = number(run);
    walk->step = run + RUN_SIZE;
    for (; count > least; count--, back_one(walk))
        if (has_kind(walk, run + RUN_KINDS))
            return push_choice(walk, run, walk->at, count + 1);
    return count == least && has_kind(walk, run + RUN_KINDS);
}

FAST bool run_on(Walk *walk, const uint8_t *run, uint32_t *count) {
    bool on = *count < number(run + 2) && take_one(walk, run + RUN_SET);
    *count += on;
    return on;
}

// As far as it gets; gives how many characters it is.
FAST uint32_t run_through(Walk *walk, const uint8_t *run) {
    const char *from = walk->at, *at = from, *end = walk->end;
    uint32_t most = number(run + 2);
    if ((size_t)(end - at) > most) end = at + most;
    while (at < end && in_set(run + RUN_SET, *at)) at++;
    walk->at = at;
    uint32_t count = (uint32_t)(at - from);
    bool on = !walk->ascii;
    while (on) on = run_on(walk, run, &count);
    return count;
}

// Ever more.
FAST bool run_up(Walk *walk, const uint8_t *run, uint32_t count) {
    uint32_t least = number(run);
    while (count < least || !has_kind(walk, run + RUN_KINDS))
        if (!run_on(walk, run, &count) || !charge(walk, 1)) return false;
    walk->step = run + RUN_SIZE;
    return push_choice(walk, run, walk->at, count + 1);
}

FAST bool take_run(Walk *walk) {
    const uint8_t *run = walk->step;
    if (run[4] == RUN_LAZY) return run_up(walk, run, 0);
    uint32_t count = run_through(walk, run);
    if (!charge(walk, count)) return false;
    if (run[4] == RUN_GREEDY) return run_down(walk, run, count);
    return count >= number(run) && begin(walk, run + RUN_SIZE);
}

// ---- Repeats: size, least, most, run, kinds, kinds behind, part

enum { REPEAT_KINDS = 7, REPEAT_PART = REPEAT_KINDS + 2 * KINDS_BYTES };

FAST bool once_more(Walk *walk, const uint8_t *repeat, uint32_t count) {
    walk->step = repeat + REPEAT_PART;
    return charge(walk, 1) && push_time(walk, repeat, count + 1, NULL);
}

// A part that was there `count` times: once more, or on behind it.
FAST bool take_repeat(Walk *walk, const uint8_t *repeat, uint32_t count) {
    const uint8_t *kinds = repeat + REPEAT_KINDS, *next = behind_size(repeat);
    bool more = count < number(repeat + 4) && has_kind(walk, kinds);
    bool enough = count >= number(repeat + 2) && has_kind(walk, kinds + KINDS_BYTES);
    bool lazy = repeat[6] == RUN_LAZY;
    if (more && enough)
        if (!push_choice(walk, lazy ? repeat : next, walk->at, lazy ? count + 1 : 0))
            return false;
    if (more && !(enough && lazy)) return once_more(walk, repeat, count);
    walk->step = next;
    return enough;
}

// Behind a part. What matched nothing is not repeated.
FAST bool take_again(Walk *walk) {
    const Time *time = walk->time;
    assert(time);
    walk->time = time->outer;
    walk->step = behind_size(time->step);
    return walk->at == time->from || take_repeat(walk, time->step, time->count);
}

// ---- Alternatives

FAST const uint8_t *place(const uint8_t *at) { return at + number(at); }

// Where things stand in a step of a list (STEP_TRY), from its type on.
enum { LIST_PLACE = 1, LIST_OTHER = 3, LIST_TEXT = 5 };

// The first of a list of parts that can be, as far as its beginning tells, or NULL.
FAST const uint8_t *find_in_list(const Walk *walk, const uint8_t *list) {
    uint64_t eight = eight_from(walk, walk->at);
    for (; list[LIST_TEXT] && !text_is(walk, walk->at, eight, list + LIST_TEXT);
         list += LIST_TEXT + 1 + list[LIST_TEXT])
        if (*list == STEP_LAST) return NULL;
    return list;
}

// The same of alternatives, from behind their type on.
FAST const uint8_t *find_part(const Walk *walk, const uint8_t *either) {
    uint32_t kind = next_kind(walk) - either[0];
    if (kind > either[1]) return NULL;
    const uint8_t *at = either + 2 + (size_t)kind * 2;
    if (!number(at)) return NULL;
    return *place(at) < STEP_TRY ? place(at) : find_in_list(walk, place(at));
}

// On with what was found. Of those behind it only some can be there as well.
FAST bool take_part(Walk *walk, const uint8_t *found) {
    if (!found) return false;
    walk->step = found;
    if (*found < STEP_TRY) return true;
    const char *at = walk->at;
    walk->at += found[LIST_TEXT];
    walk->step = place(found + LIST_PLACE);
    const uint8_t *other = found + LIST_OTHER;
    return !number(other) || push_choice(walk, place(other), at, 0);
}

FAST bool take_list(Walk *walk, const uint8_t *list) {
    return take_part(walk, find_in_list(walk, list));
}

FAST bool take_either(Walk *walk) { return take_part(walk, find_part(walk, walk->step)); }

// Size, kinds, kinds behind, part.
enum { OPTION_KINDS = 2, OPTION_PART = OPTION_KINDS + 2 * KINDS_BYTES };

FAST bool take_option(Walk *walk) {
    const uint8_t *option = walk->step, *kinds = option + OPTION_KINDS,
                  *next = behind_size(option);
    bool once = has_kind(walk, kinds), behind = has_kind(walk, kinds + KINDS_BYTES);
    walk->step = once ? option + OPTION_PART : next;
    return once && behind ? push_choice(walk, next, walk->at, 0) : once || behind;
}

// ---- Assertions

// What is not to be there, and what stands behind, can be told in texts of ASCII only.
FAST bool look(Walk *walk, StepType type) {
    const uint8_t *step = walk->step, *next = behind_size(step);
    bool wanted = type == STEP_AHEAD || type == STEP_BEHIND;
    bool ahead = type == STEP_AHEAD || type == STEP_NOT_AHEAD;
    walk->step = next;
    if (!walk->ascii && type != STEP_AHEAD) return true;
    if (ahead && !has_kind(walk, step + 2)) return !wanted;
    Choice *choices = walk->choices;
    walk->step = step + 2 + (ahead ? KINDS_BYTES : 0);
    if (!wanted && !push_choice(walk, next, walk->at, 0)) return false;
    return push_time(walk, step, 0, choices);
}

// What was looked for is there: there is no other way to be tried for it.
FAST bool take_holds(Walk *walk) {
    const Time *time = walk->time;
    assert(time);
    walk->choices = time->choices;
    walk->step = behind_size(time->step);
    walk->at = time->from;
    walk->time = time->outer;
    return time->step[-1] == STEP_AHEAD || time->step[-1] == STEP_BEHIND;
}

// There are often several.
FAST bool take_not_after(Walk *walk) {
    const uint8_t *step = walk->step - 1;
    for (; *step == STEP_NOT_AFTER; step += 2 + step[1]) {
        if (!walk->ascii || walk->at - walk->top < step[1]) continue;
        const char *from = walk->at - step[1];
        if (text_is(walk, from, eight_from(walk, from), step + 1)) return false;
    }
    walk->step = step;
    return true;
}

FAST bool take_back(Walk *walk) {
    size_t bytes = *walk->step++;
    if ((size_t)(walk->at - walk->top) < bytes) return false;
    walk->at -= bytes;
    return true;
}

FAST bool is_word(const Walk *walk, const char *at) {
    return at < walk->end && byte_is_ascii_word(*at);
}

FAST bool word_before(const Walk *walk) {
    return walk->at > walk->top && is_word(walk, walk->at - 1);
}

FAST bool may_be_edge(const Walk *walk) {
    if (word_before(walk) != is_word(walk, walk->at)) return true;
    return !walk->ascii && ((walk->at > walk->top && (uint8_t)walk->at[-1] >= 0x80) ||
                            (walk->at < walk->end && (uint8_t)*walk->at >= 0x80));
}

FAST bool at_end(const Walk *walk) {
    return walk->at == walk->end || (walk->at + 1 == walk->end && *walk->at == '\n');
}

// ---- All steps

// The last step. No match is empty.
FAST bool take_found(Walk *walk) {
    if (walk->at > walk->start) walk->state = WALK_FOUND;
    return false;
}

// False when there is no way on, or nothing more to be asked.
FAST bool take(Walk *walk) {
    StepType type = (StepType)*walk->step++;
    switch (type) {
    case STEP_TEXT: return take_text(walk, walk->step);
    case STEP_CASED: return take_cased(walk, walk->step);
    case STEP_CHAR: return take_char(walk);
    case STEP_RUN: return take_run(walk);
    case STEP_EITHER: return take_either(walk);
    case STEP_TRY:
    case STEP_LAST: return take_list(walk, walk->step - 1);
    case STEP_GO: walk->step = place(walk->step); return true;
    case STEP_OPTION: return take_option(walk);
    case STEP_REPEAT: return take_repeat(walk, walk->step, 0);
    case STEP_AGAIN: return take_again(walk);
    case STEP_AHEAD:
    case STEP_NOT_AHEAD:
    case STEP_BEHIND:
    case STEP_NOT_BEHIND: return look(walk, type);
    case STEP_HOLDS: return take_holds(walk);
    case STEP_NOT_AFTER: return take_not_after(walk);
    case STEP_BACK: return take_back(walk);
    case STEP_TOP: return walk->at == walk->top;
    case STEP_END: return at_end(walk);
    case STEP_EDGE: return may_be_edge(walk);
    case STEP_WHOLE:
        return !(word_before(walk) && is_word(walk, walk->at)) && take_found(walk);
    case STEP_UNKNOWN: return give_up(walk);
    case STEP_FOUND: return take_found(walk);
    }
    __builtin_unreachable();
}

// Back to the last choice.
FAST bool choose(Walk *walk) {
    const Choice *choice = --walk->choices;
    const uint8_t *step = walk->step = choice->step;
    uint32_t count = choice->count - 1;
    walk->at = choice->at;
    walk->time = choice->time;
    walk->times = choice->times;
    if (!charge(walk, 1)) return false;
    if (!choice->count) return true;
    if (step[-1] == STEP_REPEAT) return once_more(walk, step, count);
    if (step[4] == RUN_LAZY)
        return run_on(walk, step, &count) && run_up(walk, step, count);
    back_one(walk);
    return run_down(walk, step, count - 1);
}

FAST bool choose_again(Walk *walk, const Choice *none) {
    while (walk->state == WALK_ON && walk->choices > none)
        if (choose(walk)) return true;
    return false;
}

TrackResult track_try(const uint8_t *steps, Str text, bool ascii, size_t start,
                      size_t *end) {
    if (!steps) return TRACK_UNSURE;
    if (start == text.len) return TRACK_NONE; // no match is empty
    Choice choices[CHOICES_MOST];
    Time times[TIMES_MOST];
    Walk walk = {.top = text.ptr,
                 .end = text.ptr + text.len,
                 .ascii = ascii,
                 .start = text.ptr + start,
                 .step = steps + 1,
                 .at = text.ptr + start,
                 .times = times,
                 .times_end = times + TIMES_MOST,
                 .choices = choices,
                 .choices_end = choices + CHOICES_MOST,
                 .left = TRIES_MOST};
    do {
    } while (take(&walk) || choose_again(&walk, choices));
    if (walk.state == WALK_ON) return TRACK_NONE;
    if (walk.state == WALK_UNSURE || !ascii || !steps[0]) return TRACK_UNSURE;
    *end = (size_t)(walk.at - text.ptr);
    return TRACK_FOUND;
}

// Where a walk along a track is, and what it asks of the text there. Only for track.c.
#ifndef MATCH_TRACK_WALK_H
#define MATCH_TRACK_WALK_H

#include "base/eight.h"
#include "match/track_step.h"

typedef struct Choice Choice;

// A part that is walked: of a repeat for the so-manieth time, or of an assertion.
typedef struct Time Time;
struct Time {
    const Time *outer;   // what it stands in
    const uint8_t *step; // the repeat or the assertion, from behind its type on
    const char *from;    // where it began
    uint32_t count;      // of a repeat: so many times with this one
    Choice *choices;     // of an assertion: those that were open before
};

// Where else to go on when there is no way through from where the walk went.
struct Choice {
    const uint8_t *step; // this; of a run or a repeat, from behind its type on
    const char *at;
    const Time *time;
    Time *times;    // those behind it are needed no more
    uint32_t count; // of a run or a repeat: so many characters or times, plus one; else 0
};

typedef enum { WALK_ON, WALK_FOUND, WALK_UNSURE } WalkState;

// All is on the stack and in few registers: this is where most of the time goes.
typedef struct {
    const char *top, *end; // the text
    bool ascii;
    const char *start;
    const uint8_t *step; // what comes next
    const char *at;
    const Time *time;
    Time *times, *times_end;       // free ones
    Choice *choices, *choices_end; // likewise
    int32_t left;                  // tries
    WalkState state;
} Walk;

#define FAST static inline __attribute__((always_inline))

FAST uint32_t number(const uint8_t *bytes) { return bytes[0] | (uint32_t)bytes[1] << 8; }

FAST const uint8_t *behind_size(const uint8_t *size) { return size + 2 + number(size); }

// ---- Choices and times

// There is too much to be tried: nothing is told.
FAST bool give_up(Walk *walk) {
    walk->state = WALK_UNSURE;
    return false;
}

FAST bool charge(Walk *walk, uint32_t tries) {
    walk->left -= (int32_t)tries;
    return walk->left >= 0 || give_up(walk);
}

FAST bool push_choice(Walk *walk, const uint8_t *step, const char *at, uint32_t count) {
    if (walk->choices == walk->choices_end) return give_up(walk);
    *walk->choices++ = (Choice){step, at, walk->time, walk->times, count};
    return true;
}

FAST bool push_time(Walk *walk, const uint8_t *step, uint32_t count, Choice *choices) {
    if (walk->times == walk->times_end) return give_up(walk);
    *walk->times = (Time){walk->time, step, walk->at, count, choices};
    walk->time = walk->times++;
    return true;
}

// ---- Texts and characters

// The first bytes of a text that is asked for. What is read behind it is of no matter; a
// track goes on for as long (TRACK_BEHIND).
FAST uint64_t read_eight(const uint8_t *bytes) {
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return le64toh(eight);
}

FAST uint64_t eight_from(const Walk *walk, const char *at) {
    return eight_at(at, (size_t)(walk->end - at));
}

// Whether of eight bytes the first `len`, 1 to 8, are a text, letters in either case. Of
// the bytes that it can have (track_step.h) small letters alone have the bit 0x40, and
// but for 0x20 they are as their capitals.
FAST bool eight_are(uint64_t eight, const uint8_t *text, size_t len) {
    uint64_t wanted = read_eight(text);
    uint64_t differ = (eight | (wanted >> 1 & EIGHT * 0x20)) ^ wanted;
    return !(differ << 8 * (sizeof eight - len));
}

// The same of more bytes; those that are asked for last may have been asked for in part.
FAST bool all_are(const char *bytes, const uint8_t *text, size_t len) {
    for (size_t at = 0; at + 8 < len; at += 8)
        if (!eight_are(eight_at(bytes + at, 8), text + at, 8)) return false;
    return eight_are(eight_at(bytes + len - 8, 8), text + len - 8, 8);
}

// Whether a text, from its length on, stands at `at`, where these are the next eight.
FAST bool text_is(const Walk *walk, const char *at, uint64_t eight, const uint8_t *text) {
    size_t len = *text;
    if (len <= 8) return eight_are(eight, text + 1, len);
    return (size_t)(walk->end - at) >= len && all_are(at, text + 1, len);
}

// The text that a step has, from its length on.
FAST bool take_text(Walk *walk, const uint8_t *step) {
    if (!text_is(walk, walk->at, eight_from(walk, walk->at), step)) return false;
    walk->at += *step;
    walk->step = step + 1 + *step;
    return true;
}

FAST bool take_cased(Walk *walk, const uint8_t *step) {
    const uint8_t *text = step + 1;
    size_t len = *step;
    if ((size_t)(walk->end - walk->at) < len || memcmp(walk->at, text, len) != 0)
        return false;
    walk->at += len;
    walk->step = text + len;
    return true;
}

FAST bool goes_on(char c) { return ((uint8_t)c & 0xC0) == 0x80; } // a character

FAST size_t count_bytes(const Walk *walk) {
    const char *end = walk->at + 1;
    while (end < walk->end && goes_on(*end)) end++;
    return (size_t)(end - walk->at);
}

// A character of ASCII.
FAST bool in_set(const uint8_t *set, char c) {
    uint64_t word;
    uint32_t byte = (uint8_t)c;
    memcpy(&word, set + byte / 64 * sizeof word, sizeof word);
    return word >> byte % 64 & 1;
}

// Steps over the next character when it is in the set.
FAST bool take_one(Walk *walk, const uint8_t *set) {
    if (walk->at == walk->end) return false;
    bool ascii = (uint8_t)*walk->at < 0x80;
    if (ascii ? !in_set(set, *walk->at) : !set[SET_BYTES - 1]) return false;
    walk->at += ascii ? 1 : count_bytes(walk);
    return true;
}

FAST bool take_char(Walk *walk) {
    const uint8_t *set = walk->step;
    walk->step += SET_BYTES;
    return take_one(walk, set);
}

FAST void back_one(Walk *walk) {
    do walk->at--;
    while (goes_on(*walk->at));
}

FAST uint64_t read_kinds(const uint8_t *bytes) {
    uint64_t kinds;
    memcpy(&kinds, bytes, sizeof kinds);
    return kinds;
}

FAST uint32_t next_kind(const Walk *walk) {
    return walk->at < walk->end ? kind_of(*walk->at) : KIND_END;
}

FAST bool has_kind(const Walk *walk, const uint8_t *kinds) {
    return read_kinds(kinds) >> next_kind(walk) & 1;
}

#endif

// The steps of a track as bytes: track_make.c writes them, track.c takes them.
//
// A number, of which there are two bytes, has the lower first. A size tells how many
// bytes follow it up to what comes next. A set has a bit for each character of ASCII,
// capitals aside, in its first 16 bytes, and in its last whether any other is in it.
// Kinds, 8 bytes, have a bit for each kind of character that something can begin with.
#ifndef MATCH_TRACK_STEP_H
#define MATCH_TRACK_STEP_H

#include "base/char.h"

enum { SET_BYTES = 17, KINDS_BYTES = 8, TRACK_UNBOUNDED = UINT16_MAX };

// Kinds of characters: each letter and digit is one of its own, all that are outside
// ASCII are one, and so is the end of the text; others share some.
enum { KIND_DIGIT = 26, KIND_MARK = 36, KIND_END = 62, KIND_OTHER = 63 };

static inline uint32_t kind_of(char c) {
    uint32_t byte = (uint8_t)c, letter = (byte | 0x20) - 'a';
    if (letter < 26) return letter;
    if (byte - '0' < 10) return KIND_DIGIT + byte - '0';
    return byte < 0x80 ? KIND_MARK + byte % (KIND_END - KIND_MARK) : KIND_OTHER;
}

static inline uint64_t kind_bit(uint32_t kind) { return UINT64_C(1) << kind; }

// Before the first step stands one byte: whether the steps say all (1), or let too much
// pass.
typedef enum {
    STEP_FOUND,      // this was the last
    STEP_DONE,       // the last of a part: on with what stands behind that
    STEP_HOLDS,      // the last of what is looked for ahead or behind
    STEP_TEXT,       // length, its bytes in lower case
    STEP_CHAR,       // set
    STEP_RUN,        // least, most, run, set: such a character again and again
    STEP_EITHER,     // size, kinds; for each of these the place of a list; lists; parts.
                     // A list has the places of the parts that can begin so, in order,
                     // and a 0. Places are counted from the size.
    STEP_REPEAT,     // size, least, most, run, kinds, part
    STEP_AHEAD,      // size, part
    STEP_NOT_AHEAD,  // likewise
    STEP_BEHIND,     // size, parts: each with its size, and how many bytes it matches
    STEP_NOT_BEHIND, // likewise
    STEP_TOP,        // the text begins
    STEP_END,        // it ends, or its last line does
    STEP_EDGE,       // a word begins or ends
    STEP_OUTSIDE,    // not inside a word
    STEP_UNKNOWN     // anything may match
} StepType;

// Which of several lengths comes first; of the last none but the longest is tried.
typedef enum { RUN_GREEDY, RUN_LAZY, RUN_LONGEST } RunType;

#endif

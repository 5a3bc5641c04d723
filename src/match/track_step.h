// The steps of a track as bytes: track_make.c writes them, track.c takes them.
//
// A number, of which there are two bytes, has the lower first. A size tells how many
// bytes follow it up to what comes next, and a place how many there are from it to a step
// further on. A set has a bit for each byte that is a character in it, in four
// words of 8 bytes, and at last whether it has any outside ASCII. Kinds, 8 bytes, have a
// bit for each kind of character that something can begin with. Behind the last step
// stand TRACK_BEHIND bytes that say nothing, for texts are read by eight.
#ifndef MATCH_TRACK_STEP_H
#define MATCH_TRACK_STEP_H

#include "base/char.h"

enum { TRACK_BEHIND = 8, SET_BYTES = 33, KINDS_BYTES = 8, TRACK_UNBOUNDED = UINT16_MAX };

// Kinds of characters: each letter and digit is one of its own, all that are outside
// ASCII are one, and so is the end of the text; others share some.
enum { KIND_DIGIT = 26, KIND_MARK = 36, KIND_END = 62, KIND_OTHER = 63 };

#define KIND_1(c)                                                                 \
    (uint8_t)(((c) | 0x20) >= 'a' && ((c) | 0x20) <= 'z' ? ((c) | 0x20) - 'a'     \
              : (c) >= '0' && (c) <= '9'                 ? KIND_DIGIT + (c) - '0' \
              : (c) < 0x80 ? KIND_MARK + (c) % (KIND_END - KIND_MARK)             \
                           : KIND_OTHER)
#define KIND_4(c)  KIND_1(c), KIND_1((c) + 1), KIND_1((c) + 2), KIND_1((c) + 3)
#define KIND_16(c) KIND_4(c), KIND_4((c) + 4), KIND_4((c) + 8), KIND_4((c) + 12)
#define KIND_64(c) KIND_16(c), KIND_16((c) + 16), KIND_16((c) + 32), KIND_16((c) + 48)

static const uint8_t KINDS[] = {KIND_64(0), KIND_64(64), KIND_64(128), KIND_64(192)};

static inline uint32_t kind_of(char c) { return KINDS[(uint8_t)c]; }

static inline uint64_t kind_bit(uint32_t kind) { return UINT64_C(1) << kind; }

// Before the first step stands one byte: whether the steps say all (1), or let too much
// pass.
typedef enum {
    STEP_FOUND,      // this was the last
    STEP_HOLDS,      // the last of what is looked for ahead or behind
    STEP_AGAIN,      // the last of a part that is repeated
    STEP_TEXT,       // length, its bytes: small letters, and what stands before '@'
    STEP_CASED,      // length, its bytes as they are
    STEP_CHAR,       // set
    STEP_RUN,        // least, most, run, kinds behind it, set: such a character again and
                     // again
    STEP_REPEAT,     // size, least, most, run, its kinds, kinds behind it, part
    STEP_OPTION,     // size, its kinds, kinds behind it, part: once or not at all
    STEP_EITHER,     // the first kind of character, and how many others follow; for each
                     // the place of what comes then: 0: nothing; STEP_TRY for each part
                     // that can begin so, in order, but STEP_LAST for the last; or the
                     // steps of the only part, when it has no text there
    STEP_GO,         // place: on there
    STEP_AHEAD,      // size, kinds, part
    STEP_NOT_AHEAD,  // likewise
    STEP_BEHIND,     // size, part
    STEP_NOT_BEHIND, // likewise
    STEP_NOT_AFTER,  // length, bytes as of STEP_TEXT: they do not stand right before
    STEP_BACK,       // how many bytes: on so far before
    STEP_TOP,        // the text begins
    STEP_END,        // it ends, or its last line does
    STEP_EDGE,       // a word begins or ends
    STEP_WHOLE,      // this was the last, unless it is inside a word
    STEP_UNKNOWN,    // anything may match
    STEP_TRY, // place, place of the next that can be there beside this one (0: there
              // is none), length, bytes as of STEP_TEXT (there may be none): on
              // there behind this text, or else with the next step
    STEP_LAST // likewise, and nothing else
} StepType;

// Which of several lengths comes first; of the last none but the longest is tried.
typedef enum { RUN_GREEDY, RUN_LAZY, RUN_LONGEST } RunType;

#endif

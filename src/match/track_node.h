// What is asked of a regex's nodes where its track is written (track_make.c).
#ifndef MATCH_TRACK_NODE_H
#define MATCH_TRACK_NODE_H

#include "match/regex.h"
#include "match/track_step.h"

// How many bytes it matches in a text of ASCII; TRACK_UNBOUNDED: so many or more.
typedef struct {
    uint32_t least, most;
} Extent;
Extent extent_of(const RegexNode *node);

#define KINDS_ALL UINT64_MAX
// The kinds of characters that it can begin with (track_step.h), or that a set has.
uint64_t kinds_of(const RegexNode *node);
uint64_t kinds_of_set(const CharSet *set);
// What can come where `piece` and its siblings stand, before what is `behind` all of
// them.
uint64_t kinds_of_rest(const RegexNode *piece, uint64_t behind);

enum { TEXT_MOST = 255 };
// How many of the first bytes STEP_TEXT can have.
size_t text_plain(Str text);
// The only byte of ASCII that a set stands for, or 0.
char only_byte(const CharSet *set);
// All of a sequence when it is a text that STEP_TEXT can have, else {0}.
Str plain_text(Arena *arena, const RegexNode *sequence);

#endif

// What `Patterns` are inside: pattern.c builds them, matcher.c looks for them.
#ifndef MATCH_PATTERN_SET_H
#define MATCH_PATTERN_SET_H

#include "match/confirm.h"
#include "match/head.h"
#include "match/sieve.h"

#include <pthread.h>

typedef struct {
    ConfirmPattern parts; // NULL until a role that it is for is asked for
                          // (patterns_wanted), but for the code of patterns_add
    PatternSpec spec;
    uint32_t branch_count;
    bool unicode;  // as spec_is_unicode
    bool trusted;  // of patterns_add_trusted
    bool left_out; // never looked for
} Pattern;

// A branch that may match in every text, as far as atoms tell.
typedef struct {
    uint32_t pattern;
    uint16_t branch;
    bool at_top; // but only at its start
    bool whole_words;
    const uint8_t *track; // NULL: it has none
    Head head;
} Always;

// What is looked for in the turns of one role.
typedef struct {
    bool any; // there is a pattern for it
    const Sieve *sieve;
    SieveItems items; // of the sieve
    VEC(Always) always;
} Wanted;

// For each role what is looked for, made when its first turn comes: taking patterns apart
// is the longest part of a start, and many runs have no turn to search.
typedef struct {
    pthread_mutex_t lock; // while one is made
    Arena arena;          // of all of them
    _Atomic(const Wanted *) of[ROLE_COUNT];
} WantedByRole;

struct Patterns {
    Arena *arena;
    VEC(Pattern) items;
    Str image;            // of branches (branch_image.h)
    WantedByRole *wanted; // NULL until sealed
    bool freed;
};

// Makes the codes of all, for those who ask for nothing that is wanted. Any thread.
void patterns_make_codes(const Patterns *patterns);
// What is looked for in the turns of `role`, which is not ROLE_SYSTEM. Any thread may
// ask.
const Wanted *patterns_wanted(const Patterns *patterns, Role role);

// Whether it is looked for in the turns of `role`.
static inline bool pattern_is_for(const Pattern *pattern, Role role) {
    Role wanted = pattern->spec.role;
    return !pattern->left_out && role != ROLE_SYSTEM &&
           (wanted == ROLE_UNKNOWN || wanted == role);
}

#endif

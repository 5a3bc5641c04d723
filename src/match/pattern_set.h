// What `Patterns` are inside: pattern.c builds them, matcher.c looks for them.
#ifndef MATCH_PATTERN_SET_H
#define MATCH_PATTERN_SET_H

#include "match/code.h"
#include "match/head.h"
#include "match/sieve.h"

typedef struct {
    Code *code;
    PatternSpec spec;
    bool unicode;    // as code_is_unicode
    bool left_out;   // never looked for
    Code **branches; // tried in order, they come to the same as the code
    size_t branch_count;
} Pattern;

// A branch that may match in every text, as far as atoms tell.
typedef struct {
    uint32_t pattern;
    uint16_t branch;
    bool at_top; // but only at its start
    Head head;
} Always;

// What is looked for in the turns of one role.
typedef struct {
    Sieve *sieve; // NULL until sealed
    VEC(Always) always;
} Wanted;

struct Patterns {
    Arena *arena;
    VEC(Pattern) items;
    uint32_t most_groups; // capture groups of the pattern that has most
    Wanted wanted[ROLE_COUNT];
};

// Whether it is looked for in the turns of `role`.
static inline bool pattern_is_for(const Pattern *pattern, Role role) {
    Role wanted = pattern->spec.role;
    return !pattern->left_out && role != ROLE_SYSTEM &&
           (wanted == ROLE_UNKNOWN || wanted == role);
}

#endif

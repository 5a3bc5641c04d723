// Fragments: named pieces of regular expression that patterns use as <name>.
#ifndef RUBRIC_FRAGMENT_H
#define RUBRIC_FRAGMENT_H

#include "base/map.h"
#include "base/vec.h"

typedef struct {
    Str name;
    Str regex;   // with the fragments it uses written out
    bool broken; // complained of already; what uses it is not complained of again
} Fragment;

typedef struct {
    VEC(Fragment) items;
    Map numbers;
} Fragments;

// A stretch of an expanded regex: from byte `to` on it comes from byte `from` of what was
// written, either byte for byte or, when `whole`, all of it from the one <name> there.
typedef struct {
    size_t to, from;
    bool whole;
} Stretch;

// Fragments of fragments can double in length at each step; no regex may be longer.
enum { REGEX_MAX = 60000 };

typedef struct {
    Str written;            // with <names>
    Str regex;              // without
    VEC(Stretch) stretches; // from the first <name> on
    VEC(Str) unknown;       // names in what was written that no fragment has
    bool broken;            // uses a broken fragment
    bool too_long;          // longer than REGEX_MAX, and cut there
} Expansion;

// Whether a fragment can have this name: word characters, - and ', beginning with a
// letter.
bool fragment_named(Str name);
// Adds a fragment; one with the same name is replaced.
void fragment_add(Arena *arena, Fragments *fragments, Fragment fragment);
// Writes each <name> out as (?:...). What PCRE2 itself spells with a '<', such as
// (?<name> and \k<name>, is left alone, and so is what follows a backslash.
Expansion fragment_expand(Arena *arena, const Fragments *fragments, Str written);
// The byte of what was written that byte `offset` of the expanded regex comes from.
size_t expansion_origin(const Expansion *expansion, size_t offset);
// What was written for bytes `start` to `end` of the expanded regex; those bytes
// themselves where they are only part of a fragment.
Str expansion_written(const Expansion *expansion, size_t start, size_t end);

#endif

// Patterns: regular expressions (PCRE2 with JIT), built once, sealed, and then shared by
// the matchers of all threads (matcher.h). What takes long is made when it is first used.
#ifndef MATCH_PATTERN_H
#define MATCH_PATTERN_H

#include "match/branch_image.h"
#include "match/match.h"

typedef struct Patterns Patterns;

Patterns *patterns_new(Arena *arena);
// Compiles one more; its number, counted from 0, or PATTERN_NONE with *error filled.
uint32_t patterns_add(Patterns *patterns, const PatternSpec *spec, PatternError *error);
// Adds one of a built-in rubric, which is known to be right, and to match no empty text;
// it is compiled when it is first tried.
uint32_t patterns_add_trusted(Patterns *patterns, const PatternSpec *spec);
uint32_t patterns_count(const Patterns *patterns);
PatternSpec pattern_spec(const Patterns *patterns, uint32_t pattern);
Str pattern_regex(const Patterns *patterns, uint32_t pattern);
bool pattern_matches_empty(const Patterns *patterns, uint32_t pattern); // of patterns_add
// What one thread needs to try single patterns on texts.
typedef struct PatternProbe PatternProbe;
PatternProbe *pattern_probe_new(Arena *arena, const Patterns *patterns);
// Whether one search of `text` is not ended by so many steps.
bool pattern_exceeds(PatternProbe *probe, uint32_t pattern, Str text, uint32_t steps);
void pattern_probe_free(PatternProbe *probe);
// The atoms that tell where to look for it, separated by '|'; empty: everywhere.
Str pattern_atoms(Arena *arena, const Patterns *patterns, uint32_t pattern);
// Before they are sealed: this one is never looked for, and has no hits.
void pattern_leave_out(Patterns *patterns, uint32_t pattern);
// Ends the adding: from here on the patterns can be matched.
void patterns_seal(Patterns *patterns);
// Compiles all that are looked for to machine code, which is else done when one is first
// used.
void patterns_prepare(const Patterns *patterns);
// Releases what matching takes, and nothing when that has been done: from here on the
// patterns can only be told of.
void patterns_free(Patterns *patterns);

// Adds the trusted ones to the image (branch_image.h).
void patterns_add_to_image(Arena *arena, const Patterns *patterns, BranchImages *images);
// The sieve for the turns of a role as a part of the image, and its name there, by which
// it is found: it tells all that the sieve is made of. {0}: not all are trusted.
void patterns_put_sieve(Arena *arena, const Patterns *patterns, Role role, Buf *out);
Str patterns_sieve_name(Arena *arena, const Patterns *patterns, Role role);

#endif

// One pattern as PCRE2 has it. All that is PCRE2's own stays in code.c.
//
// A code has several forms: one that searches, one that is tried at a given start only,
// and both again for texts of ASCII, where they are smaller and faster. Each is compiled
// when it is first used, and to machine code when it was used some times, under a lock,
// because most runs use few of the patterns; apart from that a code is read-only and
// shared.
#ifndef MATCH_CODE_H
#define MATCH_CODE_H

#include "match/match.h"

typedef struct Code Code;
typedef struct CodeRunner CodeRunner; // one thread's room for matching

// Whether \w, \d, \b are Unicode's.
static inline bool spec_is_unicode(const PatternSpec *spec) {
    return spec->unicode || !str_is_ascii(spec->regex);
}

typedef enum { RUN_FOUND, RUN_NOT_FOUND, RUN_GAVE_UP } RunResult;

typedef struct {
    Str name;
    uint32_t group;
} GroupName;

// "PCRE2 10.42 2022-12-11 with JIT": what decides which texts a regex matches, and after
// how many steps it gives up.
Str code_engine(Arena *arena);

// NULL with *error filled when the regex is wrong.
Code *code_new(Arena *arena, const PatternSpec *spec, PatternError *error);
// One whose regex is known to be right: it is compiled when it is first tried. Where it
// is wrong after all, it gives up.
Code *code_trusted(Arena *arena, const PatternSpec *spec);
// A part of a code that can be tried by itself; it is compiled when it first is. It has
// no named groups.
Code *code_branch(Arena *arena, const Code *code, Str regex);
void code_free(Code *code);
bool code_matches_empty(const Code *code); // of code_new
// Whether a match depends on where it is tried only, and not on where the search for it
// began (\G) or on what was tried before (verbs).
bool code_is_local(const Code *code);
// The names of groups, of code_new.
const GroupName *code_names(Arena *arena, const Code *code, uint32_t *count);

CodeRunner *code_runner_new(Arena *arena);
void code_runner_free(CodeRunner *runner);

// What a try can cost in the runner's text, in bytes passed over: of its first step, and
// of each further one. Where that is more than 0 the code is interpreted, since machine
// code counts its steps otherwise.
typedef struct {
    size_t once, each;
} StepCost;
StepCost code_step_cost(Code *code, CodeRunner *runner);

// Compiles all forms, so that it is not done later.
void code_prepare(Code *code);
// A text to be searched, and what is known of it.
typedef struct {
    Str text; // valid UTF-8
    bool ascii;
    size_t run; // the longest without a blank; 0: not asked for yet
} CodeText;
CodeText code_text(Str text);
// The text for the runs to come; it is not copied.
void code_runner_take(CodeRunner *runner, CodeText *text);
// The first match in the text that begins at or after `from` and is not empty; gives up
// when one start takes more than `steps`.
RunResult code_search(Code *code, CodeRunner *runner, size_t from, uint32_t steps);
// The match that begins at `start`, which is the start of a character.
RunResult code_try(Code *code, CodeRunner *runner, size_t start, uint32_t steps);
// After RUN_FOUND: start and end of the match, then of each group; SPAN_UNSET for those
// that took no part, as are the groups past `*count`.
const size_t *code_runner_spans(const CodeRunner *runner, uint32_t *count);
// Then also the names of groups.
const GroupName *code_runner_names(Arena *arena, const CodeRunner *runner,
                                   uint32_t *count);
#define SPAN_UNSET SIZE_MAX

#endif

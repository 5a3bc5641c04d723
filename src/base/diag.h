// Complaints with a place. Everything a user did wrong becomes a Diag; work goes on.
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/buf.h"
#include "base/vec.h"

typedef struct {
    Str path;
    uint32_t line, col, width; // 1-based; line 0 = the whole file; width in characters
} Place;

int place_cmp(Place a, Place b);            // by path, line and column
Str place_words(Arena *arena, Place place); // "path:line:col"
// Where one is after passing over `bytes` from `place` on.
Place place_after(Place place, Str bytes, char newline);

typedef enum { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR } DiagLevel;

typedef struct {
    DiagLevel level;
    Place place;
    Str text;         // lower case, no full stop, the problem before the subject
    Str hint;         // "did you mean 'any'?"; may be empty
    Str source;       // the line complained of, for the caret; may be empty
    Str call;         // the call it concerns; may be empty
    bool takes_back;  // the call was given out before this was known
    bool listed_only; // enough of its kind have been said
} Diag;

// Collects complaints; their texts are copied into `arena`.
typedef struct {
    Arena *arena;
    VEC(Diag) items;
    size_t errors, warnings;
    bool no_notes; // nobody wants to be told those
} Diags;

// Adds a complaint and gives it, so that hint, source and call can be set; valid until
// the next one is added.
Diag *diag_add(Diags *diags, DiagLevel level, Place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
// "did you mean 'x'?" for the candidate nearest to `word`, or {0}.
Str diag_hint(Arena *arena, Str word, const Str *candidates, size_t count);
// A copy of `diag` whose texts live in diags->arena.
void diag_copy(Diags *diags, const Diag *diag);
// By path, line and column; complaints of one place keep their order.
void diag_sort(Diags *diags);

// "path:line:col: error: text (hint)", then the source line and a caret where there is
// one.
void diag_put(Buf *out, const Diag *diag);
Str diag_level_name(DiagLevel level);

#endif

// What `find` found, and how it is written.
#ifndef CLI_FOUND_H
#define CLI_FOUND_H

#include "base/listing.h"
#include "rubric/rubric.h"

// One line of the answer: a hit, a number of hits or a near miss.
typedef struct {
    Str call, quote, before, after; // before and after: the rest of the turn
    Str detector;
    Str also;  // the detector that found it, where `detector` counts it by `also`
    Str place; // of the pattern: "rubric.yaml:12:9"; empty: no single one found it
    Str pattern, missing; // of a near miss, as written; missing: empty when undone
    int64_t at_ms;
    uint32_t turn, start, end;
    uint32_t count; // of a number of hits, which has no place; or of turns missed alike
    uint32_t way;   // of a near miss: the number of the way in which it was missed
    Str role;
} Found;
typedef VEC(Found) FoundList;

// What stands at `item`; borrows from the call, and the rest lives in `arena`.
Found found_at(Arena *arena, const Rubric *rubric, const Call *call,
               const Evidence *item);
// Masks what is private in what was found in a call; new texts live in `arena`.
void found_redact(Arena *arena, const Call *call, FoundList *list);
Found found_copy(Arena *arena, const Found *found);
// In the order of the call, each once: two detectors, or one twice, may cite the same
// words.
void found_sort(FoundList *list);

typedef struct {
    const ListColumn *columns;
    void (*put_text)(Buf *out, const Found *found);
} FoundForm;
extern const FoundForm FOUND_HIT, FOUND_COUNT, FOUND_MISS;

// What comes before the first line in `format`, and each line.
void found_put_header(Buf *out, const FoundForm *form, Str format);
void found_put(Buf *out, const FoundForm *form, Str format, const Found *found);

uint64_t found_key(const Found *found); // its sample_key (sample_key.h)

// So many of what was found: those with the lowest keys, in the order they were found.
typedef struct {
    uint32_t wanted;
    Arena arena;
    FoundList list;
} Sample;
void sample_add(Sample *sample, const Found *found);

#endif

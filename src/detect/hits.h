// What detectors share: hits of patterns, evidence in folded text, whose turns count, and
// why nothing can be said of a call.
#ifndef DETECT_HITS_H
#define DETECT_HITS_H

#include "detect/kind.h"

// By turn, then start; those of one pattern do not overlap.
typedef struct {
    const Hit *items;
    size_t len;
} HitSlice;

static inline HitSlice hits_of(const HitList *hits, uint32_t pattern) {
    HitRange range = hits_range(hits, pattern);
    return (HitSlice){vec_from(&hits->hits, range.first), range.count};
}
// The first of them, from `at` on, that may have hits; NULL: none may, as of most
// detectors, which is soon told: patterns are numbered as they are written, so those of a
// field stand together.
static inline const PatternRef *hits_next(const HitList *hits, const PatternRefs *refs,
                                          size_t at) {
    while (at < refs->len) {
        const PatternRef *ref = &refs->items[at];
        uint32_t bit = ref->pattern % 64, told = 64 - bit; // so many are told at once
        uint64_t bits = hits->possible[ref->pattern / 64] >> bit;
        if (told > ref->run) told = ref->run;
        uint32_t next = bits ? (uint32_t)__builtin_ctzll(bits) : told;
        if (next < told) return ref + next;
        at += told;
    }
    return NULL;
}
// Whether a pattern of this detector's may have hits, whatever field it is in, as far as
// their numbers tell, from the least to the most.
static inline bool patterns_possible(const DetectInput *in) {
    const WrittenPatterns *all = &in->detectors->items[in->self].patterns;
    return all->len && hits_possible(in->hits, all->least, all->most);
}
static inline bool hits_may_be(const HitList *hits, const PatternRefs *refs) {
    return hits_next(hits, refs, 0);
}
// Each of them that may have hits.
#define HITS_EACH(ref, hits, refs)                              \
    for (const PatternRef *ref = hits_next(hits, refs, 0); ref; \
         ref = hits_next(hits, refs, (size_t)(ref + 1 - (refs)->items)))
// Finds the hits of the patterns in the turns that are marked; of NULL, in all. What
// hits_of gave may move.
void hits_want(const DetectInput *in, const PatternRefs *refs, const bool *turns);
// The hits of several patterns together, by turn and start, the longer first.
HitSlice hits_gather(const DetectInput *in, const PatternRefs *refs);
// The first hit in `turn` that starts at or after `offset`, or NULL.
const Hit *hit_from(HitSlice hits, uint32_t turn, uint32_t offset);
// The first hit of one pattern in `turn` that ends after `offset`, or NULL.
const Hit *hit_after(HitSlice hits, uint32_t turn, uint32_t offset);
// Whether one of the patterns has a hit in `turn` that overlaps [start, end).
bool hits_overlap(const HitList *hits, const PatternRefs *refs, uint32_t turn,
                  uint32_t start, uint32_t end);

// Sorts by turn and start, the longer first, then by pattern.
void hits_sort(Hit *hits, size_t count);

// What was said by patterns in the turns that are marked (of NULL, in all): hits_want,
// and their hits there, by turn and start, without those that one of the `guard` words
// before them negates.
typedef VEC(Hit) Hits;
Hits hits_find(const DetectInput *in, const PatternRefs *refs, const bool *turns,
               uint32_t guard);
// The same in turns of the detector's detector_speaker. Of hits that overlap, the first
// stays, or the longer where two begin together.
Hits hits_said(const DetectInput *in, const PatternRefs *refs, uint32_t guard);
// What a hit's named group captured; an empty one has start == end.
Capture hit_capture(const DetectInput *in, const Hit *hit, Str name);

// finding_add with offsets into the folded text of the turn.
void finding_add_folded(const DetectInput *in, Finding *out, uint32_t turn,
                        uint32_t start, uint32_t end);
void finding_add_hit(const DetectInput *in, Finding *out, const Hit *hit);

// Whether a turn is one of `role`'s: of ROLE_UNKNOWN, anybody's but the system's.
static inline bool role_speaks(Role role, const Turn *turn) {
    return role == ROLE_UNKNOWN ? turn->role != ROLE_SYSTEM : turn->role == role;
}
// The customer for the agent; the agent for everybody else.
Role role_other(Role role);
// The role of this detector; the agent, where the rubric names none.
Role detector_speaker(const DetectInput *in);
// Each _obstacle gives, in words, why the finding is not known, or {0} when nothing
// stands in its way. The call has no turn of the role:
Str role_absent(const DetectInput *in, Role role);
static inline Str role_obstacle(const DetectInput *in, Role role) {
    return in->spoke >> role & 1 ? (Str){0} : role_absent(in, role);
}
// That a pattern gave up, in the words of a detector that has it.
Str gave_up_words(Arena *arena, Str detector, const GaveUp *up);
// One of these patterns gave up in a turn that is marked (of NULL, in any), or one of all
// that this detector's fields have gave up somewhere (HitList):
Str refs_obstacle(const DetectInput *in, const PatternRefs *refs, const bool *turns);
Str patterns_gave_up(const DetectInput *in);
static inline Str patterns_obstacle(const DetectInput *in) {
    return in->hits->gave_up.len ? patterns_gave_up(in) : (Str){0};
}
// The number of the turn, from 1, in which a hit was written.
uint32_t hit_number(const DetectInput *in, const Hit *hit);
// The words that leave an answer open, as a reason: "turn 3 does not tell: "thanks ***"".
Str words_unclear(const DetectInput *in, uint32_t turn, Str words);
Str evidence_unclear(const DetectInput *in, const Evidence *evidence);
// Whether what the detector found is known (DETECTOR_NONE: it is); else says in out->why
// why not.
bool detector_known(const DetectInput *in, uint32_t detector, Finding *out);

#endif

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
    const Hit *first = vec_from(&hits->hits, range.first);
    return (HitSlice){first, first ? range.count : 0};
}
static inline bool hits_may_be(const HitList *hits, const PatternRefs *refs) {
    return pattern_set_meets(&refs->set, hits->possible);
}
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
// before them negates. What was given before is gone.
Hits *hits_find(const DetectInput *in, const PatternRefs *refs, const bool *turns,
                uint32_t guard);
// The same in turns of the detector's detector_speaker. Of hits that overlap, the first
// stays, or the longer where two begin together.
Hits *hits_said(const DetectInput *in, const PatternRefs *refs, uint32_t guard);
// What a hit's named group captured; an empty one has start == end.
Capture hit_capture(const DetectInput *in, const Hit *hit, Str name);

// finding_add with offsets into the folded text of the turn.
void finding_add_folded(const DetectInput *in, Finding *out, uint32_t turn,
                        uint32_t start, uint32_t end);
void finding_add_hit(const DetectInput *in, Finding *out, const Hit *hit);
// All of them, for a finding without evidence that will have so much more.
void finding_add_hits(const DetectInput *in, Finding *out, const Hits *hits, size_t more);

// Whether a turn is one of `role`'s: of ROLE_UNKNOWN, anybody's but the system's.
static inline bool role_speaks(Role role, const Turn *turn) {
    return role == ROLE_UNKNOWN ? turn->role != ROLE_SYSTEM : turn->role == role;
}
// The customer for the agent; the agent for everybody else.
static inline Role role_other(Role role) {
    return role == ROLE_AGENT ? ROLE_CUSTOMER : ROLE_AGENT;
}
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

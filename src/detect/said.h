// What one side said by a list of patterns: hits that no negation undoes, each of them
// one thing.
#ifndef DETECT_SAID_H
#define DETECT_SAID_H

#include "detect/kind.h"

typedef VEC(Hit) Said;

// The role of this detector; the agent, where the rubric says none.
Role said_role(const DetectInput *in);
// The hits of `refs` in turns of the detector's role, by turn, then start. A hit with a
// negation in the `guard` words before it was not said. Of hits that overlap, the first
// stays, or the longer where two begin together.
Said said_by(const DetectInput *in, const PatternRefs *refs, uint32_t guard);
// What a hit's named group captured; an empty one has start == end.
Capture said_group(const DetectInput *in, const Hit *hit, Str name);
// Adds a hit's words to the evidence.
void said_cite(const DetectInput *in, Finding *out, const Hit *hit);

#endif

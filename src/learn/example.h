// Examples for a learned detector: labelled turns that say the same where they stand
// alone.
#ifndef LEARN_EXAMPLE_H
#define LEARN_EXAMPLE_H

#include "learn/learned.h"

// A turn with the one before it, "customer: ...\nagent: ...", in which the detector finds
// what is labelled (`match`), or nothing and nothing is labelled. Empty when none of the
// first ones is as clear alone as it is in its call, or the detector has no role.
Str learn_example(Arena *arena, const LearnPlan *plan, const LearnData *data,
                  const Learned *learned, bool match);

#endif

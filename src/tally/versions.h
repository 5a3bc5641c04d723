// Calls that another version of the rubric marked as well: the one comparison between two
// versions that is of the same calls.
#ifndef TALLY_VERSIONS_H
#define TALLY_VERSIONS_H

#include "tally/trend.h"

// Fills the `versions` of the team's trend and of the agents': `cards` are those of the
// period, `others` what other versions gave the same calls, of which those count that
// have a score by both.
void versions_compare(Arena *arena, const Tally *tally, const Scorecards *cards,
                      const Scorecards *others, Trends *out);

#endif

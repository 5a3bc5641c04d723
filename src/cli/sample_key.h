// Samples that are random, and the same in every run.
#ifndef CLI_SAMPLE_KEY_H
#define CLI_SAMPLE_KEY_H

#include "cli/options.h"

// A number that depends on all of its arguments alike. The lowest of many are a random
// sample; a remainder parts them at random.
uint64_t sample_key(Str call, Str detector, uint32_t turn, uint32_t start);
// Whether a call is in the part that --part names.
bool part_has(InputPart part, Str call);

#endif

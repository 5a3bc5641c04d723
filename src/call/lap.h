// The stages of the work, from the rubric and the file to the record: what `--stats`
// tells the time of.
#ifndef CALL_LAP_H
#define CALL_LAP_H

#include "base/watch.h"

typedef enum {
    LAP_LOAD,  // the rubric
    LAP_READ,  // the bytes of a file
    LAP_PARSE, // to calls
    LAP_FOLD,
    LAP_MATCH, // patterns: sieve and confirmation
    LAP_DETECT,
    LAP_SCORE,
    LAP_WRITE,
    LAP_COUNT
} Lap;

#endif

// What a run reads, in a few digits: another run that finds the same would read the same.
#ifndef INPUT_FINGERPRINT_H
#define INPUT_FINGERPRINT_H

#include "base/str.h"

#include <stdint.h>

typedef struct {
    uint64_t files, bytes; // of all inputs
    char listing[17];      // XXH3 of the names and sizes of all of them, in their order
    char content[17]; // XXH3 of what is read of them; "" where one can be read only once,
                      // as a pipe, and then nobody knows whether it is the same
    char stamp[17];   // likewise of their times on this machine: never to be written
    Str broken; // which of the paths leads to what the machine could not read; {0}: none
} Fingerprint;

// How much of each file is read, from its beginning, in the order in which paths lead to
// them: 0 = it is not opened, as those behind the last are not; UINT64_MAX = all of it.
typedef VEC(uint64_t) ReadTo;

// Of the files that the paths lead to, walked as for reading (input/paths.h). An absolute
// path may be another on every machine, and counts from its last name on. Without `read`
// there is no content, and nothing is opened.
Fingerprint fingerprint_take(const Texts *paths, Str left_out, const ReadTo *read);
// Whether a fingerprint taken later on this machine is of the same files, untouched.
bool fingerprint_holds(const Fingerprint *before, const Fingerprint *after);

// The name of `path` that is the same on every machine, where `argument` led to it.
Str fingerprint_name(Str argument, Str path);

#endif

// How far each call of a file reaches, in three bytes or so a call, as a first look at
// the file leaves it to the reading. What has been taken is given back to the system, so
// that a file of a gigabyte costs no more than a megabyte at its beginning.
#ifndef TEXT_STRETCHES_H
#define TEXT_STRETCHES_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

// Some text of a file, whole lines; of no bytes: its reach is not known.
typedef struct {
    uint32_t bytes, lines;
} Stretch;

typedef struct StretchBlock StretchBlock;
typedef struct {
    StretchBlock *first, *last;
} Stretches; // {0} = none

void stretches_add(Stretches *stretches, Stretch stretch);
// Takes off the one that was added first; false when there is none.
bool stretches_take(Stretches *stretches, Stretch *stretch);
void stretches_free(Stretches *stretches);

#endif

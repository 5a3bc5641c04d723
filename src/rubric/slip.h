// What somebody most likely did who wrote YAML that cannot be read.
#ifndef RUBRIC_SLIP_H
#define RUBRIC_SLIP_H

#include "rubric/page.h"

// `problem` is libyaml's, at `place`; `from` is the line on which what it was reading
// begins, or 0. {0} when there is nothing better to say.
Str slip_hint(Arena *arena, const Page *page, Place place, Str problem, uint32_t from);

#endif

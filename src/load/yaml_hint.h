// What somebody most likely did who wrote YAML that cannot be read.
#ifndef LOAD_YAML_HINT_H
#define LOAD_YAML_HINT_H

#include "base/source_file.h"

// `problem` is libyaml's, at `place`; `from` is the line on which what it was reading
// begins, or 0. {0} when there is nothing better to say.
Str yaml_hint(Arena *arena, const SourceFile *source, Place place, Str problem,
              uint32_t from);

#endif

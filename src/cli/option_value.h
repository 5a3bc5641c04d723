// What stands behind an option, as a value; false when it is none.
#ifndef CLI_OPTION_VALUE_H
#define CLI_OPTION_VALUE_H

#include "read/reader.h"

// --part K/N: the K-th of N; {0} = all.
typedef struct {
    uint32_t number, of;
} InputPart;

bool option_set_map(Arena *arena, ReadOptions *read, Str argument);     // FIELD=COLUMN
bool option_set_channel(Arena *arena, ReadOptions *read, Str argument); // N=ROLE
bool option_set_count(uint32_t *count, Str argument);
bool option_set_part(InputPart *part, Str argument); // K/N
bool option_set_mode(uint32_t *mode, Str argument);  // 0640
bool option_set_days(int64_t *ms, Str argument);     // 90d

#endif

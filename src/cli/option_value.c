#include "cli/option_value.h"

#include <string.h>

bool option_set_map(Arena *arena, ReadOptions *read, Str argument) {
    size_t cut = str_index(argument, 0, '=');
    *vec_push(arena, &read->columns) = (ColumnMap){
        .field = str_slice(argument, 0, cut),
        .column = str_slice(argument, cut + 1, argument.len),
    };
    return cut > 0 && cut + 1 < argument.len;
}

bool option_set_count(uint32_t *count, Str argument) {
    int64_t value;
    if (!str_to_int(argument, &value) || value < 0 || value > INT32_MAX) return false;
    *count = (uint32_t)value;
    return true;
}

bool option_set_channel(Arena *arena, ReadOptions *read, Str argument) {
    size_t cut = str_index(argument, 0, '=');
    Str name = str_slice(argument, cut + 1, argument.len);
    ChannelMap map = {.role = ROLE_AGENT};
    while (map.role < ROLE_COUNT && !str_eq(name, role_name(map.role))) map.role++;
    bool good = option_set_count(&map.number, str_slice(argument, 0, cut));
    *vec_push(arena, &read->channels) = map;
    return good && map.role < ROLE_COUNT;
}

bool option_set_part(InputPart *part, Str argument) {
    enum { PARTS_MAX = 1000 };
    size_t cut = str_index(argument, 0, '/');
    return option_set_count(&part->number, str_slice(argument, 0, cut)) &&
           option_set_count(&part->of, str_slice(argument, cut + 1, argument.len)) &&
           part->number > 0 && part->number <= part->of && part->of <= PARTS_MAX;
}

// "0640": of those who own it, his group and others, who may read and write; the owner
// may.
bool option_set_mode(uint32_t *mode, Str argument) {
    if (str_starts(argument, STR("0"))) argument = str_slice(argument, 1, argument.len);
    *mode = 0;
    for (size_t i = 0; i < argument.len; i++) {
        if (!strchr("0246", argument.ptr[i])) return false;
        *mode = *mode * 8 + (uint32_t)(argument.ptr[i] - '0');
    }
    return argument.len == 3 && (*mode & 0600) == 0600;
}

// "90d". What is less than a day, as a bare number of seconds is, is a mistake.
bool option_set_days(int64_t *ms, Str argument) {
    enum { DAY_MS = 24 * 3600 * 1000 };
    return duration_parse(argument, ms) && *ms >= DAY_MS;
}

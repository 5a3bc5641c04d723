#include "cli/shard.h"

#include "cli/message.h"

#include <stdlib.h>

// Where engines tell a task of an array its number, and what they count from.
static const struct {
    const char *name;
    uint32_t first;
} VARIABLES[] = {
    {"AWS_BATCH_JOB_ARRAY_INDEX", 0},
    {"JOB_COMPLETION_INDEX", 0},
    {"CLOUD_RUN_TASK_INDEX", 0},
    {"SLURM_ARRAY_TASK_ID", 0},
    {"SGE_TASK_ID", 1},
    {"LSB_JOBINDEX", 1},
    {"PARALLEL_SEQ", 1},
};
enum { VARIABLE_COUNT = sizeof VARIABLES / sizeof *VARIABLES };

static bool read_number(Str text, uint32_t *number) {
    int64_t value;
    if (!str_to_int(text, &value) || value < 0 || value > INT32_MAX) return false;
    *number = (uint32_t)value;
    return true;
}

static bool is_set(size_t variable) {
    const char *value = getenv(VARIABLES[variable].name);
    return value && *value;
}

// The number of the only variable that is set; VARIABLE_COUNT, said, when it is not one.
static size_t find_variable(void) {
    size_t found = VARIABLE_COUNT;
    for (size_t i = 0; i < VARIABLE_COUNT; i++) {
        if (!is_set(i)) continue;
        if (found < VARIABLE_COUNT) {
            message_error("--shard=env: both %s and %s are set (give the number, as in "
                          "--shard=\"$%s/N\")",
                          VARIABLES[found].name, VARIABLES[i].name, VARIABLES[i].name);
            return VARIABLE_COUNT;
        }
        found = i;
    }
    if (found == VARIABLE_COUNT)
        message_error("--shard=env: no variable with the number of the task is set, such "
                      "as SLURM_ARRAY_TASK_ID");
    return found;
}

static bool read_variable(Shard *shard) {
    size_t at = find_variable();
    if (at == VARIABLE_COUNT) return false;
    const char *name = VARIABLES[at].name, *value = getenv(name);
    uint32_t first = VARIABLES[at].first;
    if (read_number(str_from(value), &shard->index) && shard->index >= first &&
        shard->index - first < shard->count) {
        shard->index -= first;
        return true;
    }
    message_error("--shard=env: bad value '%s' of %s (expected %u to %u)", value, name,
                  first, first + shard->count - 1);
    return false;
}

bool shard_parse(Str text, Shard *shard) {
    size_t cut = str_index(text, 0, '/');
    Str index = str_slice(text, 0, cut), count = str_slice(text, cut + 1, text.len);
    bool counted = read_number(count, &shard->count) && shard->count > 0;
    if (counted && str_eq(index, STR("env"))) return read_variable(shard);
    if (counted && read_number(index, &shard->index) && shard->index < shard->count)
        return true;
    message_error("bad value '%.*s' for --shard (expected I/N with I from 0 to N-1, or "
                  "env/N)",
                  STR_ARG(text));
    return false;
}

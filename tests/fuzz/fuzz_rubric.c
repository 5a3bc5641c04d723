// Any bytes as a rubric: loaded, and checked when they load.

#include "check/check.h"
#include "load/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric rubric;
    Str text = {(const char *)data, size};
    if (rubric_read(&arena, STR("fuzz.yaml"), text, &rubric, &diags))
        rubric_check(&arena, &rubric, &diags);
    Buf out = {.arena = &arena};
    for (size_t i = 0; i < diags.items.len; i++) diag_put(&out, &diags.items.items[i]);
    rubric_free(&rubric);
    arena_free(&arena);
    return 0;
}

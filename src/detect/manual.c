#include "detect/kind.h"

// Kinds have parameters; this one has none to speak of.
typedef struct {
    char none;
} Manual;

static const FieldSpec FIELDS[] = {{0}};
static const Manual DEFAULTS = {0};

static void manual_run(const DetectInput *in, const void *params, Finding *out) {
    (void)in, (void)params;
    out->why = STR("only a person can answer this");
}

const DetectorKind KIND_MANUAL = {
    .name = "manual",
    .summary = "a question only a person can answer; not assessable until then",
    .fields = FIELDS,
    .params_size = sizeof(Manual),
    .defaults = &DEFAULTS,
    .run = manual_run,
};

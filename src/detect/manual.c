#include "detect/kind.h"

static const FieldSpec FIELDS[] = {{0}};

static void manual_run(const DetectInput *in, const void *params, Finding *out) {
    (void)in, (void)params;
    out->why = STR("only a person can answer this");
}

const DetectorKind KIND_MANUAL = {
    .name = "manual",
    .summary = "a question only a person can answer; not assessable until then",
    .fields = FIELDS,
    .run = manual_run,
};

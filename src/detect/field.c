#include "detect/kind.h"

typedef struct {
    Str name, is;
    Texts in;
    Quantity at_least, at_most;
} FieldTest;

#define FIELD(member) offsetof(FieldTest, member)
static const FieldSpec FIELDS[] = {
    {"name", FIELD_TEXT, FIELD(name), .summary = "the column beside the transcript",
     .required = true},
    {"is", FIELD_TEXT, FIELD(is), .summary = "the value it must have"},
    {"in", FIELD_TEXTS, FIELD(in), .summary = "the values it may have"},
    LIMITS(FIELD(at_least), FIELD(at_most)),
    {0},
};

// A limit with a unit of time asks for a length of time: "45", "45 s", "0:45".
static bool measure(Str value, const FieldTest *test, double *number) {
    int64_t ms;
    bool timed = test->at_least.duration || test->at_most.duration;
    if (!timed) return str_to_double(value, number);
    if (!duration_parse(value, &ms) && !clock_parse(value, &ms)) return false;
    *number = (double)ms;
    return true;
}

static void field_run(const DetectInput *in, const void *params, Finding *out) {
    const FieldTest *test = params;
    Str value = str_trim(call_field(in->call, test->name));
    bool ranged = test->at_least.given || test->at_most.given;
    if (!value.len) {
        out->why =
            str_format(in->scratch, "the call has no field '%.*s'", STR_ARG(test->name));
    } else if (ranged && !measure(value, test, &out->value)) {
        out->why = str_format(in->scratch, "field '%.*s' is no number: '%.*s'",
                              STR_ARG(test->name), STR_ARG(value));
    } else {
        out->known = true;
        out->holds = ranged
                         ? quantity_within(out->value, test->at_least, test->at_most)
                         : str_eq_fold(value, test->is) || texts_have(&test->in, value);
        out->why = str_format(in->scratch, "field '%.*s' is '%.*s'", STR_ARG(test->name),
                              STR_ARG(value));
    }
}

static const char *field_check(const void *params) {
    const FieldTest *test = params;
    int ways = (test->is.ptr != NULL) + (test->in.len > 0) +
               (test->at_least.given || test->at_most.given);
    return ways == 1 ? NULL : "needs one of 'is', 'in', or 'at_least' and 'at_most'";
}

const DetectorKind KIND_FIELD = {
    .name = "field",
    .summary = "a column beside the transcript, compared with a value or a range",
    .fields = FIELDS,
    .measures = true,
    .params_size = sizeof(FieldTest),
    .check = field_check,
    .run = field_run,
};

#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/position.h"

typedef enum { OF_TURNS, OF_WORDS, OF_DURATION } LengthOf;

typedef struct {
    int of;
    Quantity at_least, at_most;
} Length;

static const char *const OFS[] = {"turns", "words", "duration", NULL};

#define FIELD(member) offsetof(Length, member)
static const FieldSpec FIELDS[] = {
    {"of", FIELD_CHOICE, FIELD(of),
     .summary = "what is measured: turns, words or duration", .choices = OFS,
     .required = true},
    LIMITS(FIELD(at_least), FIELD(at_most)),
    {0},
};

static Str length_explain(const DetectInput *in, const void *params,
                          const Finding *finding) {
    int of = ((const Length *)params)->of;
    double value = finding->value;
    return of == OF_DURATION ? str_format(in->scratch, "%s %.1f s", OFS[of], value / 1000)
                             : str_format(in->scratch, "%s %zu", OFS[of], (size_t)value);
}

static double measure(const DetectInput *in, int of) {
    const Call *call = in->call;
    Role role = detector_role(in);
    if (of == OF_DURATION) return (double)call_duration(call);
    if (of == OF_WORDS) return call_words(call, role);
    return call->turns.len ? turn_counts(in, role)[call->turns.len - 1] : 0;
}

static void length_run(const DetectInput *in, const void *params, Finding *out) {
    const Length *length = params;
    Role role = detector_role(in);
    // A side that has no turn may be one that the transcript does not name.
    if (length->of == OF_DURATION && call_duration(in->call) == NO_TIME)
        out->why = STR("the call has no times");
    else if (length->of != OF_DURATION && role != ROLE_UNKNOWN)
        out->why = role_obstacle(in, role);
    if (out->why.len) return;
    out->known = true;
    out->value = measure(in, length->of);
    out->holds = quantity_within(out->value, length->at_least, length->at_most);
}

static const char *length_check(const void *params) {
    const Length *length = params;
    if (!length->at_least.given && !length->at_most.given)
        return "needs 'at_most' or 'at_least'";
    bool duration = length->of == OF_DURATION;
    bool mixed = (length->at_least.given && length->at_least.duration != duration) ||
                 (length->at_most.given && length->at_most.duration != duration);
    if (!mixed) return NULL;
    return duration ? "a duration needs a unit of time, such as '30 s'"
                    : "a number of turns or words has no unit of time";
}

const DetectorKind KIND_LENGTH = {
    .name = "length",
    .summary = "how long the call is: duration, turns or words",
    .fields = FIELDS,
    .measures = true,
    .params_size = sizeof(Length),
    .check = length_check,
    .run = length_run,
    .explain = length_explain,
};

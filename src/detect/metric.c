#include "detect/formula.h"
#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/position.h"
#include "detect/response.h"

#include <math.h>

typedef struct {
    Formula formula;
    Quantity at_least, at_most;
} Metric;

#define FIELD(member) offsetof(Metric, member)
static const FieldSpec FIELDS[] = {
    {"formula", FIELD_FORMULA, FIELD(formula),
     .summary = "detectors, measures, field.NAME and numbers with + - * / and ( )",
     .required = true},
    LIMITS(FIELD(at_least), FIELD(at_most)),
    {0},
};

const char *const MEASURE_NAMES[] = {
    [MEASURE_TURNS] = "turns",         [MEASURE_WORDS] = "words",
    [MEASURE_DURATION] = "duration",   [MEASURE_FIRST_REPLY] = "first_reply",
    [MEASURE_MAX_REPLY] = "max_reply", [MEASURE_MAX_REPLY + 1] = NULL,
};

// More than any count or time can be; beyond it thousandths get lost.
static const double VALUE_MAX = 1e12;

// An operand's number; false, with out->why set, when it is not known.
typedef bool OperandRead(const DetectInput *in, const FormulaStep *step, Finding *out,
                         double *number);

static bool read_count(const DetectInput *in, const FormulaStep *step, Finding *out,
                       double *number) {
    Role role = detector_role(in);
    out->why = role_obstacle(in, role);
    if (step->measure == MEASURE_WORDS)
        *number = call_words(in->call, role);
    else
        *number = turns_in_all(in->call, role);
    return !out->why.len;
}

static bool read_duration(const DetectInput *in, const FormulaStep *step, Finding *out,
                          double *number) {
    (void)step;
    int64_t ms = call_duration(in->call);
    if (ms == NO_TIME) out->why = STR("the call has no times");
    *number = (double)ms / 1000;
    return ms != NO_TIME;
}

static bool read_reply(const DetectInput *in, const FormulaStep *step, Finding *out,
                       double *number) {
    ReplyTimes times = {0};
    bool timed =
        reply_times(in->joined.written, detector_speaker(in), NULL, in->scratch, &times);
    if (!timed || !times.len) {
        out->why =
            timed ? STR("nobody waited for a reply") : STR("the call has no times");
        return false;
    }
    ReplyTime reply = times.items[0];
    vec_each(const ReplyTime, other, &times)
        if (step->measure == MEASURE_MAX_REPLY && other->ms > reply.ms) reply = *other;
    *number = (double)reply.ms / 1000;
    finding_add_written(in, out, reply.turn);
    return true;
}

static bool read_measure(const DetectInput *in, const FormulaStep *step, Finding *out,
                         double *number) {
    static OperandRead *const READS[] = {
        [MEASURE_TURNS] = read_count,       [MEASURE_WORDS] = read_count,
        [MEASURE_DURATION] = read_duration, [MEASURE_FIRST_REPLY] = read_reply,
        [MEASURE_MAX_REPLY] = read_reply,
    };
    return READS[step->measure](in, step, out, number);
}

static bool read_number(const DetectInput *in, const FormulaStep *step, Finding *out,
                        double *number) {
    (void)in, (void)out;
    *number = step->number;
    return true;
}

static bool read_field(const DetectInput *in, const FormulaStep *step, Finding *out,
                       double *number) {
    Str value = str_trim(call_field(in->call, step->field));
    if (str_to_double(value, number)) return true;
    out->why = value.len ? str_format(in->scratch, "field '%.*s' is no number: '%.*s'",
                                      STR_ARG(step->field), STR_ARG(value))
                         : str_format(in->scratch, "the call has no field '%.*s'",
                                      STR_ARG(step->field));
    return false;
}

static bool read_finding(const DetectInput *in, const FormulaStep *step, Finding *out,
                         double *number) {
    const Finding *finding = &in->findings[step->detector];
    bool timed = detector_timed(&in->detectors->items[step->detector]);
    *number = timed ? finding->value / 1000 : finding->value;
    if (!finding->known) out->why = finding->why;
    vec_each(const Evidence, found, &finding->evidence) finding_cite(in, out, found);
    return finding->known;
}

static double combine(StepType type, double a, double b) {
    if (type == STEP_ADD) return a + b;
    if (type == STEP_SUBTRACT) return a - b;
    return type == STEP_MULTIPLY ? a * b : a / b;
}

// What the formula comes to; false, with out->why set, when that is not known.
static bool work_out(const DetectInput *in, const Formula *formula, Finding *out) {
    static OperandRead *const READS[] = {
        [STEP_NUMBER] = read_number,
        [STEP_DETECTOR] = read_finding,
        [STEP_MEASURE] = read_measure,
        [STEP_FIELD] = read_field,
    };
    double *stack = arena_array(in->scratch, double, formula->steps.len), *top = stack;
    vec_each(const FormulaStep, step, &formula->steps) {
        if (step->type <= STEP_FIELD) {
            if (!READS[step->type](in, step, out, top++)) return false;
        } else if (step->type == STEP_NEGATE) {
            top[-1] = -top[-1];
        } else if (step->type == STEP_DIVIDE && top[-1] == 0) {
            out->why = str_format(in->scratch, "%.*s is a division by zero",
                                  STR_ARG(formula->text));
            return false;
        } else {
            top--;
            top[-1] = combine(step->type, top[-1], top[0]);
        }
    }
    out->value = stack[0];
    bool sane = isfinite(out->value) && fabs(out->value) <= VALUE_MAX;
    if (!sane)
        out->why = str_format(in->scratch, "%.*s is too large", STR_ARG(formula->text));
    return sane;
}

static void metric_run(const DetectInput *in, const void *params, Finding *out) {
    const Metric *metric = params;
    bool timed = metric->at_least.duration || metric->at_most.duration;
    out->known = work_out(in, &metric->formula, out);
    if (!out->known) {
        out->value = 0;
        out->evidence.len = 0;
        return;
    }
    Buf why = {.arena = in->scratch};
    buf_format(&why, "%.*s is ", STR_ARG(metric->formula.text));
    buf_trimmed(&why, llround(out->value * 1000));
    if (timed) buf_text(&why, " s");
    out->why = buf_str(&why);
    if (timed) out->value *= 1000;
    out->holds = quantity_within(out->value, metric->at_least, metric->at_most);
}

static const char *metric_check(const void *params) {
    const Metric *metric = params;
    Quantity least = metric->at_least, most = metric->at_most;
    if (!least.given && !most.given) return "needs 'at_most' or 'at_least'";
    return quantity_timed(least, most) || (!least.duration && !most.duration)
               ? NULL
               : "needs a unit of time in both limits or in none";
}

const DetectorKind KIND_METRIC = {
    .name = "metric",
    .summary = "a formula over what other detectors found and what can be measured",
    .fields = FIELDS,
    .measures = true,
    .params_size = sizeof(Metric),
    .check = metric_check,
    .run = metric_run,
};

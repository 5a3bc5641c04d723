#include "score/card_value.h"

#include "detect/response.h"

#include <math.h>

// Beyond it the sums of many calls could overflow.
static const double VALUE_MAX = 1e9;

static int64_t thousandths(double value) {
    return fabs(value) <= VALUE_MAX ? llround(value * 1000) : NO_VALUE;
}

static void measure_replies(const Call *call, Arena *scratch, Scorecard *out) {
    ReplyTimes times = {0};
    out->first_reply_ms = out->max_reply_ms = NO_TIME;
    if (!reply_times(call, ROLE_AGENT, NULL, scratch, &times) || !times.len) return;
    out->first_reply_ms = times.items[0].ms;
    vec_each(const ReplyTime, time, &times)
        if (time->ms > out->max_reply_ms) out->max_reply_ms = time->ms;
}

// A number, a length of time in seconds or yes and no: "45", "45 s", "0:45", "no" is 0.
static int64_t number_of(Str text) {
    double number;
    int64_t ms;
    if (str_eq_fold(text, STR("yes")) || str_eq_fold(text, STR("true"))) return 1000;
    if (str_eq_fold(text, STR("no")) || str_eq_fold(text, STR("false"))) return 0;
    if (str_to_double(text, &number)) return thousandths(number);
    bool timed = duration_parse(text, &ms) || clock_parse(text, &ms);
    return timed ? thousandths((double)ms / 1000) : NO_VALUE;
}

static int64_t finding_value(const Finding *finding, ValueUnit unit) {
    if (!finding->known) return NO_VALUE;
    return thousandths(unit == UNIT_OF_TIME ? finding->value / 1000 : finding->value);
}

bool measure_is_kept(const Rubric *rubric, const Measure *measure) {
    if (measure->of != OF_FIELD && measure->of != OF_DETECTOR) return false;
    for (const Measure *m = rubric->measures.items; m != measure; m++)
        if (str_eq(m->of_text, measure->of_text)) return false;
    return true;
}

// ---- What tallies look for

const Str OUTCOMES[OUTCOME_COUNT] = {
    [OUTCOME_CSAT] = {"field csat", 10}, [OUTCOME_RESOLVED] = {"field resolved", 14}};
static const Str UPSET = {"detector upset", 14};

// Unless a measure had it kept.
static void keep_value(Arena *keep, Str of, int64_t value, Scorecard *out) {
    vec_each(const CardValue, item, &out->values)
        if (str_eq(item->of, of)) return;
    *vec_push(keep, &out->values) = (CardValue){of, value};
}

static void keep_outcomes(const Call *call, Arena *keep, Scorecard *out) {
    for (OutcomeField o = 0; o < OUTCOME_COUNT; o++) {
        Str name = str_slice(OUTCOMES[o], sizeof "field", OUTCOMES[o].len);
        vec_each(const Field, field, &call->fields) {
            if (!str_eq_fold(field->name, name)) continue;
            int64_t value = number_of(str_trim(field->value));
            if (value != NO_VALUE) keep_value(keep, OUTCOMES[o], value, out);
        }
    }
}

static void keep_upset(const Rubric *rubric, Findings *findings, Arena *keep,
                       Scorecard *out) {
    if (rubric->upset == DETECTOR_NONE) return;
    const Finding *finding = findings_ask(findings, rubric->upset);
    if (finding->known && finding->value > 0)
        keep_value(keep, UPSET, finding_value(finding, UNIT_OF_NUMBER), out);
}

void card_measure(const Rubric *rubric, const Call *call, Findings *findings,
                  Arena *scratch, Arena *keep, Scorecard *out) {
    out->wait_ms = call->wait_ms;
    measure_replies(call, scratch, out);
    vec_each(const Measure, measure, &rubric->measures) {
        if (!measure_is_kept(rubric, measure)) continue;
        CardValue item = {.of = measure->of_text};
        item.value =
            measure->of == OF_FIELD
                ? number_of(str_trim(call_field(call, measure->name)))
                : finding_value(findings_ask(findings, measure->detector), measure->unit);
        *vec_push(keep, &out->values) = item;
    }
    keep_outcomes(call, keep, out);
    keep_upset(rubric, findings, keep, out);
}

static int64_t score_value(int32_t score) { return score == NO_SCORE ? NO_VALUE : score; }

// Milliseconds are thousandths of seconds.
static int64_t time_value(int64_t ms) {
    return ms == NO_TIME ? NO_VALUE : thousandths((double)ms / 1000);
}

static int64_t principle_value(const Scorecard *card, Str id) {
    vec_each(const PrincipleScore, item, &card->principles)
        if (str_eq(item->id, id)) return score_value(item->score);
    return NO_VALUE;
}

int64_t card_number(const Scorecard *card, Str of) {
    vec_each(const CardValue, item, &card->values)
        if (str_eq(item->of, of)) return item->value;
    return NO_VALUE;
}

bool card_upset(const Scorecard *card) { return card_number(card, UPSET) > 0; }

int64_t card_value(const Scorecard *card, const Measure *measure) {
    switch (measure->of) {
    case OF_SCORE: return score_value(card->score);
    case OF_COMPENSATORY: return score_value(card->compensatory);
    case OF_PRINCIPLE: return principle_value(card, measure->name);
    case OF_FIRST_REPLY: return time_value(card->first_reply_ms);
    case OF_MAX_REPLY: return time_value(card->max_reply_ms);
    case OF_DURATION: return time_value(card->duration_ms);
    case OF_TURNS: return card->turns * INT64_C(1000);
    case OF_AGENT_WORDS: return card->agent_words * INT64_C(1000);
    case OF_FIELD:
    case OF_DETECTOR: break;
    }
    return card_number(card, measure->of_text);
}

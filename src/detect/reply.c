#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/moment.h"

typedef struct {
    uint32_t to, with, before;
    Distance within;
    bool each;
} Reply;

#define FIELD(member) offsetof(Reply, member)
static const FieldSpec FIELDS[] = {
    {"to", FIELD_DETECTOR, FIELD(to), "the detector that calls for an answer", NULL,
     true},
    {"with", FIELD_DETECTOR, FIELD(with), "the detector that is the answer", NULL, true},
    {"within", FIELD_DISTANCE, FIELD(within),
     "how far: {turns: N} of the answering side, or {seconds: N}", NULL, false},
    {"before", FIELD_DETECTOR, FIELD(before), "what the answer must not come after", NULL,
     false},
    {"each", FIELD_BOOL, FIELD(each), "every call for an answer must get one (no)", NULL,
     false},
    {0},
};
static const Reply DEFAULTS = {
    .to = DETECTOR_NONE, .with = DETECTOR_NONE, .before = DETECTOR_NONE};

typedef enum { ANSWERED, TOO_LATE, TOO_FAR, UNTIMED, UNANSWERED } Outcome;

typedef struct {
    Outcome outcome;
    const Evidence *answer, *obstacle; // obstacle: what came before the answer
} Answer;

// The first thing `before` found after the trigger, or NULL.
static const Evidence *first_obstacle(const DetectInput *in, const Reply *reply,
                                      const Evidence *trigger) {
    if (reply->before == DETECTOR_NONE) return NULL;
    vec_each(const Evidence, found, &in->findings[reply->before].evidence)
        if (moment_before(trigger, found)) return found;
    return NULL;
}

static Outcome judge(const DetectInput *in, const Reply *reply, const Evidence *trigger,
                     const Answer *answer) {
    Role role = in->detectors->items[reply->with].role;
    bool late = answer->obstacle && moment_before(answer->obstacle, answer->answer);
    switch (moment_within(in->call, trigger, answer->answer, reply->within, role)) {
    case DISTANCE_UNKNOWN: return late ? TOO_LATE : UNTIMED;
    case DISTANCE_FAR: return TOO_FAR;
    case DISTANCE_WITHIN: break;
    }
    return late ? TOO_LATE : ANSWERED;
}

// The first answer after the trigger decides: a later one is only farther and later.
static Answer find_answer(const DetectInput *in, const Reply *reply,
                          const Evidence *trigger) {
    Answer answer = {.outcome = UNANSWERED,
                     .obstacle = first_obstacle(in, reply, trigger)};
    vec_each(const Evidence, found, &in->findings[reply->with].evidence) {
        if (!moment_before(trigger, found)) continue;
        answer.answer = found;
        answer.outcome = judge(in, reply, trigger, &answer);
        break;
    }
    return answer;
}

static Str explain(const DetectInput *in, const Reply *reply, const Evidence *trigger,
                   const Answer *answer) {
    Str to = detector_name(in, reply->to), with = detector_name(in, reply->with);
    unsigned turn = trigger->turn + 1;
    switch (answer->outcome) {
    case TOO_LATE:
        return str_format(in->scratch, "%.*s (turn %u) came after %.*s (turn %u)",
                          STR_ARG(with), answer->answer->turn + 1,
                          STR_ARG(detector_name(in, reply->before)),
                          answer->obstacle->turn + 1);
    case TOO_FAR:
        return str_format(in->scratch, "%.*s came only in turn %u, too far from turn %u",
                          STR_ARG(with), answer->answer->turn + 1, turn);
    case UNANSWERED:
        return str_format(in->scratch, "%.*s (turn %u) was not followed by %.*s",
                          STR_ARG(to), turn, STR_ARG(with));
    case UNTIMED:
    case ANSWERED: break;
    }
    return (Str){0};
}

static void run(const DetectInput *in, const void *params, Finding *out) {
    const Reply *reply = params;
    if (!detector_known(in, reply->to, out) || !detector_known(in, reply->with, out) ||
        !detector_known(in, reply->before, out))
        return;
    size_t triggers = in->findings[reply->to].evidence.len, answered = 0, untimed = 0;
    vec_each(const Evidence, trigger, &in->findings[reply->to].evidence) {
        Answer answer = find_answer(in, reply, trigger);
        answered += answer.outcome == ANSWERED;
        untimed += answer.outcome == UNTIMED;
        if (!out->why.len) out->why = explain(in, reply, trigger, &answer);
        finding_cite(in, out, trigger);
        if (answer.answer && answer.outcome != TOO_FAR)
            finding_cite(in, out, answer.answer);
    }
    size_t needed = reply->each && triggers ? triggers : 1;
    out->holds = answered >= needed;
    out->known = out->holds || answered + untimed < needed;
    out->value = (double)answered;
    if (out->holds) out->why = (Str){0};
    if (!out->known) out->why = STR("the call has no times to measure the distance by");
}

const DetectorKind KIND_REPLY = {
    .name = "reply",
    .summary = "an answer to something, near it and in time",
    .fields = FIELDS,
    .params_size = sizeof(Reply),
    .defaults = &DEFAULTS,
    .run = run,
};

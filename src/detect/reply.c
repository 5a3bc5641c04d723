#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/moment.h"

typedef struct {
    uint32_t to, with, before;
    DetectorRefs unclear;
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
    {"unclear", FIELD_DETECTORS, FIELD(unclear),
     "detectors of what may be the answer: where it matters, one leaves it open", NULL,
     false},
    {"each", FIELD_BOOL, FIELD(each), "every call for an answer must get one (no)", NULL,
     false},
    {0},
};
static const Reply DEFAULTS = {
    .to = DETECTOR_NONE, .with = DETECTOR_NONE, .before = DETECTOR_NONE};

typedef enum { ANSWERED, TOO_LATE, TOO_FAR, UNTIMED, UNANSWERED, OPEN } Outcome;

typedef struct {
    Outcome outcome;
    const Evidence *answer, *obstacle; // obstacle: what came before the answer
    Str why;                           // of OPEN
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
static Answer find_by(const DetectInput *in, const Reply *reply, uint32_t detector,
                      const Evidence *trigger) {
    Answer answer = {.outcome = UNANSWERED,
                     .obstacle = first_obstacle(in, reply, trigger)};
    vec_each(const Evidence, found, &in->findings[detector].evidence) {
        if (!moment_before(trigger, found)) continue;
        answer.answer = found;
        answer.outcome = judge(in, reply, trigger, &answer);
        break;
    }
    return answer;
}

// Why an answer may have been given where none was found, or {0}.
static Str unclear_why(const DetectInput *in, const Reply *reply,
                       const Evidence *trigger) {
    vec_each(const uint32_t, detector, &reply->unclear) {
        if (!in->findings[*detector].known) return in->findings[*detector].why;
        Answer answer = find_by(in, reply, *detector, trigger);
        if (answer.outcome == ANSWERED || answer.outcome == UNTIMED)
            return evidence_unclear(in, answer.answer);
    }
    return (Str){0};
}

static Answer find_answer(const DetectInput *in, const Reply *reply,
                          const Evidence *trigger) {
    Answer answer = find_by(in, reply, reply->with, trigger);
    if (answer.outcome == ANSWERED || answer.outcome == UNTIMED) return answer;
    answer.why = unclear_why(in, reply, trigger);
    if (answer.why.len) answer.outcome = OPEN;
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
    case OPEN:
    case ANSWERED: break;
    }
    return (Str){0};
}

static void run(const DetectInput *in, const void *params, Finding *out) {
    const Reply *reply = params;
    if (!detector_known(in, reply->to, out) || !detector_known(in, reply->with, out) ||
        !detector_known(in, reply->before, out))
        return;
    size_t triggers = in->findings[reply->to].evidence.len, answered = 0, open = 0;
    Str why_open = {0};
    vec_each(const Evidence, trigger, &in->findings[reply->to].evidence) {
        Answer answer = find_answer(in, reply, trigger);
        answered += answer.outcome == ANSWERED;
        open += answer.outcome == UNTIMED || answer.outcome == OPEN;
        if (!why_open.len) why_open = answer.why;
        if (!out->why.len) out->why = explain(in, reply, trigger, &answer);
        finding_cite(in, out, trigger);
        if (answer.answer && answer.outcome != TOO_FAR && answer.outcome != OPEN)
            finding_cite(in, out, answer.answer);
    }
    size_t needed = reply->each && triggers ? triggers : 1;
    out->holds = answered >= needed;
    out->known = out->holds || answered + open < needed;
    out->value = (double)answered;
    if (out->holds) out->why = (Str){0};
    if (!out->known) out->why = why_open.len ? why_open : moment_untimed();
}

const DetectorKind KIND_REPLY = {
    .name = "reply",
    .summary = "an answer to something, near it and in time",
    .fields = FIELDS,
    .params_size = sizeof(Reply),
    .defaults = &DEFAULTS,
    .run = run,
};

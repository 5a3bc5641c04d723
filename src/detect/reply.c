#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/position.h"
#include "detect/timeline.h"

typedef struct {
    uint32_t to, with, before;
    DetectorRefs unclear;
    Distance within;
    bool each;
} Reply;

#define FIELD(member) offsetof(Reply, member)
static const FieldSpec FIELDS[] = {
    {"to", FIELD_DETECTOR, FIELD(to), .summary = "the detector that calls for an answer",
     .required = true},
    {"with", FIELD_DETECTOR, FIELD(with), .summary = "the detector that is the answer",
     .purpose = PURPOSE_ANSWERS, .required = true},
    {"within", FIELD_DISTANCE, FIELD(within),
     .summary = "how far: {turns: N} of the answering side, or {seconds: N}"},
    {"before", FIELD_DETECTOR, FIELD(before),
     .summary = "what the answer must not come after"},
    {"unclear", FIELD_DETECTORS, FIELD(unclear),
     .summary =
         "detectors of what may be the answer: where it matters, one leaves it open"},
    {"each", FIELD_BOOL, FIELD(each),
     .summary = "every call for an answer must get one (no)"},
    {0},
};
static const Reply DEFAULTS = {
    .to = DETECTOR_NONE, .with = DETECTOR_NONE, .before = DETECTOR_NONE};

typedef enum { ANSWERED, TOO_LATE, TOO_FAR, UNTIMED, UNANSWERED, OPEN } ReplyOutcome;

typedef struct {
    ReplyOutcome outcome;
    const Evidence *answer, *obstacle; // obstacle: what came before the answer
    Str why;                           // of OPEN
} ReplyAnswer;

typedef struct {
    const DetectInput *in;
    const Reply *reply;
    Ruler ruler;
    Timeline answers, obstacles, unclear;
} ReplySearch;

static ReplyOutcome judge(const ReplySearch *search, const Evidence *trigger,
                          const ReplyAnswer *answer) {
    bool late = answer->obstacle && position_before(answer->obstacle, answer->answer);
    switch (position_within(&search->ruler, trigger, answer->answer)) {
    case DISTANCE_UNKNOWN: return late ? TOO_LATE : UNTIMED;
    case DISTANCE_FAR: return TOO_FAR;
    case DISTANCE_WITHIN: break;
    }
    return late ? TOO_LATE : ANSWERED;
}

// The first answer after the trigger decides: a later one is only farther and later.
static ReplyAnswer find_among(const ReplySearch *search, const Timeline *answers,
                              const Evidence *trigger) {
    ReplyAnswer answer = {.outcome = UNANSWERED,
                          .answer = timeline_after(answers, trigger),
                          .obstacle = timeline_after(&search->obstacles, trigger)};
    if (answer.answer) answer.outcome = judge(search, trigger, &answer);
    return answer;
}

// Why an answer may have been given where none was found, or {0}.
static Str unclear_why(const ReplySearch *search, const Evidence *trigger) {
    vec_each(const uint32_t, detector, &search->reply->unclear)
        if (!search->in->findings[*detector].known)
            return search->in->findings[*detector].why;
    if (!search->unclear.len) return (Str){0};
    ReplyAnswer answer = find_among(search, &search->unclear, trigger);
    bool may_be = answer.outcome == ANSWERED || answer.outcome == UNTIMED;
    return may_be ? evidence_unclear(search->in, answer.answer) : (Str){0};
}

static ReplyAnswer find_answer(const ReplySearch *search, const Evidence *trigger) {
    ReplyAnswer answer = find_among(search, &search->answers, trigger);
    if (answer.outcome == ANSWERED || answer.outcome == UNTIMED) return answer;
    answer.why = unclear_why(search, trigger);
    if (answer.why.len) answer.outcome = OPEN;
    return answer;
}

static bool is_told(ReplyOutcome outcome) {
    return outcome == TOO_LATE || outcome == TOO_FAR || outcome == UNANSWERED;
}

// The first trigger that was not answered, and what became of it.
typedef struct {
    const Evidence *trigger;
    ReplyAnswer answer;
} Missed;

static Str reply_explain(const DetectInput *in, const void *params,
                         const Finding *finding) {
    const Reply *reply = params;
    const Missed *missed = finding->told;
    if (finding->holds || !missed) return (Str){0};
    const ReplyAnswer *answer = &missed->answer;
    Str to = detector_words(in, reply->to), with = detector_words(in, reply->with);
    unsigned turn = evidence_number(in, missed->trigger);
    switch (answer->outcome) {
    case TOO_LATE:
        return str_format(in->scratch, "%.*s (turn %u) came after %.*s (turn %u)",
                          STR_ARG(with), evidence_number(in, answer->answer),
                          STR_ARG(detector_words(in, reply->before)),
                          evidence_number(in, answer->obstacle));
    case TOO_FAR:
        return str_format(in->scratch, "%.*s came only in turn %u, too far from turn %u",
                          STR_ARG(with), evidence_number(in, answer->answer), turn);
    case UNANSWERED:
        return str_format(in->scratch, "no %.*s after %.*s (turn %u)", STR_ARG(with),
                          STR_ARG(to), turn);
    case UNTIMED:
    case OPEN:
    case ANSWERED: break;
    }
    return (Str){0};
}

static void note_missed(const DetectInput *in, const Evidence *trigger,
                        const ReplyAnswer *answer, Finding *out) {
    if (out->told || !is_told(answer->outcome)) return;
    Missed *missed = arena_new(in->scratch, Missed);
    *missed = (Missed){trigger, *answer};
    out->told = missed;
}

// Where nothing calls for an answer there is none.
static uint32_t reply_leads(const void *params) {
    (void)params;
    return 1;
}

static Rest reply_rests(const void *params) {
    return (Rest){.refs = reply_leads(params)};
}

static void reply_run(const DetectInput *in, const void *params, Finding *out) {
    const Reply *reply = params;
    if (!detector_known(in, reply->to, out)) return;
    out->known = !in->findings[reply->to].evidence.len;
    if (out->known || !detector_known(in, reply->with, out) ||
        !detector_known(in, reply->before, out))
        return;
    const ReplySearch search = {
        .in = in,
        .reply = reply,
        .ruler = ruler_make(in, reply->within, in->detectors->items[reply->with].role),
        .answers = timeline_make(in, reply->with),
        .obstacles = timeline_make(in, reply->before),
        .unclear = timeline_of_all(in, &reply->unclear),
    };
    size_t triggers = in->findings[reply->to].evidence.len, answered = 0, open = 0;
    Str why_open = {0};
    vec_each(const Evidence, trigger, &in->findings[reply->to].evidence) {
        ReplyAnswer answer = find_answer(&search, trigger);
        answered += answer.outcome == ANSWERED;
        open += answer.outcome == UNTIMED || answer.outcome == OPEN;
        if (!why_open.len) why_open = answer.why;
        note_missed(in, trigger, &answer, out);
        finding_cite(in, out, trigger);
        if (answer.answer && answer.outcome != TOO_FAR && answer.outcome != OPEN)
            finding_cite(in, out, answer.answer);
    }
    size_t needed = reply->each ? triggers : 1;
    out->holds = answered >= needed;
    out->known = out->holds || answered + open < needed;
    out->value = (double)answered;
    if (!out->known) out->why = why_open.len ? why_open : position_untimed();
}

const DetectorKind KIND_REPLY = {
    .name = "reply",
    .summary = "an answer to something, near it and in time",
    .fields = FIELDS,
    .params_size = sizeof(Reply),
    .defaults = &DEFAULTS,
    .leads = reply_leads,
    .rests = reply_rests,
    .run = reply_run,
    .explain = reply_explain,
};

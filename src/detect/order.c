#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/moment.h"

typedef struct {
    DetectorRefs steps, unclear;
    Distance within;
} Order;

#define FIELD(member) offsetof(Order, member)
static const FieldSpec FIELDS[] = {
    {"steps", FIELD_DETECTORS, FIELD(steps), "detectors, in the order asked for", NULL,
     true},
    {"within", FIELD_DISTANCE, FIELD(within),
     "how far one step may be from the next: {turns: N} or {seconds: N}", NULL, false},
    {"unclear", FIELD_DETECTORS, FIELD(unclear),
     "detectors of what may be a step: where one step is missed, one leaves it open",
     NULL, false},
    {0},
};
static const Order DEFAULTS = {0};

enum { STEPS_MOST = 16, NONE = STEPS_MOST };

// A place where a step was found, and where the step before it was; NULL for the first.
typedef struct Step Step;
struct Step {
    const Evidence *found;
    const Step *previous;
};
typedef VEC(Step) Steps;

typedef struct {
    size_t len; // steps found
    const Evidence *steps[STEPS_MOST];
} Chain;

// `lenient` takes a distance that cannot be measured for near.
static bool can_follow(const DetectInput *in, const Order *order, const Evidence *earlier,
                       const Evidence *later, bool lenient) {
    if (!moment_before(earlier, later)) return false;
    Nearness near = moment_within(in->call, earlier, later, order->within, ROLE_UNKNOWN);
    return near == DISTANCE_WITHIN || (near == DISTANCE_UNKNOWN && lenient);
}

// Adds every place of a step, as `detector` found it, that can be reached from one of the
// step before (`from`; NULL for the first step).
static void extend(const DetectInput *in, const Order *order, uint32_t detector,
                   const Steps *from, bool lenient, Steps *steps) {
    vec_each(const Evidence, found, &in->findings[detector].evidence) {
        size_t i = 0;
        while (from && i < from->len &&
               !can_follow(in, order, from->items[i].found, found, lenient))
            i++;
        if (!from || i < from->len)
            *vec_push(in->scratch, steps) = (Step){found, from ? &from->items[i] : NULL};
    }
}

// What is unclear may be the step of the number `guessed`, of NONE no step.
static Chain longest_chain(const DetectInput *in, const Order *order, bool lenient,
                           size_t guessed) {
    Chain chain = {0};
    Steps reached = {0};
    for (size_t number = 0; number < order->steps.len; number++) {
        const Steps *from = number ? &reached : NULL;
        Steps next = {0};
        if (number == guessed)
            vec_each(const uint32_t, detector, &order->unclear)
                extend(in, order, *detector, from, lenient, &next);
        else
            extend(in, order, order->steps.items[number], from, lenient, &next);
        if (!next.len) break;
        reached = next;
        chain.len++;
    }
    const Step *step = reached.items;
    for (size_t i = chain.len; i-- > 0; step = step->previous)
        chain.steps[i] = step->found;
    return chain;
}

static void explain(const DetectInput *in, const Order *order, const Chain *chain,
                    Finding *out) {
    Str missed = detector_name(in, order->steps.items[chain->len]);
    if (!chain->len) {
        out->why = str_format(in->scratch, "%.*s was not found", STR_ARG(missed));
        return;
    }
    const Evidence *last = chain->steps[chain->len - 1];
    out->why = str_format(in->scratch, "%.*s was not found after %.*s (turn %u)",
                          STR_ARG(missed), STR_ARG(detector_name(in, last->detector)),
                          last->turn + 1);
}

// Why the step that was missed may have been there after all, or {0}.
static Str unclear_why(const DetectInput *in, const Order *order, size_t missed) {
    vec_each(const uint32_t, detector, &order->unclear)
        if (!in->findings[*detector].known) return in->findings[*detector].why;
    Chain chain = longest_chain(in, order, true, missed);
    bool complete = chain.len == order->steps.len;
    return complete ? evidence_unclear(in, chain.steps[missed]) : (Str){0};
}

static void run(const DetectInput *in, const void *params, Finding *out) {
    const Order *order = params;
    vec_each(const uint32_t, step, &order->steps) {
        if (in->findings[*step].known) continue;
        out->why = in->findings[*step].why;
        return;
    }
    size_t all = order->steps.len;
    Chain sure = longest_chain(in, order, false, NONE),
          possible = longest_chain(in, order, true, NONE);
    const Chain *chain = sure.len == all ? &sure : &possible;
    out->holds = sure.len == all;
    if (possible.len < all) out->why = unclear_why(in, order, possible.len);
    out->known = out->holds || (possible.len < all && !out->why.len);
    out->value = (double)sure.len;
    for (size_t i = 0; i < chain->len; i++) finding_cite(in, out, chain->steps[i]);
    if (!out->known && !out->why.len)
        out->why = moment_untimed();
    else if (out->known && !out->holds)
        explain(in, order, chain, out);
}

static const char *check(const void *params) {
    const Order *order = params;
    if (order->steps.len < 2) return "'steps' needs two detectors or more";
    return order->steps.len > STEPS_MOST ? "'steps' has more than 16 detectors" : NULL;
}

const DetectorKind KIND_ORDER = {
    .name = "order",
    .summary = "one thing, then another, then another",
    .fields = FIELDS,
    .params_size = sizeof(Order),
    .defaults = &DEFAULTS,
    .check = check,
    .run = run,
};

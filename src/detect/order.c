#include "detect/kind.h"
#include "detect/moment.h"

typedef struct {
    DetectorRefs steps;
    Distance within;
} Order;

#define FIELD(member) offsetof(Order, member)
static const FieldSpec FIELDS[] = {
    {"steps", FIELD_DETECTORS, FIELD(steps), "detectors, in the order asked for", NULL,
     true},
    {"within", FIELD_DISTANCE, FIELD(within),
     "how far one step may be from the next: {turns: N} or {seconds: N}", NULL, false},
    {0},
};
static const Order DEFAULTS = {0};

enum { STEPS_MOST = 16 };

// A place where a step was found, and where the step before it was; NULL for the first.
typedef struct Step Step;
struct Step {
    const Evidence *found;
    const Step *previous;
};
typedef struct {
    Step *items;
    size_t len;
} Steps;

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

// Every place of a step that can be reached from one of the step before (`from`, without
// items for the first step).
static Steps extend(const DetectInput *in, const Order *order, uint32_t number,
                    const Steps *from, bool lenient) {
    const Finding *finding = &in->findings[order->steps.items[number]];
    Steps steps = {arena_array(in->scratch, Step, finding->evidence.len), 0};
    vec_each(const Evidence, found, &finding->evidence) {
        size_t i = 0;
        while (i < from->len &&
               !can_follow(in, order, from->items[i].found, found, lenient))
            i++;
        if (i < from->len)
            steps.items[steps.len++] = (Step){found, &from->items[i]};
        else if (number == 0)
            steps.items[steps.len++] = (Step){found, NULL};
    }
    return steps;
}

static Chain longest_chain(const DetectInput *in, const Order *order, bool lenient) {
    Chain chain = {0};
    Steps reached = {0};
    for (uint32_t number = 0; number < order->steps.len; number++) {
        Steps next = extend(in, order, number, &reached, lenient);
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

static void run(const DetectInput *in, const void *params, Finding *out) {
    const Order *order = params;
    vec_each(const uint32_t, step, &order->steps) {
        if (in->findings[*step].known) continue;
        out->why = in->findings[*step].why;
        return;
    }
    size_t all = order->steps.len;
    Chain sure = longest_chain(in, order, false),
          possible = longest_chain(in, order, true);
    const Chain *chain = sure.len == all ? &sure : &possible;
    out->holds = sure.len == all;
    out->known = out->holds || possible.len < all;
    out->value = (double)sure.len;
    for (size_t i = 0; i < chain->len; i++) finding_cite(in, out, chain->steps[i]);
    if (!out->known)
        out->why = STR("the call has no times to measure the distance by");
    else if (!out->holds)
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

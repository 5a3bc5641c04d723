#include "detect/kinds.h"
#include "detect/moment.h"

typedef struct {
    DetectorRefs steps;
    Distance within;
} Order;

#define FIELD(member) offsetof(Order, member)
static const FieldSpec FIELDS[] = {
    {"steps", FIELD_DETECTORS, FIELD(steps), "detectors, in the order asked for", NULL, true},
    {"within", FIELD_DISTANCE, FIELD(within),
     "how far one step may be from the next: {turns: N} or {seconds: N}", NULL, false},
    {0},
};
static const Order DEFAULTS = {0};

typedef struct {
    size_t len;       // steps found
    bool untimed;     // it ended where a distance could not be measured
    const Evidence *steps[16];
} Chain;
enum { STEPS_MOST = sizeof((Chain *)0)->steps / sizeof(Evidence *) };

static const Evidence *next_step(const DetectInput *in, const Order *order, Chain *chain) {
    uint32_t detector = order->steps.items[chain->len];
    const Evidence *last = chain->steps[chain->len - 1];
    vec_each(const Evidence, found, &in->findings[detector].evidence) {
        if (!moment_before(last, found)) continue;
        Nearness near = moment_within(in->call, last, found, order->within, ROLE_UNKNOWN);
        if (near == DISTANCE_WITHIN) return found;
        chain->untimed = near == DISTANCE_UNKNOWN;
        return NULL;
    }
    return NULL;
}

static Chain follow(const DetectInput *in, const Order *order, const Evidence *first) {
    Chain chain = {.len = 1, .steps = {first}};
    while (chain.len < order->steps.len) {
        const Evidence *step = next_step(in, order, &chain);
        if (!step) break;
        chain.steps[chain.len++] = step;
    }
    return chain;
}

static Chain longest_chain(const DetectInput *in, const Order *order) {
    Chain best = {0};
    vec_each(const Evidence, first, &in->findings[order->steps.items[0]].evidence) {
        Chain chain = follow(in, order, first);
        if (chain.len > best.len) best = chain;
    }
    return best;
}

static void explain(const DetectInput *in, const Order *order, const Chain *chain, Finding *out) {
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
    Chain chain = longest_chain(in, order);
    out->holds = chain.len == order->steps.len;
    out->known = out->holds || !chain.untimed;
    out->value = (double)chain.len;
    for (size_t i = 0; i < chain.len; i++) finding_cite(in, out, chain.steps[i]);
    if (!out->holds) explain(in, order, &chain, out);
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

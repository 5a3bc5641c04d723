#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/position.h"
#include "detect/timeline.h"

typedef struct {
    DetectorRefs steps, unclear;
    Distance within;
} Order;

#define FIELD(member) offsetof(Order, member)
static const FieldSpec FIELDS[] = {
    {"steps", FIELD_DETECTORS, FIELD(steps),
     .summary = "detectors, in the order asked for", .required = true},
    {"within", FIELD_DISTANCE, FIELD(within),
     .summary = "how far one step may be from the next: {turns: N} or {seconds: N}"},
    {"unclear", FIELD_DETECTORS, FIELD(unclear),
     .summary =
         "detectors of what may be a step: where one step is missed, one leaves it open"},
    {0},
};

enum { STEPS_MOST = 16, NONE = STEPS_MOST };

// A place where a step was found, and where the step before it was; NULL for the first.
typedef struct Step Step;
struct Step {
    const Evidence *found;
    const Step *previous;
    int64_t reach; // how far the next step may be from this one or one before it
};
typedef struct {
    Step *items;
    size_t len;
} Steps;

typedef struct {
    size_t len; // steps found
    const Evidence *steps[STEPS_MOST];
} Chain;

typedef struct {
    const DetectInput *in;
    const Order *order;
    Ruler ruler;
    bool lenient;   // takes a distance that cannot be measured for near
    size_t guessed; // the number of the step that what is unclear may be, or NONE
} OrderSearch;

static int64_t reach_of(const OrderSearch *search, const Evidence *found) {
    int64_t reach = ruler_reach(&search->ruler, found);
    return reach == NO_TIME && search->lenient ? INT64_MAX : reach;
}

static int64_t place_of(const OrderSearch *search, const Evidence *found) {
    int64_t place = ruler_place(&search->ruler, found);
    if (place != NO_TIME) return place;
    return search->lenient ? NO_TIME + 1 : INT64_MAX;
}

// The first of the steps whose reach, or that of one before it, is so far.
static size_t first_to_reach(const Steps *steps, int64_t place) {
    size_t from = 0, to = steps->len; // the step sought is not before `from`
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (steps->items[middle].reach < place)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static void add_step(const OrderSearch *search, Steps *steps, const Evidence *found,
                     const Step *previous) {
    int64_t reach = reach_of(search, found);
    if (steps->len && steps->items[steps->len - 1].reach > reach)
        reach = steps->items[steps->len - 1].reach;
    steps->items[steps->len++] = (Step){found, previous, reach};
}

static Timeline finds_of(const OrderSearch *search, size_t number) {
    const Order *order = search->order;
    return number == search->guessed
               ? timeline_of_all(search->in, &order->unclear)
               : timeline_make(search->in, order->steps.items[number]);
}

// Every place of a step that can be reached from one of the step before (`from`; NULL for
// the first step), and the first that it can be reached from.
static Steps extend(const OrderSearch *search, size_t number, const Steps *from) {
    Timeline found = finds_of(search, number);
    Steps steps = {arena_array(search->in->scratch, Step, found.len), 0};
    for (size_t i = 0; i < found.len; i++) {
        const Evidence *here = &found.items[i];
        size_t at = from ? first_to_reach(from, place_of(search, here)) : 0;
        if (!from)
            add_step(search, &steps, here, NULL);
        else if (at < from->len && position_before(from->items[at].found, here))
            add_step(search, &steps, here, &from->items[at]);
    }
    return steps;
}

static Chain longest_chain(const OrderSearch *search) {
    Chain chain = {0};
    Steps reached = {0};
    for (size_t number = 0; number < search->order->steps.len; number++) {
        Steps next = extend(search, number, number ? &reached : NULL);
        if (!next.len) break;
        reached = next;
        chain.len++;
    }
    const Step *step = reached.items;
    for (size_t i = chain.len; i-- > 0; step = step->previous)
        chain.steps[i] = step->found;
    return chain;
}

// Its evidence is the steps that were found.
static Str order_explain(const DetectInput *in, const void *params,
                         const Finding *finding) {
    const Order *order = params;
    size_t found = finding->evidence.len;
    if (finding->holds) return (Str){0};
    Str missed = detector_words(in, order->steps.items[found]);
    if (!found) return str_format(in->scratch, "no %.*s", STR_ARG(missed));
    const Evidence *last = &finding->evidence.items[found - 1];
    return str_format(in->scratch, "no %.*s after %.*s (turn %u)", STR_ARG(missed),
                      STR_ARG(detector_words(in, last->detector)),
                      evidence_number(in, last));
}

// Why the step that was missed may have been there after all, or {0}.
static Str unclear_why(const OrderSearch *search, size_t missed) {
    const DetectInput *in = search->in;
    if (!search->order->unclear.len) return (Str){0};
    vec_each(const uint32_t, detector, &search->order->unclear)
        if (!in->findings[*detector].known) return in->findings[*detector].why;
    OrderSearch guess = *search;
    guess.lenient = true;
    guess.guessed = missed;
    Chain chain = longest_chain(&guess);
    bool complete = chain.len == search->order->steps.len;
    return complete ? evidence_unclear(in, chain.steps[missed]) : (Str){0};
}

// Behind a step that was not found there is none, unless what is unclear may be it.
static uint32_t order_leads(const void *params) {
    const Order *order = params;
    return order->unclear.len ? 0 : (uint32_t)order->steps.len;
}

static Rest order_rests(const void *params) {
    return (Rest){.refs = order_leads(params) > 0};
}

// As nearly always: its first step was not found.
static bool is_not_begun(const DetectInput *in, const Order *order) {
    const Finding *first = &in->findings[order->steps.items[0]];
    return order_leads(order) && first->known && !first->evidence.len;
}

// Why one of the steps is not known, or {0}.
static Str steps_obstacle(const DetectInput *in, const Order *order) {
    uint32_t leads = order_leads(order);
    vec_each(const uint32_t, step, &order->steps) {
        const Finding *found = &in->findings[*step];
        if (!found->known) return found->why;
        if (leads && !found->evidence.len) break;
    }
    return (Str){0};
}

static void order_run(const DetectInput *in, const void *params, Finding *out) {
    const Order *order = params;
    out->known = is_not_begun(in, order);
    if (out->known) return;
    out->why = steps_obstacle(in, order);
    if (out->why.len) return;
    size_t all = order->steps.len;
    OrderSearch search = {.in = in, .order = order, .guessed = NONE};
    search.ruler = ruler_make(in, order->within, ROLE_UNKNOWN);
    Chain sure = longest_chain(&search), possible = sure;
    search.lenient = true;
    if (sure.len < all && order->within.unit == UNIT_MS)
        possible = longest_chain(&search);
    const Chain *chain = sure.len == all ? &sure : &possible;
    out->holds = sure.len == all;
    if (possible.len < all) out->why = unclear_why(&search, possible.len);
    out->known = out->holds || (possible.len < all && !out->why.len);
    out->value = (double)sure.len;
    for (size_t i = 0; i < chain->len; i++) finding_cite(in, out, chain->steps[i]);
    if (!out->known && !out->why.len) out->why = position_untimed();
}

static const char *order_check(const void *params) {
    const Order *order = params;
    if (order->steps.len < 2) return "'steps' needs two detectors or more";
    return order->steps.len > STEPS_MOST ? "'steps' has more than 16 detectors" : NULL;
}

const DetectorKind KIND_ORDER = {
    .name = "order",
    .summary = "one thing, then another, then another",
    .fields = FIELDS,
    .params_size = sizeof(Order),
    .check = order_check,
    .leads = order_leads,
    .rests = order_rests,
    .run = order_run,
    .explain = order_explain,
};

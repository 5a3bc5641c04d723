#include "cli/accuracy_view.h"

#include "cli/sample_key.h"

#include <stdlib.h>

// ---- Figures

static void add_detectors(Arena *arena, const AccuracyPlan *plan,
                          const Accuracy *measured, const bool *shown, Figures *figures) {
    for (size_t d = 0; d < plan->rubric->detectors.len; d++) {
        Figure figure = {.name = plan->rubric->detectors.items[d].name,
                         .seen = &measured->detectors[d]};
        if (!shown[d]) continue;
        vec_each(const uint32_t, rule, &plan->rules[d])
            *vec_push(arena, &figure.against) = plan->map->rules.items[*rule].label;
        *vec_push(arena, figures) = figure;
    }
}

static void add_labels(Arena *arena, const AccuracyPlan *plan, const Accuracy *measured,
                       const bool *shown, Figures *figures) {
    for (size_t r = 0; r < plan->map->rules.len; r++) {
        const LabelRule *rule = &plan->map->rules.items[r];
        Figure figure = {.name = rule->label, .seen = &measured->labels[r]};
        if (!shown[r]) continue;
        vec_each(const uint32_t, detector, &rule->detectors)
            *vec_push(arena, &figure.against) =
                plan->rubric->detectors.items[*detector].name;
        *vec_push(arena, figures) = figure;
    }
}

static Macro macro_of(const Figures *figures) {
    Macro macro = {0};
    vec_each(const Figure, figure, figures) {
        Proportion f1 = confusion_f1(figure->seen);
        macro.of += f1.known;
        macro.f1 += f1.value;
    }
    if (macro.of) macro.f1 /= macro.of;
    return macro;
}

// ---- Errors

typedef struct {
    uint64_t key;  // sample_key
    size_t number; // among the errors
} Ticket;
typedef VEC(Ticket) Tickets;

static int compare_keys(const void *a, const void *b) {
    const Ticket *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

static int compare_numbers(const void *a, const void *b) {
    const Ticket *x = a, *y = b;
    return x->number < y->number ? -1 : x->number > y->number;
}

static Tickets tickets_of(Arena *arena, const Accuracy *measured, uint32_t detector,
                          ErrorType type) {
    Tickets tickets = {0};
    for (size_t i = 0; i < measured->errors.len; i++) {
        const AccuracyError *error = &measured->errors.items[i];
        if (error->detector != detector || error->type != type) continue;
        uint64_t key = sample_key(error->call, error->text, error->turn, 0);
        *vec_push(arena, &tickets) = (Ticket){key, i};
    }
    return tickets;
}

// Those with the lowest keys, in the order of the input.
static void draw(Tickets *tickets, uint32_t sample) {
    if (!sample || tickets->len <= sample) return;
    qsort(tickets->items, tickets->len, sizeof *tickets->items, compare_keys);
    tickets->len = sample;
    qsort(tickets->items, tickets->len, sizeof *tickets->items, compare_numbers);
}

static void add_errors(Arena *arena, const Accuracy *measured, uint32_t detector,
                       uint32_t sample, AccuracyView *view) {
    for (ErrorType type = 0; type < ERROR_TYPES; type++) {
        Tickets tickets = tickets_of(arena, measured, detector, type);
        draw(&tickets, sample);
        vec_each(const Ticket, ticket, &tickets)
            *vec_push(arena, &view->errors) = &measured->errors.items[ticket->number];
    }
}

AccuracyView accuracy_view(Arena *arena, const AccuracyPlan *plan,
                           const Accuracy *measured, const bool *detectors,
                           const bool *labels, uint32_t sample) {
    AccuracyView view = {.rubric = plan->rubric, .with_errors = plan->keep_errors};
    add_detectors(arena, plan, measured, detectors, &view.detectors);
    add_labels(arena, plan, measured, labels, &view.labels);
    view.detector_macro = macro_of(&view.detectors);
    view.label_macro = macro_of(&view.labels);
    for (uint32_t d = 0; d < plan->rubric->detectors.len; d++)
        if (detectors[d]) add_errors(arena, measured, d, sample, &view);
    return view;
}

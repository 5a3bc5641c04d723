#include "rubric/expression.h"

static inline size_t least_of(const Expression *expression) {
    if (expression->op == OP_ANY) return 1;
    return expression->op == OP_ALL ? expression->count : expression->least;
}

// All, any and at_least ask the same: do so many of them hold?
static inline Truth count_truth(const Expression *expression, Findings *findings) {
    size_t count = expression->count, least = least_of(expression);
    size_t spare = count - least; // so many need not hold
    if (least > count) return TRUTH_NO;
    if (!least) return TRUTH_YES;
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count) findings_expect(findings, expression->of[i + 1].detector);
        Truth truth = expression_truth(&expression->of[i], findings);
        if (truth == TRUTH_YES && --least == 0) return TRUTH_YES;
        if (truth == TRUTH_NO && spare-- == 0) return TRUTH_NO;
    }
    return TRUTH_UNKNOWN;
}

// Unknown where one of the steps is: what comes of that, they do not tell.
static Truth take_steps(const ExpressionStep *steps, Findings *findings) {
    for (const ExpressionStep *step = steps;;) {
        findings_expect(findings, step[1].detector);
        Truth truth = finding_truth(findings_ask(findings, step->detector));
        if (truth == TRUTH_UNKNOWN) return truth;
        uint32_t next = step->next[truth];
        if (next >= STEPS_END) return next - STEPS_END;
        step = steps + next;
    }
}

Truth expression_joined(const Expression *expression, Findings *findings) {
    static const Truth NOT[] = {TRUTH_YES, TRUTH_NO, TRUTH_UNKNOWN};
    if (expression->steps) {
        Truth truth = take_steps(expression->steps, findings);
        if (truth != TRUTH_UNKNOWN) return truth;
    }
    if (expression->op != OP_NOT) return count_truth(expression, findings);
    return NOT[expression_truth(expression->of, findings)];
}

// ---- Steps

typedef VEC(ExpressionStep) Steps;

// How many steps it takes, one for each detector; more than can be numbered where
// something is counted.
static size_t count_steps(const Expression *expression) {
    if (expression->op == OP_DETECTOR) return 1;
    size_t count = expression->op == OP_AT_LEAST ? STEPS_END : 0;
    for (size_t i = 0; i < expression->count; i++)
        count += count_steps(&expression->of[i]);
    return count;
}

// `no` and `yes` come next.
static void lay_steps(Arena *arena, const Expression *expression, size_t no, size_t yes,
                      Steps *out) {
    if (expression->op == OP_DETECTOR)
        *vec_push(arena, out) =
            (ExpressionStep){expression->detector, {(uint16_t)no, (uint16_t)yes}};
    if (expression->op == OP_NOT) lay_steps(arena, expression->of, yes, no, out);
    if (expression->op != OP_ALL && expression->op != OP_ANY) return;
    bool any = expression->op == OP_ANY;
    for (size_t i = 0; i < expression->count; i++) {
        const Expression *one = &expression->of[i];
        size_t on = out->len + count_steps(one);
        if (i + 1 == expression->count) on = any ? no : yes;
        lay_steps(arena, one, any ? on : no, any ? yes : on, out);
    }
}

void expression_lay_steps(Arena *arena, Expression *expression) {
    Steps steps = {0};
    size_t count = count_steps(expression);
    if (count < 2 || count >= STEPS_END) return;
    lay_steps(arena, expression, STEPS_END, STEPS_END + 1, &steps);
    *vec_push(arena, &steps) = (ExpressionStep){0}; // is fetched, and not asked
    expression->steps = steps.items;
}

// ----

void expression_each_detector(const Expression *expression, DetectorVisit *visit,
                              void *context) {
    if (!expression) return;
    if (expression->op == OP_DETECTOR) visit(context, expression->detector);
    for (size_t i = 0; i < expression->count; i++)
        expression_each_detector(&expression->of[i], visit, context);
}

void criterion_each_detector(const Criterion *criterion, DetectorVisit *visit,
                             void *context) {
    expression_each_detector(criterion->when, visit, context);
    expression_each_detector(criterion->not_met, visit, context);
    expression_each_detector(criterion->met, visit, context);
    expression_each_detector(criterion->partly, visit, context);
    vec_each(const Unclear, unclear, &criterion->unclear)
        expression_each_detector(unclear->when, visit, context);
}

#include "rubric/shares.h"

#include "rubric/expression.h"

#include <math.h>

typedef struct {
    const Detectors *detectors;
    bool found;
} ManualSearch;

static void visit(void *context, uint32_t detector) {
    ManualSearch *search = context;
    search->found |= search->detectors->items[detector].kind == &KIND_MANUAL;
}

bool criterion_is_manual(const Rubric *rubric, const Criterion *criterion) {
    ManualSearch search = {.detectors = &rubric->detectors};
    criterion_each_detector(criterion, visit, &search);
    return search.found;
}

// Of the criteria that the machine can decide.
static int64_t criteria_weight(const Rubric *rubric, const Principle *principle) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < principle->count; i++) {
        const Criterion *criterion = &rubric->criteria.items[principle->first + i];
        bool decided = criterion->observable && !criterion_is_manual(rubric, criterion);
        sum += decided ? criterion->weight : 0;
    }
    return sum;
}

static int32_t nominal_share(double share) { return (int32_t)llround(share * SHARE_ALL); }

void rubric_share(Rubric *rubric) {
    double all = 0;
    vec_each(const Principle, principle, &rubric->principles)
        if (criteria_weight(rubric, principle)) all += principle->weight;
    vec_each(Principle, principle, &rubric->principles) {
        double weight = (double)criteria_weight(rubric, principle);
        double part = weight > 0 && all > 0 ? principle->weight / all : 0;
        principle->nominal = nominal_share(part);
        for (uint32_t i = 0; weight > 0 && i < principle->count; i++) {
            Criterion *criterion = &rubric->criteria.items[principle->first + i];
            double own = fmin(criterion->weight / weight, 1);
            criterion->nominal = criterion->observable ? nominal_share(part * own) : 0;
        }
    }
}

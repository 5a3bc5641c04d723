#include "rubric/rubric.h"

#include "rubric/expression.h"

#include <math.h>

void rubric_free(Rubric *rubric) {
    patterns_free(rubric->patterns);
    rubric->patterns = NULL;
}

// ---- Nominal shares

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

int64_t principles_weight(const Rubric *rubric) {
    int64_t sum = 0;
    vec_each(const Principle, principle, &rubric->principles)
        if (principle->observable) sum += principle->weight;
    return sum;
}

uint32_t score_law_fewest(const ScoreLaw *law) {
    bool shared = law->na == NA_AS_DECIDED || law->max_share < 1000;
    uint32_t to_share = shared ? (uint32_t)((999 + law->max_share) / law->max_share) : 0;
    return law->min_criteria > to_share ? law->min_criteria : to_share;
}

Str band_of(const ScoreLaw *law, int32_t score) {
    vec_each(const Band, band, &law->bands)
        if (score >= band->least) return band->name;
    return (Str){0};
}

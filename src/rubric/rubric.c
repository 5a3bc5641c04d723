#include "rubric/rubric.h"

#include "detect/promise.h"

void rubric_note_detectors(Arena *arena, Rubric *rubric) {
    const Detector *detectors = rubric->detectors.items;
    PromiseOutcome outcome;
    rubric->promises = (DetectorRefs){0};
    rubric->upset = DETECTOR_NONE;
    vec_each(const uint32_t, number, &rubric->order)
        if (promise_outcome(&detectors[*number], &outcome))
            *vec_push(arena, &rubric->promises) = *number;
    for (uint32_t i = 0; i < rubric->detectors.len; i++)
        if (str_eq(detectors[i].name, STR("upset"))) rubric->upset = i;
}

void rubric_free(Rubric *rubric) {
    patterns_free(rubric->patterns);
    rubric->patterns = NULL;
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

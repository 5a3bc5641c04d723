#include "detect/kind.h"

#include "detect/detect.h"
#include "detect/kinds.h"

#include <string.h>

const DetectorKind *const DETECTOR_KINDS[] = {
    &KIND_PHRASE,   &KIND_REPLY,  &KIND_ORDER,   &KIND_RESPONSE, &KIND_LENGTH,
    &KIND_FIELD,    &KIND_MANUAL, &KIND_NEAR,    &KIND_ECHO,     &KIND_QUESTION,
    &KIND_ANSWERED, &KIND_FACT,   &KIND_PROMISE, &KIND_SILENCE,  &KIND_OVERLAP,
    &KIND_TALK,     &KIND_METRIC, NULL,
};

const DetectorKind *detector_kind(Str name) {
    for (const DetectorKind *const *kind = DETECTOR_KINDS; *kind; kind++)
        if (str_eq(name, str_from((*kind)->name))) return *kind;
    return NULL;
}

void finding_add(const DetectInput *in, Finding *out, uint32_t turn, uint32_t start,
                 uint32_t end) {
    *vec_push(in->scratch, &out->evidence) = (Evidence){in->self, turn, start, end};
}

void finding_cite(const DetectInput *in, Finding *out, const Evidence *evidence) {
    *vec_push(in->scratch, &out->evidence) = *evidence;
}

Str detector_name(const DetectInput *in, uint32_t detector) {
    return in->detectors->items[detector].name;
}

bool window_refers(const Window *window) {
    return window->edge == WINDOW_BEFORE || window->edge == WINDOW_AFTER ||
           window->edge == WINDOW_ANSWERING;
}

bool quantity_within(double value, Quantity at_least, Quantity at_most) {
    return !(at_least.given && value < at_least.value) &&
           !(at_most.given && value > at_most.value);
}

bool quantity_timed(Quantity at_least, Quantity at_most) {
    return (!at_least.given || at_least.duration) && (!at_most.given || at_most.duration);
}

bool detector_timed(const Detector *detector) {
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        Quantity limit;
        bool limits =
            strcmp(spec->name, "at_least") == 0 || strcmp(spec->name, "at_most") == 0;
        if (!limits || spec->type != FIELD_QUANTITY) continue;
        memcpy(&limit, (const char *)detector->params + spec->offset, sizeof limit);
        if (limit.given && limit.duration) return true;
    }
    return false;
}

void detectors_run(const Detectors *detectors, const uint32_t *order, size_t count,
                   DetectInput *in, Finding *findings) {
    in->detectors = detectors;
    in->findings = findings;
    for (size_t i = 0; i < count; i++) {
        const Detector *detector = &detectors->items[order[i]];
        in->self = order[i];
        findings[in->self] = (Finding){0};
        detector->kind->run(in, detector->params, &findings[in->self]);
    }
}

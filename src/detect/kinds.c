#include "detect/kinds.h"

const DetectorKind *const DETECTOR_KINDS[] = {
    &KIND_PHRASE,   &KIND_REPLY,  &KIND_ORDER,   &KIND_RESPONSE, &KIND_LENGTH,
    &KIND_FIELD,    &KIND_MANUAL, &KIND_NEAR,    &KIND_ECHO,     &KIND_QUESTION,
    &KIND_ANSWERED, &KIND_FACT,   &KIND_PROMISE, &KIND_SILENCE,  &KIND_OVERLAP,
    &KIND_TALK,     &KIND_METRIC, &KIND_WEIGH,   &KIND_UNREAD,   NULL,
};

const DetectorKind *detector_kind(Str name) {
    for (const DetectorKind *const *kind = DETECTOR_KINDS; *kind; kind++)
        if (str_eq(name, str_from((*kind)->name))) return *kind;
    return NULL;
}

// Every kind of detector, each defined in the file of its name.
#ifndef DETECT_KINDS_H
#define DETECT_KINDS_H

#include "detect/kind.h"

extern const DetectorKind KIND_PHRASE, KIND_REPLY, KIND_ORDER, KIND_RESPONSE, KIND_LENGTH,
    KIND_FIELD, KIND_MANUAL;
extern const DetectorKind KIND_NEAR, KIND_ECHO, KIND_QUESTION, KIND_ANSWERED;
extern const DetectorKind KIND_FACT, KIND_PROMISE;
extern const DetectorKind KIND_SILENCE, KIND_OVERLAP, KIND_TALK, KIND_METRIC;

#endif

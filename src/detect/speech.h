// Who spoke when.
#ifndef DETECT_SPEECH_H
#define DETECT_SPEECH_H

#include "detect/kind.h"

typedef struct {
    uint32_t turn;
    Role role;
    int64_t start_ms, end_ms; // both known
} Speech;
typedef VEC(Speech) Speeches;

// Every turn but the system's, in the order they began: a file may list one side after
// the other. False, with out->why set, when there is none or a time is missing.
bool speeches_read(const DetectInput *in, Speeches *speeches, Finding *out);
int64_t speech_length(const Speech *speech); // milliseconds
// The whole turn as evidence.
void speech_cite(const DetectInput *in, Finding *out, const Speech *speech);

#endif

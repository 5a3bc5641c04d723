// Labels: what stands before the colon at the beginning of a transcript's lines. Some are
// speakers; "Total: 5" is something said.
#ifndef TEXT_SPEAKER_LABELS_H
#define TEXT_SPEAKER_LABELS_H

#include "base/map.h"
#include "text/speaker.h"

typedef struct {
    Map numbers; // label -> its number in `counts`
    VEC(uint32_t) counts;
} Labels;

// Counts a label at the beginning of a line, and what it says; empty: nothing to count.
void labels_count(Arena *arena, Labels *labels, Str label, Str said);
// Whether the label looks like a name: a few words, and none that comes before a
// complaint.
bool label_may_be_name(Str label);
// Whether the label is a speaker of the call: by its meaning, or because it comes back.
bool labels_has_speaker(const Labels *labels, const ReadOptions *options,
                        const Call *call, Str label);

#endif

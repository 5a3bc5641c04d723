// Labels: what stands before the colon at the beginning of a transcript's lines. Some are
// speakers; "Total: 5" is something said.
#ifndef TEXT_SPEAKER_LABELS_H
#define TEXT_SPEAKER_LABELS_H

#include "base/map.h"
#include "text/speaker.h"

typedef struct {
    uint32_t lines; // that begin with the label
    uint32_t said;  // of these, what is no number or price
} LabelCount;

typedef struct {
    Map numbers; // label -> its number in `counts`
    VEC(LabelCount) counts;
} Labels;

// Counts a label at the beginning of a line, and what it says; empty: nothing to count.
void labels_count(Arena *arena, Labels *labels, Str label, Str said);
// Whether the label comes before remarks that are nobody's, as "Note" and "Subject" do.
bool label_is_remark(Str label);
// Whether the label looks like a name: three words at most, or six that have capitals or
// are as "de" and "von", and none that comes before a remark.
bool label_may_be_name(Str label);
// Whether the label is a speaker of the call: by its meaning, or because it comes back,
// twice when it looks like a name, else three times.
bool labels_has_speaker(const Labels *labels, const ReadOptions *options,
                        const Call *call, Str label);

#endif

// What 'measure' found out, and its formats.
#ifndef CLI_ACCURACY_VIEW_H
#define CLI_ACCURACY_VIEW_H

#include "cli/options.h"
#include "tally/accuracy.h"

// A detector against its labels, or a label against its detectors.
typedef struct {
    Str name;
    Texts against;
    const Confusion *seen;
} Figure;
typedef VEC(Figure) Figures;

// The mean of the F1 of those that had something to find.
typedef struct {
    double f1;
    uint32_t of; // so many; 0: there is no mean
} Macro;

typedef struct {
    const Rubric *rubric;
    Figures detectors, labels;
    Macro detector_macro, label_macro;
    bool with_errors;
    VEC(const AccuracyError *) errors; // by detector, false alarms first
    VEC(Str) files;                    // read
    uint64_t dialogues, turns;         // measured
    InputPart part;
} AccuracyView;

// What is to be shown. `detectors` has one a detector, `labels` one a rule; of each
// detector's errors, `sample` of each type are chosen at random, or all for 0.
AccuracyView accuracy_view(Arena *arena, const AccuracyPlan *plan,
                           const Accuracy *measured, const bool *detectors,
                           const bool *labels, uint32_t sample);

typedef void PutAccuracy(Buf *out, const AccuracyView *view);

// A CSV has one header, so it has the figures or, with errors, the errors alone. The YAML
// is a quality file.
PutAccuracy accuracy_put_text, accuracy_put_csv, accuracy_put_ndjson,
    accuracy_put_quality;

#endif

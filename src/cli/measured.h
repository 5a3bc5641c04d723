// What 'measure' found out, and its formats.
#ifndef CLI_MEASURED_H
#define CLI_MEASURED_H

#include "cli/options.h"
#include "tally/measure.h"

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
    VEC(const MeasureError *) errors; // by detector, false alarms first
    VEC(Str) files;                   // read
    uint64_t dialogues, turns;        // measured
    Part part;
} MeasuredView;

// What is to be shown. `detectors` has one a detector, `labels` one a rule; of each
// detector's errors, `sample` of each type are chosen at random, or all for 0.
MeasuredView measured_view(Arena *arena, const MeasurePlan *plan,
                           const Measured *measured, const bool *detectors,
                           const bool *labels, uint32_t sample);

typedef void PutMeasured(Buf *out, const MeasuredView *view);

// A CSV has one header, so it has the figures or, with errors, the errors alone. The YAML
// is a quality file.
PutMeasured measured_text, measured_csv, measured_ndjson, measured_yaml;

#endif

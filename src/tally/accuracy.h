// Detectors against labelled turns: what each should have found, and what it found.
//
// A turn is judged for a detector when it is of the detector's role and of that of one of
// the detector's labels; it is positive when it carries any of them, and found when the
// detector has evidence there: words that it found itself or, where it only cites what
// others found (a reply, an order), words that it cites when it holds. A turn of unknown
// role is judged for every detector, as if it were of that detector's role.
#ifndef TALLY_ACCURACY_H
#define TALLY_ACCURACY_H

#include "load/label_map.h"
#include "score/run.h"
#include "tally/confusion.h"

typedef struct {
    const Rubric *rubric;
    const LabelMap *map;
    DetectorRefs *rules; // of each detector, the rules of its labels; none: not measured
    bool keep_errors;
} AccuracyPlan;

typedef enum { FALSE_ALARM, MISS, ERROR_TYPES } ErrorType;
const char *error_name(ErrorType type); // "false alarm", "miss"

// A turn that was judged wrongly.
typedef struct {
    ErrorType type;
    uint32_t detector, turn; // turns count from 0
    uint32_t start, end;     // of a false alarm: the first words found
    Str call, labels, text;
    Place place;
    Role role;
} AccuracyError;

typedef struct {
    Confusion *detectors; // one a detector
    // One a rule: what any of the label's detectors found, against the turns that carry
    // it.
    Confusion *labels;
    // In input order. A miss is none when another detector of the label found the turn.
    VEC(AccuracyError) errors;
} Accuracy;

AccuracyPlan accuracy_plan(Arena *arena, const Rubric *rubric, const LabelMap *map);
// A RunWork whose `shared` is an AccuracyPlan and whose result is an Accuracy.
void *accuracy_of_call(const void *shared, Scorer *scorer, const Call *call, Arena *keep);
// Nothing measured yet.
Accuracy accuracy_new(Arena *arena, const AccuracyPlan *plan);
// Adds what came of one call; copies its errors into `arena`.
void accuracy_add(Arena *arena, const AccuracyPlan *plan, Accuracy *into,
                  const Accuracy *from);

// Takes the next of a turn's labels off `*rest`; false after the last.
bool label_next(Str *rest, Str *label);

#endif

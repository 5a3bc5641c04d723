// A formula over what is known of a call, in the order in which it is worked out: each
// step puts a number on a stack, or replaces the topmost by what it makes of them.
#ifndef DETECT_FORMULA_H
#define DETECT_FORMULA_H

#include "base/str.h"
#include "base/vec.h"

typedef enum {
    STEP_NUMBER,
    STEP_DETECTOR, // its value; a length of time in seconds
    STEP_MEASURE,
    STEP_FIELD, // a column beside the transcript
    STEP_NEGATE,
    STEP_ADD,
    STEP_SUBTRACT,
    STEP_MULTIPLY,
    STEP_DIVIDE,
} StepType;

// What can be measured of every call; times in seconds.
typedef enum {
    MEASURE_TURNS,
    MEASURE_WORDS,
    MEASURE_DURATION,
    MEASURE_FIRST_REPLY,
    MEASURE_MAX_REPLY,
} CallMeasure;

extern const char *const MEASURE_NAMES[]; // ends with NULL

typedef struct {
    StepType type;
    uint32_t detector;
    CallMeasure measure;
    double number;
    Str field;
} FormulaStep;

typedef struct {
    Str text; // as written
    VEC(FormulaStep) steps;
} Formula;

#endif

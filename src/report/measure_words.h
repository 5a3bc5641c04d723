// Measures in the words and cells that every sheet shows of them.
#ifndef REPORT_MEASURE_WORDS_H
#define REPORT_MEASURE_WORDS_H

#include "report/sheet.h"
#include "tally/tally.h"

Str measure_title(Arena *arena, const Measure *measure);
// What it is: "Column “wait”: mean, for each team".
Str measure_words(Arena *arena, const Rubric *rubric, const Measure *measure);
// The channels whose calls it is of: "phone or voice".
Str channel_words(Arena *arena, const Measure *measure, const char *between);
// "at most 2:00 min", or a dash without a target.
Str target_words(Arena *arena, const Measure *measure);
// Whose calls: "Billing", "Maya Lindqvist (A101)", "all calls".
Str group_words(Arena *arena, const Tally *tally, const Measure *measure,
                const MeasureGroup *group);
// How many groups reach the target, of those with enough calls: "met by 3 of 9 agents,
// not certain for 6, too few calls of 1".
Str groups_words(Arena *arena, const MeasureTally *tally);
Str reached_words(Reached reached);

// Value, interval, target, whether it is reached, calls with the value "12 of 31".
enum { MEASURE_CELLS = 5 };
extern const Str MEASURE_TITLES[MEASURE_CELLS];
void measure_cells(Sheet *sheet, const Measure *measure, const MeasureGroup *group);

#endif

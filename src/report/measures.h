// measures.csv: every measure, for every team, agent or channel it is of.
#ifndef REPORT_MEASURES_H
#define REPORT_MEASURES_H

#include "tally/tally.h"

// One row for each measure and group. Values and targets are in their unit, times in
// seconds, shares in percent.
void measures_put(Buf *out, const Tally *tally);

#endif

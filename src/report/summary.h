// The report in a few lines: for a mail, and for monitoring.
#ifndef REPORT_SUMMARY_H
#define REPORT_SUMMARY_H

#include "base/buf.h"
#include "report/report_input.h"

// summary.txt: calls, what was refused or not assessable, the score and its change, who
// failed critical criteria, whom to help first, who crossed a floor. No words of a call.
void summary_put(Buf *out, const ReportInput *in);

// Metrics in Prometheus' text format (https://prometheus.io/docs/instrumenting/
// exposition_formats/), for its node exporter's textfile collector. All are gauges, of
// the team and never of a person.
void metrics_put(Buf *out, const ReportInput *in);

#endif

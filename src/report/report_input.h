// What a report is made of.
#ifndef REPORT_REPORT_INPUT_H
#define REPORT_REPORT_INPUT_H

#include "read/reader.h"
#include "review/ruling.h"
#include "tally/trend.h"

typedef struct {
    Str folder;
    const Tally *tally;
    Scorecards *cards;         // in input order
    const Period *period;      // what they are of; its label is empty without --period
    const Scorecards *earlier; // from before it, without words: for trend and change only
    const Trends *trends;      // of both
    Texts people;              // those who get workbooks, by id or name; empty: everybody
    const Diags *problems;     // complaints of reading; the errors are what was refused
    const InputFiles *inputs;
    Str incomplete;    // which of the inputs are missing, in a sentence; may be empty
    const Str *files;  // of each agent, see agent_files; NULL: not known
    int64_t created;   // of the workbooks, milliseconds since 1970
    Reviewed reviewed; // what people said, of all periods
    const Rulings *rulings; // the same by mark; NULL: not known
    Str reviews;            // the folder of what people fill in; empty: there is none
    bool html;              // a page beside each agent's workbook
    bool redact;            // workbooks and pages; then `cards` are redacted once the
                            // other files are made
    unsigned jobs;          // threads
    unsigned lock_timeout;  // seconds to wait for another run that writes this folder
    Str version;            // callmark's
} ReportInput;

#endif

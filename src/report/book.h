// What stands in the workbooks: one file makes each sheet.
#ifndef REPORT_BOOK_H
#define REPORT_BOOK_H

#include "report/sheet.h"
#include "tally/tally.h"

typedef struct {
    const Tally *tally;
    const Diags *problems; // complaints of reading
    Str version;           // callmark's
} BookInput;

// agents/<agent>.xlsx: Coaching, Scorecard, Evidence, How this is marked.
void agent_book(const BookInput *in, const AgentTally *agent, Workbook *book);
// team.xlsx: Overview, Agents, Heat map, Criteria, Measures (where the rubric has some),
// Problems.
void team_book(const BookInput *in, Workbook *book);

// Where each mark has its first row of evidence: rows[card * criteria + criterion], or 0.
typedef struct {
    const Sheet *sheet;
    uint32_t *rows;
    size_t criteria;
} EvidenceRows;

void coaching_sheet(const BookInput *in, const AgentTally *agent, Sheet *sheet);
void scorecard_sheet(const BookInput *in, const AgentTally *agent,
                     const EvidenceRows *evidence, Sheet *sheet);
EvidenceRows evidence_sheet(const BookInput *in, const AgentTally *agent, Sheet *sheet);
void marking_sheet(const BookInput *in, const AgentTally *agent, Sheet *sheet);

void overview_sheet(const BookInput *in, Sheet *sheet);
void agents_sheet(const BookInput *in, Sheet *sheet);
void heat_sheet(const BookInput *in, Sheet *sheet);
void criteria_sheet(const BookInput *in, Sheet *sheet);
void measures_sheet(const BookInput *in, Sheet *sheet);
void problems_sheet(const BookInput *in, Sheet *sheet);

#endif

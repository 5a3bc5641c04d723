// The sheets of the workbooks: one file makes each.
#ifndef REPORT_SHEETS_H
#define REPORT_SHEETS_H

#include "report/team_pages.h"
#include "tally/coaching.h"

// Where each mark has its row of evidence: rows[card * criteria + criterion], or 0.
typedef struct {
    const Sheet *sheet;
    uint32_t *rows;
    size_t criteria;
} EvidenceRows;

// Where the transcripts of the calls to hear together begin; 0: they are not there.
typedef struct {
    const Sheet *sheet;
    uint32_t good, difficult;
} CallRows;

// What the sheets of an agent's workbook are made of. The sheets that others link to are
// made before those.
typedef struct {
    const ReportInput *in;
    const AgentTally *agent;
    Coaching coaching;
    EvidenceRows evidence;
    CallRows calls;
    const Sheet *review; // NULL: there is none
} AgentPages;

EvidenceRows evidence_sheet(const AgentPages *pages, Sheet *sheet);
CallRows calls_sheet(const AgentPages *pages, Sheet *sheet);
void scorecard_sheet(const AgentPages *pages, Sheet *sheet);
void coaching_sheet(const AgentPages *pages, Sheet *sheet);
// Whether there is something to tell of reviews; of that, a sheet.
bool review_is_told(const AgentPages *pages);
void review_sheet(const AgentPages *pages, Sheet *sheet);
// The next cell: the workbook in which people write of this agent and period.
Cell *cell_review_file(const AgentPages *pages, Sheet *sheet);
// Of the team when `agent` is NULL.
void trend_sheet(const ReportInput *in, const AgentTally *agent, Sheet *sheet);
void marking_sheet(const ReportInput *in, const AgentTally *agent, Sheet *sheet);

void overview_sheet(const TeamPages *pages, Sheet *sheet);
void agents_sheet(const ReportInput *in, Sheet *sheet);
void heat_sheet(const ReportInput *in, Sheet *sheet);
void criteria_sheet(const TeamPages *pages, Sheet *sheet);
void channels_sheet(const ReportInput *in, Sheet *sheet);
void measures_sheet(const ReportInput *in, Sheet *sheet);
void listen_sheet(const TeamPages *pages, Sheet *sheet);
// `list` is the sheet that problem_list_sheet fills.
void problems_sheet(const Problems *problems, Sheet *sheet, const Sheet *list);
void problem_list_sheet(const ReportInput *in, const Problems *problems, Sheet *sheet);

#endif

// From the team's workbook to an agent's.
#ifndef REPORT_AGENT_LINK_H
#define REPORT_AGENT_LINK_H

#include "report/report_input.h"
#include "report/sheet.h"

// The workbook of each agent of the tally, as seen from the report's folder:
// "agents/A101.xlsx"; of those who are not among `people`, by id or name, {0}. No people
// are everybody.
Str *agent_files(Arena *arena, const Tally *tally, const Texts *people);

// Whose calls they are; NULL: nobody's.
const AgentTally *card_agent(const Tally *tally, const Scorecard *card);

// A cell with the agent's title that leads to his workbook, where one is written.
Cell *cell_agent(Sheet *sheet, Style style, const ReportInput *in,
                 const AgentTally *agent);

#endif

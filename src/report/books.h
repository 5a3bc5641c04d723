// Which sheets stand in which workbook.
#ifndef REPORT_BOOKS_H
#define REPORT_BOOKS_H

#include "report/report_input.h"
#include "report/sheet.h"

// agents/<agent>.xlsx: Coaching, Scorecard, Evidence, Calls, Trend, Review (where people
// say something of marks, or are to), How this is marked.
void agent_book(const ReportInput *in, const AgentTally *agent, Book *book);
// team.xlsx: Overview, Agents, Heat map, Criteria, Channels, teams and tasks, Measures
// (where the rubric has some), Trend, Listen, Problems, and each of them.
void team_book(const ReportInput *in, Book *book);

#endif

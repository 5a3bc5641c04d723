// reviews/<agent>-<period>.xlsx: what people fill in.
#ifndef REPORT_REVIEW_BOOK_H
#define REPORT_REVIEW_BOOK_H

#include "report/report_input.h"
#include "report/sheet.h"

// Review: marks for a person to judge, and for the agent to answer, with the machine's
// verdicts folded away; Agreement; Calls, what was said in the calls of the first sheet.
// The headers are those of review/form.h.
void review_book(const ReportInput *in, const AgentTally *agent, Book *book);

// Where it stands, as seen from the folder of all reviews; `book` is the agent's workbook
// as seen from the report's folder: "A101-2026-W46.xlsx".
Str review_file(Arena *arena, const ReportInput *in, Str book);

#endif

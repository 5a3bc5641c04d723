// Problems: what was refused, what could not be assessed, what gave up; how many of each
// reason on one sheet, each of them on the next.
#include "report/agent_link.h"
#include "report/sheets.h"
#include "report/words.h"

static void put_total(Sheet *sheet, const ProblemTotal *total, const Sheet *list) {
    sheet_row(sheet);
    Cell *cell = cell_text(sheet, STYLE_LINK, problem_words(total->kind));
    cell_link(cell, list, total->first + 1);
    cell_count(sheet, total->count);
    cell_text(sheet, STYLE_WRAP, total->reason);
}

void problems_sheet(const Problems *problems, Sheet *sheet, const Sheet *list) {
    static const SheetColumn COLUMNS[] = {{"What", 26}, {"How many", 10}, {"Reason", 90}};
    size_t count = sizeof COLUMNS / sizeof *COLUMNS;
    sheet_title(
        sheet, STR("Problems"),
        STR("By reason, the worst kind and the most frequent reason first; “…” "
            "stands where numbers and names differ. Refused input is missing from "
            "all figures until it is mended."),
        (uint32_t)count);
    sheet_headers(sheet, COLUMNS, count);
    sheet_freeze(sheet, 0, false);
    sheet->grid = true;
    vec_each(const ProblemTotal, total, &problems->totals) put_total(sheet, total, list);
    if (problems->totals.len) return;
    sheet_row(sheet);
    cell_text(sheet, STYLE_NOTE, STR("None."));
}

// ---- Each of them

static void put_number(Sheet *sheet, uint32_t number) {
    cell_known(sheet, STYLE_TEXT, NUMBER_COUNT, number, number);
}

static void put_place(Sheet *sheet, const Diag *diag) {
    cell_text(sheet, STYLE_WRAP, diag->place.path);
    put_number(sheet, diag->place.line);
    put_number(sheet, diag->place.col);
    cell_text(sheet, STYLE_TEXT, diag->call);
    cell_text(sheet, STYLE_TEXT, (Str){0});
}

static void put_call(const ReportInput *in, Sheet *sheet, const Scorecard *card) {
    const AgentTally *agent = card_agent(in->tally, card);
    cell_text(sheet, STYLE_FAINT, STR("–"));
    cell_none(sheet);
    cell_none(sheet);
    cell_text(sheet, STYLE_TEXT, card->call);
    cell_text(sheet, STYLE_TEXT,
              agent ? agent_title(sheet->arena, agent) : scorecard_agent(card));
}

// Printed in part: it is to be filtered, on the screen.
void problem_list_sheet(const ReportInput *in, const Problems *problems, Sheet *sheet) {
    enum { PRINTED_MOST = 90 }; // two pages
    static const SheetColumn COLUMNS[] = {{"What", 26},  {"File", 40}, {"Line", 8},
                                          {"Column", 8}, {"Call", 16}, {"Agent", 22},
                                          {"Reason", 70}};
    sheet_headers(sheet, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    sheet_freeze(sheet, 0, true);
    sheet->grid = true;
    vec_each(const Problem, problem, &problems->list) {
        sheet_row(sheet);
        cell_text(sheet, STYLE_TEXT, problem_words(problem->kind));
        if (problem->diag)
            put_place(sheet, problem->diag);
        else
            put_call(in, sheet, problem->card);
        cell_text(sheet, STYLE_WRAP, problem->reason);
    }
    if (sheet->rows.len > PRINTED_MOST) sheet->printed = PRINTED_MOST;
}

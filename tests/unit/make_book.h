// A workbook made of a team's calls, for tests: what stands in it, and where.
#ifndef TESTS_UNIT_MAKE_BOOK_H
#define TESTS_UNIT_MAKE_BOOK_H

#include "make_report.h"
#include "report/books.h"

#define HELLO "agent: hello there my friend\n"
#define UPSET "customer: i am so upset with this\n"
#define SORRY "agent: i am sorry so sorry\n"
#define BLUNT "agent: these things do happen\n"

typedef struct {
    Team team;
    Diags problems;
    ReportInput input;
    Book book;
} Case;

static inline void case_begin(Case *c) {
    *c = (Case){0};
    team_begin(&c->team);
    c->problems.arena = c->book.arena = &c->team.arena;
    c->input = (ReportInput){
        .tally = &c->team.tally,
        .period = &c->team.period,
        .earlier = &c->team.earlier,
        .trends = &c->team.trends,
        .problems = &c->problems,
        .version = STR("1.2.3"),
    };
}

static inline void make_agent(Case *c, const char *agent) {
    team_end(&c->team);
    agent_book(&c->input, team_agent(&c->team, agent), &c->book);
}

static inline void make_team(Case *c) {
    team_end(&c->team);
    team_book(&c->input, &c->book);
}

static inline const Sheet *sheet_named(const Case *c, const char *name) {
    for (size_t i = 0; i < c->book.sheets.len; i++)
        if (str_eq(c->book.sheets.items[i]->name, str_from(name)))
            return c->book.sheets.items[i];
    fail_msg("no sheet '%s'", name);
    return NULL;
}

static inline const Cell *cell_at(const Sheet *sheet, size_t row, size_t column) {
    assert_true(row < sheet->rows.len && column < sheet->rows.items[row].count);
    return &sheet->cells.items[sheet->rows.items[row].first + column];
}

// The first row in which some text holds `part`.
static inline size_t row_with(const Sheet *sheet, const char *part) {
    for (size_t r = 0; r < sheet->rows.len; r++)
        for (size_t i = 0; i < sheet->rows.items[r].count; i++)
            if (str_has(cell_at(sheet, r, i)->text, str_from(part))) return r;
    fail_msg("no cell says '%s'", part);
    return 0;
}

static inline bool says(const Sheet *sheet, const char *part) {
    vec_each(const Cell, cell, &sheet->cells)
        if (str_has(cell->text, str_from(part))) return true;
    return false;
}

#endif

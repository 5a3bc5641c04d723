#include "report/book.h"
#include "report/words.h"

void team_book(const BookInput *in, Workbook *book) {
    Str period = period_words(book->arena, &in->tally->team);
    book->title = str_format(book->arena, "The team, %.*s", STR_ARG(period));
    overview_sheet(in, workbook_add(book, STR("Overview")));
    agents_sheet(in, workbook_add(book, STR("Agents")));
    heat_sheet(in, workbook_add(book, STR("Heat map")));
    criteria_sheet(in, workbook_add(book, STR("Criteria")));
    if (in->tally->measures.len) measures_sheet(in, workbook_add(book, STR("Measures")));
    problems_sheet(in, workbook_add(book, STR("Problems")));
    for (size_t i = 0; i < book->sheets.len; i++) sheet_fit(book->sheets.items[i]);
}

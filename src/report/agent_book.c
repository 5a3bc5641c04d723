#include "report/book.h"
#include "report/words.h"

void agent_book(const BookInput *in, const AgentTally *agent, Workbook *book) {
    Arena *arena = book->arena;
    Str title = agent_title(arena, agent), period = period_words(arena, agent);
    book->title = str_format(arena, "%.*s, %.*s", STR_ARG(title), STR_ARG(period));
    Sheet *coaching = workbook_add(book, STR("Coaching"));
    Sheet *scorecard = workbook_add(book, STR("Scorecard"));
    Sheet *evidence = workbook_add(book, STR("Evidence"));
    Sheet *marking = workbook_add(book, STR("How this is marked"));
    EvidenceRows rows = evidence_sheet(in, agent, evidence);
    scorecard_sheet(in, agent, &rows, scorecard);
    coaching_sheet(in, agent, coaching);
    marking_sheet(in, agent, marking);
    for (size_t i = 0; i < book->sheets.len; i++) sheet_fit(book->sheets.items[i]);
}

#include "report/books.h"

#include "report/sheets.h"
#include "report/words.h"

void agent_book(const ReportInput *in, const AgentTally *agent, Book *book) {
    Arena *arena = book->arena;
    Str title = agent_title(arena, agent), period = period_words(arena, agent);
    book->title = str_format(arena, "%.*s, %.*s", STR_ARG(title), STR_ARG(period));
    AgentPages pages = {.in = in, .agent = agent};
    coaching_choose(arena, in->tally, agent, &pages.coaching);
    Sheet *coaching = book_add(book, STR("Coaching"));
    Sheet *scorecard = book_add(book, STR("Scorecard"));
    Sheet *evidence = book_add(book, STR("Evidence"));
    Sheet *calls = pages.coaching.good ? book_add(book, STR("Calls")) : NULL;
    Sheet *trend = book_add(book, STR("Trend"));
    Sheet *marking = book_add(book, STR("How this is marked"));
    pages.evidence = evidence_sheet(&pages, evidence);
    if (calls) pages.calls = calls_sheet(&pages, calls);
    scorecard_sheet(&pages, scorecard);
    coaching_sheet(&pages, coaching);
    trend_sheet(in, agent, trend);
    marking_sheet(in, agent, marking);
    for (size_t i = 0; i < book->sheets.len; i++) sheet_fit(book->sheets.items[i]);
}

static void put_problems(const ReportInput *in, Book *book) {
    Problems problems = problems_collect(book->arena, in);
    Sheet *totals = book_add(book, STR("Problems"));
    Sheet *list = problems.list.len ? book_add(book, STR("Each problem")) : NULL;
    problems_sheet(&problems, totals, list);
    if (list) problem_list_sheet(in, &problems, list);
}

void team_book(const ReportInput *in, Book *book) {
    Str period = period_words(book->arena, &in->tally->team);
    book->title = str_format(book->arena, "The team, %.*s", STR_ARG(period));
    overview_sheet(in, book_add(book, STR("Overview")));
    agents_sheet(in, book_add(book, STR("Agents")));
    heat_sheet(in, book_add(book, STR("Heat map")));
    criteria_sheet(in, book_add(book, STR("Criteria")));
    if (in->tally->measures.len) measures_sheet(in, book_add(book, STR("Measures")));
    channels_sheet(in, book_add(book, STR("Channels, teams and tasks")));
    trend_sheet(in, NULL, book_add(book, STR("Trend")));
    put_problems(in, book);
    for (size_t i = 0; i < book->sheets.len; i++) sheet_fit(book->sheets.items[i]);
}

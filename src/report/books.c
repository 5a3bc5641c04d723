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
    bool heard = pages.coaching.good || pages.coaching.difficult;
    Sheet *calls = heard ? book_add(book, STR("Calls")) : NULL;
    Sheet *trend = book_add(book, STR("Trend"));
    Sheet *review = review_is_told(&pages) ? book_add(book, STR("Review")) : NULL;
    Sheet *marking = book_add(book, STR("How this is marked"));
    pages.evidence = evidence_sheet(&pages, evidence);
    if (calls) pages.calls = calls_sheet(&pages, calls);
    pages.review = review;
    scorecard_sheet(&pages, scorecard);
    coaching_sheet(&pages, coaching);
    trend_sheet(in, agent, trend);
    if (review) review_sheet(&pages, review);
    marking_sheet(in, agent, marking);
    for (size_t i = 0; i < book->sheets.len; i++) sheet_fit(book->sheets.items[i]);
}

static TeamPages team_pages(const ReportInput *in, Arena *arena) {
    const Rubric *rubric = in->tally->rubric;
    double *gains = arena_array(arena, double, rubric->criteria.len);
    coaching_gains(rubric, &in->tally->team, gains);
    Gains costs = gains_sort(arena, rubric, gains);
    return (TeamPages){in, gains, costs, listen_choose(arena, in->tally, &costs),
                       problems_collect(arena, in)};
}

static void put_problems(const TeamPages *pages, Book *book) {
    Sheet *totals = book_add(book, STR("Problems"));
    Sheet *list = pages->problems.list.len ? book_add(book, STR("Each problem")) : NULL;
    problems_sheet(&pages->problems, totals, list);
    if (list) problem_list_sheet(pages->in, &pages->problems, list);
}

void team_book(const ReportInput *in, Book *book) {
    Str period = period_words(book->arena, &in->tally->team);
    TeamPages pages = team_pages(in, book->arena);
    book->title = str_format(book->arena, "The team, %.*s", STR_ARG(period));
    overview_sheet(&pages, book_add(book, STR("Overview")));
    agents_sheet(in, book_add(book, STR("Agents")));
    heat_sheet(in, book_add(book, STR("Heat map")));
    criteria_sheet(&pages, book_add(book, STR("Criteria")));
    channels_sheet(in, book_add(book, STR("Channels, teams and tasks")));
    if (in->tally->measures.len) measures_sheet(in, book_add(book, STR("Measures")));
    trend_sheet(in, NULL, book_add(book, STR("Trend")));
    listen_sheet(&pages, book_add(book, STR("Listen")));
    put_problems(&pages, book);
    for (size_t i = 0; i < book->sheets.len; i++) sheet_fit(book->sheets.items[i]);
}

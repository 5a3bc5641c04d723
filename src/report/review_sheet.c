// Review: where people write, and what they said so far.
#include "report/review_book.h"
#include "report/ruling_words.h"
#include "report/sheets.h"
#include "report/words.h"

enum { REVIEW_COLUMNS_SHOWN = 13 };

bool review_is_told(const AgentPages *pages) {
    const ReportInput *in = pages->in;
    if (in->reviews.len) return true;
    vec_each(const Review, review, &in->reviewed.reviews)
        if (str_eq(review->agent, pages->agent->agent)) return true;
    return false;
}

Cell *cell_review_file(const AgentPages *pages, Sheet *sheet) {
    const ReportInput *in = pages->in;
    Str book = in->files[pages->agent - in->tally->agents.items];
    Str name = review_file(sheet->arena, in, book);
    Cell *cell =
        cell_text(sheet, STYLE_LINK,
                  str_format(sheet->arena, "%.*s, in the folder reviews", STR_ARG(name)));
    cell_file(sheet, cell, str_format(sheet->arena, "../../reviews/%.*s", STR_ARG(name)));
    return cell;
}

static void put_review(const Review *review, Sheet *sheet) {
    const Str cells[REVIEW_COLUMNS_SHOWN] = {review->period,
                                             review->call,
                                             id_words(sheet->arena, review->criterion),
                                             named_words(review->machine),
                                             named_words(review->verdict),
                                             review->reason,
                                             review->reviewer,
                                             review->answer,
                                             review->answer_reason,
                                             review->comment,
                                             review_is_open(review) ? review->deadline
                                                                    : (Str){0},
                                             named_words(review->decision),
                                             review->decided_by};
    sheet_row(sheet);
    for (size_t i = 0; i < REVIEW_COLUMNS_SHOWN; i++)
        cell_text(sheet, STYLE_WRAP, cells[i]);
}

// The latest period first.
static bool put_reviews(const AgentPages *pages, Sheet *sheet) {
    const Reviews *reviews = &pages->in->reviewed.reviews;
    bool any = false;
    for (size_t i = reviews->len; i-- > 0;) {
        if (!str_eq(reviews->items[i].agent, pages->agent->agent)) continue;
        put_review(&reviews->items[i], sheet);
        any = true;
    }
    return any;
}

void review_sheet(const AgentPages *pages, Sheet *sheet) {
    static const SheetColumn COLUMNS[REVIEW_COLUMNS_SHOWN] = {
        {"Period", 10},         {"Call", 12},    {"Criterion", 18}, {"Machine", 13},
        {"Person", 13},         {"Why", 32},     {"Reviewer", 12},  {"The agent has", 10},
        {"Agent's reason", 28}, {"Comment", 22}, {"Decide by", 11}, {"Decision", 13},
        {"Decided by", 12}};
    sheet_title(
        sheet, STR("What people said of the marks"),
        STR("A person's verdict stands beside the machine's, here and wherever the "
            "mark is shown; the score is the machine's alone."),
        REVIEW_COLUMNS_SHOWN);
    if (pages->in->reviews.len) {
        sheet_row(sheet);
        cell_review_file(pages, sheet);
        cell_span(sheet, REVIEW_COLUMNS_SHOWN);
    }
    sheet_headers(sheet, COLUMNS, REVIEW_COLUMNS_SHOWN);
    sheet_freeze(sheet, 0, true);
    sheet->grid = true;
    if (put_reviews(pages, sheet)) return;
    sheet_row(sheet);
    cell_text(sheet, STYLE_NOTE, STR("Nothing yet."));
}

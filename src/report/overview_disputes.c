// Overview: marks that agents dispute and nobody has decided yet.
#include "report/agent_link.h"
#include "report/overview_act.h"
#include "report/words.h"
#include "review/form.h"

#include <stdlib.h>

enum { COLUMNS = OVERVIEW_COLUMNS, SHOWN_MOST = 8 };

typedef VEC(const Review *) ReviewList;

// The next deadline first; those without one last, in the order of the store.
static int compare_deadlines(const void *a, const void *b) {
    const Review *x = *(const Review *const *)a, *y = *(const Review *const *)b;
    if (!x->deadline.len != !y->deadline.len) return x->deadline.len ? -1 : 1;
    int order = str_cmp(x->deadline, y->deadline);
    return order ? order : (x > y) - (x < y);
}

static ReviewList open_disputes(Arena *arena, const Reviews *reviews) {
    ReviewList open = {0};
    vec_each(const Review, review, reviews)
        if (review_is_open(review)) *vec_push(arena, &open) = review;
    if (open.len) qsort(open.items, open.len, sizeof *open.items, compare_deadlines);
    return open;
}

static Str question_words(const Rubric *rubric, Arena *arena, const Review *review) {
    uint32_t number = criterion_index(rubric, review->criterion);
    return number == UINT32_MAX ? id_words(arena, review->criterion)
                                : rubric->criteria.items[number].ask;
}

static void put_agent(const ReportInput *in, Str id, Sheet *sheet) {
    vec_each(const AgentTally, agent, &in->tally->agents)
        if (str_eq(agent->agent, id)) {
            cell_agent(sheet, STYLE_STRONG, in, agent);
            return;
        }
    cell_text(sheet, STYLE_STRONG, id);
}

static void put_dispute(const ReportInput *in, const Review *review, Sheet *sheet) {
    Str question = question_words(in->tally->rubric, sheet->arena, review);
    sheet_row(sheet);
    put_agent(in, review->agent, sheet);
    cell_text(sheet, STYLE_WRAP, review->call);
    cell_text(sheet, STYLE_WRAP, review->deadline.len ? review->deadline : STR("no day"));
    cell_text(sheet, STYLE_WRAP,
              review->decided_by.len ? review->decided_by : STR("nobody is named"));
    cell_text(sheet, STYLE_WRAP,
              str_format(sheet->arena, "%.*s The agent: “%.*s”", STR_ARG(question),
                         STR_ARG(review->answer_reason)));
    cell_span(sheet, COLUMNS - 4);
}

// What came of those that were decided, of all periods.
static void put_decided(const Reviews *reviews, size_t open, Sheet *sheet) {
    uint32_t decided = 0, changed = 0;
    vec_each(const Review, review, reviews) {
        Verdict machine, verdict;
        if (!str_eq(review->answer, STR("disputed")) || review_is_open(review)) continue;
        decided++;
        changed += verdict_named(review->machine, &machine) &&
                   verdict_named(review->decision, &verdict) && verdict != machine;
    }
    Buf words = {.arena = sheet->arena};
    buf_format(&words, "%zu open, %u decided", open, decided);
    if (decided)
        buf_format(&words, ", %u of those against the machine's verdict", changed);
    buf_text(&words, ". Each is on the sheet Review of its agent.");
    sheet_line(sheet, STYLE_NOTE, buf_str(&words));
}

void overview_disputes(const TeamPages *pages, Sheet *sheet) {
    static const Str TITLES[] = {{"Agent", 5},
                                 {"Call", 4},
                                 {"Decide by", 9},
                                 {"Who decides", 11},
                                 {"What is disputed", 16}};
    static const uint32_t SPANS[] = {1, 1, 1, 1, COLUMNS - 4};
    const Reviews *reviews = &pages->in->reviewed.reviews;
    ReviewList open = open_disputes(sheet->arena, reviews);
    bool any = open.len > 0;
    vec_each(const Review, review, reviews)
        any = any || str_eq(review->answer, STR("disputed"));
    if (!any) return;
    sheet_heading(sheet, STR("Disputed marks"));
    if (open.len) overview_titles(sheet, TITLES, SPANS, 5);
    for (size_t i = 0; i < open.len && i < SHOWN_MOST; i++)
        put_dispute(pages->in, open.items[i], sheet);
    put_decided(reviews, open.len, sheet);
}

#include "report/review_book.h"

#include "base/file.h"
#include "report/words.h"
#include "review/form.h"
#include "tally/sampling.h"

#include <string.h>

enum { SPARE_ROWS = 20 };

typedef struct {
    const ReportInput *in;
    const AgentTally *agent;
    Sheet *sheet;
    Sheet *lists; // what is chosen from: verdicts, answers, criteria
    uint32_t criteria;
} ReviewForm;

Str review_file(Arena *arena, const ReportInput *in, Str book) {
    Str name = path_base(book);
    return str_format(arena, "%.*s-%.*s.xlsx", (int)(name.len - STR(".xlsx").len),
                      name.ptr, STR_ARG(in->period->label));
}

// ---- What is chosen from

static Str word_at(const char *const *words, size_t at) {
    for (size_t i = 0; i <= at; i++)
        if (!words[i]) return (Str){0};
    return str_from(words[at]);
}

static void put_lists(ReviewForm *form, Sheet *lists) {
    const Rubric *rubric = form->in->tally->rubric;
    Texts ids = {0};
    vec_each(const Criterion, criterion, &rubric->criteria)
        if (criterion->observable) *vec_push(lists->arena, &ids) = criterion->id;
    form->lists = lists;
    form->criteria = (uint32_t)ids.len;
    lists->hidden = true;
    for (size_t i = 0; i < ids.len || i < VERDICT_COUNT; i++) {
        sheet_row(lists);
        cell_text(lists, STYLE_TEXT, word_at(VERDICT_CHOICES, i));
        cell_text(lists, STYLE_TEXT, word_at(ANSWER_CHOICES, i));
        cell_text(lists, STYLE_TEXT, i < ids.len ? ids.items[i] : (Str){0});
    }
}

// ---- Columns

// Of the form, a column by its id; of callmark's own, which nobody reads back, a title.
typedef struct {
    const char *id, *title;
    double width;
    bool folded, entry; // entry: people write here
} FormLayout;

static const FormLayout REVIEW_LAYOUT[] = {
    {"call", NULL, 13, false, false},
    {NULL, "Date", 11, false, false},
    {NULL, "Chosen", 11, false, false},
    {"criterion", NULL, 19, false, false},
    {NULL, "Question", 34, false, false},
    {"verdict", NULL, 14, false, true},
    {"reason", NULL, 30, false, true},
    {"turn", NULL, 6, false, true},
    {"reviewer", NULL, 13, false, true},
    {"machine", NULL, 14, true, false},
    {NULL, "Machine's reason", 30, true, false},
    {"answer", NULL, 11, false, true},
    {"answer_reason", NULL, 24, false, true},
    {"comment", NULL, 20, false, true},
    {"deadline", NULL, 11, false, true},
    {"decision", NULL, 14, false, true},
    {"decided_by", NULL, 13, false, true},
    {"agent", NULL, 12, true, false},
    {"period", NULL, 10, true, false},
    {0},
};

static const FormLayout GOAL_LAYOUT[] = {
    {"criterion", NULL, 20, false, true},
    {"goal", NULL, 32, false, true},
    {"measure", NULL, 24, false, true},
    {"due", NULL, 12, false, true},
    {"comment", NULL, 28, false, true},
    {"agent_name", NULL, 16, false, true},
    {"coach", NULL, 16, false, true},
    {"notes", NULL, 36, false, true},
    {"agent", NULL, 12, true, false},
    {"period", NULL, 10, true, false},
    {0},
};

static void put_header(Sheet *sheet, const FormLayout *layout,
                       const FormColumn *columns) {
    sheet_row(sheet);
    for (; layout->width > 0; layout++) {
        const char *title = layout->id ? form_title(columns, layout->id) : layout->title;
        sheet_column(sheet, layout->width);
        if (layout->folded) sheet_fold(sheet);
        cell_text(sheet, STYLE_HEADER, str_from(title));
    }
    sheet_freeze(sheet, 1, false);
    sheet->grid = true;
}

static uint32_t column_of(const FormLayout *layout, const char *id) {
    uint32_t at = 0;
    while (!layout[at].id || strcmp(layout[at].id, id) != 0) at++;
    return at;
}

// What is given of a row, ended by id NULL; the other cells are empty.
typedef struct {
    const char *id; // or title
    Str text;
} FormCell;

static Str given(const FormCell *cells, const FormLayout *column) {
    const char *name = column->id ? column->id : column->title;
    for (; cells->id; cells++)
        if (strcmp(cells->id, name) == 0) return cells->text;
    return (Str){0};
}

// What is read back and not given is for people to write as well.
static void put_cells(Sheet *sheet, const FormLayout *layout, const FormCell *cells) {
    sheet_row(sheet);
    for (; layout->width > 0; layout++) {
        Str text = given(cells, layout);
        bool entry = layout->entry || (layout->id && !text.len);
        cell_text(sheet, entry ? STYLE_ENTRY : STYLE_WRAP, text);
    }
}

// ---- The marks to judge

static Str machine_words(const Mark *mark) {
    return str_from(VERDICT_CHOICES[mark->verdict]);
}

static Str chosen_words(const SampledCall *call) {
    static const Str WORDS[SAMPLE_REASONS] = {[SAMPLE_RANDOM] = {"by chance", 9},
                                              [SAMPLE_UNCERTAIN] = {"uncertain", 9},
                                              [SAMPLE_LOWEST] = {"lowest score", 12},
                                              [SAMPLE_UNPROVEN] = {"unproven", 8}};
    return WORDS[call->reason];
}

// When disputes of this period are to be decided: a week to read, a week to decide.
static Str deadline_of(Arena *arena, const ReportInput *in) {
    enum { DAY_MS = 24 * 3600 * 1000, DAYS = 14 };
    return date_format_day(arena, in->period->until + (int64_t)DAYS * DAY_MS);
}

static void put_mark(const ReviewForm *form, const SampledCall *call, const Mark *mark) {
    const Rubric *rubric = form->in->tally->rubric;
    Arena *arena = form->sheet->arena;
    uint32_t index = criterion_index(rubric, mark->criterion);
    bool timed = call->card->started_at != NO_TIME;
    const FormCell cells[] = {
        {"call", call->card->call},
        {"Date", timed ? date_format_day(arena, call->card->started_at) : (Str){0}},
        {"Chosen", chosen_words(call)},
        {"criterion", mark->criterion},
        {"Question", index == UINT32_MAX ? (Str){0} : rubric->criteria.items[index].ask},
        {"machine", machine_words(mark)},
        {"Machine's reason", mark->why},
        {"deadline", deadline_of(arena, form->in)},
        {"agent", form->agent->agent},
        {"period", form->in->period->label},
        {0},
    };
    put_cells(form->sheet, REVIEW_LAYOUT, cells);
}

// Of a call drawn by chance all that was asked, so that what the machine did not see is
// found as well; of the others what it decided.
static bool is_listed(const SampledCall *call, const Mark *mark) {
    if (call->mark) return call->mark == mark;
    return call->reason == SAMPLE_RANDOM || mark_is_decided(mark);
}

static void put_spare(const ReviewForm *form) {
    const FormCell cells[] = {{"agent", form->agent->agent},
                              {"period", form->in->period->label},
                              {"deadline", deadline_of(form->sheet->arena, form->in)},
                              {"Chosen", STR("any other")},
                              {0}};
    for (int i = 0; i < SPARE_ROWS; i++) put_cells(form->sheet, REVIEW_LAYOUT, cells);
}

static void offer(const ReviewForm *form, uint32_t first, const FormLayout *layout,
                  const char *id, uint32_t list, uint32_t count) {
    sheet_dropdown(form->sheet, first, column_of(layout, id), form->lists, list, count);
}

static void need(const ReviewForm *form, uint32_t first, const char *id,
                 const char *beside) {
    sheet_need(form->sheet, first, column_of(REVIEW_LAYOUT, id),
               column_of(REVIEW_LAYOUT, beside));
}

static void put_title(const ReviewForm *form, const char *what, Str remark) {
    Arena *arena = form->sheet->arena;
    Str who = agent_title(arena, form->agent);
    sheet_title(form->sheet,
                str_format(arena, "%s: %.*s, %.*s", what, STR_ARG(who),
                           STR_ARG(form->in->period->label)),
                remark, 9);
}

static void put_reviews(ReviewForm *form, const SampledCalls *calls) {
    put_title(form, "Review",
              STR("Listen or read first, then choose your verdict and say why: a verdict "
                  "without a reason is not taken. Leave open what you did not judge. The "
                  "agent answers to any mark, agreed or disputed, also to others than "
                  "these: in the rows at the end, with call and criterion. What the "
                  "machine says is folded away, so that your verdict is your own. The "
                  "turns of these calls stand on the sheet Calls."));
    put_header(form->sheet, REVIEW_LAYOUT, REVIEW_COLUMNS);
    uint32_t first = (uint32_t)form->sheet->rows.len;
    vec_each(const SampledCall, call, calls)
        vec_each(const Mark, mark, &call->card->marks)
            if (is_listed(call, mark)) put_mark(form, call, mark);
    uint32_t spare = (uint32_t)form->sheet->rows.len;
    put_spare(form);
    offer(form, first, REVIEW_LAYOUT, "verdict", 0, VERDICT_COUNT);
    offer(form, first, REVIEW_LAYOUT, "decision", 0, VERDICT_COUNT);
    offer(form, first, REVIEW_LAYOUT, "answer", 1, 2);
    offer(form, spare, REVIEW_LAYOUT, "criterion", 2, form->criteria);
    need(form, first, "reason", "verdict");
    need(form, first, "answer_reason", "answer");
    need(form, first, "decided_by", "decision");
}

// ---- The agreement

static void put_agreement(ReviewForm *form) {
    enum { LINES = 10 };
    Coaching coaching;
    const Rubric *rubric = form->in->tally->rubric;
    coaching_choose(form->sheet->arena, form->in->tally, form->agent, &coaching);
    Str criterion = coaching.work_on_count
                        ? rubric->criteria.items[coaching.work_on[0].than.criterion].id
                        : (Str){0};
    const FormCell cells[] = {{"criterion", criterion},
                              {"agent", form->agent->agent},
                              {"period", form->in->period->label},
                              {0}};
    put_title(
        form, "Agreement",
        STR("One row: the goal, how it is measured, until when, and both names. The "
            "next coaching page tells how the question has gone since."));
    put_header(form->sheet, GOAL_LAYOUT, GOAL_COLUMNS);
    uint32_t first = (uint32_t)form->sheet->rows.len;
    put_cells(form->sheet, GOAL_LAYOUT, cells);
    form->sheet->rows.items[first].lines = LINES;
    offer(form, first, GOAL_LAYOUT, "criterion", 2, form->criteria);
}

// ---- What was said

static void put_turns(Sheet *sheet, const Scorecard *card) {
    for (uint32_t i = 0; i < card->said.len; i++) {
        const Said *said = &card->said.items[i];
        if (!said->text.len) continue;
        sheet_row(sheet);
        cell_text(sheet, STYLE_TEXT, card->call);
        cell_count(sheet, i + card->said_from);
        cell_text(sheet, STYLE_RIGHT,
                  said->at_ms == NO_TIME ? STR("–")
                                         : clock_format(sheet->arena, said->at_ms));
        cell_text(sheet, said->role == ROLE_AGENT ? STYLE_STRONG : STYLE_TEXT,
                  role_name(said->role));
        cell_text(sheet, STYLE_WRAP, said->text);
    }
}

static void put_calls(Sheet *sheet, const SampledCalls *calls) {
    static const SheetColumn COLUMNS[] = {{"Call", 14},
                                          {"Turn", 6},
                                          {"Time in the call", 9},
                                          {"Who", 10},
                                          {"What was said", 94}};
    sheet_headers(sheet, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    sheet_freeze(sheet, 1, true);
    sheet->grid = sheet->portrait = true;
    vec_each(const SampledCall, call, calls) put_turns(sheet, call->card);
}

void review_book(const ReportInput *in, const AgentTally *agent, Book *book) {
    enum { SEED = 1, EACH = 1 };
    ReviewForm form = {.in = in, .agent = agent};
    SampledCalls calls = sample_agent(book->arena, in->tally->rubric, agent, SEED, EACH);
    Str who = agent_title(book->arena, agent);
    book->title = str_format(book->arena, "Review of %.*s, %.*s", STR_ARG(who),
                             STR_ARG(in->period->label));
    Sheet *reviews = book_add(book, STR("Review"));
    Sheet *agreement = book_add(book, STR("Agreement"));
    put_calls(book_add(book, STR("Calls")), &calls);
    put_lists(&form, book_add(book, STR("Lists")));
    form.sheet = reviews;
    put_reviews(&form, &calls);
    form.sheet = agreement;
    put_agreement(&form);
    for (size_t i = 0; i < book->sheets.len; i++) sheet_fit(book->sheets.items[i]);
}

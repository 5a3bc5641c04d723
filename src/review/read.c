#include "review/read.h"

#include "base/utf8.h"
#include "review/form.h"
#include "text/rows.h"

enum { COLUMNS_MOST = 16 };

typedef struct {
    Arena *arena;
    Store *store;
    Diags *diags;
    Reviewed *reviewed;
    Str path, file;
    Rows rows;
    const CsvRow *row;
    Cells cells;
    const FormColumn *columns;
    size_t at[COLUMNS_MOST]; // where each column stands; SIZE_MAX: nowhere
    size_t width;            // of the header
} FormTable;

// ---- Complaints

static size_t place_of(const FormTable *table, const char *id) {
    for (size_t i = 0; table->columns[i].id; i++)
        if (strcmp(table->columns[i].id, id) == 0) return table->at[i];
    return SIZE_MAX;
}

// Of a row, at one of its columns.
static bool refuse(FormTable *table, const char *column, Str text, const char *hint) {
    size_t at = place_of(table, column);
    Place place = rows_place(&table->rows, table->row, at == SIZE_MAX ? 0 : at);
    Diag *diag = diag_add(table->diags, DIAG_ERROR, place, "%.*s", STR_ARG(text));
    diag->hint = str_from(hint);
    return false;
}

static Str one_of(Arena *arena, const char *const *words) {
    Buf out = {.arena = arena};
    for (size_t i = 0; words[i]; i++) {
        bool last = i && !words[i + 1];
        buf_format(&out, "%s%s", !i ? "" : last ? " or " : ", ", words[i]);
    }
    return buf_str(&out);
}

// ---- A row

static Str cell_of(FormTable *table, size_t at) {
    size_t repaired;
    if (at >= table->cells.count) return (Str){0};
    Str text = str_trim(table->cells.items[at]);
    return str_copy(table->arena, utf8_repair(table->arena, text, &repaired));
}

static Str *text_at(void *row, const FormColumn *column) {
    return (Str *)((char *)row + column->offset);
}

static void fill(FormTable *table, void *row) {
    for (size_t i = 0; table->columns[i].id; i++)
        *text_at(row, &table->columns[i]) = cell_of(table, table->at[i]);
}

// A verdict becomes what records call it.
static bool settle_verdict(FormTable *table, const char *column, Str *word) {
    Verdict verdict;
    if (!word->len) return true;
    if (!verdict_chosen(*word, &verdict)) {
        Str choices = one_of(table->arena, VERDICT_CHOICES);
        return refuse(table, column,
                      str_format(table->arena, "unknown verdict '%.*s'", STR_ARG(*word)),
                      str_z(table->arena, choices));
    }
    *word = verdict_name(verdict);
    return true;
}

static bool settle_answer(FormTable *table, Str *word) {
    for (size_t i = 0; ANSWER_CHOICES[i]; i++)
        if (str_eq_fold(*word, str_from(ANSWER_CHOICES[i]))) {
            *word = str_from(ANSWER_CHOICES[i]);
            return true;
        }
    Str choices = one_of(table->arena, ANSWER_CHOICES);
    return !word->len ||
           refuse(table, "answer",
                  str_format(table->arena, "unknown answer '%.*s'", STR_ARG(*word)),
                  str_z(table->arena, choices));
}

static bool settle_turn(FormTable *table, Str turn) {
    int64_t number;
    if (!turn.len || (str_to_int(turn, &number) && number > 0 && number <= UINT32_MAX))
        return true;
    return refuse(table, "turn",
                  str_format(table->arena, "bad turn '%.*s'", STR_ARG(turn)),
                  "the number of a turn, counted from 1");
}

// What must stand beside what is reviewed.
static bool is_complete(FormTable *table, const Review *review) {
    bool disputed = str_eq(review->answer, STR("disputed"));
    if (!review->agent.len)
        return refuse(table, "agent", STR("row without an agent"),
                      "copy the agent's id from another row");
    if (!review->call.len)
        return refuse(table, "call", STR("row without a call"), "the id of the call");
    if (!review->criterion.len)
        return refuse(table, "criterion", STR("row without a criterion"),
                      "choose the question it is about");
    if (review->verdict.len && !review->reason.len)
        return refuse(table, "reason", STR("verdict without a reason"),
                      "say why: what was said, and in which turn");
    if (disputed && !review->answer_reason.len)
        return refuse(table, "answer_reason", STR("dispute without a reason"),
                      "the agent says why");
    if (review->decision.len && !review->decided_by.len)
        return refuse(table, "decided_by", STR("decision of nobody"),
                      "the name of the person who decided");
    return true;
}

// The machine's verdict, where the row has none, is what the store has.
static bool is_of_store(FormTable *table, Review *review) {
    Arena scratch = {0};
    Scorecard card;
    const Mark *found = NULL;
    Texts ids = {0};
    bool known = store_card(table->store, &scratch, review->call, review->agent, &card);
    if (known)
        vec_each(const Mark, mark, &card.marks) {
            *vec_push(&scratch, &ids) = mark->criterion;
            if (str_eq(mark->criterion, review->criterion)) found = mark;
        }
    if (!known)
        refuse(table, "call",
               str_format(table->arena, "no call '%.*s' of agent '%.*s' in the store",
                          STR_ARG(review->call), STR_ARG(review->agent)),
               "is it the store that the report was made with?");
    else if (!found)
        refuse(table, "criterion",
               str_format(table->arena, "no criterion '%.*s' was marked in this call",
                          STR_ARG(review->criterion)),
               str_z(table->arena,
                     diag_hint(table->arena, review->criterion, ids.items, ids.len)));
    else if (!review->machine.len)
        review->machine = verdict_name(found->verdict);
    arena_free(&scratch);
    return found;
}

static Review *find_review(const Reviewed *reviewed, const Review *review) {
    vec_each(Review, other, &reviewed->reviews)
        if (str_eq(other->call, review->call) &&
            str_eq(other->criterion, review->criterion) &&
            str_eq(other->agent, review->agent) && str_eq(other->period, review->period))
            return other;
    return NULL;
}

// The coach may judge a mark in one row and the agent answer in another.
static void add_review(FormTable *table, Review *review) {
    Review *other = find_review(table->reviewed, review);
    if (!other) {
        *vec_push(table->arena, &table->reviewed->reviews) = *review;
        return;
    }
    for (const FormColumn *column = REVIEW_COLUMNS; column->id; column++) {
        Str *before = text_at(other, column), *now = text_at(review, column);
        if (!now->len || str_eq(*before, *now)) continue;
        if (before->len) {
            refuse(table, column->id, STR("another row says otherwise of this mark"),
                   "one row for each call and criterion");
            return;
        }
        *before = *now;
    }
}

// What is prepared for people to fill in says nothing yet.
static void read_review(FormTable *table) {
    Review review = {.file = table->file};
    fill(table, &review);
    if (!review.verdict.len && !review.answer.len && !review.decision.len) return;
    if (settle_verdict(table, "verdict", &review.verdict) &&
        settle_verdict(table, "decision", &review.decision) &&
        settle_verdict(table, "machine", &review.machine) &&
        settle_answer(table, &review.answer) && settle_turn(table, review.turn) &&
        is_complete(table, &review) && is_of_store(table, &review))
        add_review(table, &review);
}

static bool has_goal(const Reviewed *reviewed, const Goal *goal) {
    vec_each(const Goal, other, &reviewed->goals)
        if (str_eq(other->agent, goal->agent) && str_eq(other->period, goal->period))
            return true;
    return false;
}

static void read_goal(FormTable *table) {
    Goal goal = {.file = table->file};
    fill(table, &goal);
    bool any = goal.goal.len || goal.measure.len || goal.due.len || goal.comment.len ||
               goal.agent_name.len || goal.coach.len || goal.notes.len;
    if (!any) return;
    if (!goal.agent.len)
        refuse(table, "agent", STR("row without an agent"),
               "copy the agent's id from another row");
    else if (has_goal(table->reviewed, &goal))
        refuse(table, "goal", STR("second agreement of one agent and period"),
               "put both in one row");
    else
        *vec_push(table->arena, &table->reviewed->goals) = goal;
}

static void read_row(FormTable *table) {
    Place place = rows_place(&table->rows, table->row, 0);
    if (table->row->problem)
        diag_add(table->diags, DIAG_ERROR, table->row->bad, "%s", table->row->problem);
    else if (table->cells.count != table->width)
        diag_add(table->diags, DIAG_ERROR, place,
                 "row of %zu cells under a header of %zu", table->cells.count,
                 table->width);
    else if (table->columns == REVIEW_COLUMNS)
        read_review(table);
    else
        read_goal(table);
}

// ---- A table

static void find_columns(FormTable *table, const FormColumn *columns) {
    table->columns = columns;
    for (size_t i = 0; columns[i].id; i++) {
        table->at[i] = SIZE_MAX;
        for (size_t c = table->width; c-- > 0;) {
            Str name = str_trim(table->cells.items[c]);
            if (str_eq_fold(name, str_from(columns[i].id)) ||
                str_eq_fold(name, str_from(columns[i].title)))
                table->at[i] = c;
        }
    }
}

// Which of the two tables it is, if any.
static bool is_form(FormTable *table) {
    table->width = table->cells.count;
    find_columns(table, REVIEW_COLUMNS);
    if (place_of(table, "call") != SIZE_MAX && place_of(table, "criterion") != SIZE_MAX &&
        (place_of(table, "verdict") != SIZE_MAX || place_of(table, "answer") != SIZE_MAX))
        return true;
    find_columns(table, GOAL_COLUMNS);
    return place_of(table, "goal") != SIZE_MAX && place_of(table, "agent") != SIZE_MAX;
}

static bool is_blank(const CsvRow *row) {
    return !row->problem && !str_trim(row->text).len;
}

// False when it is neither table.
static bool read_table(FormTable *table) {
    CsvRow row;
    bool form = false;
    table->row = &row;
    while (rows_next(&table->rows, &row)) {
        if (is_blank(&row)) continue;
        table->cells = rows_cells(&table->rows, &row);
        if (form)
            read_row(table);
        else if (!(form = is_form(table)))
            return false;
    }
    return form;
}

static bool read_source(FormTable *table, Source *source) {
    rows_open(&table->rows, table->arena, source, table->path);
    bool form = !source->problem[0] && read_table(table);
    rows_close(&table->rows);
    return form;
}

static bool fail(const FormTable *table, Str text, const char *hint) {
    Diag *diag = diag_add(table->diags, DIAG_ERROR, (Place){.path = table->path}, "%.*s",
                          STR_ARG(text));
    diag->hint = str_from(hint);
    return false;
}

// Sheets that are neither table are people's own.
static bool read_sheets(FormTable *table, Source *source) {
    Str path = table->path;
    bool any = false;
    for (size_t i = 0; i < source->book->sheets.len; i++) {
        if (i) source_open_sheet(source, i);
        table->path = str_format(table->arena, "%.*s/%.*s", STR_ARG(path),
                                 STR_ARG(source->book->sheets.items[i].name));
        any = read_source(table, source) || any;
    }
    table->path = path;
    return any;
}

bool reviewed_read(Arena *arena, Store *store, Str path, Str file, Reviewed *reviewed,
                   Diags *diags) {
    Source source;
    FormTable table = {.arena = arena,
                       .store = store,
                       .diags = diags,
                       .reviewed = reviewed,
                       .path = path,
                       .file = file};
    if (!source_open(&source, path)) return fail(&table, str_from(source.problem), "");
    bool form = !source.archive && (source.book ? read_sheets(&table, &source)
                                                : read_source(&table, &source));
    if (source.problem[0])
        form = fail(&table, str_from(source.problem), "");
    else if (!form)
        fail(&table, STR("neither reviews nor agreements"),
             "a table of reviews has the columns agent, period, call, criterion, verdict "
             "and reason");
    source_close(&source);
    return form;
}

#include "score/table.h"

#include "base/date.h"
#include "base/listing.h"
#include "base/utf8.h"
#include "score/card_value.h"
#include "score/quotes.h"

#define COLUMN(type, member) \
    { #member, type, offsetof(Scorecard, member) }
#define CALL_COLUMNS                                                                  \
    COLUMN(LIST_TEXT, call), COLUMN(LIST_TEXT, agent), COLUMN(LIST_TEXT, agent_name), \
        COLUMN(LIST_TEXT, team), COLUMN(LIST_TEXT, channel),                          \
        COLUMN(LIST_DATE, started_at), COLUMN(LIST_TEXT, customer)

static const ListColumn CARD[] = {
    CALL_COLUMNS,
    COLUMN(LIST_COUNT, turns),
    COLUMN(LIST_COUNT, agent_words),
    COLUMN(LIST_INT, duration_ms),
    COLUMN(LIST_TEXT, rubric),
    COLUMN(LIST_TEXT, rubric_version),
    COLUMN(LIST_TEXT, rubric_hash),
    COLUMN(LIST_SCORE, score),
    COLUMN(LIST_SCORE, compensatory),
    COLUMN(LIST_TEXT, band),
    COLUMN(LIST_TEXTS, flags),
    COLUMN(LIST_COUNT, judged),
    COLUMN(LIST_COUNT, judged_of),
    COLUMN(LIST_TEXT, too_little),
    {0},
};
// What the rubric names stands before these and between them.
static const ListColumn TIMES[] = {
    COLUMN(LIST_INT, wait_ms),
    COLUMN(LIST_INT, first_reply_ms),
    COLUMN(LIST_INT, max_reply_ms),
    {0},
};
static const ListColumn PROBLEMS[] = {COLUMN(LIST_TEXTS, problems), {0}};
static const ListColumn SCORE[] = {{"", LIST_SCORE, offsetof(PrincipleScore, score)},
                                   {0}};
static const ListColumn VALUE[] = {{"", LIST_NUMBER, offsetof(CardValue, value)}, {0}};

void table_put_header(Buf *out, const Rubric *rubric) {
    list_put_names(out, CARD);
    vec_each(const Principle, principle, &rubric->principles)
        list_put_cell(out, principle->id);
    vec_each(const Criterion, criterion, &rubric->criteria) {
        if (!criterion->observable) continue;
        buf_put(out, rubric->principles.items[criterion->principle].id);
        buf_byte(out, '.');
        list_put_cell(out, criterion->id);
    }
    list_put_names(out, TIMES);
    vec_each(const Measure, measure, &rubric->measures)
        if (measure_is_kept(rubric, measure)) list_put_cell(out, measure->of_text);
    list_put_header(out, PROBLEMS);
}

void table_put(Buf *out, const Rubric *rubric, const Scorecard *card) {
    list_put_cells(out, CARD, card);
    vec_each(const PrincipleScore, item, &card->principles)
        list_put_cells(out, SCORE, item);
    vec_each(const Mark, mark, &card->marks)
        list_put_cell(out, verdict_name(mark->verdict));
    list_put_cells(out, TIMES, card);
    vec_each(const Measure, measure, &rubric->measures) {
        const CardValue item = {.value = card_value(card, measure)};
        if (measure_is_kept(rubric, measure)) list_put_cells(out, VALUE, &item);
    }
    list_put_csv(out, PROBLEMS, card);
}

static const ListColumn SCORES_CALL[] = {
    CALL_COLUMNS,
    COLUMN(LIST_SCORE, score),
    COLUMN(LIST_TEXT, band),
    COLUMN(LIST_TEXTS, flags),
    COLUMN(LIST_COUNT, judged),
    COLUMN(LIST_COUNT, judged_of),
    {0},
};
static const ListColumn SCORES_PRINCIPLE[] = {
    {"principle", LIST_TEXT, offsetof(PrincipleScore, id)},
    {"principle_score", LIST_SCORE, offsetof(PrincipleScore, score)},
    {"weight", LIST_WEIGHT, offsetof(PrincipleScore, weight)},
    {"applied", LIST_SCORE, offsetof(PrincipleScore, applied)},
    {"floor", LIST_SCORE, offsetof(PrincipleScore, floor)},
    {0},
};

void scores_put_header(Buf *out) {
    list_put_names(out, SCORES_CALL);
    list_put_header(out, SCORES_PRINCIPLE);
}

void scores_put(Buf *out, const Scorecard *card) {
    vec_each(const PrincipleScore, item, &card->principles) {
        list_put_cells(out, SCORES_CALL, card);
        list_put_csv(out, SCORES_PRINCIPLE, item);
    }
}

// ---- One row a mark

typedef struct {
    Str call, agent, agent_name, team, week, principle, criterion, verdict, counted;
    int32_t points; // as a weight; INT32_MIN: it was not decided
    int32_t weight;
    int32_t share; // in percent, to two decimals, as a record has it
    int64_t turn;  // INT64_MIN: there are no words
    Str quote;
} MarkRow;

#define MARK_COLUMN(type, member) \
    { #member, type, offsetof(MarkRow, member) }
static const ListColumn MARKS[] = {
    MARK_COLUMN(LIST_TEXT, call),
    MARK_COLUMN(LIST_TEXT, agent),
    MARK_COLUMN(LIST_TEXT, agent_name),
    MARK_COLUMN(LIST_TEXT, team),
    MARK_COLUMN(LIST_TEXT, week),
    MARK_COLUMN(LIST_TEXT, principle),
    MARK_COLUMN(LIST_TEXT, criterion),
    MARK_COLUMN(LIST_TEXT, verdict),
    MARK_COLUMN(LIST_WEIGHT, points),
    MARK_COLUMN(LIST_WEIGHT, weight),
    MARK_COLUMN(LIST_WEIGHT, share),
    MARK_COLUMN(LIST_TEXT, counted),
    MARK_COLUMN(LIST_INT, turn),
    MARK_COLUMN(LIST_TEXT, quote),
    {0},
};

void marks_put_header(Buf *out) { list_put_header(out, MARKS); }

// On one line.
static Str short_quote(Arena *arena, Str quote) {
    enum { QUOTE_MOST = 80 };
    Str shown = utf8_clip(quote, QUOTE_MOST);
    Buf out = {.arena = arena};
    buf_line(&out, shown);
    if (shown.len < quote.len) buf_text(&out, "...");
    return buf_str(&out);
}

static MarkRow mark_row(Arena *arena, const Scorecard *card, const Mark *mark) {
    MarkRow row = {.call = card->call,
                   .agent = card->agent,
                   .agent_name = card->agent_name,
                   .team = card->team,
                   .principle = mark->principle,
                   .criterion = mark->criterion,
                   .verdict = verdict_name(mark->verdict),
                   .counted = mark->uncounted ? STR("false") : STR("true"),
                   .points = mark_is_decided(mark) ? mark->points : INT32_MIN,
                   .weight = mark->weight,
                   .share = (mark->share + 5) / 10 * 10,
                   .turn = INT64_MIN};
    if (card->started_at != NO_TIME) row.week = date_format_week(arena, card->started_at);
    Quote last = {0};
    QuoteWalk walk = quotes_of(mark);
    if (!walk.left) return row;
    for (const Quote *quote; (quote = quote_next(&walk));) last = *quote;
    row.turn = last.turn;
    row.quote = short_quote(arena, last.quote);
    return row;
}

void marks_put(Buf *out, const Scorecard *card) {
    Arena scratch = {0};
    vec_each(const Mark, mark, &card->marks) {
        MarkRow row = mark_row(&scratch, card, mark);
        list_put_csv(out, MARKS, &row);
    }
    arena_free(&scratch);
}

// Scorecard: one row a call, one column a criterion, each mark linked to its evidence.
#include "call/part.h"
#include "report/ruling_words.h"
#include "report/sheets.h"
#include "report/words.h"

enum {
    FIXED_COLUMNS = 8,
    PRINTED_MOST = 160 // four pages
};

static void put_title(const AgentTally *agent, Sheet *sheet) {
    Str title = agent_title(sheet->arena, agent);
    sheet_title(
        sheet, str_format(sheet->arena, "Calls of %.*s", STR_ARG(title)),
        STR("One row a call, the latest first. Follow a mark to the words behind it. ✓ met   ~ partly   "
            "✗ not met   – n/a: the call gave no occasion   ? not assessable: something "
            "needed was missing   ° not counted: for a person to check"),
        FIXED_COLUMNS + 16);
}

// Principles that no column stands for.
static void put_unobservable(const Rubric *rubric, Sheet *sheet) {
    Buf out = {.arena = sheet->arena};
    vec_each(const Principle, principle, &rubric->principles) {
        if (principle->observable) continue;
        buf_text(&out,
                 out.len ? ", " : "Without a column, not to be seen in a transcript: ");
        buf_put(&out, principle->title);
    }
    if (!out.len) return;
    sheet_row(sheet);
    cell_text(sheet, STYLE_LABEL, buf_str(&out));
    cell_span(sheet, FIXED_COLUMNS + 16);
}

static void put_principles(const Rubric *rubric, Sheet *sheet) {
    sheet_row(sheet);
    for (int i = 0; i < FIXED_COLUMNS; i++) cell_empty(sheet, STYLE_TEXT);
    vec_each(const Principle, principle, &rubric->principles) {
        uint32_t columns = 0;
        for (uint32_t i = 0; i < principle->count; i++)
            columns += rubric->criteria.items[principle->first + i].observable;
        if (!columns) continue;
        cell_text(sheet, STYLE_HEADER, principle->title);
        cell_span(sheet, columns);
    }
}

static void put_columns(const AgentPages *pages, Sheet *sheet) {
    const Rubric *rubric = pages->in->tally->rubric;
    static const SheetColumn COLUMNS[FIXED_COLUMNS] = {
        {"Call", 12}, {"Date", 11},      {"Time", 7},  {"Channel", 9},
        {"Score", 8}, {"Judged on", 11}, {"Band", 17}, {"Flags", 14}};
    sheet_headers(sheet, COLUMNS, FIXED_COLUMNS);
    for (uint32_t i = 0; i < rubric->criteria.len; i++) {
        const Criterion *criterion = &rubric->criteria.items[i];
        if (!criterion->observable) continue;
        sheet_column(sheet, 4.6);
        if (!verdicts_decided(pages->agent->verdicts[i])) sheet_fold(sheet);
        Str name = id_words(sheet->arena, criterion->id);
        if (criterion->uncounted.len)
            name = str_format(sheet->arena, "%.*s °", STR_ARG(name));
        cell_text(sheet, STYLE_HEADER_TALL, name);
    }
    sheet_freeze(sheet, 1, true);
}

// ---- All calls

static void put_total(const AgentPages *pages, Sheet *sheet, uint32_t criterion) {
    const uint32_t *verdicts = pages->agent->verdicts[criterion];
    uint32_t decided = verdicts_decided(verdicts);
    if (decided)
        cell_number(sheet, STYLE_TOTAL, NUMBER_SHARE,
                    (double)verdicts[VERDICT_MET] / decided);
    else
        cell_empty(sheet, STYLE_TOTAL);
}

// Above the columns' heads, so that sorting and filtering leave it alone.
static void put_totals(const AgentPages *pages, Sheet *sheet) {
    const AgentTally *agent = pages->agent;
    const Rubric *rubric = pages->in->tally->rubric;
    Estimate mean = sums_estimate(&agent->score);
    double scored = (double)agent->score.count;
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, STR("All calls"));
    cell_span(sheet, 3);
    cell_count(sheet, agent->calls);
    cell_mean(sheet, STYLE_STRONG, &mean);
    cell_text(sheet, STYLE_WRAP,
              scored > 0 ? str_format(sheet->arena, "%.1f of %.0f",
                                      (double)agent->judged / scored,
                                      (double)agent->judged_of / scored)
                         : STR("–"));
    cell_text(sheet, STYLE_LABEL, STR("met, of those that were decided:"));
    cell_span(sheet, 2);
    for (uint32_t i = 0; i < rubric->criteria.len; i++)
        if (rubric->criteria.items[i].observable) put_total(pages, sheet, i);
}

// ---- One call

// The agent's share, the flags, and that the roles are a guess.
static Str notes_words(Arena *arena, const Scorecard *card) {
    const Str notes[] = {part_words(arena, &card->part), flags_words(arena, card),
                         roles_words(arena, card->roles, card->roles_percent)};
    Buf out = {.arena = arena};
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        if (out.len && notes[i].len) buf_text(&out, ", ");
        buf_put(&out, notes[i]);
    }
    return buf_str(&out);
}

static Str time_of(Arena *arena, const Scorecard *card) {
    return str_slice(date_format(arena, card->started_at), 11,
                     16); // 2026-10-12T09:41:07Z
}

static void put_call(const Scorecard *card, Sheet *sheet) {
    bool assessed = card->score != NO_SCORE;
    cell_text(sheet, STYLE_TEXT, card->call);
    cell_day(sheet, card->started_at);
    bool timed = card->started_at != NO_TIME;
    cell_text(sheet, STYLE_TEXT, timed ? time_of(sheet->arena, card) : STR("–"));
    cell_text(sheet, STYLE_TEXT, card->channel);
    cell_score(sheet, STYLE_TEXT, card->score);
    cell_text(sheet, STYLE_WRAP,
              str_format(sheet->arena, "%u of %u", card->judged, card->judged_of));
    cell_text(sheet, STYLE_WRAP, assessed ? card->band : no_score_words(card));
    cell_text(sheet, STYLE_NOTE, notes_words(sheet->arena, card));
}

// A sign, whose words and reason show when the pointer rests on it.
static void put_mark(const AgentPages *pages, size_t card, uint32_t criterion,
                     Sheet *sheet) {
    const EvidenceRows *evidence = &pages->evidence;
    const Mark *mark = criterion_mark(pages->in->tally->rubric,
                                      pages->agent->cards.items[card], criterion);
    uint32_t row = evidence->rows[card * evidence->criteria + criterion];
    Verdict verdict = mark ? mark->verdict : VERDICT_NOT_ASSESSABLE;
    const Scorecard *of = pages->agent->cards.items[card];
    const Review *review = mark ? ruling_on(pages->in->rulings, of, mark) : NULL;
    Cell *cell = cell_ruled_sign(sheet, review, verdict);
    if (!mark || !row) return;
    Str sign = verdict_sign(verdict), said = ruling_words(sheet->arena, review, verdict);
    Link *link = cell_link(cell, evidence->sheet, row);
    link->tip = said.len ? said : sign;
    Str why = why_words(sheet->arena, pages->in->tally->rubric, mark);
    if (why.len && !said.len)
        link->tip = str_format(sheet->arena, "%.*s: %.*s", STR_ARG(sign), STR_ARG(why));
}

void scorecard_sheet(const AgentPages *pages, Sheet *sheet) {
    const Rubric *rubric = pages->in->tally->rubric;
    put_title(pages->agent, sheet);
    put_unobservable(rubric, sheet);
    put_principles(rubric, sheet);
    put_totals(pages, sheet);
    put_columns(pages, sheet);
    sheet->grid = true;
    for (size_t c = pages->agent->cards.len; c-- > 0;) {
        if (pages->agent->cards.len - c == PRINTED_MOST + 1)
            sheet->printed = (uint32_t)sheet->rows.len;
        sheet_row(sheet);
        put_call(pages->agent->cards.items[c], sheet);
        for (uint32_t i = 0; i < rubric->criteria.len; i++)
            if (rubric->criteria.items[i].observable) put_mark(pages, c, i, sheet);
    }
}

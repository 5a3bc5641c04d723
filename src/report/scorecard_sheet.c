// Scorecard: one row a call, one column a criterion, each mark linked to its evidence.
#include "call/part.h"
#include "report/sheets.h"
#include "report/words.h"

enum { FIXED_COLUMNS = 7 };

static void put_title(const AgentTally *agent, Sheet *sheet) {
    Str title = agent_title(sheet->arena, agent);
    sheet_title(
        sheet, str_format(sheet->arena, "Calls of %.*s", STR_ARG(title)),
        STR("One row a call. Follow a mark to the words behind it. ✓ met   ~ partly   "
            "✗ not met   – n/a: the call gave no occasion   ? not assessable: something "
            "needed was missing"),
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

static void put_columns(const Rubric *rubric, Sheet *sheet) {
    static const SheetColumn COLUMNS[FIXED_COLUMNS] = {
        {"Call", 12},      {"Date", 11}, {"Channel", 9}, {"Score", 8},
        {"Judged on", 11}, {"Band", 14}, {"Flags", 20}};
    sheet_headers(sheet, COLUMNS, FIXED_COLUMNS);
    vec_each(const Criterion, criterion, &rubric->criteria) {
        if (!criterion->observable) continue;
        sheet_column(sheet, 4.2);
        Str name = id_words(sheet->arena, criterion->id);
        if (criterion->uncounted.len)
            name = str_format(sheet->arena, "%.*s (not counted)", STR_ARG(name));
        cell_text(sheet, STYLE_HEADER_TALL, name);
    }
    sheet_freeze(sheet, 1, true);
}

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

static void put_call(const Scorecard *card, Sheet *sheet) {
    bool assessed = card->score != NO_SCORE;
    cell_text(sheet, STYLE_TEXT, card->call);
    cell_day(sheet, card->started_at);
    cell_text(sheet, STYLE_TEXT, card->channel);
    cell_score(sheet, STYLE_TEXT, card->score);
    cell_text(sheet, STYLE_WRAP,
              str_format(sheet->arena, "%u of %u", card->judged, card->judged_of));
    cell_text(sheet, STYLE_WRAP, assessed ? card->band : no_score_words(card));
    cell_text(sheet, STYLE_NOTE, notes_words(sheet->arena, card));
}

static const Mark *mark_of(const Scorecard *card, Str criterion) {
    vec_each(const Mark, mark, &card->marks)
        if (str_eq(mark->criterion, criterion)) return mark;
    return NULL;
}

// A sign, whose words and reason show when the pointer rests on it.
static void put_mark(const Scorecard *card, Str criterion, uint32_t row,
                     const EvidenceRows *evidence, Sheet *sheet) {
    const Mark *mark = mark_of(card, criterion);
    Verdict verdict = mark ? mark->verdict : VERDICT_NOT_ASSESSABLE;
    Cell *cell = cell_sign(sheet, verdict);
    if (!mark || !row) return;
    Str sign = verdict_sign(verdict);
    cell_link(cell, evidence->sheet, row);
    cell->tip = sign;
    if (mark->why.len)
        cell->tip =
            str_format(sheet->arena, "%.*s: %.*s", STR_ARG(sign), STR_ARG(mark->why));
}

void scorecard_sheet(const ReportInput *in, const AgentTally *agent,
                     const EvidenceRows *evidence, Sheet *sheet) {
    const Rubric *rubric = in->tally->rubric;
    put_title(agent, sheet);
    put_unobservable(rubric, sheet);
    put_principles(rubric, sheet);
    put_columns(rubric, sheet);
    sheet->grid = true;
    for (size_t c = 0; c < agent->cards.len; c++) {
        sheet_row(sheet);
        put_call(agent->cards.items[c], sheet);
        for (size_t i = 0; i < rubric->criteria.len; i++)
            if (rubric->criteria.items[i].observable)
                put_mark(agent->cards.items[c], rubric->criteria.items[i].id,
                         evidence->rows[c * evidence->criteria + i], evidence, sheet);
    }
}

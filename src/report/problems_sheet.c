// Problems: what was refused, what could not be assessed, what gave up.
#include "report/sheets.h"
#include "report/words.h"

static void put_columns(Sheet *sheet) {
    static const SheetColumn COLUMNS[] = {{"What", 22},  {"File", 40}, {"Line", 8},
                                          {"Column", 8}, {"Call", 16}, {"Agent", 16},
                                          {"Reason", 70}};
    sheet_headers(sheet, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    sheet_freeze(sheet, 0, true);
    sheet->grid = true;
}

static void put_number(Sheet *sheet, uint32_t number) {
    cell_known(sheet, STYLE_TEXT, NUMBER_COUNT, number, number);
}

static void put_input(Sheet *sheet, const Diag *diag) {
    sheet_row(sheet);
    cell_text(sheet, STYLE_TEXT,
              diag->level == DIAG_ERROR ? STR("✗ input refused") : STR("input"));
    cell_text(sheet, STYLE_WRAP, diag->place.path);
    put_number(sheet, diag->place.line);
    put_number(sheet, diag->place.col);
    cell_text(sheet, STYLE_TEXT, diag->call);
    cell_text(sheet, STYLE_TEXT, (Str){0});
    cell_text(sheet, STYLE_WRAP, diag_words(sheet->arena, diag));
}

static void put_call(Sheet *sheet, Str what, const Scorecard *card, Str reason) {
    sheet_row(sheet);
    cell_text(sheet, STYLE_TEXT, what);
    cell_text(sheet, STYLE_FAINT, STR("–"));
    cell_none(sheet);
    cell_none(sheet);
    cell_text(sheet, STYLE_TEXT, card->call);
    cell_text(sheet, STYLE_TEXT, scorecard_agent(card));
    cell_text(sheet, STYLE_WRAP, reason);
}

static bool gave_up(const Mark *mark) {
    return mark->verdict == VERDICT_NOT_ASSESSABLE && str_has(mark->why, STR("gave up"));
}

static void put_card(Sheet *sheet, const Scorecard *card) {
    if (card->score == NO_SCORE)
        put_call(sheet,
                 card->too_little.len ? STR("? call too little to judge")
                                      : STR("? call not assessable"),
                 card, card_why(card));
    vec_each(const Mark, mark, &card->marks)
        if (gave_up(mark))
            put_call(sheet, STR("? pattern gave up"), card,
                     str_format(sheet->arena, "%.*s: %.*s", STR_ARG(mark->criterion),
                                STR_ARG(mark->why)));
    if (card->roles == ROLES_GUESSED)
        put_call(sheet, STR("? roles guessed"), card,
                 roles_words(sheet->arena, card->roles, card->roles_percent));
    vec_each(const Str, problem, &card->problems)
        if (!str_eq(*problem, card_why(card)))
            put_call(sheet, STR("call repaired"), card, *problem);
}

void problems_sheet(const ReportInput *in, Sheet *sheet) {
    put_columns(sheet);
    vec_each(const Diag, diag, &in->problems->items) put_input(sheet, diag);
    for (size_t c = 0; c < in->tally->team.cards.len; c++)
        put_card(sheet, in->tally->team.cards.items[c]);
    if (sheet->rows.len > sheet->header_rows) return;
    sheet_row(sheet);
    cell_text(sheet, STYLE_NOTE, STR("None."));
}

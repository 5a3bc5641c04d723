// Criteria: how each came out over all calls.
#include "report/proof_words.h"
#include "report/sheets.h"
#include "report/words.h"

enum {
    CRITERION,
    PRINCIPLE,
    QUESTION,
    FIRST_COUNT,
    FIRST_SHARE = FIRST_COUNT + VERDICT_COUNT
};

static void put_columns(const Relations *relations, Sheet *sheet) {
    static const SheetColumn COLUMNS[FIRST_COUNT] = {
        {"Criterion", 24}, {"Principle", 18}, {"Question", 48}};
    sheet_headers(sheet, COLUMNS, FIRST_COUNT);
    sheet_columns(sheet, 2 * VERDICT_COUNT + 1, 10);
    for (Verdict v = VERDICT_MET; v < VERDICT_COUNT; v++)
        cell_text(sheet, STYLE_HEADER,
                  str_format(sheet->arena, "%.*s, calls", STR_ARG(verdict_sign(v))));
    for (Verdict v = VERDICT_MET; v < VERDICT_COUNT; v++)
        cell_text(sheet, STYLE_HEADER,
                  str_format(sheet->arena, "%.*s, share", STR_ARG(verdict_sign(v))));
    cell_text(sheet, STYLE_HEADER, STR("Mean points where decided"));
    sheet_column(sheet, 40);
    cell_text(sheet, STYLE_HEADER, STR("Agreement with readers"));
    for (OutcomeField o = 0; o < OUTCOME_COUNT; o++) {
        if (!relations->any[o]) continue;
        sheet_column(sheet, 20);
        cell_text(sheet, STYLE_HEADER, outcome_title(sheet->arena, o));
    }
}

static void put_relations(const Tally *tally, uint32_t index, Sheet *sheet) {
    for (OutcomeField o = 0; o < OUTCOME_COUNT; o++)
        if (tally->relations.any[o])
            cell_text(sheet, STYLE_WRAP,
                      relation_words(sheet->arena, &tally->relations.criteria[index][o]));
}

// Mean points, from 0 to 1, of the calls with a verdict.
static double mean_points(const Criterion *criterion, const uint32_t *verdicts,
                          uint32_t decided) {
    double partly = criterion->partly_points / 1000.0;
    return (verdicts[VERDICT_MET] + verdicts[VERDICT_PARTLY] * partly) / decided;
}

static void put_names(const Rubric *rubric, const Criterion *criterion, Str question,
                      Sheet *sheet) {
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, id_words(sheet->arena, criterion->id));
    cell_text(sheet, STYLE_WRAP, rubric->principles.items[criterion->principle].title);
    cell_text(sheet, STYLE_NOTE, question);
}

static void put_unobservable(const Tally *tally, uint32_t index, Sheet *sheet) {
    const Criterion *criterion = &tally->rubric->criteria.items[index];
    put_names(tally->rubric, criterion, unobservable_words(sheet->arena, criterion),
              sheet);
    for (int i = FIRST_COUNT; i <= FIRST_SHARE + VERDICT_COUNT + 1; i++) cell_none(sheet);
    put_relations(tally, index, sheet);
}

static void put_criterion(const Tally *tally, uint32_t index, Sheet *sheet) {
    const Criterion *criterion = &tally->rubric->criteria.items[index];
    const uint32_t *verdicts = tally->team.verdicts[index];
    size_t all = tally->team.cards.len;
    uint32_t decided = verdicts_decided(verdicts);
    put_names(tally->rubric, criterion, criterion->ask, sheet);
    for (int v = 0; v < VERDICT_COUNT; v++) cell_count(sheet, verdicts[v]);
    for (int v = 0; v < VERDICT_COUNT; v++)
        cell_number(sheet, STYLE_TEXT, NUMBER_SHARE,
                    all ? (double)verdicts[v] / (double)all : 0);
    cell_known(sheet, STYLE_TEXT, NUMBER_POINTS, decided,
               mean_points(criterion, verdicts, decided));
    cell_text(sheet, STYLE_NOTE, agreement_words(sheet->arena, tally->rubric, index));
    put_relations(tally, index, sheet);
}

void criteria_sheet(const ReportInput *in, Sheet *sheet) {
    const Rubric *rubric = in->tally->rubric;
    sheet_row(sheet);
    cell_text(sheet, STYLE_TITLE, STR("Criteria"));
    put_columns(&in->tally->relations, sheet);
    sheet_freeze(sheet, 1, true);
    sheet->grid = true;
    for (uint32_t i = 0; i < rubric->criteria.len; i++)
        if (rubric->criteria.items[i].observable) put_criterion(in->tally, i, sheet);
    for (uint32_t i = 0; i < rubric->criteria.len; i++)
        if (!rubric->criteria.items[i].observable) put_unobservable(in->tally, i, sheet);
    for (uint32_t v = 0; v < VERDICT_COUNT; v++)
        sheet_shade(sheet, SHADE_BAR, 1, sheet->header_rows, FIRST_SHARE + v);
}

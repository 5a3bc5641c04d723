// Measures: every average with a target, for every team, agent or channel it is of.
#include "report/measure_words.h"
#include "report/sheets.h"

enum { OWN_COLUMNS = 3 };

static void put_columns(Sheet *sheet) {
    static const char *const TITLES[OWN_COLUMNS] = {"Measure", "What it is", "Whose"};
    static const double WIDTHS[OWN_COLUMNS + MEASURE_CELLS] = {24, 40, 24, 11,
                                                               17, 22, 15, 11};
    sheet_row(sheet);
    for (size_t i = 0; i < OWN_COLUMNS + MEASURE_CELLS; i++) {
        sheet_column(sheet, WIDTHS[i]);
        cell_text(sheet, STYLE_HEADER,
                  i < OWN_COLUMNS ? str_from(TITLES[i])
                                  : MEASURE_TITLES[i - OWN_COLUMNS]);
    }
}

void measures_sheet(const ReportInput *in, Sheet *sheet) {
    const Tally *tally = in->tally;
    sheet_title(
        sheet, STR("Measures"),
        STR("Averages with targets. They judge no call and change no score. Not certain: "
            "the interval of the mean reaches over the edge of the target. Known in: calls "
            "that have the value, of all. Grey: too few calls."),
        OWN_COLUMNS + MEASURE_CELLS);
    put_columns(sheet);
    sheet_freeze(sheet, 1, true);
    sheet->grid = true;
    vec_each(const MeasureTally, item, &tally->measures) {
        const Measure *measure = item->measure;
        vec_each(const MeasureGroup, group, &item->groups) {
            sheet_row(sheet);
            cell_text(sheet, STYLE_STRONG, measure_title(sheet->arena, measure));
            cell_text(sheet, STYLE_NOTE,
                      measure_words(sheet->arena, tally->rubric, measure));
            cell_text(sheet, STYLE_WRAP,
                      group_words(sheet->arena, tally, measure, group));
            measure_cells(sheet, measure, group);
        }
    }
}

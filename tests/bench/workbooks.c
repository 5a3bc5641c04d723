// The least that libxlsxwriter can be asked to do for so many workbooks: strings in cells
// and two charts, no formats, no thought.
//
//   workbooks FOLDER WORKBOOKS CELLS
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

enum { COLUMNS = 8 };

static void write_one(const char *path, unsigned cells) {
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Evidence");
    char text[64];
    for (unsigned i = 0; i < cells; i++) {
        lxw_row_t row = i / COLUMNS;
        lxw_col_t column = (lxw_col_t)(i % COLUMNS);
        snprintf(text, sizeof text, "what was said in cell %u of it", i);
        if (column == 0)
            worksheet_write_number(sheet, row, column, i, NULL);
        else
            worksheet_write_string(sheet, row, column, text, NULL);
    }
    for (unsigned i = 0; i < 2; i++) {
        lxw_chart *chart = workbook_add_chart(book, LXW_CHART_BAR);
        chart_add_series(chart, NULL, "=Evidence!$A$1:$A$9");
        worksheet_insert_chart(sheet, i * 20, COLUMNS + 1, chart);
    }
    workbook_close(book);
}

int main(int argc, char **argv) {
    if (argc != 4) return 1;
    for (unsigned long i = 0; i < strtoul(argv[2], NULL, 10); i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%lu.xlsx", argv[1], i);
        write_one(path, (unsigned)strtoul(argv[3], NULL, 10));
    }
    return 0;
}

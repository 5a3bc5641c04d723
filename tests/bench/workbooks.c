// The least that libxlsxwriter can be asked to do for so many workbooks of the same
// content: the sheets, cells, formats, rich strings, links, merged cells and row heights
// of one workbook, written from a list with no thought, with temporary files in memory.
// Nothing is cleaned, measured, checked or synced.
//
//   workbooks FOLDER WORKBOOKS LIST
//
// Each line of LIST is a letter and its fields, with tabs between: S name, H row points,
// M row column last-row last-column, C kind row column of a chart, Y name categories
// values labels of each of its series, and cells: N number, T text, B, L location text,
// R pieces (each begins with 1 where it is bold), all with row column format before.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { FIELDS = 64, FORMATS = 256 };

typedef struct {
    char *fields[FIELDS + 1]; // those that are not there are empty
} Line;

static unsigned number(const Line *line, int field) {
    return (unsigned)strtoul(line->fields[field], NULL, 10);
}

static Line *read_list(const char *path, size_t *count) {
    FILE *file = fopen(path, "r");
    Line *lines = NULL;
    char *text = NULL;
    size_t size = 0;
    while (file && getline(&text, &size, file) > 0) {
        text[strcspn(text, "\n")] = '\0';
        char *rest = strdup(text), *end = rest ? strchr(rest, '\0') : NULL;
        lines = realloc(lines, (*count + 1) * sizeof *lines);
        if (!lines || !rest) exit(1);
        for (int i = 0; i <= FIELDS; i++) {
            char *field = i < FIELDS && rest ? strsep(&rest, "\t") : NULL;
            lines[*count].fields[i] = field ? field : end;
        }
        ++*count;
    }
    free(text);
    if (file) fclose(file);
    return lines;
}

static lxw_format *format_of(lxw_workbook *book, lxw_format **formats, unsigned which) {
    if (formats[which]) return formats[which];
    formats[which] = workbook_add_format(book);
    format_set_font_size(formats[which], 8 + which / 4.0);
    return formats[which];
}

static void write_rich(lxw_worksheet *sheet, const Line *line, lxw_format *bold,
                       lxw_format *format) {
    lxw_rich_string_tuple pieces[FIELDS], *list[FIELDS + 1] = {0};
    for (int i = 0; *line->fields[4 + i]; i++) {
        char *piece = line->fields[4 + i];
        pieces[i] = (lxw_rich_string_tuple){*piece == '1' ? bold : NULL, piece + 1};
        list[i] = &pieces[i];
    }
    worksheet_write_rich_string(sheet, number(line, 1), (lxw_col_t)number(line, 2), list,
                                format);
}

static const char *or_null(const char *field) { return *field ? field : NULL; }

static void write_cell(lxw_worksheet *sheet, const Line *line, lxw_format *bold,
                       lxw_format *format) {
    lxw_row_t row = number(line, 1);
    lxw_col_t column = (lxw_col_t)number(line, 2);
    switch (*line->fields[0]) {
    case 'N':
        worksheet_write_number(sheet, row, column, strtod(line->fields[4], NULL), format);
        break;
    case 'T': worksheet_write_string(sheet, row, column, line->fields[4], format); break;
    case 'L':
        worksheet_write_url_opt(sheet, row, column, line->fields[4], format,
                                or_null(line->fields[5]), or_null(line->fields[6]));
        break;
    case 'R': write_rich(sheet, line, bold, format); break;
    default: worksheet_write_blank(sheet, row, column, format);
    }
}

static lxw_chart *make_chart(lxw_workbook *book, const Line *line) {
    bool bars = strcmp(line->fields[1], "bar") == 0;
    return workbook_add_chart(book, bars ? LXW_CHART_BAR_STACKED_PERCENT
                                         : LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS);
}

static void add_series(lxw_chart *chart, const Line *line) {
    lxw_chart_series *series = chart_add_series(chart, line->fields[2], line->fields[3]);
    lxw_chart_data_label labels[FIELDS] = {0}, *list[FIELDS + 1] = {0};
    if (*line->fields[1]) chart_series_set_name(series, line->fields[1]);
    if (!*line->fields[4]) return;
    for (int i = 0; i < FIELDS - 4 && *line->fields[4 + i]; i++) {
        labels[i].value = line->fields[4 + i];
        list[i] = &labels[i];
    }
    chart_series_set_labels(series);
    chart_series_set_labels_custom(series, list);
}

// A chart's line with those of its series, which it must have before it is inserted.
static const Line *write_chart(lxw_workbook *book, lxw_worksheet *sheet, const Line *line,
                               const Line *end) {
    lxw_chart *chart = make_chart(book, line);
    const Line *series = line + 1;
    for (; series < end && *series->fields[0] == 'Y'; series++) add_series(chart, series);
    worksheet_insert_chart(sheet, number(line, 2), (lxw_col_t)number(line, 3), chart);
    return series - 1;
}

static void write_one(const char *path, const Line *lines, size_t count) {
    lxw_workbook_options options = {.tmpdir = "/dev/shm"};
    lxw_workbook *book = workbook_new_opt(path, &options);
    lxw_worksheet *sheet = NULL;
    lxw_format *formats[FORMATS] = {0}, *bold = workbook_add_format(book);
    format_set_bold(bold);
    for (const Line *line = lines; line < lines + count; line++) {
        char what = *line->fields[0];
        if (what == 'S')
            sheet = workbook_add_worksheet(book, line->fields[1]);
        else if (what == 'H')
            worksheet_set_row(sheet, number(line, 1), strtod(line->fields[2], NULL),
                              NULL);
        else if (what == 'M')
            worksheet_merge_range(sheet, number(line, 1), (lxw_col_t)number(line, 2),
                                  number(line, 3), (lxw_col_t)number(line, 4), "", NULL);
        else if (what == 'C')
            line = write_chart(book, sheet, line, lines + count);
        else
            write_cell(sheet, line, bold,
                       format_of(book, formats, number(line, 3) % FORMATS));
    }
    workbook_close(book);
}

int main(int argc, char **argv) {
    size_t count = 0;
    Line *lines = argc == 4 ? read_list(argv[3], &count) : NULL;
    if (!lines) return 1;
    for (unsigned long i = 0; i < strtoul(argv[2], NULL, 10); i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%lu.xlsx", argv[1], i);
        write_one(path, lines, count);
    }
    return 0;
}

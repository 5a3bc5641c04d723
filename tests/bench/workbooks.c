// The least that libxlsxwriter can be asked to do for so many workbooks of the same
// content: every part of one agent's workbook to the byte, written from a list with no
// thought, with temporary files in memory. Nothing is cleaned, measured, checked or
// synced.
//
//   workbooks FOLDER WORKBOOKS LIST
//
// Each line of LIST is a letter and its fields, with tabs between; see unbook.py, which
// makes it. P properties, F a format, S a sheet, K a column, Q what is printed, A a
// filter, M merged cells, H a row's height, C a chart, Y each of its series, I where it
// comes, and cells: N a number, T text, B nothing, L a link, R rich text.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { FIELDS = 128, NUMBERS = 5, FORMATS = 256, TYPE_SIZE = 9 };

typedef struct {
    char what;
    uint32_t numbers[NUMBERS]; // the first fields as such
    char *fields[FIELDS + 1];  // behind the letter; those that are not there are empty
} Line;

typedef struct {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *formats[FORMATS];
    lxw_chart *chart;
} Writer;

// ---- The list

// Tabs and ends of lines within a field.
static void unhide(char *text) {
    for (; *text; text++) *text = *text == '\x1e' ? '\t' : *text == '\x1f' ? '\n' : *text;
}

static void read_line(Line *line, char *text) {
    char *end = strchr(text, '\0');
    line->what = *strsep(&text, "\t");
    for (int i = 0; i <= FIELDS; i++) {
        line->fields[i] = text && i < FIELDS ? strsep(&text, "\t") : end;
        unhide(line->fields[i]);
        if (i < NUMBERS) line->numbers[i] = (uint32_t)strtoul(line->fields[i], NULL, 10);
    }
}

static Line *read_list(const char *path, size_t *count) {
    FILE *file = fopen(path, "r");
    Line *lines = NULL;
    char *text = NULL;
    size_t size = 0;
    while (file && getline(&text, &size, file) > 0) {
        text[strcspn(text, "\n")] = '\0';
        lines = realloc(lines, (*count + 1) * sizeof *lines);
        char *own = strdup(text);
        if (!lines || !own) exit(1);
        read_line(&lines[(*count)++], own);
    }
    free(text);
    if (file) fclose(file);
    return lines;
}

static bool is_set(const Line *line, int field) {
    return *line->fields[field] && strcmp(line->fields[field], "0") != 0;
}

static uint8_t small(const Line *line, int field) {
    return (uint8_t)strtol(line->fields[field], NULL, 10);
}

static double real(const Line *line, int field) {
    return strtod(line->fields[field], NULL);
}

static lxw_color_t color(const Line *line, int field) {
    return (lxw_color_t)strtoul(line->fields[field], NULL, 16);
}

// ---- Looks

static void add_format(Writer *writer, const Line *line) {
    lxw_format *format = workbook_add_format(writer->book);
    writer->formats[line->numbers[0] % FORMATS] = format;
    format_set_font_size(format, real(line, 1));
    format_set_font_color(format, color(line, 2));
    if (is_set(line, 3)) format_set_bold(format);
    if (is_set(line, 4)) format_set_italic(format);
    if (is_set(line, 5)) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (is_set(line, 6)) format_set_num_format(format, line->fields[6]);
    if (is_set(line, 7)) format_set_bg_color(format, color(line, 7));
    if (is_set(line, 8)) format_set_bottom(format, LXW_BORDER_THIN);
    if (is_set(line, 8)) format_set_bottom_color(format, color(line, 8));
    if (is_set(line, 9)) format_set_text_wrap(format);
    if (is_set(line, 10)) format_set_align(format, small(line, 10));
    if (is_set(line, 11)) format_set_align(format, small(line, 11));
    if (is_set(line, 12)) format_set_indent(format, small(line, 12));
    if (is_set(line, 13)) format_set_rotation(format, (int16_t)real(line, 13));
}

static void add_sheet(Writer *writer, const Line *line) {
    lxw_worksheet *sheet = workbook_add_worksheet(writer->book, line->fields[0]);
    writer->sheet = sheet;
    if (is_set(line, 1)) worksheet_hide(sheet);
    worksheet_freeze_panes(sheet, line->numbers[2], (lxw_col_t)line->numbers[3]);
    if (line->numbers[2]) worksheet_repeat_rows(sheet, 0, line->numbers[2] - 1);
    if (!is_set(line, 4)) worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.5, 0.6);
    worksheet_fit_to_pages(sheet, 1, small(line, 5));
    worksheet_set_footer(sheet, line->fields[6]);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
}

static void set_column(lxw_worksheet *sheet, const Line *line) {
    lxw_col_t column = (lxw_col_t)line->numbers[0];
    lxw_row_col_options options = {.hidden = small(line, 2), .level = small(line, 3)};
    worksheet_set_column_opt(sheet, column, column, real(line, 1), NULL, &options);
}

// ---- Cells

static void write_rich(Writer *writer, const Line *line, lxw_format *format) {
    lxw_rich_string_tuple pieces[FIELDS], *list[FIELDS + 1] = {0};
    for (int i = 0; *line->fields[3 + i]; i++) {
        char *text;
        unsigned long font = strtoul(line->fields[3 + i], &text, 10);
        pieces[i] = (lxw_rich_string_tuple){writer->formats[font % FORMATS], text + 1};
        list[i] = &pieces[i];
    }
    worksheet_write_rich_string(writer->sheet, line->numbers[0],
                                (lxw_col_t)line->numbers[1], list, format);
}

static void write_cell(Writer *writer, const Line *line) {
    lxw_worksheet *sheet = writer->sheet;
    lxw_row_t row = line->numbers[0];
    lxw_col_t column = (lxw_col_t)line->numbers[1];
    lxw_format *format = writer->formats[line->numbers[2] % FORMATS];
    char *text = line->fields[3], *tip = *line->fields[5] ? line->fields[5] : NULL;
    switch (line->what) {
    case 'N': worksheet_write_number(sheet, row, column, real(line, 3), format); break;
    case 'T': worksheet_write_string(sheet, row, column, text, format); break;
    case 'L':
        worksheet_write_url_opt(sheet, row, column, text, format, line->fields[4], tip);
        break;
    case 'R': write_rich(writer, line, format); break;
    default: worksheet_write_blank(sheet, row, column, format);
    }
}

// ---- Charts

static void set_axis(lxw_chart_axis *axis, const Line *line, int field) {
    chart_axis_set_min(axis, real(line, field));
    chart_axis_set_max(axis, real(line, field + 1));
    chart_axis_major_gridlines_set_visible(axis, LXW_FALSE);
    if (!is_set(line, field + 2)) {
        chart_axis_off(axis);
        return;
    }
    chart_axis_set_major_unit(axis, real(line, field + 2));
    chart_axis_set_num_format(axis, line->fields[field + 3]);
    chart_axis_set_num_font(axis, &(lxw_chart_font){.size = TYPE_SIZE});
    chart_axis_set_line(axis, &(lxw_chart_line){.none = LXW_TRUE});
}

static void set_legend(lxw_chart *chart, const char *unnamed) {
    int16_t series[FIELDS + 1], count = 0;
    for (char *end; *unnamed && count < FIELDS; unnamed = end)
        series[count++] = (int16_t)strtol(unnamed, &end, 10);
    series[count] = -1;
    chart_legend_delete_series(chart, series);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(chart, &(lxw_chart_font){.size = TYPE_SIZE});
}

static void add_chart(Writer *writer, const Line *line) {
    lxw_chart *chart =
        workbook_add_chart(writer->book, LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS);
    writer->chart = chart;
    chart_title_set_name(chart, line->fields[0]);
    chart_title_set_name_font(chart, &(lxw_chart_font){.size = TYPE_SIZE + 1});
    chart_show_hidden_data(chart);
    set_legend(chart, line->fields[1]);
    set_axis(chart->x_axis, line, 2);
    set_axis(chart->y_axis, line, 6);
}

// Which must have its series by then.
static void insert_chart(Writer *writer, const Line *line) {
    lxw_chart_options options = {.x_scale = real(line, 2),
                                 .y_scale = real(line, 3),
                                 .description = line->fields[4]};
    worksheet_insert_chart_opt(writer->sheet, line->numbers[0],
                               (lxw_col_t)line->numbers[1], writer->chart, &options);
}

static void set_look(lxw_chart_series *series, const Line *line) {
    lxw_color_t ink = color(line, 3);
    double width = real(line, 4);
    lxw_chart_line stroke = {.color = ink,
                             .width = (float)width,
                             .dash_type = small(line, 5),
                             .none = width <= 0};
    chart_series_set_line(series, &stroke);
    chart_series_set_marker_type(series, small(line, 6));
    if (!is_set(line, 7)) return;
    chart_series_set_marker_size(series, small(line, 7));
    chart_series_set_marker_line(series, &(lxw_chart_line){.color = ink, .width = 1});
    chart_series_set_marker_fill(series, &(lxw_chart_fill){.color = ink});
}

static void add_series(lxw_chart *chart, const Line *line) {
    enum { FIRST = 9 };
    lxw_chart_series *series = chart_add_series(chart, line->fields[1], line->fields[2]);
    lxw_chart_data_label labels[FIELDS] = {0}, *list[FIELDS + 1] = {0};
    if (is_set(line, 0)) chart_series_set_name(series, line->fields[0]);
    set_look(series, line);
    if (!*line->fields[FIRST]) return;
    for (int i = 0; *line->fields[FIRST + i]; i++) {
        labels[i].value = line->fields[FIRST + i];
        list[i] = &labels[i];
    }
    chart_series_set_labels(series);
    chart_series_set_labels_custom(series, list);
    chart_series_set_labels_font(series, &(lxw_chart_font){.size = TYPE_SIZE});
    chart_series_set_labels_position(series, small(line, 8));
}

// ---- Workbooks

static void set_properties(lxw_workbook *book, const Line *line) {
    lxw_doc_properties properties = {.title = line->fields[0],
                                     .created = (time_t)real(line, 1)};
    workbook_set_properties(book, &properties);
}

static void write_line(Writer *writer, const Line *line) {
    lxw_worksheet *sheet = writer->sheet;
    const uint32_t *at = line->numbers;
    lxw_col_t first = (lxw_col_t)at[1], last = (lxw_col_t)at[3];
    switch (line->what) {
    case 'P': set_properties(writer->book, line); break;
    case 'F': add_format(writer, line); break;
    case 'S': add_sheet(writer, line); break;
    case 'K': set_column(sheet, line); break;
    case 'Q': worksheet_print_area(sheet, at[0], first, at[2], last); break;
    case 'A': worksheet_autofilter(sheet, at[0], first, at[2], last); break;
    case 'M': worksheet_merge_range(sheet, at[0], first, at[2], last, "", NULL); break;
    case 'H': worksheet_set_row(sheet, at[0], real(line, 1), NULL); break;
    case 'C': add_chart(writer, line); break;
    case 'Y': add_series(writer->chart, line); break;
    case 'I': insert_chart(writer, line); break;
    default: write_cell(writer, line);
    }
}

static void write_one(const char *path, const Line *lines, size_t count) {
    lxw_workbook_options options = {.tmpdir = "/dev/shm"};
    Writer writer = {.book = workbook_new_opt(path, &options)};
    for (size_t i = 0; i < count; i++) write_line(&writer, &lines[i]);
    workbook_close(writer.book);
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

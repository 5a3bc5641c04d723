// A sheet's XML as CSV.
#include "input/workbook.h"

#include "base/buf.h"
#include "base/date.h"

#include <math.h>

// 18.3.1.73: as many rows as a sheet can have; 18.3.1.4: as many columns.
enum { ROW_COUNT_MAX = 1 << 20, COLUMN_COUNT_MAX = 1 << 14 };

typedef struct {
    const Workbook *workbook;
    uint32_t row;    // of the rows, the number of the last that is written
    uint32_t column; // of the cell being read, from 0
    Str style, type;
    bool in_value, phonetic;
    Buf value;     // of the cell being read
    Buf cells;     // of the row being read, without those that are empty at its end
    size_t count;  // of them
    size_t filled; // those that hold something
    size_t width;  // of the header; 0 = it has not come yet
    Buf out;
    Arena values; // what texts of cells are made in
} SheetText;

// ---- What a cell says

// A character that XML cannot hold stands as _x000D_ (22.9.2.19).
static void put_unescaped(Buf *out, Str text) {
    for (size_t at = 0; at < text.len;) {
        Str rest = str_slice(text, at, at + 7);
        bool escape =
            rest.len == 7 && str_starts(rest, STR("_x00")) && rest.ptr[6] == '_';
        unsigned code = 0;
        for (size_t i = 4; escape && i < 6; i++) {
            const char *digits = "0123456789abcdef";
            const char *digit =
                strchr(digits, rest.ptr[i] < 'A' ? rest.ptr[i] : rest.ptr[i] | 0x20);
            escape = digit && *digit;
            if (escape) code = code * 16 + (unsigned)(digit - digits);
        }
        if (escape && code >= ' ' && code < 0x7f) buf_byte(out, (char)code);
        if (escape && (code == '\n' || code == '\t')) buf_byte(out, (char)code);
        if (!escape) buf_byte(out, text.ptr[at]);
        at += escape ? 7 : 1;
    }
}

static Str clock_text(Arena *arena, int64_t ms) {
    Str whole = str_format(arena, "%02lld:%02lld:%02lld", (long long)(ms / 3600000),
                           (long long)(ms / 60000 % 60), (long long)(ms / 1000 % 60));
    if (ms % 1000 == 0) return whole;
    return str_format(arena, "%.*s.%03lld", STR_ARG(whole), (long long)(ms % 1000));
}

// A number of days and its fraction, as it is shown. Below one it has no date, whatever
// its style; a time of day far behind the first is one with a date that is not shown.
static Str dated_text(Arena *arena, const SheetText *sheet, double serial,
                      CellStyle style) {
    enum { DAY_MS = 86400000, DAYS_1900 = 25569, DAYS_1904 = 24107, MANY_DAYS = 10000 };
    int64_t ms = llround(serial * DAY_MS);
    if (style == STYLE_CLOCK && serial >= MANY_DAYS) style = STYLE_MOMENT;
    if (style == STYLE_CLOCK || serial < 1) return clock_text(arena, ms);
    int64_t days = sheet->workbook->from_1904 ? DAYS_1904 : DAYS_1900;
    int64_t epoch_ms = ms - days * DAY_MS;
    if (style == STYLE_DATE && ms % DAY_MS == 0) return date_format_day(arena, epoch_ms);
    Str text = date_format(arena, epoch_ms);
    return str_slice(text, 0, text.len - 1); // without the zone, which it does not tell
}

static Str number_text(Arena *arena, const SheetText *sheet, Str written) {
    enum { LAST_SERIAL = 2958466 }; // the year 10000
    int64_t at = 0;
    double number;
    if (!str_to_double(written, &number)) return written;
    CellStyle style = STYLE_PLAIN;
    if (str_to_int(sheet->style, &at) && at >= 0 &&
        (size_t)at < sheet->workbook->styles.len)
        style = sheet->workbook->styles.items[at];
    if (style != STYLE_PLAIN && number >= 0 && number < LAST_SERIAL)
        return dated_text(arena, sheet, number, style);
    return fabs(number) < 1e15 ? str_format(arena, "%.15g", number) : written;
}

static Str cell_text(Arena *arena, const SheetText *sheet) {
    Str value = buf_str(&sheet->value);
    Buf text = {.arena = arena};
    int64_t at;
    if (str_eq(sheet->type, STR("s"))) {
        bool good = str_to_int(value, &at) && at >= 0 &&
                    (size_t)at < sheet->workbook->strings.len;
        value = good ? sheet->workbook->strings.items[at] : (Str){0};
    } else if (str_eq(sheet->type, STR("b"))) {
        return str_eq(value, STR("1")) ? STR("TRUE") : STR("FALSE");
    } else if (!sheet->type.len || str_eq(sheet->type, STR("n"))) {
        return value.len ? number_text(arena, sheet, str_trim(value)) : value;
    }
    put_unescaped(&text, value);
    return buf_str(&text);
}

// ---- Rows

static void put_quoted(Buf *out, Str text, bool header) {
    buf_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '"') buf_byte(out, '"');
        buf_byte(out, header && c == '\n' ? ' ' : c);
    }
    buf_byte(out, '"');
}

// Cells that lack stand empty before it; beyond the header, where they are a mistake
// whatever their number, none do.
static void add_cell(SheetText *sheet, Str text) {
    size_t most = sheet->width ? sheet->width + 1 : COLUMN_COUNT_MAX;
    size_t column = sheet->column < most ? sheet->column : most - 1;
    while (sheet->count < column) {
        if (sheet->count++) buf_byte(&sheet->cells, ',');
    }
    if (sheet->count++) buf_byte(&sheet->cells, ',');
    bool plain = true;
    for (size_t i = 0; i < text.len && plain; i++)
        plain = !strchr(",;\"\t\r\n", text.ptr[i]);
    if (plain)
        buf_put(&sheet->cells, text);
    else
        put_quoted(&sheet->cells, text, !sheet->width);
    sheet->filled++;
}

static void begin_row(SheetText *sheet, Str written) {
    int64_t number;
    bool good =
        str_to_int(written, &number) && number > sheet->row && number <= ROW_COUNT_MAX;
    uint32_t row = good ? (uint32_t)number : sheet->row + 1;
    while (++sheet->row < row) buf_byte(&sheet->out, '\n');
    sheet->cells.len = sheet->count = sheet->filled = 0;
    sheet->column = UINT32_MAX;
}

static void end_row(SheetText *sheet) {
    if (!sheet->width && sheet->filled >= 2) sheet->width = sheet->count;
    if (sheet->width && sheet->filled) {
        buf_put(&sheet->out, buf_str(&sheet->cells));
        for (size_t i = sheet->count; i < sheet->width; i++) buf_byte(&sheet->out, ',');
    }
    buf_byte(&sheet->out, '\n');
}

// ---- Elements

// "BC12" is column 54; the one after the last where nothing is written.
static uint32_t column_of(Str written, uint32_t last) {
    uint32_t column = 0;
    for (size_t i = 0; i < written.len && byte_is_capital(written.ptr[i]); i++)
        if (column < COLUMN_COUNT_MAX)
            column = column * 26 + (uint32_t)(written.ptr[i] - 'A' + 1);
    return column ? column - 1 : last + 1;
}

static void begin_cell(SheetText *sheet, XmlAttributes attributes) {
    arena_reset(&sheet->values);
    sheet->column = column_of(xml_attribute(attributes, "r"), sheet->column);
    sheet->style = str_copy(&sheet->values, xml_attribute(attributes, "s"));
    sheet->type = str_copy(&sheet->values, xml_attribute(attributes, "t"));
    sheet->value.len = 0;
}

static void start(void *context, Str name, XmlAttributes attributes) {
    SheetText *sheet = context;
    if (str_eq(name, STR("row"))) begin_row(sheet, xml_attribute(attributes, "r"));
    if (str_eq(name, STR("c"))) begin_cell(sheet, attributes);
    if (str_eq(name, STR("rPh"))) sheet->phonetic = true;
    bool holds = str_eq(name, STR("v")) || str_eq(name, STR("t"));
    sheet->in_value = holds && !sheet->phonetic;
}

static void end(void *context, Str name) {
    SheetText *sheet = context;
    sheet->in_value = false;
    if (str_eq(name, STR("rPh"))) sheet->phonetic = false;
    if (str_eq(name, STR("row"))) end_row(sheet);
    if (!str_eq(name, STR("c"))) return;
    Str text = cell_text(&sheet->values, sheet);
    if (str_trim(text).len) add_cell(sheet, text);
}

static void take(void *context, Str text) {
    SheetText *sheet = context;
    if (sheet->in_value) buf_put(&sheet->value, text);
}

// ---- The layer

static void sheet_close(void *context) {
    SheetText *sheet = context;
    arena_free(&sheet->values);
}

Stream *workbook_sheet(Arena *arena, const Workbook *workbook, Stream *below, Str part) {
    static const XmlHandler HANDLER = {start, end, take, sheet_close};
    SheetText *sheet = arena_new(arena, SheetText);
    *sheet = (SheetText){.workbook = workbook};
    sheet->value.arena = sheet->cells.arena = sheet->out.arena = arena;
    return xml_layer(arena, below, package_part(workbook->package, arena, part), &HANDLER,
                     sheet, &sheet->out);
}

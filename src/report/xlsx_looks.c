#include "report/xlsx_looks.h"

#include "base/library.h"
#include "report/xlsx_rich.h"

#include <stdio.h> // which workbook.h takes to be there
#include <xlsxwriter/workbook.h>

#define FUNCTIONS(F)           \
    F(format_set_align)        \
    F(format_set_bg_color)     \
    F(format_set_bold)         \
    F(format_set_bottom)       \
    F(format_set_bottom_color) \
    F(format_set_font_color)   \
    F(format_set_font_size)    \
    F(format_set_indent)       \
    F(format_set_italic)       \
    F(format_set_num_format)   \
    F(format_set_rotation)     \
    F(format_set_text_wrap)    \
    F(format_set_underline)    \
    F(workbook_add_format)

struct XlsxLooks {
    struct {
        FUNCTIONS(LIBRARY_POINTER)
    } lib;
    lxw_workbook *book;
    const XlsxRich *rich;
    Arena *arena;
    lxw_format *formats[2][STYLE_COUNT][NUMBER_FORMATS + 1];
    Str plain_font, mark_fonts[STYLE_COUNT];
};

XlsxLooks *xlsx_looks_open(Arena *arena, lxw_workbook *book, const XlsxRich *rich) {
    static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME) NULL};
    XlsxLooks *looks = arena_new(arena, XlsxLooks);
    looks->book = book, looks->rich = rich, looks->arena = arena;
    library_load(LIBRARY_FILE, NAMES, &looks->lib);
    looks->plain_font = xlsx_rich_font(rich, arena, NULL);
    return looks;
}

static lxw_format *font(const XlsxLooks *looks, Style style) {
    const StyleSpec *spec = &STYLES[style];
    lxw_format *format = looks->lib.workbook_add_format(looks->book);
    looks->lib.format_set_font_size(format, spec->size);
    looks->lib.format_set_font_color(format, spec->ink);
    if (spec->bold) looks->lib.format_set_bold(format);
    if (spec->italic) looks->lib.format_set_italic(format);
    if (spec->underlined) looks->lib.format_set_underline(format, LXW_UNDERLINE_SINGLE);
    return format;
}

static void set_box(const XlsxLooks *looks, lxw_format *format, const StyleSpec *spec,
                    bool lined) {
    looks->lib.format_set_align(format, spec->upright ? LXW_ALIGN_VERTICAL_BOTTOM
                                                      : LXW_ALIGN_VERTICAL_TOP);
    if (spec->wrap) looks->lib.format_set_text_wrap(format);
    if (spec->upright) looks->lib.format_set_rotation(format, 90);
    if (spec->fill) looks->lib.format_set_bg_color(format, spec->fill);
    if (spec->centred) looks->lib.format_set_align(format, LXW_ALIGN_CENTER);
    if (spec->right) looks->lib.format_set_align(format, LXW_ALIGN_RIGHT);
    if (spec->right && !spec->indented)
        looks->lib.format_set_num_format(format, TEXT_CODE);
    if (spec->indented) looks->lib.format_set_indent(format, 1);
    if (!spec->ruled && !lined) return;
    looks->lib.format_set_bottom(format, LXW_BORDER_THIN);
    looks->lib.format_set_bottom_color(format, spec->ruled ? EDGE_COLOUR : LINE_COLOUR);
}

lxw_format *xlsx_look(XlsxLooks *looks, const Cell *cell, bool lined) {
    int number = cell->type == CELL_NUMBER ? (int)cell->format : NUMBER_FORMATS;
    lxw_format **place = &looks->formats[lined][cell->style][number];
    if (*place) return *place;
    *place = font(looks, cell->style);
    set_box(looks, *place, &STYLES[cell->style], lined);
    if (number == NUMBER_FORMATS) return *place;
    looks->lib.format_set_num_format(*place, NUMBER_CODES[number]);
    looks->lib.format_set_align(*place,
                                number == NUMBER_DAY ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
    return *place;
}

Str xlsx_look_marked(XlsxLooks *looks, Style style) {
    Str *made = &looks->mark_fonts[style];
    if (made->len) return *made;
    lxw_format *format = font(looks, style);
    looks->lib.format_set_bold(format);
    looks->lib.format_set_font_color(format, MARK_COLOUR);
    return *made = xlsx_rich_font(looks->rich, looks->arena, format);
}

Str xlsx_look_plain(const XlsxLooks *looks) { return looks->plain_font; }

lxw_format *xlsx_look_missing(const XlsxLooks *looks) {
    lxw_format *format = looks->lib.workbook_add_format(looks->book);
    looks->lib.format_set_bg_color(format, STYLES[STYLE_NOT_MET].fill);
    return format;
}

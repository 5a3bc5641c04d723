#include "report/xlsx_rich.h"

#include "base/buf.h"
#include "base/library.h"

#include <stdio.h> // which styles.h takes to be there
#include <stdlib.h>
#include <xlsxwriter/styles.h>
#include <xlsxwriter/worksheet.h>

#define FUNCTIONS(F)              \
    F(lxw_format_free)            \
    F(lxw_format_new)             \
    F(lxw_get_sst_index)          \
    F(lxw_styles_free)            \
    F(lxw_styles_new)             \
    F(lxw_styles_write_rich_font) \
    F(worksheet_write_string)

struct XlsxRich {
    FUNCTIONS(LIBRARY_POINTER)
};

const XlsxRich *xlsx_rich_open(Arena *arena) {
    static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME) NULL};
    XlsxRich *lib = arena_new(arena, XlsxRich);
    library_load(LIBRARY_FILE, NAMES, lib);
    return lib;
}

Str xlsx_rich_font(const XlsxRich *lib, Arena *arena, struct lxw_format *format) {
    char *text = NULL;
    size_t size = 0;
    lxw_styles *styles = lib->lxw_styles_new();
    lxw_format *plain = format ? NULL : lib->lxw_format_new();
    if (!styles || (!format && !plain)) out_of_memory();
    styles->file = open_memstream(&text, &size);
    if (!styles->file) out_of_memory();
    lib->lxw_styles_write_rich_font(styles, format ? format : plain);
    fclose(styles->file);
    Str font = str_copy(arena, (Str){text, size});
    free(text);
    lib->lxw_format_free(plain);
    lib->lxw_styles_free(styles);
    return font;
}

static void put_text(Buf *out, const char *text) {
    for (size_t plain; *text; text += plain ? plain : 1) {
        plain = strcspn(text, "&<>");
        buf_put(out, (Str){text, plain});
        if (plain) continue;
        buf_text(out, *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : "&gt;");
    }
}

// Blanks at the ends of a part would be lost.
static bool has_blank_ends(const char *text) {
    return byte_is_space(text[0]) || byte_is_space(text[strlen(text) - 1]);
}

char *xlsx_rich_parts(Arena *arena, const RichText *rich, Str plain, Str font) {
    Buf out = {.arena = arena};
    for (size_t i = 0; i < rich->len; i++) {
        const RichPart *part = &rich->parts[i];
        buf_text(&out, "<r>");
        if (part->stands_out || i) buf_put(&out, part->stands_out ? font : plain);
        buf_text(&out, has_blank_ends(part->text) ? "<t xml:space=\"preserve\">" : "<t>");
        put_text(&out, part->text);
        buf_text(&out, "</t></r>");
    }
    buf_byte(&out, '\0');
    return out.ptr;
}

// It comes into the table of texts with its cell; there it is told from one that is to be
// read as it stands.
int xlsx_rich_write(const XlsxRich *lib, struct lxw_worksheet *to, uint32_t row,
                    uint16_t column, const char *parts, struct lxw_format *format) {
    lxw_error result = lib->worksheet_write_string(to, row, column, parts, format);
    if (result != LXW_NO_ERROR) return (int)result;
    struct sst_element *text = lib->lxw_get_sst_index(to->sst, parts, LXW_TRUE);
    if (!text) out_of_memory();
    text->is_rich_string = LXW_TRUE;
    to->sst->string_count--; // which counted it again
    return LXW_NO_ERROR;
}

#include "base/listing.h"

#include "base/date.h"
#include "base/json_out.h"

// `none` stands for what is not known.
static void put_int(Buf *out, ListType type, int64_t value, const char *none) {
    if (value == INT64_MIN)
        buf_text(out, none);
    else if (type == LIST_SCORE)
        buf_decimal(out, value, 1);
    else if (type == LIST_SHARE)
        buf_decimal(out, value, 3);
    else if (type == LIST_WEIGHT || type == LIST_NUMBER)
        buf_trimmed(out, value);
    else
        buf_int(out, value);
}

static void put_joined(Buf *out, const Texts *texts) {
    Arena scratch = {0};
    Buf joined = {.arena = &scratch};
    vec_each(const Str, text, texts) {
        if (joined.len) buf_text(&joined, "; ");
        buf_put(&joined, *text);
    }
    buf_csv(out, buf_str(&joined));
    arena_free(&scratch);
}

static void put_value(Buf *out, const ListColumn *column, const void *row,
                      void (*put_text)(Buf *out, Str text), const char *none) {
    const void *at = (const char *)row + column->offset;
    Arena scratch = {0};
    switch (column->type) {
    case LIST_TEXT: put_text(out, *(const Str *)at); return;
    case LIST_TEXTS: put_joined(out, at); return;
    case LIST_COUNT: buf_int(out, *(const uint32_t *)at); return;
    case LIST_SCORE:
    case LIST_WEIGHT: {
        int32_t value = *(const int32_t *)at;
        put_int(out, column->type, value == INT32_MIN ? INT64_MIN : value, none);
        return;
    }
    case LIST_DATE:
        if (*(const int64_t *)at == NO_TIME)
            buf_text(out, none);
        else
            put_text(out, date_format(&scratch, *(const int64_t *)at));
        arena_free(&scratch);
        return;
    case LIST_INT:
    case LIST_NUMBER:
    case LIST_SHARE: break;
    }
    put_int(out, column->type, *(const int64_t *)at, none);
}

void list_put_names(Buf *out, const ListColumn *columns) {
    for (const ListColumn *column = columns; column->name; column++)
        buf_format(out, "%s,", column->name);
}

void list_put_cells(Buf *out, const ListColumn *columns, const void *row) {
    for (const ListColumn *column = columns; column->name; column++) {
        put_value(out, column, row, buf_csv, "");
        buf_byte(out, ',');
    }
}

void list_put_cell(Buf *out, Str text) {
    buf_csv(out, text);
    buf_byte(out, ',');
}

void list_end_line(Buf *out) { out->ptr[out->len - 1] = '\n'; }

void list_put_header(Buf *out, const ListColumn *columns) {
    list_put_names(out, columns);
    list_end_line(out);
}

void list_put_csv(Buf *out, const ListColumn *columns, const void *row) {
    list_put_cells(out, columns, row);
    list_end_line(out);
}

void list_put_json(Buf *out, const ListColumn *columns, const void *row) {
    buf_byte(out, '{');
    for (const ListColumn *column = columns; column->name; column++) {
        json_put_key(out, str_from(column->name));
        put_value(out, column, row, buf_json, "null");
    }
    buf_text(out, "}\n");
}

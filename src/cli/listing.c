#include "cli/listing.h"

#include "call/call.h"

void list_put_header(Buf *out, const ListColumn *columns) {
    for (const ListColumn *column = columns; column->name; column++)
        buf_format(out, "%s%s", column == columns ? "" : ",", column->name);
    buf_byte(out, '\n');
}

// A cell, with its texts put by `put_text`; `unknown` stands for what is not known.
static void put_cell(Buf *out, const ListColumn *column, const void *row,
                     void (*put_text)(Buf *out, Str text), const char *unknown) {
    const void *at = (const char *)row + column->offset;
    switch (column->type) {
    case LIST_TEXT: put_text(out, *(const Str *)at); return;
    case LIST_COUNT: buf_int(out, *(const uint32_t *)at); return;
    case LIST_ROLE: put_text(out, role_name(*(const Role *)at)); return;
    case LIST_TIME: break;
    }
    int64_t ms = *(const int64_t *)at;
    if (ms == NO_TIME)
        buf_text(out, unknown);
    else
        buf_int(out, ms);
}

void list_put_csv(Buf *out, const ListColumn *columns, const void *row) {
    for (const ListColumn *column = columns; column->name; column++) {
        if (column != columns) buf_byte(out, ',');
        put_cell(out, column, row, buf_csv, "");
    }
    buf_byte(out, '\n');
}

void list_put_json(Buf *out, const ListColumn *columns, const void *row) {
    for (const ListColumn *column = columns; column->name; column++) {
        buf_format(out, "%c\"%s\":", column == columns ? '{' : ',', column->name);
        put_cell(out, column, row, buf_json, "null");
    }
    buf_text(out, "}\n");
}

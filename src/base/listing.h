// Rows as CSV or NDJSON, by a table of their columns: a struct's members by name and
// type.
#ifndef BASE_LISTING_H
#define BASE_LISTING_H

#include "base/buf.h"

// What the member is. Where it is said what "none" is, that is an empty cell, or null.
typedef enum {
    LIST_TEXT,   // Str
    LIST_TEXTS,  // Texts, with "; " between them; of CSV alone
    LIST_COUNT,  // uint32_t
    LIST_INT,    // int64_t; INT64_MIN (NO_TIME and the like) is none
    LIST_DATE,   // int64_t, milliseconds since 1970; NO_TIME is none
    LIST_SCORE,  // int32_t, thousandths to one decimal; INT32_MIN (NO_SCORE) is none
    LIST_WEIGHT, // int32_t, thousandths with as few decimals as it takes
    LIST_NUMBER, // int64_t, likewise; INT64_MIN (NO_VALUE) is none
    LIST_SHARE,  // int64_t, thousandths to three decimals; INT64_MIN is none
} ListType;

typedef struct {
    const char *name;
    ListType type;
    size_t offset; // into the row
} ListColumn;

// In all of these `columns` ends with name NULL.

// A whole line each.
void list_put_header(Buf *out, const ListColumn *columns);
void list_put_csv(Buf *out, const ListColumn *columns, const void *row);
void list_put_json(Buf *out, const ListColumn *columns, const void *row);

// Parts of a line of CSV, for lines that are put together from several structs: a comma
// stands behind each cell, and list_end_line makes the last one the end of the line.
void list_put_names(Buf *out, const ListColumn *columns);
void list_put_cells(Buf *out, const ListColumn *columns, const void *row);
void list_put_cell(Buf *out, Str text);
void list_end_line(Buf *out);

#endif

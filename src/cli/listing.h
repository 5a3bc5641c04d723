// Rows of what a command lists, as CSV or NDJSON, by a table of their columns.
#ifndef CLI_LISTING_H
#define CLI_LISTING_H

#include "base/buf.h"

typedef enum {
    LIST_TEXT,  // Str
    LIST_COUNT, // uint32_t
    LIST_TIME,  // int64_t, milliseconds; NO_TIME is an empty cell, or null
    LIST_ROLE,  // Role
} ListType;

typedef struct {
    const char *name;
    ListType type;
    size_t offset; // into the row
} ListColumn;

// `columns` ends with name NULL.
void list_put_header(Buf *out, const ListColumn *columns);
void list_put_csv(Buf *out, const ListColumn *columns, const void *row);
void list_put_json(Buf *out, const ListColumn *columns, const void *row);

#endif

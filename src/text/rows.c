#include "text/rows.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <csv.h>
#include <string.h>

// libcsv's buffer grows by so many bytes at a time; its own 128 make long cells slow.
enum { CELL_STEP = 64 << 10 };

// The one of comma, semicolon and tab that the line has most of, quoted ones aside.
static char find_separator(Str line) {
    static const char CHOICES[] = {',', ';', '\t'};
    size_t counts[sizeof CHOICES] = {0}, best = 0;
    bool quoted = false;
    for (size_t at = 0; at < line.len; at++) {
        quoted ^= line.ptr[at] == '"';
        for (size_t i = 0; i < sizeof CHOICES; i++)
            counts[i] += !quoted && line.ptr[at] == CHOICES[i];
    }
    for (size_t i = 1; i < sizeof CHOICES; i++)
        if (counts[i] > counts[best]) best = i;
    return CHOICES[best];
}

// What "sep=;" names, the line in which a spreadsheet tells itself; else '\0'.
static char sep_line(Str line) {
    line = str_trim(line);
    if (str_starts(line, STR("\"")) && line.len > 2)
        line = str_slice(line, 1, line.len - 1);
    bool told = str_eq_fold(str_slice(line, 0, 4), STR("sep="));
    if (told && line.len == 4) return '\t'; // trimmed
    return told && line.len == 5 ? line.ptr[4] : '\0';
}

// libcsv would take blanks off cells, and end a row at any line end.
static int is_nothing(unsigned char c) {
    (void)c;
    return 0;
}

void rows_open(Rows *rows, Arena *arena, Source *source, Str path) {
    *rows = (Rows){.source = source, .path = path, .arena = arena, .line = 1};
    Str head = source_window(source);
    rows->newline = source_newline(source);
    rows->numbered = source->book != NULL;
    Str first = str_slice(head, 0, str_index(head, 0, rows->newline));
    rows->separator = sep_line(first);
    rows->skip_line = rows->separator != '\0';
    if (!rows->separator) rows->separator = find_separator(first);
}

Rows rows_apart(const Rows *rows, Arena *arena) {
    return (Rows){.path = rows->path,
                  .separator = rows->separator,
                  .newline = rows->newline,
                  .numbered = rows->numbered,
                  .arena = arena};
}

static void open_parser(Rows *rows) {
    rows->parser = arena_new(rows->arena, struct csv_parser);
    if (csv_init(rows->parser, CSV_STRICT | CSV_STRICT_FINI) != 0) out_of_memory();
    csv_set_blk_size(rows->parser, CELL_STEP);
    csv_set_delim(rows->parser, (unsigned char)rows->separator);
    csv_set_space_func(rows->parser, is_nothing);
    csv_set_term_func(rows->parser, is_nothing);
}

void rows_close(Rows *rows) {
    if (rows->parser) csv_free(rows->parser);
    rows->parser = NULL;
}

// Moves on past the row given last.
static void consume(Rows *rows) {
    Str window = source_window(rows->source);
    size_t lines = str_count(str_slice(window, 0, rows->used), rows->newline);
    rows->line += rows->numbered ? rows->used > 0 : (uint32_t)lines;
    source_consume(rows->source, rows->used);
    while (rows->skip_line) {
        size_t end = source_find(rows->source, 0, rows->newline, ROW_MAX);
        bool found = end < source_window(rows->source).len;
        rows->skip_line = !found && end > 0;
        rows->line += found;
        source_consume(rows->source, end + found);
    }
}

// Where the offset `at` of a row's text stands.
static Place locate(const Rows *rows, const CsvRow *row, Str text, size_t at) {
    Place start = {.path = rows->path, .line = row->line, .col = 1};
    return place_after(start, str_slice(text, 0, at), rows->newline);
}

// Marks the row as broken at the offset `at`, in the cell that begins at `cell`. Reading
// goes on at the line after that.
static void break_row(Rows *rows, CsvRow *row, size_t cell, size_t at,
                      const char *problem) {
    Str window = source_window(rows->source);
    row->problem = problem;
    row->bad = locate(rows, row, window, at);
    row->text = cell ? str_slice(window, 0, cell - 1) : (Str){0};
    rows->used = at;
    rows->skip_line = true;
}

// The offset after the quote that closes the one at `open`, or SIZE_MAX.
static size_t find_close(Source *source, size_t open) {
    for (size_t at = open + 1;; at += 2) {
        at = source_find(source, at, '"', ROW_MAX);
        if (at > ROW_MAX || !source_has(source, at)) return SIZE_MAX;
        if (!source_has(source, at + 1) || source_window(source).ptr[at + 1] != '"')
            return at + 1;
    }
}

// Whether a cell may end at `at`: at a separator, a line end or the end of the file.
static bool is_cell_end(const Rows *rows, size_t at) {
    if (!source_has(rows->source, at + 1)) source_has(rows->source, at);
    Str rest = str_slice(source_window(rows->source), at, at + 2);
    bool crlf = str_starts(rest, STR("\r\n")) || str_eq(rest, STR("\r"));
    return !rest.len || rest.ptr[0] == rows->separator || rest.ptr[0] == rows->newline ||
           crlf;
}

// What is wrong with the quoted cell that opens at *at, or NULL; then *at becomes its
// end.
static const char *skip_quoted(const Rows *rows, size_t *at) {
    size_t end = find_close(rows->source, *at);
    if (end == SIZE_MAX && rows->source->ended)
        return "quoted cell opened here is not closed";
    if (end == SIZE_MAX) return "quoted cell opened here is not closed within 8 MiB";
    if (!is_cell_end(rows, end))
        return "quoted cell opened here has text after its closing quote";
    *at = end;
    return NULL;
}

// The start of the unquoted cell that holds the offset `at`.
static size_t cell_start(const Rows *rows, Str window, size_t at) {
    while (at > 0 && window.ptr[at - 1] != rows->separator) at--;
    return at;
}

static void end_row(Rows *rows, CsvRow *row, size_t end) {
    Str window = source_window(rows->source);
    rows->used = end + (end < window.len);
    row->text = str_slice(window, 0, end);
    if (str_ends(row->text, STR("\r"))) row->text.len--;
    if (end > ROW_MAX)
        break_row(rows, row, cell_start(rows, window, ROW_MAX), 0,
                  "row is longer than 8 MiB");
}

// Cuts off the row at the window's start: up to the first line end outside of quotes. The
// quotes are checked here, since where they are wrong a row has no end to be trusted.
static void rows_cut(Rows *rows, CsvRow *row) {
    for (size_t at = 0, end = 0;;) {
        if (at >= end) end = source_find(rows->source, at, rows->newline, ROW_MAX);
        Str line = str_slice(source_window(rows->source), 0, end);
        size_t quote = str_index(line, at, '"');
        if (quote == end || quote > ROW_MAX) {
            end_row(rows, row, end);
            return;
        }
        size_t cell = cell_start(rows, line, quote);
        at = quote;
        const char *problem = cell == quote
                                  ? skip_quoted(rows, &at)
                                  : "quote in a cell that does not begin with one";
        if (problem) {
            break_row(rows, row, cell, quote, problem);
            return;
        }
    }
}

bool rows_next(Rows *rows, CsvRow *row) {
    consume(rows);
    *row = (CsvRow){.line = rows->line};
    if (!source_has(rows->source, 0)) return false;
    rows_cut(rows, row);
    return true;
}

void rows_go_to(Rows *rows, uint64_t offset, uint32_t line) {
    source_go_to(rows->source, offset);
    rows->line = line;
    rows->used = 0;
    rows->skip_line = false;
}

static inline void add_cell(Rows *rows, Str cell) {
    *vec_push(rows->arena, &rows->cells) = cell;
}

// libcsv gives each cell in a buffer that it uses again for the next.
static void take_cell(void *bytes, size_t len, void *context) {
    Rows *rows = context;
    char *copy = rows->bytes + rows->bytes_len;
    if (len) memcpy(copy, bytes, len);
    rows->bytes_len += len;
    add_cell(rows, csv_unmark(rows->arena, (Str){copy, len}));
}

// The first such byte from `at` on, or `end`.
static const char *find_byte(const char *at, const char *end, char byte) {
    const char *found = memchr(at, byte, (size_t)(end - at));
    return found ? found : end;
}

// Cuts a row whose quotes, if any, only stand around cells; false when some are doubled
// inside of one. The quotes have been checked. Cells before the first apostrophe have no
// mark to be taken off, which is most of them.
static bool split(Rows *rows, Str text) {
    const char *end = text.ptr + text.len, *mark = text.ptr + str_index(text, 0, '\'');
    for (const char *at = text.ptr; at;) {
        bool quoted = at < end && *at == '"';
        const char *from = at + quoted;
        const char *to = find_byte(from, end, quoted ? '"' : rows->separator);
        if (quoted && end - to > 1 && to[1] == '"') return false;
        Str cell = {from, (size_t)(to - from)};
        add_cell(rows, to > mark ? csv_unmark(rows->arena, cell) : cell);
        if (quoted) to = find_byte(to, end, rows->separator);
        at = to < end ? to + 1 : NULL;
    }
    return true;
}

static void split_by_libcsv(Rows *rows, Str text) {
    rows->cells.len = 0;
    if (!rows->parser) open_parser(rows);
    if (rows->bytes_cap < text.len) {
        rows->bytes_cap = text.len * 2;
        rows->bytes = arena_raw(rows->arena, rows->bytes_cap);
    }
    rows->bytes_len = 0;
    size_t done = csv_parse(rows->parser, text.ptr, text.len, take_cell, NULL, rows);
    int failed = csv_fini(rows->parser, take_cell, NULL, rows);
    if (done != text.len || failed) out_of_memory();
}

Cells rows_cells(Rows *rows, const CsvRow *row) {
    rows->cells.len = 0;
    if (row->text.ptr && !split(rows, row->text)) split_by_libcsv(rows, row->text);
    return (Cells){rows->cells.items, rows->cells.len};
}

Str rows_cell(Rows *rows, const CsvRow *row, size_t index) {
    Str rest = row->text, cell;
    for (size_t i = 0; str_next(&rest, rows->separator, &cell); i++) {
        if (cell.len && memchr(cell.ptr, '"', cell.len)) break;
        if (i == index) return csv_unmark(rows->arena, cell);
    }
    Cells cells = rows_cells(rows, row);
    return index < cells.count ? cells.items[index] : (Str){0};
}

Place rows_place(const Rows *rows, const CsvRow *row, size_t index) {
    bool quoted = false;
    size_t at = 0;
    if (rows->numbered) return (Place){rows->path, row->line, (uint32_t)index + 1, 0};
    for (; index > 0 && at < row->text.len; at++) {
        quoted ^= row->text.ptr[at] == '"';
        index -= !quoted && row->text.ptr[at] == rows->separator;
    }
    return locate(rows, row, row->text, at);
}

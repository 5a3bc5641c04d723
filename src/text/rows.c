#include "text/rows.h"

#include "base/buf.h"
#include "base/eight.h"
#include "base/utf8.h"
#include "text/separator.h"

#include <csv.h>

// libcsv's buffer grows by so many bytes at a time; its own 128 make long cells slow.
enum { CELL_STEP = 64 << 10 };

// libcsv would take blanks off cells, and end a row at any line end.
static int is_nothing(unsigned char c) {
    (void)c;
    return 0;
}

void rows_open(Rows *rows, Arena *arena, Source *source, Str path) {
    *rows = (Rows){.source = source, .path = path, .arena = arena, .line = 1};
    rows->kept.arena = arena;
    Str head = source_window(source);
    rows->newline = source_newline(source);
    rows->numbered = source->book != NULL;
    Str first = str_slice(head, 0, str_index(head, 0, rows->newline));
    rows->separator = separator_told(first);
    rows->skip_line = rows->separator != '\0';
    if (!rows->separator) rows->separator = separator_find(first);
}

Rows rows_apart(const Rows *rows, Arena *arena) {
    return (Rows){.path = rows->path,
                  .separator = rows->separator,
                  .newline = rows->newline,
                  .numbered = rows->numbered,
                  .lead_cells = rows->lead_cells,
                  .kept = {.arena = arena},
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
    rows->line += rows->numbered ? rows->used > 0 : rows->lines;
    source_consume(rows->source, rows->used);
    while (rows->skip_line) {
        size_t end = source_find(rows->source, 0, rows->newline, ROW_MAX);
        bool found = end < source_window(rows->source).len;
        rows->skip_line = !found && end > 0;
        rows->line += found;
        source_consume(rows->source, end + found);
    }
}

// ---- Rows

// Where the offset `at` of a row's text stands.
static Place locate(const Rows *rows, const CsvRow *row, Str text, size_t at) {
    Place start = {.path = rows->path, .line = row->line, .col = 1};
    return place_after(start, str_slice(text, 0, at), rows->newline);
}

// Reading goes on at the line after that of the break.
static void take_broken(Rows *rows, CsvRow *row, const RowCut *cut) {
    row->problem = cut->problem;
    row->quoted = true;
    row->bad = locate(rows, row, cut->text, cut->at);
    row->text = cut->cell ? str_slice(cut->text, 0, cut->cell - 1) : (Str){0};
    rows->used = cut->at;
    rows->lines = (uint32_t)str_count(str_slice(cut->text, 0, cut->at), rows->newline);
    rows->skip_line = true;
}

static void take_row(Rows *rows, CsvRow *row, const RowCut *cut) {
    bool ended = cut->end < cut->text.len;
    bool cr = cut->end && cut->text.ptr[cut->end - 1] == '\r';
    rows->used = cut->end + ended;
    rows->lines = cut->lines + ended;
    row->quoted = cut->quoted;
    row->text = (Str){cut->text.ptr, cut->end - cr};
}

// Cuts off the row that a text begins with, whose first line ends at `end`. Most have no
// quotes, and end with that line: false of others.
static inline bool cut_plain(Rows *rows, CsvRow *row, Str text, size_t end) {
    if (end == text.len || end > ROW_MAX || memchr(text.ptr, '"', end)) return false;
    rows->used = end + 1;
    rows->lines = 1;
    row->text = (Str){text.ptr, end - (end && text.ptr[end - 1] == '\r')};
    return true;
}

// The same of any row; false when that takes more text. Apart, so that the common case
// need not save what it takes.
__attribute__((noinline)) static bool cut_any(Rows *rows, CsvRow *row, Str text,
                                              size_t end, bool goes_on) {
    RowCut cut = {.text = text,
                  .separator = rows->separator,
                  .newline = rows->newline,
                  .goes_on = goes_on,
                  .end = end};
    if (!row_cut(&cut)) return false;
    if (cut.problem)
        take_broken(rows, row, &cut);
    else
        take_row(rows, row, &cut);
    return true;
}

bool rows_next(Rows *rows, CsvRow *row) {
    Source *source = rows->source;
    consume(rows);
    *row = (CsvRow){.line = rows->line};
    if (!source_has(source, 0)) return false;
    for (;;) {
        Str text = source_window(source);
        size_t end = str_index(text, 0, rows->newline);
        if (cut_plain(rows, row, text, end)) return true;
        if (cut_any(rows, row, text, end, !source->ended)) return true;
        // Twice as much, so that a long row is not looked at once a block.
        source_has(source, text.len < ROW_MAX / 2 ? 2 * text.len : ROW_MAX);
    }
}

void rows_go_to(Rows *rows, uint64_t offset, uint32_t line) {
    source_go_to(rows->source, offset);
    rows->line = line;
    rows->used = 0;
    rows->lines = 0;
    rows->skip_line = false;
}

// ---- Cells

void rows_set_lead(Rows *rows, size_t cells) {
    rows->lead_cells = cells;
    rows->lead.len = 0;
}

// Where there is room for as many more as eight bytes can end.
static inline Str *room_for_cells(Rows *rows) {
    while (rows->cells.cap - rows->cells.len < sizeof(uint64_t))
        rows->cells.items = vec_grow(rows->arena, rows->cells.items, &rows->cells.cap,
                                     sizeof *rows->cells.items);
    return rows->cells.items + rows->cells.len;
}

static inline void add_cell(Rows *rows, const char *from, const char *to) {
    *vec_push(rows->arena, &rows->cells) = (Str){from, (size_t)(to - from)};
}

// libcsv gives each cell in a buffer that it uses again for the next.
static void take_cell(void *bytes, size_t len, void *context) {
    Rows *rows = context;
    char *copy = rows->bytes + rows->bytes_len;
    if (len) memcpy(copy, bytes, len);
    rows->bytes_len += len;
    Str cell = csv_unmark(rows->arena, (Str){copy, len});
    add_cell(rows, cell.ptr, cell.ptr + cell.len);
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

// Where a row ends that is cut into cells, as far as has been seen: a quoted cell may go
// on behind it.
typedef struct {
    const char *end, *next; // without its line end; behind that
    const char *limit;      // of the text
    uint32_t lines;         // that end in it
} RowEnd;

// The first line end at or after `at`, which is in no quoted cell.
static void find_end(const Rows *rows, RowEnd *row, const char *at) {
    const char *end = memchr(at, rows->newline, (size_t)(row->limit - at));
    row->lines += end != NULL;
    row->next = end ? end + 1 : row->limit;
    row->end = end ? end : row->limit;
    if (row->end > at && row->end[-1] == '\r') row->end--;
}

// Goes on to the end of the row whose quoted cell, closed at `close`, goes on behind what
// was taken for that.
static void pass_end(const Rows *rows, RowEnd *row, const char *close) {
    Str rest = {row->next, (size_t)(close - row->next)};
    row->lines += (uint32_t)str_count(rest, rows->newline);
    find_end(rows, row, close + 1);
}

static bool is_quoted(const char *cell, const char *end) {
    return cell < end && *cell == '"';
}

// Adds the cells that a separator ends, most of which are short: eight bytes at a time,
// until there are `most` or one is quoted. Gives where the next one begins.
static const char *split_plain(Rows *rows, const char *at, const char *end, size_t most) {
    const uint64_t separators = EIGHT * (uint64_t)(unsigned char)rows->separator;
    const char *cell = at;
    for (; at < end; at += sizeof separators) {
        size_t left = (size_t)(end - at);
        uint64_t hits = eight_zeros(eight_at(at, left) ^ separators);
        if (!hits && left > sizeof hits) {
            const char *next =
                memchr(at + sizeof hits, rows->separator, left - sizeof hits);
            if (!next) break;
            at = next - sizeof hits;
        }
        for (Str *next = room_for_cells(rows); hits; hits &= hits - 1) {
            const char *to = at + __builtin_ctzll(hits) / 8;
            *next++ = (Str){cell, (size_t)(to - cell)};
            cell = to + 1;
            rows->cells.len++;
            if (rows->cells.len >= most || is_quoted(cell, end)) return cell;
        }
    }
    return cell;
}

// Cuts the first `most` cells off a row whose quotes have been checked. Gives where it
// stopped; NULL where some are doubled inside of a cell.
static const char *split(Rows *rows, const char *at, RowEnd *row, size_t most) {
    for (;; at++) {
        if (!is_quoted(at, row->end)) at = split_plain(rows, at, row->end, most);
        if (rows->cells.len >= most) return at;
        if (!is_quoted(at, row->end)) break;
        const char *close = memchr(at + 1, '"', (size_t)(row->limit - at - 1));
        if (!close || is_quoted(close + 1, row->limit)) return NULL;
        add_cell(rows, at + 1, close);
        at = close + 1;
        if (close >= row->end) pass_end(rows, row, close);
        if (at >= row->end) return row->end;
    }
    add_cell(rows, at, row->end);
    return row->end;
}

// Takes off marks, from the cell `first` on. Cells before the first apostrophe have none,
// which is most of them.
static void unmark(Rows *rows, size_t first, const char *at, const char *end) {
    const char *mark = memchr(at, '\'', (size_t)(end - at));
    for (size_t i = first; mark && i < rows->cells.len; i++) {
        Str *cell = &rows->cells.items[i];
        if (cell->ptr + cell->len > mark) *cell = csv_unmark(rows->arena, *cell);
    }
}

// Keeps the cells that the rows after this one may begin with as well, and the bytes up
// to the cell behind them, where no mark is to be taken off, nor a line ends.
static void take_lead(Rows *rows, Str text, bool stays) {
    size_t count = rows->lead_cells;
    Str *cells = rows->cells.items;
    if (!count || rows->cells.len <= count) return;
    Str lead = {text.ptr, (size_t)(cells[count].ptr - text.ptr)};
    lead.len -= text.ptr[lead.len - 1] == '"';
    if (memchr(lead.ptr, '\'', lead.len) || memchr(lead.ptr, rows->newline, lead.len))
        return;
    rows->lead = lead;
    if (stays) return;
    rows->kept.len = 0;
    buf_put(&rows->kept, lead);
    rows->lead = buf_str(&rows->kept);
    for (size_t i = 0; i < count; i++)
        cells[i].ptr = rows->lead.ptr + (cells[i].ptr - text.ptr);
}

// Whether a text begins with the lead.
static bool has_lead(const Rows *rows, Str text) {
    const Str *lead = &rows->lead;
    return lead->len && text.len >= lead->len && !memcmp(text.ptr, lead->ptr, lead->len);
}

// Cuts the first `most` cells of the row that a text begins with, of whose end nothing is
// known yet where that is {0}. False where it has doubled quotes.
static bool cut_cells(Rows *rows, Str text, RowEnd *row, size_t most) {
    bool stays = !row->end;
    rows->as_before = has_lead(rows, text);
    rows->cells.len = rows->as_before ? rows->lead_cells : 0;
    if (!rows->as_before) rows->lead.len = 0;
    const char *at = text.ptr + rows->lead.len;
    if (stays) find_end(rows, row, at);
    const char *stop = split(rows, at, row, most);
    if (!stop) return rows->lead.len = 0, false;
    if (!rows->as_before) take_lead(rows, text, stays);
    unmark(rows, rows->lead.len ? rows->lead_cells : 0, at, stop);
    return true;
}

static Cells cells_of(const Rows *rows) {
    return (Cells){rows->cells.items, rows->cells.len};
}

bool rows_as_before(const Rows *rows, const CsvRow *row) {
    return has_lead(rows, row->text);
}

Cells rows_first_cells(Rows *rows, const CsvRow *row, size_t most) {
    if (most <= rows->lead_cells) most = rows->lead_cells + 1; // where the lead ends
    if (!row->text.ptr) return (Cells){0};
    const char *end = row->text.ptr + row->text.len;
    if (!cut_cells(rows, row->text, &(RowEnd){.end = end, .limit = end}, most))
        split_by_libcsv(rows, row->text);
    return cells_of(rows);
}

Cells rows_cells(Rows *rows, const CsvRow *row) {
    return rows_first_cells(rows, row, SIZE_MAX);
}

bool cells_blank(Cells cells) {
    for (size_t i = 0; i < cells.count; i++)
        if (str_trim(cells.items[i]).len) return false;
    return true;
}

// Most rows begin with something, which tells it at once.
static bool may_be_blank(const Rows *rows, Str text) {
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c > ' ' && c != '"' && text.ptr[i] != rows->separator) return false;
    }
    return true;
}

bool rows_blank(Rows *rows, const CsvRow *row) {
    return may_be_blank(rows, row->text) && cells_blank(rows_cells(rows, row));
}

// Takes the row off that has doubled quotes.
static void take_doubled(Rows *rows, CsvRow *row, RowEnd *end, Str text) {
    cut_any(rows, row, text, str_index(text, 0, rows->newline), false);
    if (!row->problem) split_by_libcsv(rows, row->text);
    end->next = row->problem ? end->limit : text.ptr + rows->used;
    end->lines = rows->lines;
}

bool rows_take(Rows *rows, Str *text, CsvRow *row, Cells *cells) {
    for (; text->len; rows->lead.len = 0) {
        RowEnd end = {.limit = text->ptr + text->len};
        CsvRow next = {.line = rows->line};
        if (cut_cells(rows, *text, &end, SIZE_MAX))
            next.text = (Str){text->ptr, (size_t)(end.end - text->ptr)};
        else
            take_doubled(rows, &next, &end, *text);
        rows->line += rows->numbered ? 1 : end.lines;
        *text = (Str){end.next, (size_t)(end.limit - end.next)};
        *cells = cells_of(rows);
        if (may_be_blank(rows, next.text) && cells_blank(*cells)) continue;
        *row = next;
        return true;
    }
    return false;
}

Str rows_cell(Rows *rows, const CsvRow *row, size_t index) {
    Str rest = row->text, cell;
    if (index < rows->lead_cells && has_lead(rows, rest)) return rows->cells.items[index];
    for (size_t i = 0; !rows->lead_cells && str_next(&rest, rows->separator, &cell);
         i++) {
        if (cell.len && memchr(cell.ptr, '"', cell.len)) break;
        if (i == index) return csv_unmark(rows->arena, cell);
    }
    Cells cells = rows_first_cells(rows, row, index + 1);
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

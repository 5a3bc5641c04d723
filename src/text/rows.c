#include "text/rows.h"

#include "base/buf.h"
#include "base/eight.h"
#include "base/utf8.h"

#include <csv.h>

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
    rows->lead.arena = arena;
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
                  .lead_cells = rows->lead_cells,
                  .lead = {.arena = arena},
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

// ---- Where a row ends

// The search for the end of the row that a text begins with.
typedef struct {
    Str text;
    char separator, newline;
    bool goes_on; // there may be more text
    size_t end;   // the first line end that is not in what was looked at; else the text's
    bool quoted;  // there are quotes before it
    uint32_t lines;      // that end before, within cells
    const char *problem; // what is wrong at `at`, in the cell that begins at `cell`
    size_t cell, at;
} Cut;

typedef enum { CUT_ON, CUT_DONE, CUT_SHORT } CutState; // short: the text is

// The start of the unquoted cell that holds the offset `at`.
static size_t cell_start(const Cut *cut, size_t at) {
    while (at > 0 && cut->text.ptr[at - 1] != cut->separator) at--;
    return at;
}

static CutState break_row(Cut *cut, size_t cell, size_t at, const char *problem) {
    cut->cell = cell;
    cut->at = at;
    cut->problem = problem;
    return CUT_DONE;
}

static CutState end_row(Cut *cut) {
    if (cut->end > ROW_MAX)
        return break_row(cut, cell_start(cut, ROW_MAX), 0, "row is longer than 8 MiB");
    return cut->end == cut->text.len && cut->goes_on ? CUT_SHORT : CUT_DONE;
}

// The quote that closes the one at `open`, or the text's end.
static size_t find_close(Str text, size_t open) {
    for (size_t at = open + 1;; at += 2) {
        at = str_index(text, at, '"');
        if (at + 1 >= text.len || text.ptr[at + 1] != '"') return at;
    }
}

// Whether a cell may end at `at`: at a separator, a line end or the end of the text.
static bool is_cell_end(const Cut *cut, size_t at) {
    const char *text = cut->text.ptr;
    size_t left = cut->text.len - at;
    if (!left || text[at] == cut->separator || text[at] == cut->newline) return true;
    return text[at] == '\r' && (left == 1 || text[at + 1] == '\n');
}

// Passes over the quoted cell that opens at *at, which becomes its end.
static CutState pass_quoted(Cut *cut, size_t *at) {
    size_t open = *at, close = find_close(cut->text, open), end = close + 1;
    bool closed = close < cut->text.len && close <= ROW_MAX;
    if (!closed && cut->text.len > ROW_MAX)
        return break_row(cut, open, open,
                         "quoted cell opened here is not closed within 8 MiB");
    if (cut->goes_on && end + 1 >= cut->text.len) return CUT_SHORT;
    if (!closed)
        return break_row(cut, open, open, "quoted cell opened here is not closed");
    if (!is_cell_end(cut, end))
        return break_row(cut, open, open,
                         "quoted cell opened here has text after its closing quote");
    if (cut->end < close) {
        Str rest = str_slice(cut->text, cut->end, close);
        cut->lines += (uint32_t)str_count(rest, cut->newline);
        cut->end = str_index(cut->text, end, cut->newline);
    }
    *at = end;
    return CUT_ON;
}

// Finds the first line end outside of quotes. The quotes are checked here, since where
// they are wrong a row has no end to be trusted.
static CutState cut_row(Cut *cut) {
    const char *text = cut->text.ptr;
    CutState state = CUT_ON;
    cut->end = str_index(cut->text, 0, cut->newline);
    for (size_t at = 0; state == CUT_ON;) {
        at = str_index((Str){text, cut->end}, at, '"');
        cut->quoted |= at < cut->end;
        if (at == cut->end || at > ROW_MAX)
            state = end_row(cut);
        else if (at == 0 || text[at - 1] == cut->separator)
            state = pass_quoted(cut, &at);
        else
            state = break_row(cut, cell_start(cut, at), at,
                              "quote in a cell that does not begin with one");
    }
    return state;
}

// ---- Rows

// Where the offset `at` of a row's text stands.
static Place locate(const Rows *rows, const CsvRow *row, Str text, size_t at) {
    Place start = {.path = rows->path, .line = row->line, .col = 1};
    return place_after(start, str_slice(text, 0, at), rows->newline);
}

// Reading goes on at the line after that of the break.
static void take_broken(Rows *rows, CsvRow *row, const Cut *cut) {
    row->problem = cut->problem;
    row->quoted = true;
    row->bad = locate(rows, row, cut->text, cut->at);
    row->text = cut->cell ? str_slice(cut->text, 0, cut->cell - 1) : (Str){0};
    rows->used = cut->at;
    rows->lines = (uint32_t)str_count(str_slice(cut->text, 0, cut->at), rows->newline);
    rows->skip_line = true;
}

static void take_row(Rows *rows, CsvRow *row, const Cut *cut) {
    bool ended = cut->end < cut->text.len;
    bool cr = cut->end && cut->text.ptr[cut->end - 1] == '\r';
    rows->used = cut->end + ended;
    rows->lines = cut->lines + ended;
    row->quoted = cut->quoted;
    row->text = (Str){cut->text.ptr, cut->end - cr};
}

bool rows_next(Rows *rows, CsvRow *row) {
    Source *source = rows->source;
    consume(rows);
    *row = (CsvRow){.line = rows->line};
    if (!source_has(source, 0)) return false;
    Cut cut;
    for (;;) {
        cut = (Cut){.text = source_window(source),
                    .separator = rows->separator,
                    .newline = rows->newline,
                    .goes_on = !source->ended};
        if (cut_row(&cut) == CUT_DONE) break;
        // Twice as much, so that a long row is not looked at once a block.
        size_t more = 2 * cut.text.len;
        source_has(source, more < ROW_MAX ? more : ROW_MAX);
    }
    if (cut.problem)
        take_broken(rows, row, &cut);
    else
        take_row(rows, row, &cut);
    return true;
}

void rows_go_to(Rows *rows, uint64_t offset, uint32_t line) {
    source_go_to(rows->source, offset);
    rows->line = line;
    rows->used = 0;
    rows->lines = 0;
    rows->skip_line = false;
}

// ---- Cells

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

// Adds the cells that a separator ends, most of which are short: eight bytes at a time,
// until there are `most`. Gives where the next one begins. There are no quotes.
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
        for (; hits; hits &= hits - 1) {
            const char *to = at + __builtin_ctzll(hits) / 8;
            add_cell(rows, cell, to);
            cell = to + 1;
            if (rows->cells.len >= most) return cell;
        }
    }
    return cell;
}

// Cuts the first `most` cells off text whose quotes, if any, only stand around cells. The
// quotes have been checked. Gives where it stopped; NULL where some are doubled inside of
// one.
static const char *split(Rows *rows, const char *at, const char *end, bool quoted,
                         size_t most) {
    for (;;) {
        const char *quote = quoted ? memchr(at, '"', (size_t)(end - at)) : NULL;
        at = split_plain(rows, at, quote ? quote : end, most);
        if (rows->cells.len >= most) return at;
        if (!quote) break;
        at++;
        const char *close = memchr(at, '"', (size_t)(end - at));
        if (close + 1 < end && close[1] == '"') return NULL;
        add_cell(rows, at, close);
        if (close + 1 == end) return end;
        at = close + 2;
    }
    add_cell(rows, at, end);
    return end;
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
// to the cell behind them, where no mark is to be taken off.
static void take_lead(Rows *rows, Str text) {
    size_t count = rows->lead_cells;
    Str *cells = rows->cells.items;
    if (!count || rows->cells.len <= count) return;
    Str lead = {text.ptr, (size_t)(cells[count].ptr - text.ptr)};
    lead.len -= text.ptr[lead.len - 1] == '"';
    if (memchr(lead.ptr, '\'', lead.len)) return;
    buf_put(&rows->lead, lead);
    for (size_t i = 0; i < count; i++)
        cells[i].ptr = rows->lead.ptr + (cells[i].ptr - text.ptr);
}

static bool has_lead(const Rows *rows, const CsvRow *row) {
    const Buf *lead = &rows->lead;
    return lead->len && row->text.len >= lead->len &&
           !memcmp(row->text.ptr, lead->ptr, lead->len);
}

Cells rows_cells(Rows *rows, const CsvRow *row) {
    return rows_first_cells(rows, row, SIZE_MAX);
}

Cells rows_first_cells(Rows *rows, const CsvRow *row, size_t most) {
    Str text = row->text;
    if (most <= rows->lead_cells) most = rows->lead_cells + 1; // where the lead ends
    if (!text.ptr) return (Cells){0};
    const char *at = text.ptr, *end = at + text.len;
    rows->as_before = has_lead(rows, row);
    rows->cells.len = rows->as_before ? rows->lead_cells : 0;
    if (rows->as_before)
        at += rows->lead.len;
    else
        rows->lead.len = 0;
    const char *stop = split(rows, at, end, row->quoted, most);
    if (stop) {
        if (!rows->as_before) take_lead(rows, text);
        unmark(rows, rows->lead.len ? rows->lead_cells : 0, at, stop);
    } else {
        rows->lead.len = 0;
        split_by_libcsv(rows, text);
    }
    return (Cells){rows->cells.items, rows->cells.len};
}

Str rows_cell(Rows *rows, const CsvRow *row, size_t index) {
    Str rest = row->text, cell;
    if (index < rows->lead_cells && has_lead(rows, row)) return rows->cells.items[index];
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

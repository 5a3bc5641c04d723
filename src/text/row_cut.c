#include "text/row_cut.h"

typedef enum { CUT_ON, CUT_DONE, CUT_SHORT } CutState; // short: the text is

// The start of the unquoted cell that holds the offset `at`.
static size_t cell_start(const RowCut *cut, size_t at) {
    while (at > 0 && cut->text.ptr[at - 1] != cut->separator) at--;
    return at;
}

static CutState break_row(RowCut *cut, size_t cell, size_t at, const char *problem) {
    cut->cell = cell;
    cut->at = at;
    cut->problem = problem;
    return CUT_DONE;
}

static CutState end_row(RowCut *cut) {
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
static bool is_cell_end(const RowCut *cut, size_t at) {
    const char *text = cut->text.ptr;
    size_t left = cut->text.len - at;
    if (!left || text[at] == cut->separator || text[at] == cut->newline) return true;
    return text[at] == '\r' && (left == 1 || text[at + 1] == '\n');
}

// Passes over the quoted cell that opens at *at, which becomes its end.
static CutState pass_quoted(RowCut *cut, size_t *at) {
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

bool row_cut(RowCut *cut) {
    const char *text = cut->text.ptr;
    CutState state = CUT_ON;
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
    return state == CUT_DONE;
}

// Rows of CSV: the cutter against a parser of the whole text, on random texts.
#include "test_read.h"

#include "text/rows.h"

static uint32_t next_random(uint32_t *seed) {
    return (*seed = *seed * 1664525U + 1013904223U) >> 16;
}

// RFC 4180, letter by letter: each cell of a valid text ends with '|', each row with '$'.
static void parse_slowly(Buf *out, Str text) {
    bool quoted = false;
    for (size_t at = 0; at < text.len; at++) {
        char c = text.ptr[at], after = at + 1 < text.len ? text.ptr[at + 1] : '\0';
        bool escaped = quoted && c == '"' && after == '"';
        if (escaped)
            buf_byte(out, text.ptr[at++]);
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            buf_byte(out, '|');
        else if (!quoted && c == '\n')
            buf_text(out, "|$");
        else if (quoted || c != '\r' || after != '\n')
            buf_byte(out, c);
    }
}

static void put_random_cell(Buf *out, uint32_t *seed) {
    static const char *const PLAIN[] = {"",     "a",           " b ", "\u00e9",
                                        "x\ry", "longer text", "'"};
    static const char *const INNER[] = {"a",    ",", "\n",     "\r\n",
                                        "\"\"", " ", "\u2019", ";"};
    if (next_random(seed) % 2) {
        buf_text(out, PLAIN[next_random(seed) % 7]);
        return;
    }
    buf_byte(out, '"');
    for (uint32_t left = next_random(seed) % 6; left > 0; left--)
        buf_text(out, INNER[next_random(seed) % 8]);
    buf_byte(out, '"');
}

static Str random_csv(Arena *arena, uint32_t *seed) {
    Buf out = {.arena = arena};
    buf_text(&out, "head,er\n");
    for (uint32_t rows = next_random(seed) % 8; rows > 0; rows--) {
        for (uint32_t cells = 1 + next_random(seed) % 4; cells > 0; cells--) {
            put_random_cell(&out, seed);
            if (cells > 1) buf_byte(&out, ',');
        }
        buf_text(&out, next_random(seed) % 2 ? "\n" : "\r\n");
    }
    return buf_str(&out);
}

static uint32_t lines_before(const char *begin, const char *at) {
    uint32_t lines = 0;
    for (; begin < at; begin++) lines += *begin == '\n';
    return lines;
}

// Each cell alone is the cell among all.
static void assert_single_cells(Rows *rows, const CsvRow *row, Str cells, size_t count) {
    Buf out = {.arena = rows->arena};
    for (size_t i = 0; i < count; i++) {
        buf_put(&out, rows_cell(rows, row, i));
        buf_byte(&out, '|');
    }
    assert_true(str_eq(buf_str(&out), cells));
}

static void parse_by_rows(Buf *out, Str text, size_t lead_cells) {
    Source source;
    Rows rows;
    write_bytes("a.csv", text);
    assert_true(source_open(&source, STR("a.csv")));
    rows_open(&rows, out->arena, &source, STR("a.csv"));
    rows_set_lead(&rows, lead_cells);
    const char *begin = source_window(&source).ptr; // all of it: the text is short
    for (CsvRow row; rows_next(&rows, &row); buf_byte(out, '$')) {
        size_t from = out->len;
        Cells cells = rows_cells(&rows, &row);
        for (size_t i = 0; i < cells.count; i++) {
            buf_put(out, cells.items[i]);
            buf_byte(out, '|');
        }
        assert_null(row.problem);
        if (row.text.len)
            assert_int_equal(row.line, 1 + lines_before(begin, row.text.ptr));
        assert_single_cells(&rows, &row, str_slice(buf_str(out), from, out->len),
                            cells.count);
    }
    rows_close(&rows);
    source_close(&source);
}

// The same rows off the text as it stands there, but for those that are blank.
static void parse_by_taking(Buf *out, Str text, size_t lead_cells) {
    Rows rows = {.separator = ',',
                 .newline = '\n',
                 .line = 1,
                 .lead_cells = lead_cells,
                 .kept = {.arena = out->arena},
                 .arena = out->arena};
    const char *begin = text.ptr;
    CsvRow row;
    for (Cells cells; rows_take(&rows, &text, &row, &cells); buf_byte(out, '$')) {
        for (size_t i = 0; i < cells.count; i++) {
            buf_put(out, cells.items[i]);
            buf_byte(out, '|');
        }
        assert_int_equal(row.line, 1 + lines_before(begin, row.text.ptr));
    }
    assert_int_equal(rows.line, 1 + lines_before(begin, text.ptr));
    rows_close(&rows);
}

// Rows without a letter, as the slow parser writes them.
static Str without_blank_rows(Arena *arena, Str rows) {
    Buf out = {.arena = arena};
    for (Str row; str_next(&rows, '$', &row) && rows.ptr;) {
        bool blank = true;
        for (size_t i = 0; i < row.len; i++)
            blank = blank && (row.ptr[i] == '|' || byte_is_space(row.ptr[i]));
        if (blank) continue;
        buf_put(&out, row);
        buf_byte(&out, '$');
    }
    return buf_str(&out);
}

// Cells that are mostly as in the row before may be looked for, or not.
static void rows_are_those_of_the_whole_text(void **state) {
    Reading *reading = *state;
    uint32_t seed = 7;
    for (int i = 0; i < 1000; i++) {
        Buf want = {.arena = &reading->arena}, have = want;
        Str text = random_csv(&reading->arena, &seed);
        parse_slowly(&want, text);
        parse_by_rows(&have, text, (size_t)i % 3);
        assert_string_equal(str_z(&reading->arena, buf_str(&have)),
                            str_z(&reading->arena, buf_str(&want)));
        have.len = 0;
        parse_by_taking(&have, text, (size_t)i % 3);
        Str filled = without_blank_rows(&reading->arena, buf_str(&want));
        assert_string_equal(str_z(&reading->arena, buf_str(&have)),
                            str_z(&reading->arena, filled));
    }
}

// Marks stand in cells; what is taken off leaves a copy of the cell, and not of the row.
static void marks_are_taken_off_behind_what_is_as_before(void **state) {
    Reading *reading = *state;
    write_bytes("a.csv", STR("call_id,text,speaker\n"
                             "c,\"Totals;'=1\",agent\n"
                             "c,\"Totals;'=2\",agent\n"
                             "'=d,\"'=3\",agent\n"
                             "'=d,it's 4,agent\n"));
    read_paths(reading, "a.csv");
    ASSERT_COMPLAINTS(reading, "");
    const Call *calls = reading->calls.items;
    assert_int_equal(reading->calls.len, 2);
    ASSERT_STR(reading, calls[0].turns.items[0].text, "Totals;=1");
    ASSERT_STR(reading, calls[0].turns.items[1].text, "Totals;=2");
    ASSERT_STR(reading, calls[1].id, "=d");
    ASSERT_STR(reading, calls[1].turns.items[0].text, "=3");
    ASSERT_STR(reading, calls[1].turns.items[1].text, "it's 4");
}

// Whatever stands between them, the last row is read.
static void any_bytes_are_read_to_the_end(void **state) {
    Reading *reading = *state;
    static const char *const PIECES[] = {"\"", ",",    "\n",        "\r",
                                         "a",  "\"\"", "1,agent,x", "\xff"};
    uint32_t seed = 3;
    for (int i = 0; i < 500; i++) {
        Buf text = {.arena = &reading->arena};
        buf_text(&text, "call_id,speaker,text\nfirst,agent,hi\n");
        for (uint32_t left = next_random(&seed) % 60; left > 0; left--)
            buf_text(&text, PIECES[next_random(&seed) % 8]);
        buf_text(&text, "\nlast,agent,bye\n");
        write_bytes("a.csv", buf_str(&text));
        reading->calls.len = 0;
        read_paths(reading, "a.csv");
        assert_true(reading->calls.len > 0);
        ASSERT_STR(reading, reading->calls.items[reading->calls.len - 1].id, "last");
    }
}

static void write_rows(Arena *arena, int rows) {
    Buf text = {.arena = arena};
    buf_text(&text, "call_id,speaker,text\n");
    for (int i = 0; i < rows; i++)
        buf_format(&text, "%d,agent,\"row %d, \"\"quoted\"\"\"\n%d,customer,plain row\n",
                   i, i, i);
    write_bytes("a.csv", buf_str(&text));
}

// More than a few blocks: rows are cut across the blocks' borders.
static void blocks_do_not_show(void **state) {
    Reading *reading = *state;
    enum { CALLS = 40000 };
    write_rows(&reading->arena, CALLS);
    read_paths(reading, "a.csv");
    ASSERT_COMPLAINTS(reading, "");
    assert_int_equal(reading->calls.len, CALLS);
    for (uint32_t i = 0; i < CALLS; i++) {
        const Call *call = &reading->calls.items[i];
        char text[64];
        snprintf(text, sizeof text, "row %u, \"quoted\"", i);
        assert_true(str_eq(call->turns.items[0].text, str_from(text)));
        assert_true(str_eq(call->turns.items[1].text, STR("plain row")));
        assert_int_equal(call->place.line, 2 + 2 * i);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(rows_are_those_of_the_whole_text),
        READING_TEST(marks_are_taken_off_behind_what_is_as_before),
        READING_TEST(any_bytes_are_read_to_the_end),
        READING_TEST(blocks_do_not_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "base/utf8.h"
#include "make_call.h"
#include "report/clean.h"

typedef struct {
    const char *says, *text, *clean;
} CleanRow;

static CleanRow ROWS[] = {
    {"plain text stays", "hello, world", "hello, world"},
    {"nothing stays nothing", "", ""},
    {"line ends and tabs stay", "a\n\tb", "a\n\tb"},
    {"carriage returns go", "a\r\nb\r", "a\nb"},
    {"controls are replaced",
     "a\x01"
     "b\x1f",
     "a\xef\xbf\xbd"
     "b\xef\xbf\xbd"},
    {"what XML cannot hold is replaced", "a\xef\xbf\xbf", "a\xef\xbf\xbd"},
    {"bytes that are no text are replaced", "a\xff\xc3", "a\xef\xbf\xbd\xef\xbf\xbd"},
    {"a surrogate's bytes are no text", "\xed\xa0\x80",
     "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
    {"formulas are left to the writer", "=1+1", "=1+1"},
    {"what looks like an escape is escaped", "_x0041_", "_x005F_x0041_"},
    {"what only begins like one is not", "_x004_ _x00", "_x004_ _x00"},
    {"other writings stay", "жизнь 漢字 🙂", "жизнь 漢字 🙂"},
};

static void check_clean(void **state) {
    const CleanRow *row = *state;
    Arena arena = {0};
    int room = CELL_UNITS;
    assert_string_equal(clean_text(&arena, str_from(row->text), &room), row->clean);
    arena_free(&arena);
}

// UTF-16 units of valid text.
static int units_of(Str s) {
    int units = 0;
    uint32_t code;
    for (size_t at = 0; at < s.len;) {
        at += utf8_decode(s, at, &code);
        units += code > 0xffff ? 2 : 1;
    }
    return units;
}

static void check_cut(const char *character) {
    Arena arena = {0};
    Buf buf = {.arena = &arena};
    for (int i = 0; i < 40000; i++) buf_text(&buf, character);
    int room = CELL_UNITS;
    Str text = str_from(clean_text(&arena, buf_str(&buf), &room));
    assert_true(utf8_valid(text));
    assert_true(str_ends(text, STR(" … (cut)")));
    assert_in_range(units_of(text), CELL_UNITS - 20, CELL_UNITS);
    assert_int_equal(room, 0);
    arena_free(&arena);
}

static void long_text_is_cut_with_a_mark(void **state) {
    (void)state;
    check_cut("a");
    check_cut("é");
    check_cut("🙂");
    check_cut("_x0041_");
    check_cut("\x01");
}

static void room_is_shared_by_the_pieces_of_a_text(void **state) {
    (void)state;
    Arena arena = {0};
    int room = 100;
    clean_text(&arena, STR("0123456789"), &room);
    assert_int_equal(room, 90);
    clean_text(&arena, STR("🙂🙂"), &room);
    assert_int_equal(room, 86);
    room = 0;
    assert_string_equal(clean_text(&arena, STR("late"), &room), "");
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_text_is_cut_with_a_mark),
        cmocka_unit_test(room_is_shared_by_the_pieces_of_a_text),
    };
    return RUN_ROWS(ROWS, check_clean) + cmocka_run_group_tests(tests, NULL, NULL);
}

#include "base/utf8.h"
#include "input/encoding.h"

#include "make_stream.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define BYTES(text) \
    { (text), sizeof(text) - 1 }

// In parts of these sizes the same must come out.
static const size_t PARTS[] = {1, 2, 3, 7, 1000, 1 << 20};

typedef struct {
    const char *says;
    Str bytes;
    const char *text, *encoding;
    size_t replaced;
} Row;

static const Row ROWS[] = {
    {"nothing", BYTES(""), "", "", 0},
    {"ASCII", BYTES("good morning\r\n"), "good morning\r\n", "", 0},
    {"UTF-8", BYTES("caf\u00E9 \u20AC 5 \U0001F600"), "caf\u00E9 \u20AC 5 \U0001F600", "",
     0},
    {"a mark of UTF-8 is not text", BYTES("\xEF\xBB\xBFhi"), "hi", "", 0},
    {"a mark alone", BYTES("\xEF\xBB\xBF"), "", "", 0},
    {"half a mark is a byte of a code page", BYTES("\xEF"), "\u00EF", "windows-1252", 0},
    {"what bears the mark of UTF-8 is never converted", BYTES("\xEF\xBB\xBF\xA3 5"),
     "\xA3 5", "", 0},

    {"UTF-16, little end first", BYTES("\xFF\xFEh\0i\0\xAC\x20\x3D\xD8\0\xDE"),
     "hi\u20AC\U0001F600", "utf-16le", 0},
    {"UTF-16, big end first", BYTES("\xFE\xFF\0h\0i\x20\xAC\xD8\x3D\xDE\0"),
     "hi\u20AC\U0001F600", "utf-16be", 0},
    {"UTF-16 without a mark", BYTES("a\0b\0c\0d\0\x19\x20"), "abcd\u2019", "utf-16le", 0},
    {"the other way round", BYTES("\0a\0b\0c\0d\x20\x19"), "abcd\u2019", "utf-16be", 0},
    {"half a pair", BYTES("\xFF\xFE\x3D\xD8h\0\x3D\xD8"), "\uFFFDh\uFFFD", "utf-16le", 2},
    {"half a character", BYTES("\xFF\xFEh\0i"), "h\uFFFD", "utf-16le", 1},
    {"a few NULs are no UTF-16", BYTES("a\0bcdefgh\0i"), "a", "", 0},

    {"the signs of windows-1252",
     BYTES("It\x92s \xA3"
           "5 \x96 \x93quite\x94 caf\xE9\x85"),
     "It\u2019s \u00A35 \u2013 \u201Cquite\u201D caf\u00E9\u2026", "windows-1252", 0},
    {"a byte that it has not", BYTES("It\x92s \x81"), "It\u2019s \uFFFD", "windows-1252",
     1},
    {"German", BYTES("F\xFCr Sie w\xE4re es sch\xF6n, wenn die K\xFChlung ginge"),
     "F\u00FCr Sie w\u00E4re es sch\u00F6n, wenn die K\u00FChlung ginge", "windows-1252",
     0},
    {"Polish",
     BYTES("Dzie\xF1 dobry, moje zam\xF3wienie nie dotar\xB3o, czekam ju\xBF dwa "
           "tygodnie, prosz\xEA o zwrot pieni\xEA"
           "dzy"),
     "Dzie\u0144 dobry, moje zam\u00F3wienie nie dotar\u0142o, czekam ju\u017C dwa "
     "tygodnie, prosz\u0119 o zwrot pieni\u0119dzy",
     "windows-1250", 0},
    {"Russian",
     BYTES("\xCC\xEE\xE9 \xE7\xE0\xEA\xE0\xE7 \xED\xE5 \xEF\xF0\xE8\xF8\xB8\xEB"),
     "\u041C\u043E\u0439 \u0437\u0430\u043A\u0430\u0437 \u043D\u0435 "
     "\u043F\u0440\u0438\u0448\u0451\u043B",
     "windows-1251", 0},
    {"Japanese",
     BYTES("\x82\xA8\x93\x64\x98\x62\x82\xA0\x82\xE8\x82\xAA\x82\xC6\x82\xA4\x82\xB2\x82"
           "\xB4\x82\xA2\x82\xDC\x82\xB7\x81\x42"),
     "\u304A\u96FB\u8A71\u3042\u308A\u304C\u3068\u3046\u3054\u3056\u3044\u307E\u3059\u3002",
     "shift_jis", 0},

    {"as many characters as mistakes are UTF-8", BYTES("caf\xE9 caf\u00E9"),
     "caf\xE9 caf\u00E9", "", 0},
    {"more mistakes are a code page",
     BYTES("\xA3 5 or \xA3 6 or \u00A3 7, as you may well see for yourself when all of "
           "this has been read"),
     "\u00A3 5 or \u00A3 6 or \u00C2\u00A3 7, as you may well see for yourself when all of "
     "this has been read",
     "windows-1252", 0},
};

static void decode(const Row *row, size_t part) {
    Arena arena = {0};
    Stream *stream = decoder_stream(&arena, parts_stream(&arena, row->bytes, part));
    assert_string_equal(str_z(&arena, stream_all(&arena, stream)), row->text);
    assert_string_equal(str_z(&arena, decoder_encoding(stream)), row->encoding);
    assert_int_equal(decoder_replaced(stream), row->replaced);
    stream_close(stream, NULL);
    arena_free(&arena);
}

static void each_encoding(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++)
        for (size_t k = 0; k < COUNT(PARTS); k++) {
            print_message("%s, %zu at a time\n", ROWS[i].says, PARTS[k]);
            decode(&ROWS[i], PARTS[k]);
        }
}

// `text` after so much ASCII that it crosses the end of a block.
static Str after_ascii(Arena *arena, size_t count, Str text) {
    Buf out = {.arena = arena};
    while (count--) buf_byte(&out, (char)('a' + count % 26));
    buf_put(&out, text);
    return buf_str(&out);
}

static void assert_decoded(Str bytes, Str text, Str encoding) {
    Arena arena = {0};
    Stream *stream = decoder_stream(&arena, parts_stream(&arena, bytes, 5000));
    assert_true(str_eq(stream_all(&arena, stream), text));
    assert_true(str_eq(decoder_encoding(stream), encoding));
    stream_close(stream, NULL);
    arena_free(&arena);
}

static void a_character_across_the_end_of_a_block_is_whole(void **state) {
    (void)state;
    Arena arena = {0};
    for (size_t before = STREAM_BLOCK - 4; before <= STREAM_BLOCK + 4; before++) {
        Str bytes = after_ascii(&arena, before, STR("\u20AC and \u00E9"));
        assert_decoded(bytes, bytes, STR(""));
        assert_decoded(after_ascii(&arena, before, STR("\x80 and \xE9")), bytes,
                       STR("windows-1252"));
    }
    arena_free(&arena);
}

// The text that is looked at ends within the last of many characters, without a mistake.
static void what_is_looked_at_may_end_in_a_character(void **state) {
    (void)state;
    Arena arena = {0};
    for (size_t before = 0; before < 3; before++) {
        Buf out = {.arena = &arena};
        buf_text(&out, "\xE9"); // one mistake and one character are UTF-8
        buf_text(&out, "\u20AC");
        while (out.len < STREAM_BLOCK - 1 - before) buf_byte(&out, 'a');
        buf_text(&out, "\u20AC\u20AC");
        assert_decoded(buf_str(&out), buf_str(&out), STR(""));
    }
    arena_free(&arena);
}

// A code page is converted from its first character on, and so is what follows.
static void later_bytes_are_of_the_same_code_page(void **state) {
    (void)state;
    Arena arena = {0};
    Buf bytes = {.arena = &arena}, text = {.arena = &arena};
    for (int i = 0; i < 50000; i++) {
        buf_text(&bytes, "I\x92m sorry. ");
        buf_text(&text, "I\u2019m sorry. ");
    }
    assert_decoded(buf_str(&bytes), buf_str(&text), STR("windows-1252"));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_encoding),
        cmocka_unit_test(a_character_across_the_end_of_a_block_is_whole),
        cmocka_unit_test(what_is_looked_at_may_end_in_a_character),
        cmocka_unit_test(later_bytes_are_of_the_same_code_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

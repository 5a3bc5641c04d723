#include "base/sixteen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

// A byte of all bits at each place in turn.
static void bytes_of_all_bits_are_told(void **state) {
    (void)state;
    assert_int_equal(sixteen_bits((Sixteen){0}), 0);
    assert_int_equal(sixteen_index((Sixteen){0}), 16);
    assert_false(sixteen_any((Sixteen){0}));
    for (unsigned place = 0; place < 16; place++) {
        Sixteen bytes = {0};
        bytes[place] = -1;
        assert_int_equal(sixteen_bits(bytes), 1U << place);
        assert_true(sixteen_any(bytes));
        bytes[15] = -1;
        assert_int_equal(sixteen_index(bytes), place);
    }
}

static SixteenKinds tell_letters(Sixteen bytes) {
    Sixteen letters = sixteen_within(bytes | ('a' - 'A'), 'a', 'z');
    return (SixteenKinds){letters, bytes == ' ', bytes};
}

static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// Each text lies in a room of its own, so that ASan tells of a look behind it.
static void kinds_are_told_of_any_length(void **state) {
    (void)state;
    static const char SOME[] = "a@Z[`z{A, 5'b\xC3\xA9";
    for (size_t left = 1; left <= 80; left++) {
        char *text = malloc(left);
        uint64_t letters = 0, blanks = 0;
        bool ascii = true;
        for (size_t i = 0; i < left; i++) {
            text[i] = SOME[(i * 7 + left) % (sizeof SOME - 1)];
            if (i >= 64) continue;
            letters |= (uint64_t)is_letter(text[i]) << i;
            blanks |= (uint64_t)(text[i] == ' ') << i;
            ascii &= text[i] > 0;
        }
        Kinds kinds = kinds_at(text, left, tell_letters);
        assert_true(kinds.one == letters);
        assert_true(kinds.other == blanks);
        assert_int_equal(sixteen_any(kinds.some < 0), !ascii);
        free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_of_all_bits_are_told),
        cmocka_unit_test(kinds_are_told_of_any_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

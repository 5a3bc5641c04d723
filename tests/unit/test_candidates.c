#include "base/random.h"
#include "match/candidates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

// The same byte by byte.
static uint32_t back_by_bytes(const ByteSet *before, Str text, uint32_t there,
                              uint32_t most) {
    uint32_t count = 0;
    while (count < there && count < most &&
           byteset_has(before, text.ptr[there - count - 1]))
        count++;
    return count > 1000 ? SEARCH_ALL : there - count;
}

static ByteSet set_of(const char *bytes) {
    ByteSet set = {0};
    for (; *bytes; bytes++) byteset_add_one(&set, *bytes);
    return set;
}

static uint64_t random_below(uint64_t *seed, uint64_t most) {
    return (random_next(seed) >> 32) % most;
}

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// In texts of their own, so that a sanitizer tells when one is left: of any length, and
// with what the set does not hold anywhere.
static void a_match_begins_as_far_back_as_its_bytes_lead(void **state) {
    static const char *const SETS[] = {LETTERS "0123456789 ", LETTERS "0123456789 ',-.",
                                       LETTERS " ", "abc ", ""};
    static const char BYTES[] = LETTERS "0123456789      @G[`g{/:'-,.\xC3\xA9";
    static const uint32_t MOST[] = {1, 15, 16, 17, 40, 1001, UINT32_MAX};
    uint64_t seed = RANDOM_SEED;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        ByteSet set = set_of(SETS[random_below(&seed, 5)]);
        uint32_t len = (uint32_t)random_below(&seed, i % 100 ? 60 : 2500);
        uint64_t marks = random_below(&seed, 2) ? sizeof BYTES - 1 : 60;
        Arena arena = {0};
        char *bytes = arena_raw(&arena, len + !len);
        for (uint32_t at = 0; at < len; at++)
            bytes[at] = BYTES[random_below(&seed, marks)];
        Str text = {bytes, len};
        uint32_t there = (uint32_t)random_below(&seed, len + 1);
        uint32_t most = MOST[random_below(&seed, sizeof MOST / sizeof *MOST)];
        assert_int_equal(starts_back(&set, text, there, most),
                         back_by_bytes(&set, text, there, most));
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_match_begins_as_far_back_as_its_bytes_lead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

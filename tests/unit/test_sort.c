#include "base/sort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct {
    uint32_t key, place;
} Item;

static int by_key(const void *a, const void *b) {
    const Item *one = a, *other = b;
    return (one->key > other->key) - (one->key < other->key);
}

// Lists of few and of many, with few keys, so that most of them come again.
static void items_are_in_order_and_equal_ones_as_they_were(void **state) {
    (void)state;
    uint32_t seed = 1;
    for (size_t count = 0; count < 80; count++) {
        Item items[80] = {0};
        for (uint32_t i = 0; i < count; i++) {
            seed = seed * 1664525U + 1013904223U;
            items[i] = (Item){seed >> 28, i};
        }
        sort_few(items, count, sizeof *items, by_key);
        for (size_t i = 1; i < count; i++) {
            assert_true(items[i - 1].key <= items[i].key);
            if (items[i - 1].key == items[i].key)
                assert_true(items[i - 1].place < items[i].place);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_in_order_and_equal_ones_as_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

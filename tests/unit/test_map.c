#include "base/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void an_empty_map_knows_no_key(void **state) {
    (void)state;
    Map map = {0};
    assert_int_equal(map_get(&map, STR("a")), MAP_NONE);
    assert_int_equal(map_get(&map, (Str){0}), MAP_NONE);
}

static void a_key_gives_its_value(void **state) {
    Map map = {0};
    assert_int_equal(map_add(*state, &map, STR("a"), 7), 7);
    assert_int_equal(map_get(&map, STR("a")), 7);
    assert_int_equal(map_get(&map, STR("b")), MAP_NONE);
}

static void a_key_keeps_its_first_value(void **state) {
    Map map = {0};
    map_add(*state, &map, STR("a"), 7);
    assert_int_equal(map_add(*state, &map, STR("a"), 8), 7);
    assert_int_equal(map_get(&map, STR("a")), 7);
    assert_int_equal(map.len, 1);
}

static void the_empty_text_is_a_key(void **state) {
    Map map = {0};
    map_add(*state, &map, (Str){0}, 7);
    assert_int_equal(map_get(&map, STR("")), 7);
}

static void keys_differ_past_a_nul(void **state) {
    Map map = {0};
    map_add(*state, &map, STR("a\0b"), 1);
    map_add(*state, &map, STR("a\0c"), 2);
    map_add(*state, &map, STR("a"), 3);
    assert_int_equal(map_get(&map, STR("a\0b")), 1);
    assert_int_equal(map_get(&map, STR("a\0c")), 2);
    assert_int_equal(map_get(&map, STR("a")), 3);
}

static void many_keys_keep_their_values_while_the_map_grows(void **state) {
    Map map = {0};
    for (uint32_t i = 0; i < 50000; i++)
        map_add(*state, &map, str_format(*state, "key %u", i), i);
    assert_int_equal(map.len, 50000);
    for (uint32_t i = 0; i < 50000; i++)
        assert_int_equal(map_get(&map, str_format(*state, "key %u", i)), i);
    assert_int_equal(map_get(&map, STR("key 50000")), MAP_NONE);
}

// Keys for one slot of the first table, more than would fit beside each other by chance.
static void keys_that_collide_are_told_apart(void **state) {
    Map map = {0};
    Str keys[10];
    size_t count = 0;
    for (unsigned i = 0; count < 10; i++) {
        Str key = str_format(*state, "%u", i);
        uint64_t hash = str_quick_hash(key, 0);
        if ((hash ^ hash >> 32) % 16 == 15)
            keys[count++] = key; // the last slot: search wraps round
    }
    for (uint32_t i = 0; i < 10; i++) map_add(*state, &map, keys[i], i);
    assert_int_equal(map.cap, 16);
    for (uint32_t i = 0; i < 10; i++) assert_int_equal(map_get(&map, keys[i]), i);
}

static void a_map_always_has_a_free_slot(void **state) {
    Map map = {0};
    for (uint32_t i = 0; i < 1000; i++) {
        map_add(*state, &map, str_format(*state, "%u", i), i);
        assert_true(map.len < map.cap);
    }
}

static void texts_that_differ_anywhere_hash_apart(void **state) {
    (void)state;
    char text[] = "a parcel came too late", other[sizeof text];
    for (size_t len = 1; len < sizeof text; len++)
        for (size_t i = 0; i < len; i++) {
            memcpy(other, text, sizeof text);
            other[i] ^= 1;
            Str changed = {other, len};
            assert_true(str_quick_hash((Str){text, len}, 0) !=
                        str_quick_hash(changed, 0));
        }
    Str zeros = {"\0\0", 2}, zero = {"\0", 1};
    assert_true(str_quick_hash(zeros, 0) != str_quick_hash(zero, 0));
    assert_true(str_quick_hash(zero, 1) != str_quick_hash(zero, 2));
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_map_knows_no_key),
        cmocka_unit_test_prestate(a_key_gives_its_value, &arena),
        cmocka_unit_test_prestate(a_key_keeps_its_first_value, &arena),
        cmocka_unit_test_prestate(the_empty_text_is_a_key, &arena),
        cmocka_unit_test_prestate(keys_differ_past_a_nul, &arena),
        cmocka_unit_test_prestate(many_keys_keep_their_values_while_the_map_grows,
                                  &arena),
        cmocka_unit_test_prestate(keys_that_collide_are_told_apart, &arena),
        cmocka_unit_test_prestate(a_map_always_has_a_free_slot, &arena),
        cmocka_unit_test(texts_that_differ_anywhere_hash_apart),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}

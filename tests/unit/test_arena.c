#include "base/arena.h"
#include "base/vec.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include <cmocka.h>

// There under AddressSanitizer only.
int __asan_address_is_poisoned(void const volatile *address) __attribute__((weak));

static bool is_poisoned(const char *address) {
    return __asan_address_is_poisoned && __asan_address_is_poisoned(address);
}

static void an_empty_arena_holds_nothing(void **state) {
    (void)state;
    Arena arena = {0};
    assert_int_equal(arena_size(&arena), 0);
    arena_reset(&arena);
    arena_free(&arena);
}

static void allocated_bytes_are_zero_where_others_were_before(void **state) {
    (void)state;
    Arena arena = {0};
    memset(arena_raw(&arena, 100), 0xff, 100);
    arena_reset(&arena);
    assert_memory_equal(arena_alloc(&arena, 100), (char[100]){0}, 100);
    arena_free(&arena);
}

static void allocations_are_aligned_for_any_type(void **state) {
    (void)state;
    Arena arena = {0};
    for (size_t size = 0; size < 100; size++)
        assert_int_equal((uintptr_t)arena_raw(&arena, size) % _Alignof(max_align_t), 0);
    arena_free(&arena);
}

static void allocations_do_not_overlap(void **state) {
    (void)state;
    Arena arena = {0};
    unsigned char *blocks[200];
    for (size_t i = 0; i < 200; i++)
        blocks[i] = memset(arena_raw(&arena, i * 7 + 1), (int)i, i * 7 + 1);
    for (size_t i = 0; i < 200; i++)
        for (size_t at = 0; at < i * 7 + 1; at++) assert_int_equal(blocks[i][at], i);
    arena_free(&arena);
}

static void an_allocation_may_be_larger_than_any_chunk(void **state) {
    (void)state;
    Arena arena = {0};
    size_t size = 10 << 20;
    char *bytes = arena_alloc(&arena, size);
    bytes[size - 1] = 'x';
    assert_true(arena_size(&arena) >= size);
    arena_free(&arena);
}

static void the_last_allocation_grows_in_place(void **state) {
    (void)state;
    Arena arena = {0};
    char *bytes = memcpy(arena_raw(&arena, 5), "first", 5);
    char *grown = arena_grow(&arena, bytes, 5, 1000);
    assert_ptr_equal(grown, bytes);
    assert_memory_equal(grown, "first", 5);
    memset(grown, 'x', 1000);
    arena_free(&arena);
}

static void growth_in_place_takes_its_bytes_from_the_arena(void **state) {
    (void)state;
    Arena arena = {0};
    char *bytes = arena_raw(&arena, 5);
    bytes = arena_grow(&arena, bytes, 5, 1000);
    assert_true((char *)arena_raw(&arena, 1) >= bytes + 1000);
    arena_free(&arena);
}

static void an_earlier_allocation_moves_to_grow(void **state) {
    (void)state;
    Arena arena = {0};
    char *bytes = memcpy(arena_raw(&arena, 5), "first", 5);
    char *other = memcpy(arena_raw(&arena, 5), "other", 5);
    char *grown = arena_grow(&arena, bytes, 5, 1000);
    memset(grown + 5, 'x', 995);
    assert_memory_equal(grown, "first", 5);
    assert_memory_equal(other, "other", 5);
    arena_free(&arena);
}

static void growth_past_the_chunk_keeps_the_bytes(void **state) {
    (void)state;
    Arena arena = {0};
    size_t size = 16;
    char *bytes = memcpy(arena_raw(&arena, size), "sixteen letters!", size);
    for (; size < 8 << 20; size *= 2) bytes = arena_grow(&arena, bytes, size, size * 2);
    assert_memory_equal(bytes, "sixteen letters!", 16);
    bytes[size - 1] = 'x';
    arena_free(&arena);
}

static void a_large_allocation_leaves_nothing_behind_as_it_grows(void **state) {
    (void)state;
    Arena arena = {0};
    size_t size = 1 << 20;
    char *first = memcpy(arena_raw(&arena, size), "first", 5);
    char *second = memcpy(arena_raw(&arena, size), "other", 5);
    for (; size < 32 << 20; size *= 2) {
        first = arena_grow(&arena, first, size, size * 2);
        second = arena_grow(&arena, second, size, size * 2);
        first[size * 2 - 1] = second[size * 2 - 1] = 'x';
    }
    assert_memory_equal(first, "first", 5);
    assert_memory_equal(second, "other", 5);
    assert_in_range(arena_size(&arena), 2 * size, 2 * size + (1 << 20));
    arena_reset(&arena);
    assert_in_range(arena_size(&arena), 0, 1 << 20);
    arena_free(&arena);
}

static void what_another_arena_holds_stays_there_as_it_grows(void **state) {
    (void)state;
    Arena one = {0}, other = {0};
    size_t size = 2 << 20;
    char *bytes = memcpy(arena_raw(&one, size), "first", 5);
    char *grown = arena_grow(&other, bytes, size, 2 * size);
    grown[0] = 'F';
    assert_memory_equal(bytes, "first", 5);
    assert_memory_equal(grown, "First", 5);
    arena_free(&one);
    arena_free(&other);
}

static void growing_nothing_allocates(void **state) {
    (void)state;
    Arena arena = {0};
    memset(arena_grow(&arena, NULL, 0, 50), 'x', 50);
    arena_free(&arena);
}

static void a_reset_arena_keeps_one_chunk_for_reuse(void **state) {
    (void)state;
    Arena arena = {0};
    for (int i = 0; i < 100; i++) arena_raw(&arena, 1000);
    size_t before = arena_size(&arena);
    arena_reset(&arena);
    size_t kept = arena_size(&arena);
    assert_in_range(kept, 1, before - 1);
    arena_raw(&arena, 1000);
    assert_int_equal(arena_size(&arena), kept);
    arena_free(&arena);
}

static void a_freed_arena_holds_nothing_and_can_be_used_again(void **state) {
    (void)state;
    Arena arena = {0};
    arena_raw(&arena, 1000);
    arena_free(&arena);
    assert_int_equal(arena_size(&arena), 0);
    memset(arena_raw(&arena, 1000), 'x', 1000);
    arena_free(&arena);
}

static void a_reset_poisons_what_was_allocated(void **state) {
    (void)state;
    if (!__asan_address_is_poisoned) skip();
    Arena arena = {0};
    char *bytes = arena_raw(&arena, 100);
    assert_false(is_poisoned(bytes + 99));
    arena_reset(&arena);
    assert_true(is_poisoned(bytes));
    assert_true(is_poisoned(bytes + 99));
    arena_free(&arena);
}

static void the_byte_after_an_allocation_is_poisoned(void **state) {
    (void)state;
    if (!__asan_address_is_poisoned) skip();
    Arena arena = {0};
    char *bytes = arena_raw(&arena, 5);
    assert_false(is_poisoned(bytes + 4));
    assert_true(is_poisoned(bytes + 5));
    bytes = arena_grow(&arena, bytes, 5, 7);
    assert_false(is_poisoned(bytes + 6));
    assert_true(is_poisoned(bytes + 7));
    arena_free(&arena);
}

// The exit status of a process that does this and nothing else.
static int status_of(void (*act)(void)) {
    fflush(NULL);
    pid_t child = fork();
    if (!child) {
        dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
        act();
        _exit(0);
    }
    int status;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void ask_for_too_much(void) { arena_raw(&(Arena){0}, SIZE_MAX); }

// Twice half of all there is, and a little: the product is a little.
static void ask_for_too_many(void) {
    arena_array(&(Arena){0}, int64_t, SIZE_MAX / 8 + 2);
}

static void grow_too_far(void) {
    VEC(int64_t) numbers = {.items = NULL, .len = SIZE_MAX / 8, .cap = SIZE_MAX / 8};
    vec_push(&(Arena){0}, &numbers);
}

static void lack_of_memory_ends_the_program_with_status_75(void **state) {
    (void)state;
    assert_int_equal(status_of(ask_for_too_much), EX_TEMPFAIL);
}

static void more_than_can_be_counted_is_lack_of_memory(void **state) {
    (void)state;
    assert_int_equal(status_of(ask_for_too_many), EX_TEMPFAIL);
    assert_int_equal(status_of(grow_too_far), EX_TEMPFAIL);
}

static void a_vec_keeps_its_items_while_it_grows(void **state) {
    (void)state;
    Arena arena = {0};
    VEC(int) numbers = {0}, squares = {0};
    for (int i = 0; i < 10000; i++) {
        *vec_push(&arena, &numbers) = i;
        *vec_push(&arena, &squares) = i * i;
    }
    assert_int_equal(numbers.len, 10000);
    for (int i = 0; i < 10000; i++) {
        assert_int_equal(numbers.items[i], i);
        assert_int_equal(squares.items[i], i * i);
    }
    arena_free(&arena);
}

static void a_vec_alone_in_its_arena_grows_in_place(void **state) {
    (void)state;
    Arena arena = {0};
    VEC(int) numbers = {0};
    const int *first = vec_push(&arena, &numbers);
    for (int i = 0; i < 1000; i++) *vec_push(&arena, &numbers) = i;
    assert_ptr_equal(numbers.items, first);
    arena_free(&arena);
}

static void vec_each_visits_the_items_in_order(void **state) {
    (void)state;
    Arena arena = {0};
    VEC(int) numbers = {0};
    vec_each(int, number, &numbers) fail_msg("an empty vec has the item %d", *number);
    for (int i = 0; i < 20; i++) *vec_push(&arena, &numbers) = i;
    int visited = 0;
    vec_each(int, number, &numbers) assert_int_equal(*number, visited++);
    assert_int_equal(visited, 20);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_arena_holds_nothing),
        cmocka_unit_test(allocated_bytes_are_zero_where_others_were_before),
        cmocka_unit_test(allocations_are_aligned_for_any_type),
        cmocka_unit_test(allocations_do_not_overlap),
        cmocka_unit_test(an_allocation_may_be_larger_than_any_chunk),
        cmocka_unit_test(the_last_allocation_grows_in_place),
        cmocka_unit_test(growth_in_place_takes_its_bytes_from_the_arena),
        cmocka_unit_test(an_earlier_allocation_moves_to_grow),
        cmocka_unit_test(growth_past_the_chunk_keeps_the_bytes),
        cmocka_unit_test(a_large_allocation_leaves_nothing_behind_as_it_grows),
        cmocka_unit_test(what_another_arena_holds_stays_there_as_it_grows),
        cmocka_unit_test(growing_nothing_allocates),
        cmocka_unit_test(a_reset_arena_keeps_one_chunk_for_reuse),
        cmocka_unit_test(a_freed_arena_holds_nothing_and_can_be_used_again),
        cmocka_unit_test(a_reset_poisons_what_was_allocated),
        cmocka_unit_test(the_byte_after_an_allocation_is_poisoned),
        cmocka_unit_test(lack_of_memory_ends_the_program_with_status_75),
        cmocka_unit_test(more_than_can_be_counted_is_lack_of_memory),
        cmocka_unit_test(a_vec_keeps_its_items_while_it_grows),
        cmocka_unit_test(a_vec_alone_in_its_arena_grows_in_place),
        cmocka_unit_test(vec_each_visits_the_items_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

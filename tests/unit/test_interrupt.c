#include "base/interrupt.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const int INTERRUPTS[] = {SIGINT, SIGTERM, SIGHUP};
enum { INTERRUPT_COUNT = 3, PATIENCE_S = 20 };

// The part of a test that runs in a child, with nothing ignored and a limited life. What
// it returns is its exit status, unless a signal ends it.
typedef int InChild(int number, const char *path);

static int status_of(InChild *run, int number, const char *path) {
    fflush(NULL);
    pid_t child = fork();
    if (!child) {
        for (size_t i = 0; i < INTERRUPT_COUNT; i++) signal(INTERRUPTS[i], SIG_DFL);
        alarm(PATIENCE_S);
        _exit(run(number, path));
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static int killer_of(InChild *run, int number, const char *path) {
    int status = status_of(run, number, path);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static int exit_of(InChild *run, int number, const char *path) {
    int status = status_of(run, number, path);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int hold_and_be_struck(int number, const char *path) {
    (void)path;
    interrupts_hold();
    if (interrupts_pending()) return 1;
    raise(number);
    return interrupts_pending() ? 0 : 2;
}

static void a_signal_held_back_is_pending(void **state) {
    (void)state;
    for (size_t i = 0; i < INTERRUPT_COUNT; i++)
        assert_int_equal(exit_of(hold_and_be_struck, INTERRUPTS[i], NULL), 0);
}

static int hold_and_release(int number, const char *path) {
    (void)path;
    interrupts_hold();
    raise(number);
    interrupts_release();
    return 0;
}

static void a_signal_held_back_strikes_at_the_release(void **state) {
    (void)state;
    for (size_t i = 0; i < INTERRUPT_COUNT; i++)
        assert_int_equal(killer_of(hold_and_release, INTERRUPTS[i], NULL), INTERRUPTS[i]);
}

static void other_signals_strike_at_once(void **state) {
    (void)state;
    assert_int_equal(killer_of(hold_and_be_struck, SIGUSR1, NULL), SIGUSR1);
}

static int release_without_signal(int number, const char *path) {
    (void)number, (void)path;
    interrupts_hold();
    interrupts_release();
    return interrupts_pending() ? 1 : 0;
}

static void a_release_without_signal_changes_nothing(void **state) {
    (void)state;
    assert_int_equal(exit_of(release_without_signal, 0, NULL), 0);
}

static int ignore_and_hold(int number, const char *path) {
    (void)path;
    signal(number, SIG_IGN);
    interrupts_hold();
    raise(number);
    return interrupts_pending() ? 1 : 0;
}

static void a_signal_the_caller_ignores_is_not_pending(void **state) {
    (void)state;
    for (size_t i = 0; i < INTERRUPT_COUNT; i++)
        assert_int_equal(exit_of(ignore_and_hold, INTERRUPTS[i], NULL), 0);
}

static int file_make(void **state) {
    char path[] = P_tmpdir "/callmark-unit-XXXXXX";
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd < 0) return -1;
    *state = strdup(path);
    return close(fd);
}

static int file_remove(void **state) {
    unlink(*state);
    free(*state);
    return 0;
}

static int guard_and_be_struck(int number, const char *path) {
    Arena arena = {0};
    guard_start(&arena, path);
    kill(getpid(), number);
    pause();
    return 0;
}

static void a_guard_removes_the_file_and_lets_the_signal_strike(void **state) {
    const char *path = *state;
    for (size_t i = 0; i < INTERRUPT_COUNT; i++) {
        close(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
        assert_int_equal(killer_of(guard_and_be_struck, INTERRUPTS[i], path),
                         INTERRUPTS[i]);
        assert_int_not_equal(access(path, F_OK), 0);
    }
}

static int guard_and_stop(int number, const char *path) {
    (void)number;
    Arena arena = {0};
    Guard *guard = guard_start(&arena, path);
    guard_stop(guard);
    arena_free(&arena);
    return 0;
}

static void a_guard_that_is_stopped_leaves_the_file(void **state) {
    assert_int_equal(exit_of(guard_and_stop, 0, *state), 0);
    assert_int_equal(access(*state, F_OK), 0);
}

static int guard_stop_and_be_struck(int number, const char *path) {
    guard_and_stop(number, path);
    raise(number);
    return 0;
}

static void after_the_guard_signals_strike_and_the_file_stays(void **state) {
    assert_int_equal(killer_of(guard_stop_and_be_struck, SIGTERM, *state), SIGTERM);
    assert_int_equal(access(*state, F_OK), 0);
}

static int guard_what_is_ignored(int number, const char *path) {
    Arena arena = {0};
    signal(number, SIG_IGN);
    Guard *guard = guard_start(&arena, path);
    kill(getpid(), number);
    usleep(20000); // time enough for the guard to do wrong
    guard_stop(guard);
    arena_free(&arena);
    return 0;
}

static void a_guard_minds_no_signal_that_the_caller_ignores(void **state) {
    assert_int_equal(exit_of(guard_what_is_ignored, SIGHUP, *state), 0);
    assert_int_equal(access(*state, F_OK), 0);
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, file_make, file_remove)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_signal_held_back_is_pending),
        cmocka_unit_test(a_signal_held_back_strikes_at_the_release),
        cmocka_unit_test(other_signals_strike_at_once),
        cmocka_unit_test(a_release_without_signal_changes_nothing),
        cmocka_unit_test(a_signal_the_caller_ignores_is_not_pending),
        WITH_FILE(a_guard_removes_the_file_and_lets_the_signal_strike),
        WITH_FILE(a_guard_that_is_stopped_leaves_the_file),
        WITH_FILE(after_the_guard_signals_strike_and_the_file_stays),
        WITH_FILE(a_guard_minds_no_signal_that_the_caller_ignores),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

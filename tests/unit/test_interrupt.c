#include "base/interrupt.h"

#include "base/file.h"
#include "base/folder.h"

#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include <cmocka.h>

static const int INTERRUPTS[] = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT,  SIGUSR1,
                                 SIGUSR2, SIGXCPU, SIGALRM, SIGVTALRM};
enum { INTERRUPT_COUNT = sizeof INTERRUPTS / sizeof *INTERRUPTS, PATIENCE_S = 20 };

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

static Guard *guard_path(Arena *arena, const char *path) {
    Guard *guard = guard_start(arena, GUARD_ALL);
    guard_lock(guard);
    guard_unlock(guard, path);
    return guard;
}

static int guard_and_be_struck(int number, const char *path) {
    Arena arena = {0};
    guard_path(&arena, path);
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

static void a_guard_removes_a_folder_with_all_that_is_in_it(void **state) {
    Arena arena = {0};
    Str folder = str_format(&arena, "%s.d", (char *)*state);
    assert_true(folder_make(&arena, path_join(&arena, folder, STR("in/it"))));
    assert_true(file_write(
        &arena, str_z(&arena, path_join(&arena, folder, STR("in/it/x"))), STR("said")));
    assert_int_equal(symlink(*state, str_z(&arena, path_join(&arena, folder, STR("x")))),
                     0);
    assert_int_equal(killer_of(guard_and_be_struck, SIGTERM, str_z(&arena, folder)),
                     SIGTERM);
    assert_int_not_equal(access(str_z(&arena, folder), F_OK), 0);
    assert_int_equal(access(*state, F_OK), 0); // where the link led
    arena_free(&arena);
}

// As a worker does that finds no memory.
static void *run_out(void *arg) {
    (void)arg;
    out_of_memory();
}

static int guard_and_run_out(int number, const char *path) {
    (void)number;
    Arena arena = {0};
    pthread_t thread;
    close(STDERR_FILENO);
    guard_path(&arena, path);
    pthread_create(&thread, NULL, run_out, NULL);
    pthread_join(thread, NULL);
    return 0;
}

static void without_memory_the_guard_clears_up_and_the_status_tells(void **state) {
    assert_int_equal(exit_of(guard_and_run_out, 0, *state), EX_TEMPFAIL);
    assert_int_not_equal(access(*state, F_OK), 0);
}

static int guard_and_stop(int number, const char *path) {
    (void)number;
    Arena arena = {0};
    Guard *guard = guard_path(&arena, path);
    guard_stop(guard);
    interrupts_release();
    arena_free(&arena);
    return 0;
}

static int strike_before_the_release(int number, const char *path) {
    Arena arena = {0};
    Guard *guard = guard_path(&arena, path);
    guard_stop(guard);
    kill(getpid(), number);
    bool whole = access(path, F_OK) == 0;
    interrupts_release();
    return whole;
}

static void between_stop_and_release_a_signal_waits(void **state) {
    for (size_t i = 0; i < INTERRUPT_COUNT; i++)
        assert_int_equal(killer_of(strike_before_the_release, INTERRUPTS[i], *state),
                         INTERRUPTS[i]);
    assert_int_equal(access(*state, F_OK), 0);
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

// Struck between the two, it is removed all the same, and what would come next is not
// made any more.
static int be_struck_while_it_is_made(int number, const char *path) {
    Arena arena = {0};
    Guard *guard = guard_start(&arena, GUARD_ALL);
    unlink(path);
    guard_lock(guard);
    kill(getpid(), number);
    usleep(20000); // time enough for the guard to do wrong
    close(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    guard_unlock(guard, path);
    usleep(20000);
    guard_lock(guard); // for good
    close(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    return 0;
}

static void what_is_being_made_is_removed_too(void **state) {
    assert_int_equal(killer_of(be_struck_while_it_is_made, SIGTERM, *state), SIGTERM);
    assert_int_not_equal(access(*state, F_OK), 0);
}

static int be_struck_when_it_is_done(int number, const char *path) {
    Arena arena = {0};
    Guard *guard = guard_path(&arena, path);
    guard_lock(guard);
    kill(getpid(), number);
    guard_unlock(guard, NULL);
    pause();
    return 0;
}

static void what_has_become_what_it_is_to_be_stays(void **state) {
    assert_int_equal(killer_of(be_struck_when_it_is_done, SIGTERM, *state), SIGTERM);
    assert_int_equal(access(*state, F_OK), 0);
}

static int guard_against_want_and_be_struck(int number, const char *path) {
    Arena arena = {0};
    Guard *guard = guard_start(&arena, GUARD_MEMORY);
    guard_lock(guard);
    guard_unlock(guard, path);
    kill(getpid(), number);
    usleep(20000); // time enough for the guard to do wrong
    bool whole = access(path, F_OK) == 0;
    if (whole) run_out(NULL);
    guard_stop(guard);
    return 0;
}

static void a_guard_of_memory_minds_no_signal(void **state) {
    int status = exit_of(guard_against_want_and_be_struck, SIGTERM, *state);
    assert_int_equal(status, EX_TEMPFAIL);
    assert_int_not_equal(access(*state, F_OK), 0);
}

static int guard_what_is_ignored(int number, const char *path) {
    Arena arena = {0};
    signal(number, SIG_IGN);
    Guard *guard = guard_path(&arena, path);
    kill(getpid(), number);
    usleep(20000); // time enough for the guard to do wrong
    guard_stop(guard);
    interrupts_release();
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
        WITH_FILE(a_guard_removes_the_file_and_lets_the_signal_strike),
        WITH_FILE(a_guard_removes_a_folder_with_all_that_is_in_it),
        WITH_FILE(without_memory_the_guard_clears_up_and_the_status_tells),
        WITH_FILE(what_is_being_made_is_removed_too),
        WITH_FILE(what_has_become_what_it_is_to_be_stays),
        WITH_FILE(a_guard_of_memory_minds_no_signal),
        WITH_FILE(between_stop_and_release_a_signal_waits),
        WITH_FILE(a_guard_that_is_stopped_leaves_the_file),
        WITH_FILE(after_the_guard_signals_strike_and_the_file_stays),
        WITH_FILE(a_guard_minds_no_signal_that_the_caller_ignores),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

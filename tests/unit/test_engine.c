// Machine code that cannot be had: for good, or for want of memory.
#include "make_patterns.h"

#include "match/code.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

// Memory that may be run fails with `error` from here on.
static bool refuse_to_run_memory(int error) {
    enum { PROT_ARGUMENT = 2 };
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                 offsetof(struct seccomp_data, args[PROT_ARGUMENT])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (uint32_t)error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {.len = COUNT(filter), .filter = filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

enum { SKIPPED = 100, WITH_JIT, WITHOUT_JIT };

static int tell_engine(Arena *arena) {
    return str_ends(code_engine(arena), STR(" with JIT")) ? WITH_JIT : WITHOUT_JIT;
}

static int prepare(Arena *arena) {
    PatternError error;
    const PatternSpec spec = {.regex = STR("\\w+ly (b|c)")};
    Code *code = code_new(arena, &spec, &error);
    code_prepare(code);
    return code ? 0 : 1;
}

// The exit status of a child that has no memory to run, for the reason `error`.
static int without_machine_code(int (*run)(Arena *), int error) {
    pid_t child = fork();
    if (!child) {
        Arena arena = {0};
        close(STDERR_FILENO);
        _exit(error && !refuse_to_run_memory(error) ? SKIPPED : run(&arena));
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == SKIPPED) skip();
    return WEXITSTATUS(status);
}

static void where_it_is_forbidden_patterns_are_interpreted(void **state) {
    (void)state;
    assert_int_equal(without_machine_code(tell_engine, EACCES), WITHOUT_JIT);
    assert_int_equal(without_machine_code(tell_engine, EPERM), WITHOUT_JIT);
    assert_int_equal(without_machine_code(prepare, EPERM), 0);
}

static void want_of_memory_is_no_reason_to_interpret_them(void **state) {
    (void)state;
    if (without_machine_code(tell_engine, 0) == WITHOUT_JIT) skip();
    assert_int_equal(without_machine_code(tell_engine, ENOMEM), EX_TEMPFAIL);
    assert_int_equal(without_machine_code(tell_engine, EAGAIN), EX_TEMPFAIL);
    assert_int_equal(without_machine_code(prepare, ENOMEM), EX_TEMPFAIL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_it_is_forbidden_patterns_are_interpreted),
        cmocka_unit_test(want_of_memory_is_no_reason_to_interpret_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

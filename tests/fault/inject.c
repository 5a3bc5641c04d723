// inject RESULT COUNTED STRUCK WHEN HOW PROGRAM [ARGUMENT...]
//
// Runs a program, and has a system call of it fail, below the C library, where the
// library cannot tell it from a failure of the kernel's. Of the calls in COUNTED
// (read,write; "all" that we know) it is told in RESULT how often each was made, and how
// the program ended:
//
//   status 0 | signal 11
//   read 14
//
// The WHEN-th call (0: none) of STRUCK fails with the error number HOW; with HOW+ so do
// all after it; with "s15" it is sent that signal, and goes on; with "kill" it is killed
// instead. Counted is from the point on where the program forbids dumps of its memory,
// which is the first thing that it does: what the loader does before is not ours.
//
// Linux: the program's own filter of system calls (seccomp_unotify(2)) asks us at each.

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    const char *name;
    int number;
} CallName;

#define CALL(name) \
    { #name, SYS_##name }
static const CallName CALLS[] = {
    CALL(read),      CALL(pread64),    CALL(readv),        CALL(write),
    CALL(pwrite64),  CALL(writev),     CALL(openat),       CALL(close),
    CALL(lseek),     CALL(fstat),      CALL(newfstatat),   CALL(statx),
    CALL(fsync),     CALL(fdatasync),  CALL(ftruncate),    CALL(fallocate),
    CALL(renameat),  CALL(renameat2),  CALL(unlinkat),     CALL(mkdirat),
    CALL(symlinkat), CALL(linkat),     CALL(readlinkat),   CALL(getdents64),
    CALL(faccessat), CALL(faccessat2), CALL(fchmod),       CALL(fcntl),
    CALL(flock),     CALL(dup),        CALL(memfd_create), CALL(sync_file_range),
    CALL(mmap),      CALL(mremap),     CALL(mprotect),     CALL(brk),
    CALL(clone3),    CALL(getrandom),  CALL(sysinfo),      CALL(sched_getaffinity),
    CALL(fchown),    CALL(madvise),
#ifdef SYS_open
    CALL(open),      CALL(rename),     CALL(unlink),       CALL(mkdir),
    CALL(rmdir),     CALL(symlink),    CALL(link),         CALL(readlink),
    CALL(access),    CALL(stat),       CALL(lstat),
#endif
};
enum { CALL_COUNT = sizeof CALLS / sizeof *CALLS };

typedef struct {
    bool counted[CALL_COUNT];
    unsigned made[CALL_COUNT];
    int struck; // of CALLS; -1: none
    unsigned when;
    int error; // 0: kill
    int signal;
    bool on; // so do all after it
    bool begun;
} Plan;

_Noreturn static void die(const char *what) {
    perror(what);
    exit(125);
}

// ---- In the program, before it starts

static int call_index(const char *name) {
    for (int i = 0; i < CALL_COUNT; i++)
        if (strcmp(CALLS[i].name, name) == 0) return i;
    return -1;
}

static int listen_to_calls(const Plan *plan) {
    struct sock_filter filter[2 * (CALL_COUNT + 1) + 2];
    unsigned short n = 0;
    filter[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                                               offsetof(struct seccomp_data, nr));
    for (int i = -1; i < CALL_COUNT; i++) {
        if (i >= 0 && !plan->counted[i]) continue;
        uint32_t number = i < 0 ? SYS_prlimit64 : (uint32_t)CALLS[i].number;
        filter[n++] =
            (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1);
        filter[n++] =
            (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);
    }
    filter[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    struct sock_fprog program = {.len = n, .filter = filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) die("prctl");
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                        SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
}

// From the filter on, what it asks about waits for an answer. The number of the listener
// is left in memory that both see, until it is taken.
_Noreturn static void start(const Plan *plan, volatile int *listener, char **argv) {
    int fd = listen_to_calls(plan);
    *listener = fd < 0 ? -errno : fd;
    while (*listener > 0) usleep(100);
    if (plan->signal) signal(plan->signal, SIG_DFL); // we may have been told to ignore it
    execv(argv[0], argv);
    _exit(126);
}

// ---- Beside it

static bool strikes(Plan *plan, const struct seccomp_data *call) {
    if (call->nr == SYS_prlimit64) {
        plan->begun |= call->args[1] == RLIMIT_CORE && call->args[2];
        return false;
    }
    if (!plan->begun) return false;
    for (int i = 0; i < CALL_COUNT; i++) {
        if (CALLS[i].number != call->nr) continue;
        unsigned count = ++plan->made[i];
        return i == plan->struck && plan->when &&
               (count == plan->when || (plan->on && count > plan->when));
    }
    return false;
}

static void answer(Plan *plan, int listener, pid_t child) {
    struct seccomp_notif asked = {0};
    if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) != 0) return;
    struct seccomp_notif_resp said = {.id = asked.id,
                                      .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
    bool struck = strikes(plan, &asked.data);
    if (struck && plan->signal) {
        kill(child, plan->signal);
    } else if (struck) {
        if (plan->error == 0) kill(child, SIGKILL);
        said = (struct seccomp_notif_resp){
            .id = asked.id, .error = plan->error ? -plan->error : -EINTR, .val = 0};
    }
    ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &said);
}

static int take_listener(volatile int *number, int process) {
    while (*number == 0) usleep(100);
    if (*number < 0) {
        errno = -*number;
        die("seccomp");
    }
    int fd = (int)syscall(SYS_pidfd_getfd, process, *number, 0);
    if (fd < 0) die("pidfd_getfd");
    *number = 0;
    return fd;
}

static void attend(Plan *plan, int listener, int process, pid_t child) {
    struct pollfd ends[] = {{.fd = listener, .events = POLLIN},
                            {.fd = process, .events = POLLIN}};
    while (poll(ends, 2, -1) > 0) {
        if (ends[0].revents & POLLIN) answer(plan, listener, child);
        if (ends[1].revents) return;
    }
}

static void tell(const Plan *plan, const char *path, int status) {
    FILE *out = fopen(path, "w");
    if (!out) die(path);
    if (WIFSIGNALED(status))
        fprintf(out, "signal %d\n", WTERMSIG(status));
    else
        fprintf(out, "status %d\n", WEXITSTATUS(status));
    for (int i = 0; i < CALL_COUNT; i++)
        if (plan->made[i]) fprintf(out, "%s %u\n", CALLS[i].name, plan->made[i]);
    if (fclose(out) != 0) die(path);
}

static Plan read_plan(char **argv) {
    char *end;
    Plan plan = {.struck = call_index(argv[3])};
    for (int i = 0; i < CALL_COUNT; i++)
        plan.counted[i] = strcmp(argv[2], "all") == 0 || i == plan.struck;
    for (char *name = strtok(argv[2], ","); name; name = strtok(NULL, ",")) {
        int i = call_index(name);
        if (i >= 0) plan.counted[i] = true;
    }
    plan.when = (unsigned)strtoul(argv[4], NULL, 10);
    if (argv[5][0] == 's') plan.signal = (int)strtol(argv[5] + 1, NULL, 10);
    plan.error = (int)strtol(argv[5], &end, 10); // "kill" is 0
    plan.on = *end == '+';
    return plan;
}

int main(int argc, char **argv) {
    if (argc < 7) {
        fputs("usage: inject RESULT COUNTED STRUCK WHEN HOW PROGRAM ...\n", stderr);
        return 125;
    }
    Plan plan = read_plan(argv);
    volatile int *number = mmap(NULL, sizeof *number, PROT_READ | PROT_WRITE,
                                MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (number == MAP_FAILED) die("mmap");
    pid_t child = fork();
    if (child < 0) die("fork");
    if (child == 0) start(&plan, number, argv + 6);
    int process = (int)syscall(SYS_pidfd_open, child, 0);
    if (process < 0) die("pidfd_open");
    attend(&plan, take_listener(number, process), process, child);
    int status;
    if (waitpid(child, &status, 0) < 0) die("waitpid");
    tell(&plan, argv[1], status);
    return 0;
}

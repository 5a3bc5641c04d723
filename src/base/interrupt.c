#include "base/interrupt.h"

#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static const int NUMBERS[] = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT,  SIGUSR1,
                              SIGUSR2, SIGXCPU, SIGALRM, SIGVTALRM};
enum { NUMBER_COUNT = sizeof NUMBERS / sizeof *NUMBERS };

// Not what the caller wants ignored (nohup): held back it would be pending all the same.
static sigset_t interrupts(void) {
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < NUMBER_COUNT; i++) {
        struct sigaction action;
        sigaction(NUMBERS[i], NULL, &action);
        if (action.sa_handler != SIG_IGN) sigaddset(&set, NUMBERS[i]);
    }
    return set;
}

void interrupts_hold(void) {
    sigset_t set = interrupts();
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

void interrupts_release(void) {
    sigset_t set = interrupts();
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

enum { SPARE_COUNT = 2 }; // a folder, and one in that

struct Guard {
    const char *path;     // what is unfinished; NULL: nothing
    pthread_mutex_t lock; // while it is made
    GuardType type;
    pthread_barrier_t waiting;
    pthread_t thread;
    int spare[SPARE_COUNT];
};

// Descriptors by which folders can be removed where all others are in use.
static void take_spare(Guard *guard) {
    for (int i = 0; i < SPARE_COUNT; i++) {
        guard->spare[i] = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
        if (guard->spare[i] < 0) end_without_files(errno);
    }
}

static void give_spare(const Guard *guard) {
    for (int i = 0; i < SPARE_COUNT; i++)
        if (guard->spare[i] >= 0) close(guard->spare[i]);
}

static void change_mask(int how, int number) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    pthread_sigmask(how, &set, NULL);
}

// By this one the guard is stopped. Of a real-time signal there may be too many.
#define STOP SIGURG

static bool is_for_guard(const siginfo_t *info) {
    return info->si_signo != STOP || info->si_pid == getpid();
}

static void wait_for_signal(GuardType type, siginfo_t *info) {
    sigset_t set;
    sigemptyset(&set);
    if (type == GUARD_ALL) set = interrupts();
    sigaddset(&set, MEMORY_SIGNAL);
    sigaddset(&set, STOP);
    while (sigwaitinfo(&set, info) < 0 || !is_for_guard(info)) {
    }
}

static void *watch(void *arg) {
    Guard *guard = arg;
    siginfo_t info;
    change_mask(SIG_BLOCK, MEMORY_SIGNAL);
    change_mask(SIG_BLOCK, STOP);
    pthread_barrier_wait(&guard->waiting);
    wait_for_signal(guard->type, &info);
    if (info.si_signo == STOP) return NULL;
    // For good: nothing more is made, nor takes its place. Who stops the guard now waits
    // for the end.
    pthread_mutex_lock(&guard->lock);
    give_spare(guard);
    if (guard->path) path_remove(guard->path);
    if (info.si_signo == MEMORY_SIGNAL && info.si_pid == getpid())
        _exit(info.si_value.sival_int);
    change_mask(SIG_UNBLOCK, info.si_signo);
    raise(info.si_signo);
    return NULL;
}

// MEMORY_SIGNAL is held back when there is who waits for it, and no earlier: to start a
// thread may ask for memory.
Guard *guard_start(Arena *arena, GuardType type) {
    Guard *guard = arena_new(arena, Guard);
    guard->type = type;
    take_spare(guard);
    pthread_mutex_init(&guard->lock, NULL);
    pthread_barrier_init(&guard->waiting, NULL, 2);
    interrupts_hold();
    if (pthread_create(&guard->thread, NULL, watch, guard) != 0) out_of_memory();
    pthread_barrier_wait(&guard->waiting);
    change_mask(SIG_BLOCK, MEMORY_SIGNAL);
    return guard;
}

void guard_stop(Guard *guard) {
    pthread_kill(guard->thread, STOP);
    pthread_join(guard->thread, NULL);
    memory_begin(); // nobody waits for that signal any more
    give_spare(guard);
    pthread_barrier_destroy(&guard->waiting);
    pthread_mutex_destroy(&guard->lock);
}

void guard_lock(Guard *guard) { pthread_mutex_lock(&guard->lock); }

void guard_unlock(Guard *guard, const char *path) {
    int error = errno;
    guard->path = path;
    pthread_mutex_unlock(&guard->lock);
    errno = error;
}

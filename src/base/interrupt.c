#include "base/interrupt.h"

#include "base/folder.h"

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
    sigaddset(&set, MEMORY_SIGNAL);
    for (size_t i = 0; i < NUMBER_COUNT; i++) {
        struct sigaction action;
        sigaction(NUMBERS[i], NULL, &action);
        if (action.sa_handler != SIG_IGN) sigaddset(&set, NUMBERS[i]);
    }
    return set;
}

void interrupts_release(void) {
    sigset_t set = interrupts();
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

struct Guard {
    const char *path;
    pthread_t thread;
};

static void *watch(void *arg) {
    Guard *guard = arg;
    sigset_t set = interrupts();
    siginfo_t info;
    while (sigwaitinfo(&set, &info) < 0) {
    }
    // Who stops the guard now waits for the end: half a folder must not take its place.
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
    path_remove(guard->path);
    if (info.si_signo == MEMORY_SIGNAL && info.si_pid == getpid())
        _exit(info.si_value.sival_int);
    interrupts_release();
    raise(info.si_signo);
    return NULL;
}

Guard *guard_start(Arena *arena, const char *path) {
    Guard *guard = arena_new(arena, Guard);
    guard->path = path;
    sigset_t set = interrupts();
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (pthread_create(&guard->thread, NULL, watch, guard) == 0) return guard;
    path_remove(path);
    interrupts_release(); // or out_of_memory() would wait for this guard
    out_of_memory();
}

void guard_stop(Guard *guard) {
    pthread_cancel(guard->thread);
    pthread_join(guard->thread, NULL);
    memory_begin(); // nobody waits for that signal any more
}

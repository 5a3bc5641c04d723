#include "base/interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

// Not what the caller wants ignored (nohup): held back it would be pending all the same.
static sigset_t interrupts(void) {
    static const int NUMBERS[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
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

bool interrupts_pending(void) {
    sigset_t pending;
    sigpending(&pending);
    return sigismember(&pending, SIGINT) || sigismember(&pending, SIGTERM) ||
           sigismember(&pending, SIGHUP);
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
    int number;
    if (sigwait(&set, &number) != 0) return NULL;
    unlink(guard->path);
    interrupts_release();
    raise(number);
    return NULL;
}

Guard *guard_start(Arena *arena, const char *path) {
    Guard *guard = arena_new(arena, Guard);
    guard->path = path;
    interrupts_hold();
    if (pthread_create(&guard->thread, NULL, watch, guard) != 0) out_of_memory();
    return guard;
}

void guard_stop(Guard *guard) {
    pthread_cancel(guard->thread);
    pthread_join(guard->thread, NULL);
    interrupts_release();
}

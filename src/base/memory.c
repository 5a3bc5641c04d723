#include "base/memory.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

// Held back, the signal is waited for by the guard of unfinished files, which ends the
// program with the status that comes with it (base/interrupt.c).
static bool has_guard(void) {
    sigset_t held;
    return pthread_sigmask(SIG_BLOCK, NULL, &held) == 0 &&
           sigismember(&held, MEMORY_SIGNAL);
}

void memory_begin(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, MEMORY_SIGNAL);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

void end_for_now(const char *message) {
    const union sigval status = {.sival_int = EX_TEMPFAIL};
    (void)!write(STDERR_FILENO, message, strlen(message));
    if (has_guard() && sigqueue(getpid(), MEMORY_SIGNAL, status) == 0)
        for (;;) pause();
    _exit(EX_TEMPFAIL);
}

void out_of_memory(void) { end_for_now("callmark: error: out of memory\n"); }

void end_without_memory(int error) {
    if (error == ENOMEM || error == EAGAIN) out_of_memory();
}

void end_without_files(int error) {
    if (error == EMFILE || error == ENFILE)
        end_for_now("callmark: error: too many open files\n");
}

// Libraries take a failed allocation for anything: bad JSON, an unknown language, a cell
// less, or nothing at all until they crash. So they never see one.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define WATCHED 1
#endif
#endif

#if defined(__GLIBC__) && !defined(WATCHED)
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

void *malloc(size_t size) {
    void *bytes = __libc_malloc(size);
    if (!bytes) out_of_memory();
    return bytes;
}

void *calloc(size_t nmemb, size_t size) {
    void *bytes = __libc_calloc(nmemb, size);
    if (!bytes) out_of_memory();
    return bytes;
}

void *realloc(void *ptr, size_t size) {
    void *bytes = __libc_realloc(ptr, size);
    if (!bytes && size) out_of_memory();
    return bytes;
}
#endif

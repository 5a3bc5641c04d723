// Loaded before the C library (LD_PRELOAD), lets the NOMEM-th allocation of a program
// fail, in whatever library it is made; with "+" behind the number, all after it as well.
// At the end their number is written to the descriptor NOMEM_COUNT, where that is named.
//
// callmark has a malloc() of its own (base/memory.c), which asks the C library's by the
// name __libc_malloc: these are the ones that stand here.

#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static atomic_ulong made;
static unsigned long when;
static bool on;
static void *(*next_malloc)(size_t);
static void *(*next_calloc)(size_t, size_t);
static void *(*next_realloc)(void *, size_t);

__attribute__((constructor)) static void read_plan(void) {
    const char *text = getenv("NOMEM");
    char *end;
    if (!text) return;
    when = strtoul(text, &end, 10);
    on = *end == '+';
}

__attribute__((destructor)) static void tell(void) {
    const char *number = getenv("NOMEM_COUNT");
    if (number) dprintf((int)strtol(number, NULL, 10), "%lu\n", atomic_load(&made));
}

static bool fails(void) {
    unsigned long count = atomic_fetch_add(&made, 1) + 1;
    bool now = when && (count == when || (on && count > when));
    if (now) errno = ENOMEM;
    return now;
}

static void find(void *function, const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

void *__libc_malloc(size_t size) {
    if (!next_malloc) find(&next_malloc, "malloc");
    return fails() ? NULL : next_malloc(size);
}

void *__libc_calloc(size_t count, size_t size) {
    if (!next_calloc) find(&next_calloc, "calloc");
    return fails() ? NULL : next_calloc(count, size);
}

void *__libc_realloc(void *old, size_t size) {
    if (!next_realloc) find(&next_realloc, "realloc");
    return fails() ? NULL : next_realloc(old, size);
}

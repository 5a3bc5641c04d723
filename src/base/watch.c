#include "base/watch.h"

#include <time.h>

int64_t watch_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void watch_start(Watch *watch) {
    if (watch) watch->since = watch_now();
}

void watch_count(Watch *watch, Lap stage) {
    int64_t now = watch_now();
    watch->ns[stage] += now - watch->since;
    watch->since = now;
}

void watch_add(Watch *sum, const Watch *part) {
    for (Lap i = 0; i < LAP_COUNT; i++) sum->ns[i] += part->ns[i];
}

// Sorting lists that are few or nearly in order, as most are that detectors make.
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

typedef int SortCompare(const void *a, const void *b);

// As qsort; items that are equal keep their order. Made anew wherever it is called, for
// items of that size and order: a call for each comparison and each move would take
// longer than these.
__attribute__((always_inline)) static inline void sort_few(void *items, size_t count,
                                                           size_t size,
                                                           SortCompare *compare) {
    enum { FEW = 1024, SIZE_MOST = 64 }; // bytes
    char moved[SIZE_MOST], *first = items;
    if (count * size > FEW || size > SIZE_MOST) {
        qsort(items, count, size, compare); // glibc's keeps the order, too
        return;
    }
    for (size_t i = 1; i < count; i++) {
        char *item = first + i * size, *to = item;
        while (to > first && compare(item, to - size) < 0) to -= size;
        if (to == item) continue;
        memcpy(moved, item, size);
        for (char *at = item; at > to; at -= size) memcpy(at, at - size, size);
        memcpy(to, moved, size);
    }
}

#endif

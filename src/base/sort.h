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
    _Alignas(max_align_t) char moved[SIZE_MOST];
    char *first = items;
    if (count * size > FEW || size > SIZE_MOST) {
        qsort(items, count, size, compare); // glibc's keeps the order, too
        return;
    }
    for (size_t i = 1; i < count; i++) {
        char *to = first + i * size;
        if (compare(to, to - size) >= 0) continue;
        memcpy(moved, to, size);
        do {
            memcpy(to, to - size, size);
            to -= size;
        } while (to > first && compare(moved, to - size) < 0);
        memcpy(to, moved, size);
    }
}

#endif

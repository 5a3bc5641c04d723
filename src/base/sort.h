// Sorting lists that are few or nearly in order, as most are that detectors make.
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>

typedef int SortCompare(const void *a, const void *b);

void sort_several(void *items, size_t count, size_t size, SortCompare *compare);
// As qsort; items of up to 64 bytes that are equal keep their order.
static inline void sort_few(void *items, size_t count, size_t size,
                            SortCompare *compare) {
    if (count > 1) sort_several(items, count, size, compare);
}

#endif

#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

enum { FEW = 32, SIZE_MOST = 64 };

void sort_several(void *items, size_t count, size_t size, SortCompare *compare) {
    char moved[SIZE_MOST], *first = items;
    if (count > FEW || size > SIZE_MOST) {
        qsort(items, count, size, compare); // glibc's keeps the order, too
        return;
    }
    for (size_t i = 1; i < count; i++) {
        char *item = first + i * size, *to = item;
        while (to > first && compare(item, to - size) < 0) to -= size;
        if (to == item) continue;
        memcpy(moved, item, size);
        memmove(to + size, to, (size_t)(item - to));
        memcpy(to, moved, size);
    }
}

#include "input/shard.h"

// total * index / count, rounded down, where the product may not fit.
static uint64_t share(uint64_t total, uint32_t index, uint32_t count) {
    return total / count * index + total % count * index / count;
}

// Where a file begins and ends, cut to what is the shard's; counted from its beginning.
static ByteRange cut(ByteRange file, ByteRange shard) {
    uint64_t from = shard.from > file.from ? shard.from : file.from;
    uint64_t to = shard.to < file.to ? shard.to : file.to;
    if (from >= to) return (ByteRange){0};
    return (ByteRange){from - file.from, to < file.to ? to - file.from : UINT64_MAX};
}

void shard_divide(Shard shard, const uint64_t *sizes, size_t count, ByteRange *own) {
    uint64_t total = 0, at = 0;
    for (size_t i = 0; i < count; i++) total += sizes[i] + 1;
    ByteRange all = {share(total, shard.index, shard.count),
                     share(total, shard.index + 1, shard.count)};
    for (size_t i = 0; i < count; i++) {
        ByteRange file = {at, at + sizes[i] + 1};
        own[i] = cut(file, all);
        at = file.to;
    }
}

#include "format/seen.h"

enum { BUCKETS = 4096, BUCKET_BITS = 12, BLOCK = 15 };

// Fields stand apart, so that none is padded. Blocks are never full but for the first of
// a bucket's, the one that was begun last.
struct SeenBlock {
    SeenBlock *older;
    uint32_t low[BLOCK];   // of what the bucket leaves of the hash
    uint32_t lines[BLOCK]; // of all lines; 0 = free, as are those behind it
    uint32_t digests[BLOCK];
    uint16_t high[BLOCK];
};

typedef struct {
    uint32_t bucket, low;
    uint16_t high;
} Key;

static Key key_of(Str id) {
    uint64_t hash = str_hash(id);
    return (Key){.bucket = hash % BUCKETS,
                 .low = (uint32_t)(hash >> BUCKET_BITS),
                 .high = (uint16_t)(hash >> (BUCKET_BITS + 32))};
}

// The file that holds the line: the last that begins before it.
static SeenPlace place_of(const Seen *seen, uint32_t line, uint32_t digest) {
    size_t low = 0, high = seen->files.len;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(seen->files.items[middle].line < line ? &low : &high) = middle;
    }
    SeenPlace file = seen->files.items[low];
    return (SeenPlace){file.file, line - file.line, digest};
}

SeenPlace seen_find(const Seen *seen, Str id) {
    Key key = key_of(id);
    const SeenBlock *block = seen->buckets ? seen->buckets[key.bucket] : NULL;
    for (; block; block = block->older)
        for (int i = 0; i < BLOCK && block->lines[i]; i++)
            if (block->low[i] == key.low && block->high[i] == key.high)
                return place_of(seen, block->lines[i], block->digests[i]);
    return (SeenPlace){0};
}

// Counted on from the lines of the files before.
static uint32_t count_on(Seen *seen, uint32_t file, uint32_t line) {
    if (!seen->files.len || seen->files.items[seen->files.len - 1].file != file)
        *vec_push(&seen->arena, &seen->files) =
            (SeenPlace){.file = file, .line = seen->last};
    uint32_t before = seen->files.items[seen->files.len - 1].line;
    line = line > UINT32_MAX - before ? UINT32_MAX : before + line;
    if (line > seen->last) seen->last = line;
    return line;
}

void seen_add(Seen *seen, Str id, SeenPlace place) {
    if (!seen->buckets) seen->buckets = arena_array(&seen->arena, SeenBlock *, BUCKETS);
    Key key = key_of(id);
    SeenBlock **bucket = &seen->buckets[key.bucket];
    if (!*bucket || (*bucket)->lines[BLOCK - 1]) {
        SeenBlock *block = arena_new(&seen->arena, SeenBlock);
        block->older = *bucket;
        *bucket = block;
    }
    int free = 0;
    while ((*bucket)->lines[free]) free++;
    (*bucket)->low[free] = key.low;
    (*bucket)->high[free] = key.high;
    (*bucket)->digests[free] = place.digest;
    (*bucket)->lines[free] = count_on(seen, place.file, place.line);
}

#include "read/shares.h"

#include "base/file.h"

#include <unistd.h>

// False when the size is not known before the end, as that of a pipe.
static bool find_size(Arena *arena, Str path, uint64_t *size) {
    struct stat status;
    bool is_stdin = str_eq(path, STR("-"));
    bool known =
        is_stdin ? fstat(STDIN_FILENO, &status) == 0 : file_status(arena, path, &status);
    if (!known || !S_ISREG(status.st_mode)) return false;
    *size = (uint64_t)status.st_size;
    return true;
}

static void divide(Arena *run, Shard shard, const uint64_t *sizes, InputFiles *files) {
    ByteRange *own = arena_array(run, ByteRange, files->len);
    shard_divide(shard, sizes, files->len, own);
    for (size_t i = 0; i < files->len; i++) {
        files->items[i].own = own[i];
        files->items[i].opened = !own[i].to;
    }
}

bool shares_settle(Arena *run, Shard shard, InputFiles *files, uint64_t *total,
                   Diags *diags) {
    uint64_t *sizes = arena_array(run, uint64_t, files->len);
    bool all_known = true;
    for (size_t i = 0; i < files->len; i++) {
        InputFile *file = &files->items[i];
        bool known = find_size(run, file->path, &sizes[i]);
        file->own = ALL_BYTES;
        *total += sizes[i];
        all_known &= known;
        if (shard.count && !known)
            diag_add(diags, DIAG_ERROR, (Place){.path = file->path},
                     "not a regular file, and cannot be divided into shards");
    }
    if (!all_known || shard.count) *total = 0;
    if (shard.count) divide(run, shard, sizes, files);
    return all_known || !shard.count;
}

// Any bytes as a transcript: read as whatever they look like, and by each format in turn;
// with FUZZ_FORMAT in the environment, by that one alone.

#include "read/formats.h"
#include "read/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_all(Str path, Str format, bool unsorted) {
    Arena arena = {0}, calls = {0};
    Diags diags = {.arena = &arena};
    ReadOptions options = {.format = format, .unsorted = unsorted};
    Reader *reader = reader_open(&arena, &options, &path, 1, &diags);
    for (Call call = {0}; reader_next(reader, &calls, &call);)
        if (!call.id.len) abort(); // a call without a name cannot be complained of
    reader_close(reader);
    arena_free(&calls);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char path[32];
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size) abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    const char *only = getenv("FUZZ_FORMAT");
    read_all(str_from(path), str_from(only), false);
    for (size_t i = 0; !only && i < format_count(); i++)
        read_all(str_from(path), str_from(format_info(i)->name), true);
    close(fd);
    return 0;
}

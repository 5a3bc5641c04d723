// Any bytes as what stands beside transcripts: a table of calls, one of agents, and, up
// to the first line's end, a pattern for the names of files.

#include "cli/name_pattern.h"
#include "text/sidecar.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_table(Arena *arena, Str path, SidecarKind kind) {
    Sidecar table = {0};
    Diags diags = {.arena = arena};
    if (!sidecar_read(arena, path, kind, &table, &diags) && !diags.errors) abort();
    (void)sidecar_call(&table, STR("1"), STR("inbox/1.csv"));
    (void)sidecar_agent(&table, STR("Ada"));
}

static void ask_pattern(Arena *arena, Str regex) {
    Call named = {0};
    ReadOptions read = {0};
    Diags diags = {.arena = arena};
    NamePattern *pattern = name_pattern_open(arena, regex, &read, &diags);
    if (!pattern && !diags.errors) abort();
    if (pattern)
        (void)read.read_name(read.name_context, arena, STR("a/2026-03-02_ada.txt"),
                             &named);
    name_pattern_close(pattern);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0};
    char path[32];
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size) abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    read_table(&arena, str_from(path), SIDECAR_CALLS);
    read_table(&arena, str_from(path), SIDECAR_AGENTS);
    Str bytes = {(const char *)data, size};
    ask_pattern(&arena, str_copy(&arena, str_slice(bytes, 0, str_index(bytes, 0, '\n'))));
    arena_free(&arena);
    close(fd);
    return 0;
}

// Any bytes as records that `score` wrote, read back for a report.

#include "load/load.h"
#include "score/read_records.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char RUBRIC[] =
    "rubric: r\n"
    "detectors: {a: {role: agent, any: [hello]}}\n"
    "principles: [{id: p, title: P, weight: 1, criteria: [\n"
    "  {id: greets, ask: G?, met: a}, {id: spares, ask: S?, met: {not: a}}]}]\n";

static void read_back(Arena *arena, const Rubric *rubric, Str path) {
    Diags diags = {.arena = arena};
    CardList list = {0};
    InputFile file = {0};
    bool read = records_read(arena, path, rubric, &list, &file, &diags);
    if (!read && !diags.errors) abort(); // refused without a reason
    vec_each(const Scorecard, card, &list.cards)
        if (card->score != NO_SCORE && (card->score < 0 || card->score > 100000)) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric rubric;
    char name[32];
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size) abort();
    Str text = {RUBRIC, sizeof RUBRIC - 1};
    if (!rubric_read(&arena, STR("r.yaml"), text, &rubric, &diags)) abort();
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    read_back(&arena, &rubric, str_from(name));
    rubric_free(&rubric);
    arena_free(&arena);
    close(fd);
    return 0;
}

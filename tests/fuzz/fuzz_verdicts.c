// Any bytes as what people said of calls: as a table of verdicts, and as a map from
// labels to detectors. What a table says of a call is asked of each turn that a reader
// may name.

#include "learn/verdict_turns.h"
#include "load/label_map.h"
#include "load/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char RUBRIC[] =
    "rubric: r\n"
    "detectors: {a: {role: agent, any: [hello]}, b: {kind: reply, to: a, with: a}}\n"
    "principles: [{id: p, title: P, weight: 1, criteria: [\n"
    "  {id: greets, ask: G?, met: a, partly: b}, {id: spares, ask: S?, met: {not: a}}]}]\n";

static void load_map(Arena *arena, Str path, const Rubric *rubric) {
    LabelMap map;
    Diags diags = {.arena = arena};
    bool good = label_map_load(arena, path, rubric, &map, &diags);
    if (good == (diags.errors > 0)) abort();
}

static void ask_turns(Arena *arena, const VerdictTurns *verdicts, Str id) {
    static const Role ROLES[] = {ROLE_AGENT, ROLE_AGENT, ROLE_CUSTOMER, ROLE_SYSTEM,
                                 ROLE_AGENT};
    enum { TURNS = sizeof ROLES / sizeof *ROLES };
    Call call = {.id = id};
    bool found[TURNS] = {false, true};
    for (size_t t = 0; t < TURNS; t++)
        *vec_push(arena, &call.turns) = (Turn){.role = ROLES[t]};
    const TurnTruth *told = verdict_tells(arena, verdicts, &call, ROLE_AGENT, found);
    for (size_t t = 0; t < TURNS; t++)
        if (ROLES[t] != ROLE_AGENT && told[t] != TURN_UNTOLD) abort();
}

static void read_table(Arena *arena, Str path, const Rubric *rubric) {
    Judgements judgements = {0};
    Diags diags = {.arena = arena};
    bool good = verdicts_read(arena, path, &judgements, &diags);
    if (!good && !diags.errors) abort(); // refused without a reason
    for (uint32_t c = 0; c < rubric->criteria.len; c++) {
        VerdictTurns verdicts = verdict_turns(arena, rubric, c, 0, &judgements);
        vec_each(const Judgement, judgement, &judgements)
            ask_turns(arena, &verdicts, judgement->call);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric rubric;
    char name[32];
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size) abort();
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    Str path = str_from(name), text = {RUBRIC, sizeof RUBRIC - 1};
    if (!rubric_read(&arena, STR("r.yaml"), text, &rubric, &diags)) abort();
    read_table(&arena, path, &rubric);
    load_map(&arena, path, &rubric);
    rubric_free(&rubric);
    arena_free(&arena);
    close(fd);
    return 0;
}

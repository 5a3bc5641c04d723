#include "cli/cost.h"

#include "base/file.h"
#include "rubric/example.h"

#include <stdlib.h>

typedef struct {
    const Rubric *rubric;
    Arena arena, scratch; // for all calls; for one
    Matcher *matcher;
    PatternCost *costs; // one a pattern
    uint64_t turns;
} Costing;

static void add_call(Costing *costing, const Call *call) {
    size_t turns = call->turns.len;
    HitList hits;
    arena_reset(&costing->scratch);
    MatchText *texts = arena_array(&costing->scratch, MatchText, turns);
    for (size_t t = 0; t < turns; t++) {
        const Turn *turn = &call->turns.items[t];
        texts[t] = (MatchText){text_fold(&costing->scratch, turn->text).text, turn->role};
    }
    matcher_scan(costing->matcher, texts, turns, &costing->scratch, &hits);
    costing->turns += turns;
}

static void add_calls(Costing *costing, Reader *reader) {
    Arena arena = {0};
    for (Call call = {0}; reader_next(reader, &arena, &call); call = (Call){0}) {
        add_call(costing, &call);
        arena_reset(&arena);
    }
    arena_free(&arena);
}

static void add_examples(Costing *costing) {
    Arena arena = {0};
    vec_each(const Detector, detector, &costing->rubric->detectors)
        vec_each(const Example, example, &detector->examples) {
            Call call = {0};
            uint32_t bad_line;
            if (example_parse(&arena, example->text, detector->role, &call, &bad_line))
                add_call(costing, &call);
            arena_reset(&arena);
        }
    arena_free(&arena);
}

// ---- What is said of it

typedef struct {
    PatternCost cost;
    uint32_t pattern;
} Line;

static int compare_lines(const void *a, const void *b) {
    const Line *one = a, *other = b;
    if (one->cost.ns != other->cost.ns) return one->cost.ns > other->cost.ns ? -1 : 1;
    return one->pattern < other->pattern ? -1 : 1;
}

static Line *sort_lines(Costing *costing, uint32_t count) {
    Line *lines = arena_array(&costing->arena, Line, count);
    for (uint32_t p = 0; p < count; p++) lines[p] = (Line){costing->costs[p], p};
    if (count) qsort(lines, count, sizeof *lines, compare_lines);
    return lines;
}

static void put_line(Buf *out, Costing *costing, const Line *line) {
    const Rubric *rubric = costing->rubric;
    const PatternOrigin *origin = &rubric->origins.items[line->pattern];
    Str name = rubric->detectors.items[origin->detector].name;
    Str atoms = pattern_atoms(&costing->arena, rubric->patterns, line->pattern);
    buf_format(out, "%9.3f %9llu  %.*s:%u:%u %.*s: ", (double)line->cost.ns / 1e6,
               (unsigned long long)line->cost.turns,
               STR_ARG(path_base(origin->place.path)), origin->place.line,
               origin->place.col, STR_ARG(name));
    if (atoms.len)
        buf_put(out, atoms);
    else
        buf_text(out, "no atom: searched for in every turn");
    buf_byte(out, '\n');
}

void cost_run(Setup *setup, Buf *out) {
    Costing costing = {.rubric = &setup->rubric};
    uint32_t count = patterns_count(setup->rubric.patterns);
    costing.costs = arena_array(&costing.arena, PatternCost, count);
    costing.matcher =
        matcher_new(&costing.arena, setup->rubric.patterns, !setup->settings->no_sieve);
    matcher_measure(costing.matcher, costing.costs);
    if (setup->reader)
        add_calls(&costing, setup->reader);
    else
        add_examples(&costing);
    buf_format(out, "%scost in %llu turns\n\n%9s %9s  pattern and atoms\n",
               out->len ? "\n" : "", (unsigned long long)costing.turns, "ms", "turns");
    const Line *lines = sort_lines(&costing, count);
    for (uint32_t i = 0; i < count; i++) put_line(out, &costing, &lines[i]);
    matcher_free(costing.matcher);
    arena_free(&costing.scratch);
    arena_free(&costing.arena);
}

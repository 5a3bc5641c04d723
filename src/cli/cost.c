#include "cli/cost.h"

#include "check/example.h"
#include "match/matcher.h"
#include "score/costs.h"

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
    for (Call call = {0}; reader_next(reader, &arena, &call);) add_call(costing, &call);
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

static void put_line(Buf *out, Costing *costing, const CostLine *line, int64_t all_ns) {
    const Rubric *rubric = costing->rubric;
    Str atoms = pattern_atoms(&costing->arena, rubric->patterns, line->pattern);
    cost_put(out, rubric, line, all_ns);
    buf_put(out, atoms.len ? atoms : STR("no atom: searched for in every turn"));
    buf_byte(out, '\n');
}

static void put_lines(Buf *out, Costing *costing, uint32_t count) {
    CostLines lines = costs_sort(&costing->arena, costing->costs, count);
    int64_t all_ns = 0;
    vec_each(const CostLine, line, &lines) all_ns += line->cost.ns;
    costs_put_head(out);
    buf_text(out, "pattern and atoms\n");
    vec_each(const CostLine, line, &lines) put_line(out, costing, line, all_ns);
}

void cost_run(Setup *setup, Buf *out) {
    Costing costing = {.rubric = &setup->rubric};
    uint32_t count = patterns_count(setup->rubric.patterns);
    costing.costs = arena_array(&costing.arena, PatternCost, count);
    costing.matcher =
        matcher_new(&costing.arena, setup->rubric.patterns, !setup->settings->no_sieve);
    patterns_prepare(setup->rubric.patterns);
    matcher_measure(costing.matcher, costing.costs);
    if (setup->reader)
        add_calls(&costing, setup->reader);
    else
        add_examples(&costing);
    buf_format(out, "%scost in %llu turns\n\n", out->len ? "\n" : "",
               (unsigned long long)costing.turns);
    put_lines(out, &costing, count);
    matcher_free(costing.matcher);
    arena_free(&costing.scratch);
    arena_free(&costing.arena);
}

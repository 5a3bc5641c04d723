#include "detect/findings.h"

#include "detect/hits.h"
#include "match/matcher.h"

static uint32_t roles_speaking(const Call *call) {
    uint32_t spoke = 0;
    vec_each(const Turn, turn, &call->turns)
        for (Role role = 0; role < ROLE_COUNT; role++)
            spoke |= (uint32_t)role_speaks(role, turn) << role;
    return spoke;
}

Findings *findings_new(const DetectInput *in) {
    size_t count = in->detectors->len;
    Findings *findings = arena_new(in->scratch, Findings);
    *findings = (Findings){.in = *in,
                           .items = arena_raw(in->scratch, count * sizeof(Finding)),
                           .ran = arena_array(in->scratch, bool, count),
                           .alone = arena_array(in->scratch, bool, count),
                           .asked = arena_array(in->scratch, bool, count)};
    findings->in.findings = findings->items;
    findings->in.words = arena_new(in->scratch, TurnWords);
    findings->in.spoke = roles_speaking(in->call);
    findings->in.numbers = arena_new(in->scratch, TurnNumbers);
    return findings;
}

Findings findings_given(Arena *arena, Finding *items, size_t count) {
    bool *known = arena_array(arena, bool, count);
    for (size_t i = 0; i < count; i++) known[i] = true;
    return (Findings){.items = items, .ran = known, .asked = known};
}

// Most detectors have none, which is told at once.
static void ask_hits(Findings *findings, const Detector *detector) {
    if (!patterns_possible(&findings->in)) return;
    watch_lap(findings->in.watch, LAP_DETECT);
    vec_each(const WrittenPattern, own, &detector->patterns)
        hits_ask(findings->in.hits, own->pattern, NULL);
    watch_lap(findings->in.watch, LAP_MATCH);
}

static inline void run(Findings *findings, uint32_t number) {
    const Detector *detector = &findings->in.detectors->items[number];
    Finding *out = &findings->items[number];
    if (findings->ran[number]) return;
    findings->ran[number] = true;
    findings->in.self = number;
    *out = (Finding){0};
    if (!detector->kind->asks) ask_hits(findings, detector);
    if (findings->foreign.len && detector_rests_on_words(detector))
        out->why = findings->foreign;
    else
        detector->kind->run(&findings->in, detector->params, out);
}

// Whether none that it refers to need be asked for; told before it runs, and kept.
static bool is_alone(Findings *findings, uint32_t number) {
    const Detector *detector = &findings->in.detectors->items[number];
    bool *alone = &findings->alone[number];
    if (!detector->refs.len) return true;
    if (!findings->ran[number] && detector->kind->alone)
        *alone = detector->kind->alone(&findings->in, detector->params);
    return *alone;
}

// Asks for a detector that needs no other; false: it does.
static bool run_single(Findings *findings, uint32_t number) {
    if (!is_alone(findings, number)) return false;
    findings->asked[number] = true;
    run(findings, number);
    return true;
}

// Apart from the rest, for most need none. With a stack of its own: a long chain of
// references must not end the program.
__attribute__((noinline)) static void run_after_refs(Findings *findings,
                                                     uint32_t number) {
    Arena *arena = findings->in.scratch;
    DetectorRefs *open = &findings->open;
    *vec_push(arena, open) = number;
    while (open->len) {
        number = open->items[open->len - 1];
        if (findings->asked[number]) {
            run(findings, number);
            open->len--;
            continue;
        }
        findings->asked[number] = true;
        const DetectorRefs *refs = &findings->in.detectors->items[number].refs;
        vec_each(const uint32_t, ref, refs) findings_expect(findings, *ref);
        vec_each(const uint32_t, ref, refs)
            if (!findings->asked[*ref] && !run_single(findings, *ref))
                *vec_push(arena, open) = *ref;
    }
}

void findings_run(Findings *findings, uint32_t detector) {
    watch_lap(findings->in.watch, LAP_SCORE);
    if (!run_single(findings, detector)) run_after_refs(findings, detector);
    watch_lap(findings->in.watch, LAP_DETECT);
}

const Finding *findings_explain(Findings *findings, uint32_t number) {
    findings_ask(findings, number);
    Finding *finding = &findings->items[number];
    const Detector *detector = &findings->in.detectors->items[number];
    if (!finding->known || finding->why.len || !detector->kind->explain) return finding;
    findings->in.self = number;
    finding->why = detector->kind->explain(&findings->in, detector->params, finding);
    return finding;
}

void findings_run_all(Findings *findings, const DetectorRefs *order) {
    vec_each(const uint32_t, number, order) {
        is_alone(findings, *number);
        run(findings, *number);
    }
    watch_lap(findings->in.watch, LAP_DETECT);
}

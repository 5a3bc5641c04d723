#include "detect/findings.h"

#include "detect/hits.h"
#include "match/matcher.h"

static uint32_t roles_speaking(const Call *call) {
    uint32_t spoke = 0;
    vec_each(const Turn, turn, &call->turns)
        spoke |= 1U << turn->role | (uint32_t)role_speaks(ROLE_UNKNOWN, turn)
                                        << ROLE_UNKNOWN;
    return spoke;
}

// Each in a line of the cache of its own: nearly all are written, and then hardly read.
static Finding *new_items(Arena *arena, size_t count) {
    char *room = arena_raw(arena, (count + 1) * sizeof(Finding));
    return (void *)(room + (0 - (uintptr_t)room) % sizeof(Finding));
}

Findings *findings_new(const DetectInput *in) {
    size_t count = in->detectors->len;
    Findings *findings = arena_new(in->scratch, Findings);
    *findings = (Findings){.in = *in,
                           .items = new_items(in->scratch, count),
                           .ran = arena_array(in->scratch, bool, count),
                           .quiet = arena_array(in->scratch, bool, count),
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

// Takes what most come to, which is told before they run.
static inline bool take_quiet(Findings *findings, uint32_t number) {
    const Quiet *quiet = &findings->in.detectors->quiet[number];
    const DetectInput *in = &findings->in;
    if (!quiet_told(quiet, in->spoke, in->hits)) return false;
    if (in->hits->gave_up.len || findings->foreign.len) return false;
    findings->items[number] = (Finding){.known = true, .holds = quiet->holds};
    findings->ran[number] = findings->quiet[number] = true;
    return true;
}

// Asks for a detector that needs no other; false: it does.
static inline bool run_single(Findings *findings, uint32_t number) {
    bool quiet = findings->quiet[number];
    if (!findings->ran[number]) quiet = take_quiet(findings, number);
    if (!quiet && findings->in.detectors->items[number].refs.len) return false;
    findings->asked[number] = true;
    if (!quiet) run(findings, number);
    return true;
}

// Whether one of those that it refers to, before `next`, is not there to lead on.
static inline bool leads_nowhere(const Findings *findings, const Detector *detector,
                                 uint32_t next) {
    if (!next || next > detector->leads) return false;
    const Finding *lead = &findings->items[detector->refs.items[next - 1]];
    return lead->known && !lead->evidence.len;
}

// The next of those that it needs and that need others themselves, or DETECTOR_NONE;
// asks for the rest on the way.
static uint32_t next_open(Findings *findings, OpenDetector *open) {
    const Detector *detector = &findings->in.detectors->items[open->detector];
    while (open->next < detector->refs.len) {
        if (leads_nowhere(findings, detector, open->next)) break;
        uint32_t ref = detector->refs.items[open->next++];
        if (!findings->asked[ref] && !run_single(findings, ref)) return ref;
    }
    return DETECTOR_NONE;
}

static void open_detector(Findings *findings, uint32_t number) {
    const DetectorRefs *refs = &findings->in.detectors->items[number].refs;
    findings->asked[number] = true;
    vec_each(const uint32_t, ref, refs) findings_expect(findings, *ref);
    *vec_push(findings->in.scratch, &findings->open) = (OpenDetector){number, 0};
}

// Apart from the rest, for most need none. With a stack of its own: a long chain of
// references must not end the program.
__attribute__((noinline)) static void run_after_refs(Findings *findings,
                                                     uint32_t number) {
    open_detector(findings, number);
    while (findings->open.len) {
        OpenDetector *last = &findings->open.items[findings->open.len - 1];
        number = next_open(findings, last);
        if (number != DETECTOR_NONE) {
            open_detector(findings, number);
            continue;
        }
        run(findings, last->detector);
        findings->open.len--;
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
    vec_each(const uint32_t, number, order) run(findings, *number);
    watch_lap(findings->in.watch, LAP_DETECT);
}

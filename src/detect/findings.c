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

Findings *findings_new(const DetectInput *in) {
    size_t count = in->detectors->len;
    Findings *findings = arena_new(in->scratch, Findings);
    *findings = (Findings){.in = *in,
                           // nearly all are written, and then hardly read
                           .items = arena_lines(in->scratch, count * sizeof(Finding)),
                           .ran = arena_array(in->scratch, uint8_t, count)};
    findings->in.findings = findings->items;
    findings->in.said = arena_new(in->scratch, Hits);
    findings->in.words = arena_new(in->scratch, TurnWords);
    findings->in.spoke = roles_speaking(in->call);
    findings->in.numbers = arena_new(in->scratch, TurnNumbers);
    return findings;
}

Findings findings_given(Arena *arena, Finding *items, size_t count) {
    uint8_t *ran = arena_array(arena, uint8_t, count);
    memset(ran, RAN_AND_FOUND, count);
    return (Findings){.items = items, .ran = ran};
}

static inline const ReadyDetector *ready_of(const Findings *findings, uint32_t number) {
    return &findings->in.detectors->ready[number];
}

static void ask_hits(Findings *findings, const WrittenPatterns *patterns) {
    watch_lap(findings->in.watch, LAP_DETECT);
    vec_each(const WrittenPattern, own, patterns)
        hits_ask(findings->in.hits, own->pattern, NULL);
    watch_lap(findings->in.watch, LAP_MATCH);
}

// Whether nothing can be said of it, since its words are in another language.
static bool is_foreign(const Findings *findings, uint32_t number) {
    return findings->foreign.len &&
           detector_rests_on_words(&findings->in.detectors->items[number]);
}

// Fetches what running it reads.
static inline void expect_run(const ReadyDetector *detector) {
    const char *params = detector->params; // mostly a phrase's, which has three lines
    __builtin_prefetch(params);
    __builtin_prefetch(params + CACHE_LINE);
    __builtin_prefetch(params + CACHE_LINE + CACHE_LINE);
}

static inline void run(Findings *findings, uint32_t number) {
    const ReadyDetector *ready = ready_of(findings, number);
    Finding *out = &findings->items[number];
    findings->ran[number] = RAN_AND_FOUND;
    findings->in.self = number;
    expect_run(ready);
    *out = (Finding){0};
    if (ready->asks_first)
        ask_hits(findings, &findings->in.detectors->items[number].patterns);
    if (is_foreign(findings, number))
        out->why = findings->foreign;
    else
        ready->kind->run(&findings->in, ready->params, out);
    if (!out->evidence.len) findings->ran[number] = RAN_FOR_NOTHING;
}

// Whether one of those that it refers to, before `next`, is not there to lead on.
static inline bool leads_nowhere(const Findings *findings, const ReadyDetector *detector,
                                 uint32_t next) {
    if (!next || next > detector->leads) return false;
    const Finding *lead = &findings->items[detector->refs[next - 1]];
    return lead->known && !lead->evidence.len;
}

// The next of those that it needs and that need others themselves, or DETECTOR_NONE;
// runs the rest on the way.
static uint32_t next_open(Findings *findings, OpenDetector *open) {
    const ReadyDetector *detector = ready_of(findings, open->detector);
    while (open->next < detector->ref_count) {
        if (leads_nowhere(findings, detector, open->next)) break;
        uint32_t ref = detector->refs[open->next++];
        if (open->next < detector->ref_count)
            expect_run(ready_of(findings, detector->refs[open->next]));
        if (findings->ran[ref] || findings_quiet(findings, ref)) continue;
        if (ready_of(findings, ref)->ref_count) return ref;
        run(findings, ref);
    }
    return DETECTOR_NONE;
}

// With a stack of its own for those that wait: a long chain of references must not end
// the program.
void findings_run(Findings *findings, uint32_t number) {
    watch_lap(findings->in.watch, LAP_SCORE);
    OpenDetector open = {number, 0};
    for (;;) {
        number = next_open(findings, &open);
        if (number != DETECTOR_NONE) {
            *vec_push(findings->in.scratch, &findings->waiting) = open;
            open = (OpenDetector){number, 0};
            continue;
        }
        run(findings, open.detector);
        if (!findings->waiting.len) break;
        open = findings->waiting.items[--findings->waiting.len];
    }
    watch_lap(findings->in.watch, LAP_DETECT);
}

const Finding *findings_explain(Findings *findings, uint32_t number) {
    findings_ask(findings, number);
    Finding *finding = &findings->items[number];
    const ReadyDetector *ready = ready_of(findings, number);
    if (!finding->known || finding->why.len || !ready->kind->explain) return finding;
    findings->in.self = number;
    finding->why = ready->kind->explain(&findings->in, ready->params, finding);
    return finding;
}

void findings_run_all(Findings *findings, const DetectorRefs *order) {
    vec_each(const uint32_t, number, order) run(findings, *number);
    watch_lap(findings->in.watch, LAP_DETECT);
}

#include "detect/kind.h"

void finding_add(const DetectInput *in, Finding *out, uint32_t turn, uint32_t start,
                 uint32_t end) {
    *vec_push(in->scratch, &out->evidence) = (Evidence){.detector = in->self,
                                                        .turn = turn,
                                                        .start = start,
                                                        .end = end,
                                                        .by = in->self,
                                                        .pattern = PATTERN_NONE};
}

void finding_add_written(const DetectInput *in, Finding *out, uint32_t turn) {
    uint32_t size = (uint32_t)in->joined.written->turns.items[turn].text.len;
    TurnSpan heard = joined_heard(&in->joined, (TurnSpan){turn, 0, size});
    finding_add(in, out, heard.turn, heard.start, heard.end);
}

void finding_cite(const DetectInput *in, Finding *out, const Evidence *evidence) {
    *vec_push(in->scratch, &out->evidence) = *evidence;
}

const bool *finding_turns(Arena *arena, const Call *call, const Finding *finding) {
    bool *found = arena_array(arena, bool, call->turns.len);
    if (finding)
        vec_each(const Evidence, item, &finding->evidence) found[item->turn] = true;
    return found;
}

Evidence evidence_before_joining(const DetectInput *in, const Evidence *evidence) {
    Evidence written = *evidence;
    TurnSpan span = joined_written(
        &in->joined, (TurnSpan){evidence->turn, evidence->start, evidence->end});
    written.turn = span.turn;
    written.start = span.start;
    written.end = span.end;
    return written;
}

const bool *finding_written_turns(const DetectInput *in, const Finding *finding) {
    bool *found = arena_array(in->scratch, bool, in->call->turns.len);
    if (finding)
        vec_each(const Evidence, item, &finding->evidence)
            found[evidence_written(in, item).turn] = true;
    return found;
}

const WrittenPattern *detector_pattern(const Detector *detector, uint32_t pattern) {
    const WrittenPatterns *all = &detector->patterns;
    // They are numbered as they are written, so mostly it stands right there.
    size_t at = pattern - all->least;
    if (at < all->len && all->items[at].pattern == pattern) return &all->items[at];
    vec_each(const WrittenPattern, written, all)
        if (written->pattern == pattern) return written;
    return NULL;
}

const WrittenPattern *evidence_pattern(const Detectors *detectors,
                                       const Evidence *evidence) {
    return detector_pattern(&detectors->items[evidence->by], evidence->pattern);
}

Str evidence_also(const Detectors *detectors, const Evidence *evidence) {
    bool own = evidence->by == evidence->detector;
    return own ? (Str){0} : detectors->items[evidence->by].name;
}

const FieldSpec *field_for(const DetectorKind *kind, FieldType type,
                           FieldPurpose purpose) {
    for (const FieldSpec *spec = kind->fields; spec->name; spec++)
        if (spec->type == type && spec->purpose == purpose) return spec;
    return NULL;
}

bool detector_rests_on_words(const Detector *detector) {
    bool rests = detector->kind->rests_on_words;
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        if (spec->type != FIELD_PATTERNS) continue;
        const PatternRefs *patterns = detector_param(detector, spec);
        rests |= patterns->len > 0;
    }
    return rests;
}

void pattern_refs_add(Arena *arena, PatternRefs *refs, uint32_t pattern, Str regex) {
    pattern_set_add(arena, &refs->set,
                    (PatternBits){UINT64_C(1) << pattern % 64, pattern / 64});
    *vec_push(arena, refs) = (PatternRef){pattern, regex};
}

void written_patterns_add(Arena *arena, WrittenPatterns *patterns,
                          WrittenPattern pattern) {
    if (!patterns->len || pattern.pattern < patterns->least)
        patterns->least = pattern.pattern;
    *vec_push(arena, patterns) = pattern;
}

bool texts_have(const Texts *texts, Str text) {
    vec_each(const Str, one, texts)
        if (str_eq_fold(text, *one)) return true;
    return false;
}

bool quantity_within(double value, Quantity at_least, Quantity at_most) {
    return !(at_least.given && value < at_least.value) &&
           !(at_most.given && value > at_most.value);
}

bool quantity_timed(Quantity at_least, Quantity at_most) {
    return (!at_least.given || at_least.duration) && (!at_most.given || at_most.duration);
}

bool detector_timed(const Detector *detector) {
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        if (spec->purpose != PURPOSE_LIMITS) continue;
        const Quantity *limit = detector_param(detector, spec);
        if (limit->given && limit->duration) return true;
    }
    return false;
}

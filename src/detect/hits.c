#include "detect/hits.h"

#include "base/sort.h"
#include "base/utf8.h"
#include "detect/negation.h"
#include "match/matcher.h"

// The first hit in `turn` whose start or end is not below `least`.
static const Hit *find_hit(HitSlice hits, uint32_t turn, uint32_t least, bool by_end) {
    size_t from = 0, to = hits.len; // the hit sought is not before `from`
    while (from < to) {
        size_t middle = (from + to) / 2;
        const Hit *hit = &hits.items[middle];
        uint32_t at = by_end ? hit->end : hit->start;
        if (hit->turn < turn || (hit->turn == turn && at < least))
            from = middle + 1;
        else
            to = middle;
    }
    bool found = from < hits.len && hits.items[from].turn == turn;
    return found ? &hits.items[from] : NULL;
}

const Hit *hit_after(HitSlice hits, uint32_t turn, uint32_t offset) {
    return find_hit(hits, turn, offset + 1, true);
}

const Hit *hit_from(HitSlice hits, uint32_t turn, uint32_t offset) {
    return find_hit(hits, turn, offset, false);
}

// Whether a word before it negates what one of the patterns found. Apart from the rest,
// for most detectors have no guard.
__attribute__((noinline)) static bool is_negated(const DetectInput *in,
                                                 const PatternRefs *refs, const Hit *hit,
                                                 uint32_t guard) {
    if (!negated_before(turn_folded(in, hit->turn)->text, hit->start, guard))
        return false;
    vec_each(const PatternRef, ref, refs)
        if (ref->pattern == hit->pattern) return !text_negated(ref->regex);
    return true;
}

// While one is asked for, what the next will look at is fetched.
static inline void ask_each(const DetectInput *in, const PatternRefs *refs,
                            const bool *turns) {
    HitList *hits = in->hits;
    watch_lap(in->watch, LAP_DETECT);
    PATTERNS_EACH(walk, &refs->set, hits->possible) {
        if (walk.left)
            hits_expect(hits, walk.first + (uint32_t)__builtin_ctzll(walk.left));
        hits_ask(hits, walk.pattern, turns);
    }
    watch_lap(in->watch, LAP_MATCH);
}

void hits_want(const DetectInput *in, const PatternRefs *refs, const bool *turns) {
    ask_each(in, refs, turns);
}

HitSlice hits_gather(const DetectInput *in, const PatternRefs *refs) {
    VEC(Hit) all = {0};
    PATTERNS_EACH(walk, &refs->set, in->hits->found) {
        HitSlice hits = hits_of(in->hits, walk.pattern);
        for (size_t i = 0; i < hits.len; i++)
            *vec_push(in->scratch, &all) = hits.items[i];
    }
    hits_sort(all.items, all.len);
    return (HitSlice){all.items, all.len};
}

bool hits_overlap(const HitList *hits, const PatternRefs *refs, uint32_t turn,
                  uint32_t start, uint32_t end) {
    PATTERNS_EACH(walk, &refs->set, hits->found) {
        const Hit *hit = hit_after(hits_of(hits, walk.pattern), turn, start);
        if (hit && hit->start < end) return true;
    }
    return false;
}

static bool comes_before(const Hit *x, const Hit *y) {
    if (x->turn != y->turn) return x->turn < y->turn;
    if (x->start != y->start) return x->start < y->start;
    if (x->end != y->end) return x->end > y->end;
    return x->pattern < y->pattern;
}

static int compare(const void *a, const void *b) {
    return comes_before(a, b) ? -1 : comes_before(b, a);
}

void hits_sort(Hit *hits, size_t count) { sort_few(hits, count, sizeof *hits, compare); }

Hits *hits_find(const DetectInput *in, const PatternRefs *refs, const bool *turns,
                uint32_t guard) {
    Hits *said = in->said;
    uint32_t found = 0;
    ask_each(in, refs, turns);
    said->len = 0;
    PATTERNS_EACH(walk, &refs->set, in->hits->found) {
        HitSlice hits = hits_of(in->hits, walk.pattern);
        vec_each(const Hit, hit, &hits)
            if ((!turns || turns[hit->turn]) &&
                !(guard && is_negated(in, refs, hit, guard)))
                *vec_push(in->scratch, said) = *hit;
        found++;
    }
    // Those of one pattern are in order.
    if (found > 1 && said->len > 1) hits_sort(said->items, said->len);
    return said;
}

Hits *hits_said(const DetectInput *in, const PatternRefs *refs, uint32_t guard) {
    Hits *said = hits_find(in, refs, NULL, guard);
    Role role = detector_speaker(in);
    size_t kept = 0;
    vec_each(const Hit, hit, said) {
        const Hit *last = kept ? &said->items[kept - 1] : NULL;
        bool overlaps = last && last->turn == hit->turn && hit->start < last->end;
        if (!overlaps && role_speaks(role, &in->call->turns.items[hit->turn]))
            said->items[kept++] = *hit;
    }
    said->len = kept;
    return said;
}

Capture hit_capture(const DetectInput *in, const Hit *hit, Str name) {
    for (uint32_t i = 0; i < hit->capture_count; i++) {
        Capture capture = in->hits->captures.items[hit->capture_first + i];
        if (str_eq(capture.name, name)) return capture;
    }
    return (Capture){.name = name};
}

// Where something was found the turn has been folded.
static inline void evidence_of(const DetectInput *in, const Hit *hit, Evidence *out) {
    FoldSpan span = fold_span(&in->folded[hit->turn], hit->start, hit->end);
    *out = (Evidence){.detector = in->self,
                      .turn = hit->turn,
                      .start = span.start,
                      .end = span.end,
                      .by = in->self,
                      .pattern = hit->pattern};
}

void finding_add_hit(const DetectInput *in, Finding *out, const Hit *hit) {
    evidence_of(in, hit, vec_push(in->scratch, &out->evidence));
}

void finding_add_hits(const DetectInput *in, Finding *out, const Hits *hits,
                      size_t more) {
    size_t cap = hits->len + more;
    if (!cap) return;
    Evidence *items = arena_raw(in->scratch, array_bytes(cap, sizeof *items));
    for (size_t i = 0; i < hits->len; i++) evidence_of(in, &hits->items[i], &items[i]);
    out->evidence.items = items;
    out->evidence.len = hits->len;
    out->evidence.cap = cap;
}

void finding_add_folded(const DetectInput *in, Finding *out, uint32_t turn,
                        uint32_t start, uint32_t end) {
    const Folded *folded = turn_folded(in, turn);
    finding_add(in, out, turn, fold_start(folded, start), fold_end(folded, end));
}

Role detector_speaker(const DetectInput *in) {
    Role role = detector_role(in);
    return role == ROLE_UNKNOWN ? ROLE_AGENT : role;
}

Str role_absent(const DetectInput *in, Role role) {
    if (role == ROLE_UNKNOWN) return STR("nobody said anything");
    return str_format(in->scratch, "no turns of the %.*s", STR_ARG(role_name(role)));
}

Str gave_up_words(Arena *arena, Str detector, const GaveUp *up) {
    return str_format(arena, "a pattern of '%.*s' gave up on turn %u", STR_ARG(detector),
                      up->turn + 1);
}

Str refs_obstacle(const DetectInput *in, const PatternRefs *refs, const bool *turns) {
    vec_each(const GaveUp, up, &in->hits->gave_up) {
        if (turns && !turns[up->turn]) continue;
        vec_each(const PatternRef, ref, refs)
            if (up->pattern == ref->pattern)
                return gave_up_words(in->scratch, detector_words(in, in->self), up);
    }
    return (Str){0};
}

Str patterns_gave_up(const DetectInput *in) {
    const Detector *self = &in->detectors->items[in->self];
    Str why = {0};
    for (const FieldSpec *spec = self->kind->fields; spec->name && !why.len; spec++)
        if (spec->type == FIELD_PATTERNS)
            why = refs_obstacle(in, detector_param(self, spec), NULL);
    return why;
}

uint32_t hit_number(const DetectInput *in, const Hit *hit) {
    const Folded *folded = turn_folded(in, hit->turn);
    Evidence heard = {.turn = hit->turn,
                      .start = fold_start(folded, hit->start),
                      .end = fold_end(folded, hit->end)};
    return evidence_number(in, &heard);
}

Str words_unclear(const DetectInput *in, uint32_t turn, Str words) {
    enum { QUOTED_MAX = 60 };
    Str quoted = utf8_clip(words, QUOTED_MAX);
    return str_format(in->scratch, "turn %u does not tell: \"%.*s%s\"", turn + 1,
                      STR_ARG(quoted), quoted.len < words.len ? "..." : "");
}

Str evidence_unclear(const DetectInput *in, const Evidence *evidence) {
    Str text = in->call->turns.items[evidence->turn].text;
    Str words = str_slice(text, evidence->start, evidence->end);
    return words_unclear(in, evidence_number(in, evidence) - 1,
                         text_fold(in->scratch, words).text);
}

bool detector_known(const DetectInput *in, uint32_t detector, Finding *out) {
    if (detector == DETECTOR_NONE || in->findings[detector].known) return true;
    out->why = in->findings[detector].why;
    return false;
}

#include "load/quiet.h"

// What is made of several is told where all of them are.
typedef struct {
    VEC(PatternBits) bits;
    uint32_t roles;
    bool fails; // one of them is never told
} Together;

static void add_bits(Arena *scratch, Together *all, PatternBits more) {
    vec_each(PatternBits, known, &all->bits)
        if (known->word == more.word) {
            known->bits |= more.bits;
            return;
        }
    *vec_push(scratch, &all->bits) = more;
}

static void add_patterns(Arena *scratch, Together *all, const PatternRefs *patterns) {
    if (!patterns) return;
    vec_each(const PatternRef, ref, patterns)
        add_bits(scratch, all,
                 (PatternBits){UINT64_C(1) << ref->pattern % 64, ref->pattern / 64});
}

static void add(Arena *scratch, Together *all, const Quiet *one) {
    for (uint32_t i = 0; i < one->count; i++) add_bits(scratch, all, one->patterns[i]);
    all->roles |= one->roles;
    all->fails |= !one->count;
}

static Quiet make(Arena *arena, const Together *all, bool holds) {
    if (all->fails || !all->bits.len) return (Quiet){0};
    size_t size = all->bits.len * sizeof *all->bits.items;
    return (Quiet){.patterns = vec_copy(arena, all->bits.items, size),
                   .count = (uint32_t)all->bits.len,
                   .roles = (uint8_t)all->roles,
                   .holds = holds};
}

static Quiet of_detector(Arena *arena, const Detector *detector, const Quiet *others) {
    Rest rest = detector->kind->rests(detector->params);
    Together all = {.roles = 1U << detector->role};
    Arena scratch = {0};
    add_patterns(&scratch, &all, rest.patterns[0]);
    add_patterns(&scratch, &all, rest.patterns[1]);
    for (uint32_t i = 0; i < rest.refs; i++)
        add(&scratch, &all, &others[detector->refs.items[i]]);
    Quiet quiet = make(arena, &all, rest.holds);
    arena_free(&scratch);
    return quiet;
}

void detectors_tell_quiet(Arena *arena, Detectors *detectors, const DetectorRefs *order) {
    Quiet *quiet = arena_array(arena, Quiet, detectors->len);
    detectors->quiet = quiet;
    vec_each(const uint32_t, number, order) {
        const Detector *detector = &detectors->items[*number];
        if (detector->kind->rests) quiet[*number] = of_detector(arena, detector, quiet);
    }
}

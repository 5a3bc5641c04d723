#include "load/ready.h"

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
    if (one->count) add_bits(scratch, all, one->first);
    for (uint32_t i = 1; i < one->count; i++) add_bits(scratch, all, one->more[i - 1]);
    all->roles |= one->roles;
    all->fails |= !one->count;
}

static Quiet make(Arena *arena, const Together *all, bool holds) {
    if (all->fails || !all->bits.len) return (Quiet){0};
    size_t more = (all->bits.len - 1) * sizeof *all->bits.items;
    return (Quiet){.first = all->bits.items[0],
                   .more = vec_copy(arena, all->bits.items + 1, more),
                   .count = (uint32_t)all->bits.len,
                   .roles = (uint8_t)all->roles,
                   .holds = holds};
}

static Quiet tell_quiet(Arena *arena, const Detector *detector,
                        const ReadyDetector *others) {
    Rest rest = detector->kind->rests(detector->params);
    Together all = {.roles = 1U << detector->role};
    Arena scratch = {0};
    add_patterns(&scratch, &all, rest.patterns[0]);
    add_patterns(&scratch, &all, rest.patterns[1]);
    for (uint32_t i = 0; i < rest.refs; i++)
        add(&scratch, &all, &others[detector->refs.items[i]].quiet);
    Quiet quiet = make(arena, &all, rest.holds);
    arena_free(&scratch);
    return quiet;
}

// ----

static size_t in_lines(size_t size) {
    return (size + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
}

// Of what running it reads: its parameters, and behind them those that it refers to.
static size_t room_for(const Detector *detector) {
    return in_lines(detector->kind->params_size +
                    detector->refs.len * sizeof *detector->refs.items);
}

static size_t room_for_all(const Detectors *detectors) {
    size_t size = 0;
    vec_each(const Detector, detector, detectors) size += room_for(detector);
    return size;
}

static ReadyDetector make_ready(const Detector *detector, char *room) {
    const DetectorKind *kind = detector->kind;
    uint32_t *refs = (void *)(room + kind->params_size);
    memcpy(room, detector->params, kind->params_size);
    for (size_t i = 0; i < detector->refs.len; i++) refs[i] = detector->refs.items[i];
    return (ReadyDetector){.kind = kind,
                           .params = room,
                           .refs = refs,
                           .asks_first = !kind->asks && detector->patterns.len,
                           .ref_count = (uint32_t)detector->refs.len,
                           .leads = (uint16_t)detector->leads,
                           .role = (uint8_t)detector->role};
}

void detectors_make_ready(Arena *arena, Detectors *detectors, const DetectorRefs *order) {
    _Static_assert(sizeof(ReadyDetector) == CACHE_LINE, "one a line");
    char *room = arena_lines(arena, room_for_all(detectors));
    ReadyDetector *ready = arena_lines(arena, detectors->len * sizeof *ready);
    for (size_t i = 0; i < detectors->len; i++) {
        ready[i] = make_ready(&detectors->items[i], room);
        room += room_for(&detectors->items[i]);
    }
    detectors->ready = ready;
    vec_each(const uint32_t, number, order) {
        const Detector *detector = &detectors->items[*number];
        if (detector->kind->rests)
            ready[*number].quiet = tell_quiet(arena, detector, ready);
    }
}

#include "load/ready.h"

static void add(Arena *arena, PatternSet *all, const PatternSet *more) {
    for (uint32_t i = 0; i < more->count; i++)
        pattern_set_add(arena, all, pattern_set_word(more, i));
}

// What rests on several is told where all of them are.
static Quiet tell_quiet(Arena *arena, const Detector *detector,
                        const ReadyDetector *others) {
    Rest rest = detector->kind->rests(detector->params);
    Quiet quiet = {.roles = (uint8_t)(1U << detector->role), .holds = rest.holds};
    for (size_t i = 0; i < sizeof rest.patterns / sizeof *rest.patterns; i++)
        if (rest.patterns[i]) add(arena, &quiet.patterns, &rest.patterns[i]->set);
    for (uint32_t i = 0; i < rest.refs; i++) {
        const Quiet *other = &others[detector->refs.items[i]].quiet;
        if (!other->patterns.count) return (Quiet){0};
        add(arena, &quiet.patterns, &other->patterns);
        quiet.roles |= other->roles;
    }
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

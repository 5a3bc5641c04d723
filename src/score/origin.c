#include "score/origin.h"

#include "detect/weigh.h"
#include "score/record.h"

// By the detector that found the words, which one it had them from, and what matched.
// With the beginning of the origin, which is all that a record needs, it is in one line
// of the cache.
struct KnownOrigin {
    uint32_t detector, by, pattern;
    const WeighedPhrase *phrase;
    Origin origin;
};

enum { FIRST_BITS = 8 };

static bool is_of(const KnownOrigin *known, const Evidence *evidence) {
    return known->detector == evidence->detector && known->pattern == evidence->pattern &&
           known->by == evidence->by && known->phrase == evidence->phrase;
}

// Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4).
static uint32_t hash_of(const Evidence *evidence, uint32_t bits) {
    uint64_t phrase = (uintptr_t)evidence->phrase / 16;
    uint64_t key = (uint64_t)evidence->detector << 32 ^ (uint64_t)evidence->by << 16 ^
                   evidence->pattern ^ phrase << 24;
    return (uint32_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> (64 - bits));
}

// Its slot, or the free one where it is to stand (linear probing).
static const KnownOrigin **slot_of(const KnownOrigins *known, const Evidence *evidence) {
    uint32_t at = hash_of(evidence, known->bits), last = (1U << known->bits) - 1;
    while (known->slots[at] && !is_of(known->slots[at], evidence)) at = (at + 1) & last;
    return &known->slots[at];
}

static void make_room(KnownOrigins *known) {
    const KnownOrigin **old = known->slots;
    size_t count = known->bits ? (size_t)1 << known->bits : 0;
    if (known->count < count / 2) return;
    known->bits = known->bits ? known->bits + 1 : FIRST_BITS;
    known->slots =
        arena_array(known->arena, const KnownOrigin *, (size_t)1 << known->bits);
    for (size_t i = 0; i < count; i++) {
        if (!old[i]) continue;
        Evidence like = {.detector = old[i]->detector,
                         .by = old[i]->by,
                         .pattern = old[i]->pattern,
                         .phrase = old[i]->phrase};
        *slot_of(known, &like) = old[i];
    }
}

static const KnownOrigin *make(KnownOrigins *known, const Detectors *detectors,
                               const Evidence *evidence) {
    const WrittenPattern *pattern = evidence_pattern(detectors, evidence);
    const WeighedPhrase *phrase = evidence->phrase;
    KnownOrigin *made = arena_lines(known->arena, sizeof *made);
    *made = (KnownOrigin){.detector = evidence->detector,
                          .by = evidence->by,
                          .pattern = evidence->pattern,
                          .phrase = phrase};
    made->origin = (Origin){
        .detector = detectors->items[evidence->detector].name,
        .phrase = phrase ? phrase->name : (Str){0},
        .at = pattern ? pattern->at : (Str){0},
        .points = phrase ? phrase->points : 0,
    };
    origin_seal(known->arena, &made->origin);
    return made;
}

const Origin *origins_find(KnownOrigins *known, const Detectors *detectors,
                           const Evidence *evidence) {
    if (known->bits) {
        const KnownOrigin *found = *slot_of(known, evidence);
        if (found) {
            __builtin_prefetch(found->origin.opens.ptr); // for the record
            return &found->origin;
        }
    }
    make_room(known);
    const KnownOrigin *made = make(known, detectors, evidence);
    *slot_of(known, evidence) = made;
    known->count++;
    return &made->origin;
}

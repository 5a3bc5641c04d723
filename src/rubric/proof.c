#include "rubric/proof.h"

#include "base/buf.h"
#include "rubric/expression.h"
#include "rubric/reference.h"
#include "rubric/shares.h"

typedef struct {
    const Rubric *rubric;
    bool *seen;
    bool heard; // words decide, not times, lengths or columns alone
} Words;

static bool is_excuse(const Detector *detector, uint32_t reference) {
    const FieldSpec *spec = field_for(detector->kind, FIELD_DETECTOR, PURPOSE_EXCUSES);
    return spec && *(const uint32_t *)detector_param(detector, spec) == reference;
}

static void hear(void *context, uint32_t number) {
    Words *words = context;
    const Detector *detector = &words->rubric->detectors.items[number];
    if (words->seen[number]) return;
    words->seen[number] = true;
    words->heard |= !detector->kind->measures;
    vec_each(const uint32_t, reference, &detector->refs)
        if (!is_excuse(detector, *reference)) hear(words, *reference);
}

bool criterion_needs_proof(Arena *scratch, const Rubric *rubric,
                           const Criterion *criterion) {
    Words words = {.rubric = rubric,
                   .seen = arena_array(scratch, bool, rubric->detectors.len)};
    criterion_each_detector(criterion, hear, &words);
    return words.heard && !criterion_is_manual(rubric, criterion);
}

static Str kappa_doubt(Arena *arena, const Share *kappa) {
    Buf out = {.arena = arena};
    if (!kappa->known) return STR("its kappa with the readers cannot be told");
    if (kappa->value >= PROOF_KAPPA) return (Str){0};
    buf_text(&out, "kappa ");
    buf_trimmed(&out, kappa->value);
    buf_text(&out, " with the readers, under ");
    buf_trimmed(&out, PROOF_KAPPA);
    return buf_str(&out);
}

static Str share_doubt(Arena *arena, uint32_t unshared, uint32_t of, const char *what) {
    if (1000ull * unshared <= (uint64_t)PROOF_UNSHARED * of) return (Str){0};
    return str_format(arena, "%u of %u %s shared by no reader", unshared, of, what);
}

Str quality_doubt(Arena *arena, const CriterionQuality *quality) {
    if (!quality->readers->unread)
        return STR("judged on calls that were read while it was worked on");
    if (quality->occasions < PROOF_OCCASIONS)
        return str_format(arena, "the readers saw %u occasion%s, fewer than %d",
                          quality->occasions, quality->occasions == 1 ? "" : "s",
                          PROOF_OCCASIONS);
    Str doubt = kappa_doubt(arena, &quality->kappa);
    if (doubt.len) return doubt;
    doubt = share_doubt(arena, quality->decided - quality->shared, quality->decided,
                        "verdicts");
    if (doubt.len) return doubt;
    return share_doubt(arena, quality->false_accusations, quality->accusations,
                       "\"not met\"");
}

static Str doubt_of(Arena *arena, const Rubric *rubric, size_t number) {
    const CriterionQuality *quality = rubric->agreement[number];
    if (!criterion_needs_proof(arena, rubric, &rubric->criteria.items[number]))
        return (Str){0};
    return quality ? quality_doubt(arena, quality) : STR("nobody has checked it");
}

void rubric_prove(Arena *arena, Rubric *rubric) {
    for (size_t i = 0; i < rubric->criteria.len; i++) {
        Criterion *criterion = &rubric->criteria.items[i];
        if (rubric->score.count == COUNT_ALL)
            criterion->uncounted = (Str){0};
        else if (criterion->observable && !criterion->uncounted.len)
            criterion->uncounted = doubt_of(arena, rubric, i);
    }
}

Proven rubric_proven(const Rubric *rubric) {
    Proven proven = {0};
    int64_t counted = 0, all = 0;
    vec_each(const Criterion, criterion, &rubric->criteria) {
        if (criterion->nominal <= 0) continue;
        bool counts = !criterion->uncounted.len;
        proven.of++;
        proven.criteria += counts;
        if (criterion_is_manual(rubric, criterion)) continue;
        all += criterion->nominal;
        counted += counts ? criterion->nominal : 0;
    }
    proven.share = all ? (int32_t)((counted * 1000 + all / 2) / all) : 0;
    return proven;
}

Str proven_words(Arena *arena, const Proven *proven) {
    Buf out = {.arena = arena};
    buf_format(&out, "%u of %u criteria count, with ", proven->criteria, proven->of);
    buf_decimal(&out, (int64_t)proven->share * 100, 1);
    buf_text(&out, " % of the weight");
    return buf_str(&out);
}

bool principle_counts(const Rubric *rubric, const Principle *principle) {
    for (uint32_t i = 0; i < principle->count; i++) {
        const Criterion *criterion = &rubric->criteria.items[principle->first + i];
        if (criterion->observable && !criterion->uncounted.len &&
            !criterion_is_manual(rubric, criterion))
            return true;
    }
    return false;
}

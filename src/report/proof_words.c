#include "report/proof_words.h"

#include "base/buf.h"
#include "report/words.h"

// "two automated readers", "one reader", "3 readers": who they were is said, so that
// nobody takes a machine's judgement for a person's.
static Str readers_words(Arena *arena, const Readers *readers) {
    static const char *const NUMBERS[] = {"no", "one", "two", "three", "four"};
    Buf out = {.arena = arena};
    if (readers->count < sizeof NUMBERS / sizeof *NUMBERS)
        buf_text(&out, NUMBERS[readers->count]);
    else
        buf_int(&out, readers->count);
    buf_text(&out, readers->kind == READERS_AUTOMATED ? " automated" : "");
    buf_text(&out, readers->count == 1 ? " reader" : " readers");
    return buf_str(&out);
}

static const CriterionQuality *first_quality(const Rubric *rubric) {
    for (size_t i = 0; i < rubric->criteria.len; i++)
        if (rubric->agreement[i]) return rubric->agreement[i];
    return NULL;
}

static bool is_outdated(const Rubric *rubric) {
    for (size_t i = 0; i < rubric->criteria.len; i++)
        if (rubric->agreement[i] && rubric->agreement[i]->outdated) return true;
    return false;
}

static void put_counted(Buf *out, const Rubric *rubric) {
    Proven proven = rubric_proven(rubric);
    if (rubric->score.count == COUNT_ALL) return;
    buf_format(out, " %.*s%s", STR_ARG(proven_words(out->arena, &proven)),
               proven.criteria < proven.of
                   ? "; the others are for a person to check, and change no score."
                   : ".");
}

Str checked_words(Arena *arena, const Rubric *rubric) {
    const CriterionQuality *quality = first_quality(rubric);
    Buf out = {.arena = arena};
    if (!quality) {
        buf_text(&out, "Nobody has checked how far the marks of this rubric agree with "
                       "what a careful reader would say.");
    } else {
        buf_format(&out,
                   "Checked against %.*s, on calls that %s while it was worked on%s.",
                   STR_ARG(readers_words(arena, quality->readers)),
                   quality->readers->unread ? "nobody had read" : "had been read",
                   is_outdated(rubric) ? ", with another version of the rubric" : "");
    }
    put_counted(&out, rubric);
    return buf_str(&out);
}

Str no_principle_words(const Rubric *rubric, const Principle *principle) {
    if (!principle->observable) return UNOBSERVABLE_WORDS;
    return principle_counts(rubric, principle) ? (Str){0} : STR("for a person to check");
}

Str kappa_words(Arena *arena, const CriterionQuality *quality) {
    Buf out = {.arena = arena};
    if (!quality->kappa.known) return STR("–");
    buf_decimal(&out, quality->kappa.value, 2);
    buf_text(&out, " (");
    buf_decimal(&out, quality->kappa.low, 2);
    buf_text(&out, " to ");
    buf_decimal(&out, quality->kappa.high, 2);
    buf_byte(&out, ')');
    return buf_str(&out);
}

Str counts_words(Arena *arena, const Rubric *rubric, uint32_t criterion) {
    const Criterion *item = &rubric->criteria.items[criterion];
    if (item->uncounted.len)
        return str_format(arena, "no: %.*s", STR_ARG(item->uncounted));
    if (!criterion_needs_proof(arena, rubric, item))
        return STR("✓ yes: no words to mistake decide it");
    return rubric->agreement[criterion] ? STR("✓ yes")
                                        : STR("✓ yes, though nobody has checked it");
}

static void put_figures(Buf *out, const CriterionQuality *quality) {
    if (quality->kappa.known)
        buf_format(out, "Kappa %.*s", STR_ARG(kappa_words(out->arena, quality)));
    else
        buf_text(out, "Judged");
    buf_format(out, " with %.*s on %u calls, of which %u gave occasion",
               STR_ARG(readers_words(out->arena, quality->readers)), quality->calls,
               quality->occasions);
    buf_format(out, "; of %u verdicts no reader shares %u", quality->decided,
               quality->decided - quality->shared);
    if (quality->accusations)
        buf_format(out, ", of %u “not met” %u", quality->accusations,
                   quality->false_accusations);
    buf_text(out, quality->outdated ? "; another version of the rubric." : ".");
}

Str agreement_words(Arena *arena, const Rubric *rubric, uint32_t criterion) {
    const CriterionQuality *quality = rubric->agreement[criterion];
    const Criterion *item = &rubric->criteria.items[criterion];
    Buf out = {.arena = arena};
    if (item->uncounted.len)
        buf_format(&out, "Does not count: %.*s. ", STR_ARG(item->uncounted));
    else if (rubric->score.count == COUNT_PROVEN)
        buf_text(&out, "Counts. ");
    if (quality)
        put_figures(&out, quality);
    else if (!criterion_needs_proof(arena, rubric, item))
        buf_text(&out, "No words to mistake decide it.");
    else if (!item->uncounted.len)
        buf_text(&out, "Nobody has checked it.");
    return str_trim(buf_str(&out));
}

Str right_words(Arena *arena, const Rubric *rubric, uint32_t criterion) {
    const CriterionQuality *quality = rubric->agreement[criterion];
    if (!quality || !quality->decided) return (Str){0};
    return str_format(arena, "Right in %u of %u checked calls (%.*s).", quality->shared,
                      quality->decided, STR_ARG(readers_words(arena, quality->readers)));
}

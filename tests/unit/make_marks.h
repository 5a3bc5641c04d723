// Rubrics and marks for the tests of scores: a principle and a criterion in one word
// each, verdicts as one letter a criterion.
#ifndef TESTS_UNIT_MAKE_MARKS_H
#define TESTS_UNIT_MAKE_MARKS_H

#include "make_call.h"
#include "score/add_up.h"

#define P(id, weight, more, ...) \
    "{id: " id ", title: T, weight: " weight more ", criteria: [" __VA_ARGS__ "]}"
#define C(id, weight, more) "{id: " id ", met: d, weight: " weight more "}"

// "M" met, "P" partly, "N" not met, "-" not applicable, "?" not assessable.
static inline Verdict verdict_of(char letter) {
    static const char LETTERS[] = "MPN-?";
    return (Verdict)(strchr(LETTERS, letter) - LETTERS);
}

static inline Scorecard add_up(Arena *arena, const Rubric *rubric, const char *verdicts) {
    Scorecard card = {0};
    vec_each(const Criterion, criterion, &rubric->criteria) {
        Verdict verdict = verdict_of(*verdicts++);
        *vec_push(arena, &card.marks) = (Mark){
            .criterion = criterion->id,
            .principle = rubric->principles.items[criterion->principle].id,
            .verdict = verdict,
            .points = verdict == VERDICT_MET      ? 1000
                      : verdict == VERDICT_PARTLY ? criterion->partly_points
                                                  : 0,
            .weight = criterion->weight,
        };
    }
    scorecard_add_up(rubric, arena, &card);
    return card;
}

static inline void put_score(Buf *out, int32_t score) {
    if (score == NO_SCORE)
        buf_text(out, "none");
    else
        buf_decimal(out, score, 1);
}

static inline const char *sums_text(Arena *arena, const Scorecard *card) {
    Buf out = {.arena = arena};
    put_score(&out, card->score);
    buf_text(&out, " (");
    put_score(&out, card->compensatory);
    buf_format(&out, ") %.*s", STR_ARG(card->band));
    vec_each(const PrincipleScore, item, &card->principles) {
        buf_format(&out, "; %.*s ", STR_ARG(item->id));
        put_score(&out, item->score);
    }
    vec_each(const Str, flag, &card->flags) buf_format(&out, "; %.*s", STR_ARG(*flag));
    buf_byte(&out, '\0');
    return out.ptr;
}

static inline Rubric *rubric_of(Arena *arena, const char *score, const char *principles) {
    Str yaml = str_format(
        arena,
        "rubric: test\nscore: {%s}\ndetectors: {d: {any: [x]}, m: {kind: manual}}\n"
        "principles: [%s]\n",
        score, principles);
    return make_rubric(arena, str_z(arena, yaml));
}

static inline uint32_t draw(uint64_t *seed, uint32_t below) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u; // Knuth's MMIX
    return (uint32_t)(*seed >> 33) % below;
}

#endif

#include "score/recompute.h"

#include "score/add_up.h"
#include "score/mark.h"

enum { HUNDRED = 100000 };                    // thousandths
static const int64_t MOST_MS = 1000000000000; // 31 years

static bool is_score(int32_t score) {
    return score == NO_SCORE || (score >= 0 && score <= HUNDRED);
}

static bool is_span(int64_t ms) { return ms == NO_TIME || (ms >= 0 && ms <= MOST_MS); }

Str card_out_of_range(const Scorecard *card) {
    bool scored = card->score != NO_SCORE;
    if (!is_score(card->score) || !is_score(card->compensatory) ||
        !is_score(card->uncapped))
        return STR("a score is not from 0 to 100");
    if (scored != (card->compensatory != NO_SCORE))
        return STR("a score without the sum it is made of");
    if (!is_span(card->duration_ms) || !is_span(card->wait_ms))
        return STR("a time is out of range");
    vec_each(const PrincipleScore, item, &card->principles)
        if (!is_score(item->score) || item->weight < 0 || item->applied < 0)
            return STR("a principle's score or weight is out of range");
    vec_each(const Mark, mark, &card->marks)
        if (mark->weight < 0 || mark->applied < 0 || mark->share < 0 ||
            mark->share > HUNDRED || mark->points < 0)
            return STR("a mark's points, weight or share is out of range");
    return (Str){0};
}

static bool is_mark_of(const Rubric *rubric, const Criterion *criterion,
                       const Mark *mark) {
    return str_eq(mark->criterion, criterion->id) &&
           str_eq(mark->principle, rubric->principles.items[criterion->principle].id) &&
           mark->weight == criterion->weight &&
           mark->points == criterion_points(criterion, mark->verdict) &&
           mark->uncounted == (criterion->uncounted.len > 0);
}

// The criterion whose mark is not as the rubric gives it, or {0}.
static Str wrong_mark(const Rubric *rubric, const Scorecard *card) {
    size_t at = 0;
    vec_each(const Criterion, criterion, &rubric->criteria) {
        if (!criterion->observable) continue;
        if (at == card->marks.len ||
            !is_mark_of(rubric, criterion, &card->marks.items[at++]))
            return criterion->id;
    }
    return at < card->marks.len ? card->marks.items[at].criterion : (Str){0};
}

static bool are_scores_equal(const Scorecard *one, const Scorecard *other) {
    bool equal = one->score == other->score && one->compensatory == other->compensatory &&
                 one->principles.len == other->principles.len;
    for (size_t i = 0; equal && i < one->principles.len; i++)
        equal = str_eq(one->principles.items[i].id, other->principles.items[i].id) &&
                one->principles.items[i].score == other->principles.items[i].score;
    return equal;
}

void card_add_up_again(const Rubric *rubric, Arena *arena, Scorecard *card) {
    card->flags = (Texts){0};
    card->principles.items = NULL;
    card->principles.len = card->principles.cap = 0;
    scorecard_add_up(rubric, arena, card);
}

Str card_recompute(const Rubric *rubric, Arena *arena, Scorecard *card) {
    Str wrong = wrong_mark(rubric, card);
    if (wrong.len)
        return str_format(arena, "the mark on '%.*s' is none that the rubric gives",
                          STR_ARG(wrong));
    Scorecard again = *card;
    card_add_up_again(rubric, arena, &again);
    if (!are_scores_equal(&again, card))
        return STR("the score does not follow from the marks");
    *card = again;
    return (Str){0};
}

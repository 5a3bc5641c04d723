#include "review/ruling.h"

#include "review/form.h"

static Str key_of(Arena *arena, Str agent, Str call, Str criterion) {
    return str_format(arena, "%.*s\x1f%.*s\x1f%.*s", STR_ARG(agent), STR_ARG(call),
                      STR_ARG(criterion));
}

// From the last to the first: what is there already is of a later period.
Rulings rulings_of(Arena *arena, const Reviews *reviews) {
    Rulings rulings = {.reviews = reviews};
    for (size_t i = reviews->len; i-- > 0;) {
        const Review *review = &reviews->items[i];
        map_add(arena, &rulings.marks,
                key_of(arena, review->agent, review->call, review->criterion),
                (uint32_t)i);
    }
    return rulings;
}

const Review *ruling_on(const Rulings *rulings, const Scorecard *card, const Mark *mark) {
    Arena scratch = {0};
    if (!rulings || !rulings->marks.len) return NULL;
    uint32_t number = map_get(&rulings->marks, key_of(&scratch, scorecard_agent(card),
                                                      card->call, mark->criterion));
    arena_free(&scratch);
    return number == MAP_NONE ? NULL : &rulings->reviews->items[number];
}

bool review_verdict(const Review *review, Verdict *verdict) {
    return verdict_named(review->decision, verdict) ||
           verdict_named(review->verdict, verdict);
}

Judgements review_judgements(Arena *arena, const Reviews *reviews) {
    Judgements judgements = {0};
    vec_each(const Review, review, reviews) {
        int64_t turn = 0;
        Judgement judgement = {.call = review->call,
                               .criterion = review->criterion,
                               .reader = review->decision.len ? review->decided_by
                                                              : review->reviewer,
                               .place = {.path = review->file}};
        if (!review_verdict(review, &judgement.verdict)) continue;
        if (str_to_int(review->turn, &turn)) judgement.turn = (uint32_t)turn;
        *vec_push(arena, &judgements) = judgement;
    }
    return judgements;
}

bool review_overrules(const Review *review, Verdict machine) {
    Verdict verdict;
    return review_verdict(review, &verdict) && verdict != machine;
}

bool review_is_open(const Review *review) {
    return str_eq(review->answer, STR("disputed")) && !review->decision.len;
}

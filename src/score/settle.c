#include "score/settle.h"

#include "score/mark.h"
#include "score/recompute.h"

int64_t card_awaits_ms(const Scorecard *card) {
    int64_t most = 0;
    vec_each(const Mark, mark, &card->marks)
        if (mark->awaits && mark->awaits->within_ms > most)
            most = mark->awaits->within_ms;
    return most;
}

static const ToldPromise *told_of(const Scorecard *later, Str promise) {
    vec_each(const ToldPromise, told, &later->told)
        if (str_eq(told->promise, promise)) return told;
    return NULL;
}

static Str why(Arena *arena, const Scorecard *later, const ToldPromise *told) {
    Buf words = {.arena = arena};
    Str when = date_format(arena, later->started_at);
    buf_format(&words, "the promise was %s: call %.*s of %.*s says so",
               told->kept ? "kept" : "not kept", STR_ARG(later->call),
               STR_ARG(str_slice(when, 0, str_index(when, 0, 'T'))));
    if (told->turn) buf_format(&words, " in turn %u", told->turn);
    return buf_str(&words);
}

bool card_settle(Arena *arena, Scorecard *card, const Scorecard *later) {
    bool any = false;
    vec_each(Mark, mark, &card->marks) {
        const AwaitedPromise *awaits = mark->awaits;
        const ToldPromise *told = awaits ? told_of(later, awaits->promise) : NULL;
        if (!told || later->started_at - card->started_at > awaits->within_ms) continue;
        mark->verdict = told->kept ? awaits->if_kept : awaits->if_broken;
        mark->why = why(arena, later, told);
        mark->awaits = NULL;
        any = true;
    }
    return any;
}

static Str length_words(Arena *arena, int64_t ms) {
    static const int64_t HOUR_MS = 3600000;
    bool days = ms % (24 * HOUR_MS) == 0;
    int64_t count = ms / (days ? 24 * HOUR_MS : HOUR_MS);
    return str_format(arena, "%lld %s%s", (long long)count, days ? "day" : "hour",
                      count == 1 ? "" : "s");
}

void card_settled(const Rubric *rubric, Arena *arena, Scorecard *card) {
    size_t at = 0;
    vec_each(const Criterion, criterion, &rubric->criteria) {
        if (!criterion->observable) continue;
        Mark *mark = &card->marks.items[at++];
        mark->points = criterion_points(criterion, mark->verdict);
        if (mark->awaits)
            mark->why = str_format(
                arena, "no call of this customer within %.*s tells whether it was kept",
                STR_ARG(length_words(arena, mark->awaits->within_ms)));
    }
    card_add_up_again(rubric, arena, card);
}

// What other versions of a rubric made of the same calls.
#include "base/map.h"
#include "store/store.h"

static Str key_of(Arena *arena, Str call, int64_t part) {
    return str_format(arena, "%.*s\x1f%lld", STR_ARG(call), (long long)part);
}

// What a comparison of scores takes.
static Scorecard brief(Arena *arena, const Scorecard *card) {
    return (Scorecard){.call = str_copy(arena, card->call),
                       .part = card->part,
                       .rubric = str_copy(arena, card->rubric),
                       .rubric_version = str_copy(arena, card->rubric_version),
                       .rubric_hash = str_copy(arena, card->rubric_hash),
                       .started_at = card->started_at,
                       .score = card->score};
}

Scorecards store_other_versions(Store *store, Arena *arena, const Rubric *rubric,
                                const Scorecards *cards) {
    Scorecards others = {0};
    Arena scratch = {0}, keys = {0};
    Map wanted = {0};
    Statement *ask = database_ask(
        store->database,
        "SELECT c.call, o.part, o.record FROM scorecards o JOIN calls c ON c.id = o.call_id"
        " WHERE o.rubric_hash <> ?1 AND EXISTS (SELECT 1 FROM scorecards s"
        "    WHERE s.call_id = o.call_id AND s.part = o.part AND s.rubric_hash = ?1)"
        " ORDER BY o.id");
    vec_each(const Scorecard, card, cards)
        map_add(&keys, &wanted, key_of(&keys, card->call, card->part.number), 0);
    statement_text(ask, 1, str_from(rubric->hash));
    while (statement_next(ask)) {
        Scorecard card;
        Diags diags = {.arena = &scratch};
        arena_reset(&scratch);
        Str key =
            key_of(&scratch, statement_column_text(ask, 0), statement_column_int(ask, 1));
        if (map_get(&wanted, key) != MAP_NONE &&
            record_parse(&scratch, statement_column_text(ask, 2),
                         (Place){.path = store->path}, &card, &diags) &&
            str_eq(card.rubric, rubric->id))
            *vec_push(arena, &others) = brief(arena, &card);
    }
    arena_free(&scratch);
    arena_free(&keys);
    return others;
}

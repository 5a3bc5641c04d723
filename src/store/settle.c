// What became of promises: told by later calls, looked up each time, so that what is
// forgotten tells nothing any more.
#include "score/settle.h"
#include "store/store.h"

typedef struct {
    Store *store;
    Arena *arena, scratch; // the cards', and of one card
    const Rubric *rubric;
} Settling;

// The records of the customer's calls after this one, in the order in which they began.
static Statement *ask_later(const Settling *in, const Scorecard *card, int64_t within) {
    Statement *ask =
        database_ask(in->store->database,
                     "SELECT s.record FROM scorecards s JOIN calls c ON c.id = s.call_id"
                     " WHERE c.customer = ?1 AND c.started_at > ?2 AND c.started_at <= ?3"
                     "    AND s.rubric_hash = ?4"
                     " ORDER BY c.started_at, c.call, s.part");
    statement_text(ask, 1, card->customer);
    statement_int(ask, 2, card->started_at);
    statement_int(ask, 3, card->started_at + within);
    statement_text(ask, 4, str_from(in->rubric->hash));
    return ask;
}

static void settle(Settling *in, Scorecard *card, int64_t within) {
    Statement *ask = ask_later(in, card, within);
    while (statement_next(ask)) {
        Scorecard later;
        Diags diags = {.arena = &in->scratch};
        arena_reset(&in->scratch);
        if (record_parse(&in->scratch, statement_column_text(ask, 0),
                         (Place){.path = in->store->path}, &later, &diags))
            card_settle(in->arena, card, &later);
    }
    card_settled(in->rubric, in->arena, card);
}

void store_settle(Store *store, Arena *arena, const Rubric *rubric, Scorecards *cards) {
    Settling in = {.store = store, .arena = arena, .rubric = rubric};
    vec_each(Scorecard, card, cards) {
        int64_t within = card_awaits_ms(card);
        bool can = card->customer.len && card->started_at != NO_TIME;
        if (within && can && card_is_of_rubric(rubric, card)) settle(&in, card, within);
    }
    arena_free(&in.scratch);
}

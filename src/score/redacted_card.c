#include "score/redacted_card.h"

#include "redact/redact.h"

static Masks masks_of(Arena *scratch, const Scorecard *card) {
    Redactor redactor = {.arena = scratch};
    vec_each(const Said, said, &card->said)
        redactor_hear(&redactor, said->role, said->text);
    return *redactor_end(&redactor);
}

static void redact_quote(const Scorecard *card, const Masks *masks, Quote *quote) {
    const Said *turn = quote_turn(card, quote);
    if (!turn) return;
    masks_move(masks, (uint32_t)(turn - card->said.items), &quote->start, &quote->end);
    quote->quote = str_slice(turn->text, quote->start, quote->end);
}

// Of a card that came without its turns the words of its quotes are all there is.
static void redact_words(Arena *arena, const Scorecard *card, Mark *mark) {
    mark->why = text_redacted(arena, mark->why);
    vec_each(Quote, quote, &mark->quotes)
        if (!quote_turn(card, quote)) quote->quote = text_redacted(arena, quote->quote);
}

// Gives whether there was anything to mask.
static bool redact_turns(Arena *arena, Scorecard *card) {
    Arena scratch = {0};
    Masks masks = masks_of(&scratch, card);
    for (uint32_t t = 0; t < card->said.len; t++) {
        Said *said = &card->said.items[t];
        said->text = masks_put(arena, &masks, t, said->text);
    }
    vec_each(Mark, mark, &card->marks)
        vec_each(Quote, quote, &mark->quotes) redact_quote(card, &masks, quote);
    bool any = masks.len > 0;
    arena_free(&scratch);
    return any;
}

// A mask is shorter than what it is put for: what stands behind may come so near to a
// question that it is found only now. So it is looked for until nothing is.
void scorecard_redact(Arena *arena, Scorecard *card) {
    enum { TIMES_MOST = 8 };
    for (int i = 0; i < TIMES_MOST && redact_turns(arena, card); i++) continue;
    vec_each(Mark, mark, &card->marks) redact_words(arena, card, mark);
    vec_each(Str, problem, &card->problems) *problem = text_redacted(arena, *problem);
}

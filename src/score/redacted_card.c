#include "score/redacted_card.h"

#include "redact/redact.h"
#include "score/quotes.h"

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

static bool has_words_alone(const Scorecard *card, const Mark *mark) {
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));)
        if (!quote_turn(card, quote)) return true;
    return false;
}

// Of a card that came without its turns the words of its quotes are all there is.
static void redact_words(Arena *arena, const Scorecard *card, Mark *mark) {
    mark->why = text_redacted(arena, mark->why);
    if (!has_words_alone(card, mark)) return;
    Arena scratch = {0};
    Quotes quotes = quotes_open(&scratch, mark);
    vec_each(Quote, quote, &quotes)
        if (!quote_turn(card, quote)) quote->quote = text_redacted(arena, quote->quote);
    quotes_close(arena, mark, &quotes);
    arena_free(&scratch);
}

static void redact_quotes(Arena *arena, const Scorecard *card, const Masks *masks,
                          Mark *mark) {
    Arena scratch = {0};
    Quotes quotes = quotes_open(&scratch, mark);
    vec_each(Quote, quote, &quotes) redact_quote(card, masks, quote);
    quotes_close(arena, mark, &quotes);
    arena_free(&scratch);
}

// Gives whether there was anything to mask.
static bool redact_turns(Arena *arena, Scorecard *card) {
    Arena scratch = {0};
    Masks masks = masks_of(&scratch, card);
    for (uint32_t t = 0; masks.len && t < card->said.len; t++) {
        Said *said = &card->said.items[t];
        said->text = masks_put(arena, &masks, t, said->text);
    }
    for (size_t i = 0; masks.len && i < card->marks.len; i++)
        redact_quotes(arena, card, &masks, &card->marks.items[i]);
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

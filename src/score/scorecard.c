#include "score/scorecard.h"

// The number of the quote's turn among those of the card; said.len: it is not there.
static size_t said_index(const Scorecard *card, const Quote *quote) {
    bool there =
        quote->turn >= card->said_from && quote->turn - card->said_from < card->said.len;
    return there ? quote->turn - card->said_from : card->said.len;
}

const Said *quote_turn(const Scorecard *card, const Quote *quote) {
    size_t index = said_index(card, quote);
    return index < card->said.len ? &card->said.items[index] : NULL;
}

static bool is_other_side(const Said *said, const Quote *quote) {
    return said->role != quote->role && said->role != ROLE_SYSTEM;
}

const Said *quote_before(const Scorecard *card, const Quote *quote) {
    size_t index = said_index(card, quote);
    if (index == card->said.len) return NULL;
    while (index-- > 0)
        if (is_other_side(&card->said.items[index], quote))
            return &card->said.items[index];
    return NULL;
}

const Said *quote_after(const Scorecard *card, const Quote *quote) {
    for (size_t i = said_index(card, quote); i < card->said.len; i++)
        if (is_other_side(&card->said.items[i], quote)) return &card->said.items[i];
    return NULL;
}

Str quote_words(const Scorecard *card, const Quote *quote) {
    const Said *turn = quote_turn(card, quote);
    return turn ? turn->text : quote->quote;
}

#include "tally/stock.h"

#include "score/quotes.h"

enum { FIFTH = 5, FEWEST = 3 };

// The words in small letters, with one space between them.
static Str plain_words(Arena *arena, Str text) {
    char *words = arena_raw(arena, text.len);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = byte_lower(text.ptr[i]);
        if (byte_is_letter(c))
            words[len++] = c;
        else if (len && words[len - 1] != ' ')
            words[len++] = ' ';
    }
    return str_trim((Str){words, len});
}

typedef struct {
    Str words;
    uint32_t cards;        // that have it
    const Scorecard *last; // that had it
} Phrase;

typedef struct {
    Arena phrase_arena, card_arena; // of all phrases; of one card
    Map numbers;
    VEC(Phrase) phrases;
} PhraseCount;

static Phrase *phrase_of(PhraseCount *counts, Str words) {
    uint32_t number = map_get(&counts->numbers, words);
    if (number != MAP_NONE) return &counts->phrases.items[number];
    Arena *arena = &counts->phrase_arena;
    words = str_copy(arena, words);
    map_add(arena, &counts->numbers, words, (uint32_t)counts->phrases.len);
    Phrase *phrase = vec_push(arena, &counts->phrases);
    *phrase = (Phrase){.words = words};
    return phrase;
}

static void count(PhraseCount *counts, const Scorecard *card, Str text) {
    Phrase *phrase = phrase_of(counts, plain_words(&counts->card_arena, text));
    phrase->cards += phrase->last != card;
    phrase->last = card;
}

// Many marks quote the same turn, which counts once.
static void count_card(PhraseCount *counts, const Scorecard *card) {
    arena_reset(&counts->card_arena);
    bool *seen = arena_array(&counts->card_arena, bool, card->said.len);
    vec_each(const Mark, mark, &card->marks) {
        QuoteWalk walk = quotes_of(mark);
        for (const Quote *quote; (quote = quote_next(&walk));) {
            if (quote->role != ROLE_AGENT) continue;
            const Said *turn = quote_turn(card, quote);
            bool *again = turn ? &seen[turn - card->said.items] : &(bool){false};
            if (!*again) count(counts, card, quote_words(card, quote));
            *again = true;
        }
    }
}

Map stock_phrases(Arena *arena, const Scorecards *cards) {
    PhraseCount counts = {0};
    Map stock = {0};
    vec_each(const Scorecard, card, cards) count_card(&counts, card);
    vec_each(const Phrase, phrase, &counts.phrases)
        if (phrase->cards >= FEWEST && (uint64_t)phrase->cards * FIFTH > cards->len)
            map_add(arena, &stock, str_copy(arena, phrase->words), phrase->cards);
    arena_free(&counts.card_arena);
    arena_free(&counts.phrase_arena);
    return stock;
}

bool is_stock(const Map *stock, Str text) {
    Arena scratch = {0};
    bool found = map_get(stock, plain_words(&scratch, text)) != MAP_NONE;
    arena_free(&scratch);
    return found;
}

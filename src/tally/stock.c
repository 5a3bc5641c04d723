#include "tally/stock.h"

#include "base/buf.h"

enum { FIFTH = 5, FEWEST = 3 };

// The words in small letters, with one space between them.
static Str plain_words(Arena *arena, Str text) {
    Buf out = {.arena = arena};
    Str small = str_lower(arena, text);
    for (size_t i = 0; i < small.len; i++) {
        char c = small.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
        if (letter)
            buf_byte(&out, c);
        else if (out.len && out.ptr[out.len - 1] != ' ')
            buf_byte(&out, ' ');
    }
    return str_trim(buf_str(&out));
}

typedef struct {
    Str words;
    uint32_t cards;        // that have it
    const Scorecard *last; // that had it
} Phrase;

typedef struct {
    Arena *arena;
    Map numbers;
    VEC(Phrase) phrases;
} PhraseCount;

static void count(PhraseCount *counts, const Scorecard *card, Str text) {
    Str words = plain_words(counts->arena, text);
    uint32_t next = (uint32_t)counts->phrases.len;
    uint32_t number = map_add(counts->arena, &counts->numbers, words, next);
    if (number == next)
        *vec_push(counts->arena, &counts->phrases) = (Phrase){.words = words};
    Phrase *phrase = &counts->phrases.items[number];
    phrase->cards += phrase->last != card;
    phrase->last = card;
}

static void count_card(PhraseCount *counts, const Scorecard *card) {
    vec_each(const Mark, mark, &card->marks)
        vec_each(const Quote, quote, &mark->quotes) {
            if (quote->role != ROLE_AGENT) continue;
            count(counts, card, quote_words(card, quote));
        }
}

Map stock_phrases(Arena *arena, const Scorecards *cards) {
    Arena scratch = {0};
    PhraseCount counts = {.arena = &scratch};
    Map stock = {0};
    vec_each(const Scorecard, card, cards) count_card(&counts, card);
    vec_each(const Phrase, phrase, &counts.phrases)
        if (phrase->cards >= FEWEST && (uint64_t)phrase->cards * FIFTH > cards->len)
            map_add(arena, &stock, str_copy(arena, phrase->words), phrase->cards);
    arena_free(&scratch);
    return stock;
}

bool is_stock(const Map *stock, Str text) {
    Arena scratch = {0};
    bool found = map_get(stock, plain_words(&scratch, text)) != MAP_NONE;
    arena_free(&scratch);
    return found;
}

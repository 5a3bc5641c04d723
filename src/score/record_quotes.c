#include "score/record_quotes.h"

#include "base/json_out.h"
#include "score/quotes.h"
#include "score/record_said.h"

static void put_opening(Buf *out, const Origin *origin) {
    buf_text(out, ",{\"detector\":");
    buf_json(out, origin->detector);
    buf_text(out, ",\"turn\":");
}

static void put_closing(Buf *out, const Origin *origin) {
    if (origin->at.len) {
        buf_put(out, KEY("at"));
        buf_json(out, origin->at);
    }
    if (origin->phrase.len) {
        buf_put(out, KEY("phrase"));
        buf_json(out, origin->phrase);
        json_put_int(out, KEY("points"), origin->points);
    }
    buf_byte(out, '}');
}

void origin_seal(Arena *arena, Origin *origin) {
    Arena scratch = {0};
    Buf text = {.arena = &scratch};
    put_opening(&text, origin);
    size_t opened = text.len;
    buf_byte(&text, '"');
    put_closing(&text, origin);
    Str both = short_copy(arena, buf_str(&text));
    origin->opens = str_slice(both, 0, opened);
    origin->closes = str_slice(both, opened, both.len);
    arena_free(&scratch);
}

// From the turn's number to its start.
static char *room_turn(char *at, const Quote *quote) {
    at = room_int(at, quote->turn);
    at = room_str(room_text(at, ",\"role\":\""), role_name(quote->role));
    at = room_ms(room_text(at, "\",\"at_ms\":"), quote->at_ms);
    return room_text(at, ",\"start\":");
}

// What is said follows.
static inline char *room_bounds(char *at, const Quote *quote) {
    at = room_int(at, quote->start);
    at = room_int(room_text(at, ",\"end\":"), quote->end);
    return room_text(at, ",\"quote\":");
}
enum {
    BOUNDS_MOST = ROOM_INT + ROOM_INT + sizeof ",\"end\":,\"quote\":\"",
    PLACE_MOST = TURN_HEAD + BOUNDS_MOST
};

static void put_quote(Buf *out, const Quote *quote) {
    put_opening(out, quote->origin);
    char *at = buf_room(out, PLACE_MOST);
    buf_end(out, room_bounds(room_turn(at, quote), quote));
    buf_json(out, quote->quote);
    put_closing(out, quote->origin);
}

// ---- Quotes of turns that are known

// Where the memo has what is quoted; NULL: it has not.
static inline const char *heard(const TurnHead *turn, Str quote) {
    size_t at = (size_t)((uintptr_t)quote.ptr - (uintptr_t)turn->text);
    bool there = at < turn->len && quote.len <= turn->len - at;
    return there ? turn->said + at : NULL;
}

// The text of a quote, and what comes behind it.
__attribute__((noinline)) static void end_apart(Buf *out, const char *at,
                                                const Quote *quote) {
    buf_end(out, at);
    buf_json(out, quote->quote);
    put_closing(out, quote->origin);
}

// Quotes are most of a record: all that is in one is a copy, but for its bounds.
static inline void put_known(Buf *out, const Quote *quote, const TurnHead *turn) {
    Str opens = quote->origin->opens, closes = quote->origin->closes;
    size_t texts = opens.len + quote->quote.len + closes.len;
    char *at = buf_room(out, texts + PLACE_MOST + SHORT);
    at = room_short(room_short(at, opens), (Str){turn->head, turn->head_len});
    at = room_bounds(at, quote);
    const char *text = heard(turn, quote->quote);
    if (!text) {
        end_apart(out, at, quote);
        return;
    }
    *at++ = '"';
    at = room_short(at, (Str){text, quote->quote.len});
    buf_end(out, room_short(at, closes));
}

// As a mark has them that was just made.
static void put_list(Buf *out, const MarkQuotes *quotes, const RecordMemo *memo) {
    for (uint32_t i = 0; i < quotes->len; i++) {
        const Quote *quote = &quotes->items[i];
        uint32_t turn = quote->turn - memo->said_from;
        if (turn < memo->turns.len && quote->origin->opens.len)
            put_known(out, quote, &memo->turns.items[turn]);
        else
            put_quote(out, quote);
    }
}

static void put_any(Buf *out, const Mark *mark) {
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));) put_quote(out, quote);
}

void record_put_quotes(Buf *out, const Mark *mark, const RecordMemo *memo) {
    size_t from = out->len;
    if (memo && !mark->quotes.is_packed)
        put_list(out, &mark->quotes, memo);
    else
        put_any(out, mark);
    json_close_array(out, from);
}

#include "score/quotes.h"

#include <stdint.h>

// A quote as numbers. Neighbours in a list are alike, so of each number the difference
// from the quote before is packed, and none where there is no difference. So that there
// often is none, two of them are told by others: where the words stand by where their
// turn begins, and how long they are by how far they reach.
enum { FIELDS = 8 };
typedef struct {
    uint64_t of[FIELDS];
} Fields;

static Fields fields_of(const Quote *quote) {
    uint32_t reach = quote->end - quote->start;
    return (Fields){{(uintptr_t)quote->origin, (uintptr_t)quote->quote.ptr - quote->start,
                     quote->quote.len - reach, (uint64_t)quote->at_ms, quote->turn,
                     quote->start, reach, quote->role}};
}

static const void *pointer_of(uint64_t number) {
    uintptr_t bits = (uintptr_t)number;
    const void *pointer;
    memcpy(&pointer, &bits, sizeof pointer);
    return pointer;
}

static Quote quote_of(const Fields *fields) {
    const uint64_t *of = fields->of;
    uint32_t start = (uint32_t)of[5], reach = (uint32_t)of[6];
    return (Quote){.origin = pointer_of(of[0]),
                   .quote = {pointer_of(of[1] + start), of[2] + reach},
                   .at_ms = (int64_t)of[3],
                   .turn = (uint32_t)of[4],
                   .start = start,
                   .end = start + reach,
                   .role = (Role)of[7]};
}

// Seven bits a byte, the lowest first, and the top bit where more come; small numbers of
// either sign are short (https://protobuf.dev/programming-guides/encoding/, varints and
// "ZigZag").
enum { LONGEST = 10 }; // bytes of a number
static char *put_number(char *at, uint64_t number) {
    uint64_t rest = number << 1 ^ (number >> 63 ? UINT64_MAX : 0);
    for (; rest > 0x7f; rest >>= 7) *at++ = (char)(rest | 0x80);
    *at++ = (char)rest;
    return at;
}

static uint64_t take_number(const char **at) {
    uint64_t byte = (unsigned char)*(*at)++, number = byte & 0x7f;
    for (unsigned shift = 7; byte > 0x7f; shift += 7) {
        byte = (unsigned char)*(*at)++;
        number |= (byte & 0x7f) << shift;
    }
    return number >> 1 ^ (0 - (number & 1));
}

// A byte that tells which numbers differ, a bit each, then those differences.
static char *put_fields(char *at, const Fields *fields, const Fields *before) {
    char *differ = at++;
    unsigned bits = 0;
    for (unsigned i = 0; i < FIELDS; i++) {
        uint64_t difference = fields->of[i] - before->of[i];
        if (!difference) continue;
        bits |= 1U << i;
        at = put_number(at, difference);
    }
    *differ = (char)bits;
    return at;
}

static void take_fields(const char **at, Fields *fields) {
    unsigned differ = (unsigned char)*(*at)++;
    for (; differ; differ &= differ - 1)
        fields->of[__builtin_ctz(differ)] += take_number(at);
}

// The list has room up to the next power of two, and for FEW at least.
Quote *quotes_add(Arena *arena, Mark *mark) {
    enum { FEW = 8 };
    MarkQuotes *quotes = &mark->quotes;
    size_t len = quotes->len, room = len ? 2 * len : FEW;
    if (!len || (len >= FEW && !(len & (len - 1))))
        quotes->items = arena_grow(arena, quotes->items, array_bytes(len, sizeof(Quote)),
                                   array_bytes(room, sizeof(Quote)));
    return &quotes->items[quotes->len++];
}

QuoteWalk quotes_of(const Mark *mark) {
    const MarkQuotes *quotes = &mark->quotes;
    QuoteWalk walk = {.next = quotes->items, .left = quotes->len};
    if (!quotes->is_packed) return walk;
    walk = (QuoteWalk){.packed = quotes->packed};
    walk.left = (size_t)take_number(&walk.packed);
    return walk;
}

const Quote *quote_unpacked(QuoteWalk *walk) {
    Fields fields = fields_of(&walk->quote);
    take_fields(&walk->packed, &fields);
    walk->quote = quote_of(&fields);
    return &walk->quote;
}

enum { PACKED_MOST = 1 + FIELDS * LONGEST }; // bytes of a quote

void quotes_pack(Arena *arena, Mark *mark, const Quotes *quotes) {
    Arena scratch = {0};
    Fields before = {0};
    mark->quotes = (MarkQuotes){0};
    if (!quotes->len) return;
    char *packed = arena_raw(&scratch, LONGEST + quotes->len * PACKED_MOST);
    char *end = put_number(packed, quotes->len);
    vec_each(const Quote, quote, quotes) {
        Fields fields = fields_of(quote);
        end = put_fields(end, &fields, &before);
        before = fields;
    }
    mark->quotes.packed = vec_copy(arena, packed, (size_t)(end - packed));
    mark->quotes.is_packed = true;
    arena_free(&scratch);
}

Quotes quotes_open(Arena *arena, const Mark *mark) {
    Quotes opened = {mark->quotes.items, mark->quotes.len, mark->quotes.len};
    if (!mark->quotes.is_packed) return opened;
    opened = (Quotes){0};
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));)
        *vec_push(arena, &opened) = *quote;
    return opened;
}

void quotes_close(Arena *arena, Mark *mark, const Quotes *quotes) {
    if (mark->quotes.is_packed) quotes_pack(arena, mark, quotes);
}

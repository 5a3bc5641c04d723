#include "report/turn_words.h"

#include "base/utf8.h"
#include "score/quotes.h"

#include <stdlib.h>

typedef struct {
    VEC(Run) list;
} Runs;

// A long turn that stands out as a whole, as a slow answer does, hides what stands out in
// it.
static void gather(Arena *arena, const Mark *mark, uint32_t turn, size_t size,
                   Runs *runs) {
    enum { LONG = 24 };
    QuoteWalk walk = quotes_of(mark);
    for (const Quote *quote; (quote = quote_next(&walk));)
        if (quote->turn == turn && quote->start < quote->end &&
            (size <= LONG || quote->end - quote->start < size))
            *vec_push(arena, &runs->list) = (Run){quote->start, quote->end};
}

static int compare(const void *a, const void *b) {
    const Run *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

// Those that overlap or touch become one.
static void merge(Runs *runs) {
    size_t len = 0;
    Run *items = runs->list.items;
    for (size_t i = 0; i < runs->list.len; i++) {
        if (len && items[i].start <= items[len - 1].end) {
            if (items[i].end > items[len - 1].end) items[len - 1].end = items[i].end;
        } else {
            items[len++] = items[i];
        }
    }
    runs->list.len = len;
}

// A turn may be longer than a row can be high: then only what stands around the words.
static Run excerpt_of(Str text, const Runs *runs) {
    enum { MOST = 1400, AROUND = 300 };
    uint32_t size = (uint32_t)text.len, first = 0, last = 0;
    if (size <= MOST) return (Run){0, size};
    if (runs->list.len) {
        first = runs->list.items[0].start;
        last = runs->list.items[runs->list.len - 1].end;
    }
    uint32_t start = first > AROUND ? first - AROUND : 0;
    uint32_t end = last > start + MOST - AROUND ? start + MOST - AROUND : last;
    end = size - end > AROUND ? end + AROUND : size;
    return (Run){(uint32_t)utf8_clip(text, start).len,
                 (uint32_t)utf8_clip(text, end).len};
}

// Runs of the text become runs of its excerpt, which begins behind `lead` bytes.
static void move(Runs *runs, Run excerpt, uint32_t lead) {
    size_t len = 0;
    Run *items = runs->list.items;
    for (size_t i = 0; i < runs->list.len; i++) {
        uint32_t start = items[i].start, end = items[i].end;
        if (end > excerpt.end) end = excerpt.end;
        if (start < excerpt.start || start >= end) continue;
        items[len++] = (Run){start - excerpt.start + lead, end - excerpt.start + lead};
    }
    runs->list.len = len;
}

Cell *turn_cell(Sheet *sheet, Style style, const Scorecard *card, const Mark *mark,
                uint32_t turn, Str text) {
    const Str dots = STR("… ");
    Arena *arena = sheet->arena;
    Runs runs = {0};
    if (mark) gather(arena, mark, turn, text.len, &runs);
    for (size_t i = 0; !mark && i < card->marks.len; i++)
        if (mark_counts(&card->marks.items[i]))
            gather(arena, &card->marks.items[i], turn, text.len, &runs);
    if (runs.list.len)
        qsort(runs.list.items, runs.list.len, sizeof *runs.list.items, compare);
    merge(&runs);
    Run excerpt = excerpt_of(text, &runs);
    move(&runs, excerpt, excerpt.start ? (uint32_t)dots.len : 0);
    Str part = str_slice(text, excerpt.start, excerpt.end);
    if (excerpt.start) part = str_format(arena, "%.*s%.*s", STR_ARG(dots), STR_ARG(part));
    if (excerpt.end < text.len) part = str_format(arena, "%.*s …", STR_ARG(part));
    Cell *cell = cell_text(sheet, style, part);
    cell->runs = runs.list.items;
    cell->run_count = (uint32_t)runs.list.len;
    return cell;
}

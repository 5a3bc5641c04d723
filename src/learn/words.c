#include "learn/words.h"

enum { RUN_MOST = 4, TELLING_RUN = 3, PAIRS_AMONG = 40 };

static bool is_letter(char c) { return byte_is_word(c) || (unsigned char)c >= 0x80; }

static Str fold_digits(Arena *arena, Str word) {
    Buf out = {.arena = arena};
    bool in_digits = false;
    for (size_t i = 0; i < word.len; i++) {
        bool digit = byte_is_digit(word.ptr[i]);
        if (digit && !in_digits) buf_text(&out, "\\d+");
        if (!digit) buf_byte(&out, word.ptr[i]);
        in_digits = digit;
    }
    return buf_str(&out);
}

Words words_read(Arena *arena, Str text) {
    Words words = {0};
    Str lower = str_lower(arena, text);
    for (uint32_t at = 0, last = 0; at < lower.len; at++) {
        uint32_t from = at;
        while (at < lower.len && is_letter(lower.ptr[at])) at++;
        if (at == from) continue;
        bool joined = words.len && from == last + 1 && memchr(" '-", lower.ptr[last], 3);
        *vec_push(arena, &words) = (Word){fold_digits(arena, str_slice(lower, from, at)),
                                          from, at, joined ? lower.ptr[last] : 0};
        last = at;
    }
    return words;
}

// ---- Patterns

typedef struct {
    Arena *arena;
    Str text;
    const Words *words;
    const WordUse *uses;
    WordPatterns out;
    bool tells; // of those that are added
} Making;

static void add(Making *making, uint32_t start, uint32_t end, const char *before,
                Str inner, const char *after) {
    Str pattern = str_format(making->arena, "%s%.*s%s", before, STR_ARG(inner), after);
    *vec_push(making->arena, &making->out) =
        (WordPattern){pattern, start, end, making->tells};
}

static bool ends_text(const Making *making, size_t word) {
    return word + 1 == making->words->len;
}

// The words from `from` to `to`, both included.
static void add_run(Making *making, size_t from, size_t to) {
    const Word *words = making->words->items;
    uint32_t start = words[from].start, end = words[to].end;
    Buf run = {.arena = making->arena};
    for (size_t w = from; w <= to; w++) {
        if (w > from) buf_byte(&run, words[w].glue);
        buf_put(&run, words[w].text);
    }
    Str inner = buf_str(&run);
    bool first = start == 0, last = ends_text(making, to);
    add(making, start, end, "", inner, "");
    if (first) add(making, start, end, "^", inner, "");
    if (last) add(making, start, end, "", inner, "\\W*$");
    if (first && last) add(making, start, end, "^", inner, "\\W*$");
    if (end < making->text.len && making->text.ptr[end] == '?')
        add(making, start, end, "", inner, "\\?");
}

static void add_runs(Making *making, size_t from) {
    const Word *words = making->words->items;
    int count = 0; // of words as people count them: "you've" is one
    bool content = false;
    for (size_t to = from; to < making->words->len; to++) {
        bool apart = to == from || words[to].glue == ' ';
        count += apart;
        if (to > from && !words[to].glue) break;
        if (count > RUN_MOST || !making->uses[to].common) break;
        content |= making->uses[to].content;
        making->tells = content || count >= TELLING_RUN;
        add_run(making, from, to);
    }
}

static void add_pairs(Making *making, size_t from) {
    const Word *a = &making->words->items[from];
    for (size_t to = from + 2; to < making->words->len && to < PAIRS_AMONG; to++) {
        const Word *b = &making->words->items[to];
        if (!making->uses[to].common) continue;
        making->tells = making->uses[from].content || making->uses[to].content;
        Str pair = str_format(making->arena, "%.*s\\b.*\\b%.*s", STR_ARG(a->text),
                              STR_ARG(b->text));
        add(making, a->start, b->end, "", pair, "");
    }
    size_t mark = str_index(making->text, a->end, '?');
    making->tells = making->uses[from].content;
    if (mark < making->text.len)
        add(making, a->start, (uint32_t)mark, "", a->text, "\\b.*\\?");
}

WordPatterns words_patterns(Arena *arena, Str text, const Words *words,
                            const WordUse *uses) {
    Making making = {.arena = arena, .text = text, .words = words, .uses = uses};
    size_t mark = str_index(text, 0, '?');
    if (mark < text.len)
        add(&making, (uint32_t)mark, (uint32_t)mark + 1, "", STR("\\?"), "");
    for (size_t w = 0; w < words->len; w++) {
        if (!uses[w].common) continue;
        add_runs(&making, w);
        if (w < PAIRS_AMONG) add_pairs(&making, w);
    }
    return making.out;
}

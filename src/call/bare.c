#include "call/bare.h"

#include "base/utf8.h"
#include "call/redaction.h"

typedef struct {
    Arena *arena;
    Str text;
    char *bare; // never longer than the text
    size_t len;
    bool begins; // a sentence, behind a mark that went
    FoldSteps steps;
} Baring;

// ---- Marks

enum { ELLIPSIS = 0x2026, EN_DASH = 0x2013 };

static bool opens(uint32_t code) {
    return code == '\'' || code == '"' || code == '(' || code == 0x2018 || code == 0x201c;
}

static bool closes(uint32_t code) {
    return (code < 0x80 && code && strchr(",.;:!?)\"", (char)code)) || code == 0x201d;
}

static uint32_t code_at(Str text, size_t at, size_t *size) {
    uint32_t code = (unsigned char)text.ptr[at];
    *size = code < 0x80 ? 1 : utf8_decode(text, at, &code);
    if (!*size) *size = 1, code = (unsigned char)text.ptr[at];
    return code;
}

// Whether a mark that opens something may stand behind this byte: not one of a word.
static bool is_between(Str text, size_t at) {
    if (!at) return true;
    char c = text.ptr[at - 1];
    return byte_is_ascii(c) && !byte_is_word(c) && c != '#' && c != '[';
}

static bool is_gap(Str text, size_t at) {
    return at >= text.len || byte_is_space(text.ptr[at]);
}

// The end of the run of closing marks at `at` where a word may end, else `at`.
static size_t marks_end(Str text, size_t at) {
    size_t end = at, size;
    while (end < text.len && closes(code_at(text, end, &size))) end += size;
    return is_gap(text, end) ? end : at;
}

// ---- All of it

static void put(Baring *baring, Str bytes) {
    memcpy(baring->bare + baring->len, bytes.ptr, bytes.len);
    baring->len += bytes.len;
}

static void put_letter(Baring *baring, char c) {
    baring->bare[baring->len++] = baring->begins ? byte_lower(c) : c;
    baring->begins = false;
}

// Leaves the marks text[at, end) out, but for what asks.
static void leave_out(Baring *baring, size_t at, size_t end) {
    Str marks = str_slice(baring->text, at, end);
    bool asks = memchr(marks.ptr, '?', marks.len);
    if (asks) put(baring, STR("?"));
    for (size_t i = 0; i < marks.len; i++)
        if (strchr(".!?:;", marks.ptr[i])) baring->begins = true;
    fold_step_add(baring->arena, &baring->steps, baring->len, end);
}

// How much of the text from `at` on is a mark that goes, or 0.
static size_t mark_size(Str text, size_t at) {
    size_t size;
    uint32_t code = code_at(text, at, &size);
    if (closes(code)) {
        size_t end = marks_end(text, at);
        if (end > at) return end - at;
    }
    bool dash = (code == '-' || code == EN_DASH) && is_between(text, at) && at &&
                is_gap(text, at - 1) && is_gap(text, at + size);
    return dash || (opens(code) && is_between(text, at)) ? size : 0;
}

// Takes one character, a mark or a redaction mark; gives its length.
static size_t take(Baring *baring, size_t at) {
    Str text = baring->text;
    char c = text.ptr[at];
    size_t size = redaction_begins(c) ? redaction_length(text, at) : 0;
    if (size) {
        put(baring, str_slice(text, at, at + size));
        return size;
    }
    size = mark_size(text, at);
    if (size) {
        leave_out(baring, at, at + size);
        return size;
    }
    if (code_at(text, at, &size) == ELLIPSIS) {
        put(baring, STR(" "));
        baring->begins = true;
        fold_step_add(baring->arena, &baring->steps, baring->len, at + size);
    } else if (size == 1 && byte_is_letter(c)) {
        put_letter(baring, c);
    } else {
        put(baring, str_slice(text, at, at + size));
    }
    return size;
}

// Letters, digits and spaces, as nearly all is.
static size_t take_plain(Baring *baring, size_t at) {
    Str text = baring->text;
    size_t from = at;
    for (; at < text.len; at++) {
        char c = text.ptr[at];
        bool letter = byte_is_ascii(c) && byte_is_letter(c) && c != 'X';
        if (!letter && c != ' ' && !byte_is_digit(c)) break;
        if (letter)
            put_letter(baring, c);
        else
            baring->bare[baring->len++] = c;
    }
    return at - from;
}

Folded text_bare(Arena *arena, Str text) {
    Baring baring = {.arena = arena, .text = text};
    baring.bare = arena_raw(arena, text.len);
    for (size_t at = 0; at < text.len;) {
        at += take_plain(&baring, at);
        if (at < text.len) at += take(&baring, at);
    }
    return (Folded){.text = {baring.bare, baring.len},
                    .original = text,
                    .steps = baring.steps.items,
                    .step_count = baring.steps.len};
}

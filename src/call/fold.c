#include "call/fold.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

static bool is_space(uint32_t code) {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 ||
           code == 0xa0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200a) ||
           code == 0x2028 || code == 0x2029 || code == 0x202f || code == 0x205f ||
           code == 0x3000;
}

static bool is_invisible(uint32_t code) {
    return code == 0xad || code == 0x180e || (code >= 0x200b && code <= 0x200f) ||
           (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069) ||
           code == 0xfeff;
}

// The ASCII character that stands for `code`; `code` itself when it stays, 0 when it
// goes.
static uint32_t fold(uint32_t code) {
    if (code < 0x80) return is_space(code) ? ' ' : code;
    if (is_space(code)) return ' ';
    if (is_invisible(code)) return 0;
    if ((code >= 0x2018 && code <= 0x201b) || code == 0x2bc) return '\'';
    if (code >= 0x201c && code <= 0x201f) return '"';
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212) return '-';
    if (code == 0xfe58 || code == 0xfe63 || code == 0xff0d) return '-';
    return code;
}

// The length of the run from `at` on that stays as it is.
static size_t plain_run(Str text, size_t at) {
    size_t from = at;
    for (uint32_t code; at < text.len;) {
        unsigned char c = (unsigned char)text.ptr[at];
        if (c == ' ' && at + 1 < text.len && byte_is_space(text.ptr[at + 1])) break;
        if (c < ' ' && byte_is_space(text.ptr[at])) break;
        size_t size = c < 0x80 ? 1 : utf8_decode(text, at, &code);
        if (c >= 0x80 && size && fold(code) != code) break;
        at += size ? size : 1;
    }
    return at - from;
}

// The length of the white space and invisible characters at `at`, and whether white space
// is among them.
static size_t blank_run(Str text, size_t at, bool *space) {
    size_t from = at;
    for (uint32_t code; at < text.len;) {
        size_t size = utf8_decode(text, at, &code);
        if (!size || !(is_space(code) || is_invisible(code))) break;
        *space |= is_space(code);
        at += size;
    }
    return at - from;
}

typedef struct {
    Arena *arena;
    char *text; // never longer than the original
    size_t len;
    VEC(FoldStep) steps;
} Folding;

static void put(Folding *folding, Str plain) {
    if (plain.len) memcpy(folding->text + folding->len, plain.ptr, plain.len);
    folding->len += plain.len;
}

// Folds what stands at `at`; gives its length in the original.
static size_t fold_here(Folding *folding, Str text, size_t at) {
    bool space = false,
         after_space = at > 0 && folding->len && folding->text[folding->len - 1] == ' ';
    size_t size = blank_run(text, at, &space);
    if (space && !after_space) put(folding, STR(" "));
    if (size) return size;
    uint32_t code;
    size = utf8_decode(text, at, &code);
    put(folding, (Str){&(char){(char)fold(code)}, 1});
    return size;
}

Folded text_fold(Arena *arena, Str text) {
    size_t at = plain_run(text, 0);
    if (at == text.len) return (Folded){.text = text, .original = text};
    Folding folding = {.arena = arena, .text = arena_raw(arena, text.len)};
    put(&folding, str_slice(text, 0, at));
    while (at < text.len) {
        at += fold_here(&folding, text, at);
        FoldStep step = {(uint32_t)folding.len, (uint32_t)at};
        *vec_push(arena, &folding.steps) = step;
        size_t plain = plain_run(text, at);
        put(&folding, str_slice(text, at, at + plain));
        at += plain;
    }
    return (Folded){.text = {folding.text, folding.len},
                    .original = text,
                    .steps = folding.steps.items,
                    .step_count = folding.steps.len};
}

// By the last step at or before the offset; before the first step nothing has moved.
uint32_t fold_start(const Folded *folded, uint32_t offset) {
    size_t from = 0, to = folded->step_count; // the step sought is before `to`
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (folded->steps[middle].folded <= offset)
            from = middle + 1;
        else
            to = middle;
    }
    if (!from) return offset;
    const FoldStep *step = &folded->steps[from - 1];
    return step->original + (offset - step->folded);
}

// From the character's last byte: where that stands for a longer character, its whole.
uint32_t fold_end(const Folded *folded, uint32_t offset) {
    if (!offset) return 0;
    uint32_t last = fold_start(folded, offset - 1), code;
    size_t size = utf8_decode(folded->original, last, &code);
    return last + (uint32_t)(size ? size : 1);
}

#include "call/bare.h"

#include "base/sixteen.h"
#include "base/utf8.h"
#include "call/redaction.h"

typedef struct {
    Arena *arena;
    Str text;
    char *bare; // never longer than the text, with room for sixteen bytes behind it
    size_t len;
    bool begins; // a sentence, behind a mark that went
    FoldSteps steps;
} Baring;

// ---- Marks

enum {
    CLOSES = 1,      // stands behind a word
    BEGINS = 1 << 1, // and what follows is a sentence, or may be one
    ASKS = 1 << 2,
    OPENS = 1 << 3, // stands before a word
    DASH = 1 << 4,
    TRAILS = 1 << 5 // dots that trail off, as one character
};

static const uint8_t ASCII_MARKS[0x80] = {
    [','] = CLOSES,
    [')'] = CLOSES,
    ['.'] = CLOSES | BEGINS,
    ['!'] = CLOSES | BEGINS,
    [';'] = CLOSES | BEGINS,
    [':'] = CLOSES | BEGINS,
    ['"'] = CLOSES | OPENS,
    ['?'] = CLOSES | BEGINS | ASKS,
    ['\''] = OPENS,
    ['('] = OPENS,
    ['-'] = DASH,
};

bool bare_takes(char c) {
    uint8_t mark = byte_is_ascii(c) ? ASCII_MARKS[(uint8_t)c] : 0;
    return mark & CLOSES && !(mark & ASKS);
}

static uint8_t mark_beyond_ascii(uint32_t code) {
    switch (code) {
    case 0x201d: return CLOSES;
    case 0x2018:
    case 0x201c: return OPENS;
    case 0x2013: return DASH;
    case 0x2026: return TRAILS;
    default: return 0;
    }
}

// What the character at `at` is, and its length; a byte that is not UTF-8 is one.
static inline uint8_t mark_at(Str text, size_t at, size_t *size) {
    uint32_t code;
    *size = 1;
    if (byte_is_ascii(text.ptr[at])) return ASCII_MARKS[(uint8_t)text.ptr[at]];
    size_t whole = utf8_decode(text, at, &code);
    if (!whole) return 0;
    *size = whole;
    return mark_beyond_ascii(code);
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

// The end of the run of closing marks at `at` where a word may end, else `at`; with what
// they are taken together.
static size_t closing_end(Str text, size_t at, uint8_t *marks) {
    size_t end = at, size;
    uint8_t mark, all = 0;
    for (; end < text.len && (mark = mark_at(text, end, &size)) & CLOSES; end += size)
        all |= mark;
    if (end == at || !is_gap(text, end)) return at;
    *marks = all;
    return end;
}

// Whether the mark of so many bytes at `at`, which closes nothing, goes.
static bool goes_alone(Str text, size_t at, size_t size, uint8_t mark) {
    if (!(mark & (OPENS | DASH)) || !is_between(text, at)) return false;
    return mark & OPENS || (at && is_gap(text, at - 1) && is_gap(text, at + size));
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

// Leaves marks out that end at `end`, but for what asks.
static void leave_out(Baring *baring, size_t end, uint8_t marks) {
    if (marks & ASKS) put(baring, STR("?"));
    if (marks & BEGINS) baring->begins = true;
    fold_step_add(baring->arena, &baring->steps, baring->len, end);
}

// Takes one character, a mark or a redaction mark; gives where it ends.
static size_t take(Baring *baring, size_t at) {
    Str text = baring->text;
    char c = text.ptr[at];
    size_t size = redaction_begins(c) ? redaction_length(text, at) : 0;
    if (size) {
        put(baring, str_slice(text, at, at + size));
        return at + size;
    }
    uint8_t mark = mark_at(text, at, &size);
    size_t end = mark & CLOSES ? closing_end(text, at, &mark) : at;
    if (end == at && goes_alone(text, at, size, mark)) end = at + size, mark = 0;
    if (end > at) {
        leave_out(baring, end, mark);
        return end;
    }
    end = at + size;
    if (mark & TRAILS) {
        put(baring, STR(" "));
        leave_out(baring, end, BEGINS);
    } else if (size == 1 && byte_is_letter(c)) {
        put_letter(baring, c);
    } else {
        put(baring, str_slice(text, at, end));
    }
    return end;
}

// All bits of each that may be more than a letter, a digit or a blank. X may begin a
// redaction mark.
static inline Sixteen special_of(Sixteen bytes) {
    Sixteen plain = sixteen_within(bytes | ('a' - 'A'), 'a', 'z') |
                    sixteen_within(bytes, '0', '9') | (bytes == ' ');
    return ~plain | (bytes == 'X');
}

// The first letter from `from` on begins a sentence.
static void begin_small(Baring *baring, size_t from) {
    for (; baring->begins && from < baring->len; from++)
        if (byte_is_letter(baring->bare[from])) {
            baring->bare[from] = byte_lower(baring->bare[from]);
            baring->begins = false;
        }
}

// Letters, digits and blanks, as nearly all is; gives where they end.
static size_t take_plain(Baring *baring, size_t at) {
    Str text = baring->text;
    size_t from = baring->len;
    for (size_t count = sizeof(Sixteen); count == sizeof(Sixteen) && at < text.len;) {
        Sixteen bytes = sixteen_few(text.ptr + at, text.len - at);
        memcpy(baring->bare + baring->len, &bytes, sizeof bytes);
        count = sixteen_index(special_of(bytes)); // 0 is, behind the text
        at += count;
        baring->len += count;
    }
    begin_small(baring, from);
    return at;
}

Folded text_bare(Arena *arena, Str text) {
    Baring baring = {.arena = arena, .text = text};
    baring.bare = arena_raw(arena, text.len + sizeof(Sixteen));
    for (size_t at = 0; (at = take_plain(&baring, at)) < text.len;)
        at = take(&baring, at);
    return (Folded){.text = {baring.bare, baring.len},
                    .original = text,
                    .steps = baring.steps.items,
                    .step_count = baring.steps.len};
}

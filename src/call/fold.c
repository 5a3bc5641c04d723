#include "call/fold.h"

#include "base/eight.h"
#include "base/sixteen.h"
#include "base/utf8.h"
#include "call/bare.h"

// The ASCII character that stands for `code`; `code` itself when it stays, 0 when it
// goes.
static uint32_t fold(uint32_t code) {
    if (code < 0x80) return code_is_space(code) ? ' ' : code;
    if (code_is_space(code)) return ' ';
    if (code_is_invisible(code)) return 0;
    if ((code >= 0x2018 && code <= 0x201b) || code == 0x2bc || code == 0xb4) return '\'';
    if (code >= 0x201c && code <= 0x201f) return '"';
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212) return '-';
    if (code == 0xfe58 || code == 0xfe63 || code == 0xff0d) return '-';
    return code;
}

typedef struct {
    Arena *arena;
    char *text;
    size_t len;
    bool after_space;
    FoldSteps steps;
} Folding;

// Whether sixteen bytes hold nothing to fold: they are ASCII, no control characters, and
// no space behind a space; there is a byte before them.
static inline bool block_stays(const char *at) {
    Sixteen block = sixteen_at(at), before = sixteen_at(at - 1);
    return !sixteen_any((block < ' ') | ((block == ' ') & (before == ' ')));
}

// The end of such blocks from `at` on, which is not the text's beginning. The last one is
// looked at in part again.
static size_t plain_blocks(Str text, size_t at) {
    enum { BLOCK = sizeof(Sixteen) };
    while (text.len - at >= BLOCK && block_stays(text.ptr + at)) at += BLOCK;
    bool last = text.len - at < BLOCK && text.len > BLOCK;
    return last && block_stays(text.ptr + text.len - BLOCK) ? text.len : at;
}

// The length of the run from `at` on that stays as it is.
static size_t plain_run(Str text, size_t at, bool *after_space) {
    size_t from = at;
    for (uint32_t code; at < text.len;) {
        unsigned char c = (unsigned char)text.ptr[at];
        size_t size = c < 0x80 ? 1 : utf8_decode(text, at, &code);
        bool folds = c < 0x80 ? c < ' ' && code_is_space(c) : size && fold(code) != code;
        if (folds || (c == ' ' && *after_space)) break;
        at = plain_blocks(text, at + (size ? size : 1)); // no UTF-8: that stays, too
        *after_space = text.ptr[at - 1] == ' ';
    }
    return at - from;
}

static void put(Folding *folding, Str plain) {
    if (plain.len) memcpy(folding->text + folding->len, plain.ptr, plain.len);
    folding->len += plain.len;
}

// Folds the character at `at`; gives its length in the original.
static size_t fold_one(Folding *folding, Str text, size_t at) {
    uint32_t code;
    size_t size = utf8_decode(text, at, &code);
    char ascii = (char)fold(code);
    if (!ascii || (ascii == ' ' && folding->after_space)) return size;
    put(folding, (Str){&ascii, 1});
    folding->after_space = ascii == ' ';
    return size;
}

static bool is_one_of(Str word, const Texts *words) {
    // Mostly the length and the first letter tell that it is not.
    vec_each(const Str, one, words)
        if (one->len == word.len && byte_lower(*one->ptr) == byte_lower(*word.ptr) &&
            str_eq_fold(word, *one))
            return true;
    return false;
}

// By byte, an x for what is in a word: letters, digits, '_', apostrophe, hyphen, and all
// outside ASCII.
static const char IN_WORD[] = "................................"
                              ".......x.....x..xxxxxxxxxx......"
                              ".xxxxxxxxxxxxxxxxxxxxxxxxxx....x"
                              ".xxxxxxxxxxxxxxxxxxxxxxxxxx....."
                              "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                              "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                              "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                              "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

static bool is_in_word(char c) { return IN_WORD[(uint8_t)c] == 'x'; }

static size_t word_end(Str text, size_t at) {
    for (;; at++) { // most bytes of words are letters
        at += letters_at(text.ptr + at, text.len - at);
        if (at == text.len || !is_in_word(text.ptr[at])) return at;
    }
}

// A word at a glance: where it ends, and a number that it shares with few others, by its
// first letters.
typedef struct {
    size_t end;
    uint64_t letters;
} Glance;

static inline Glance glance_at(Str text, size_t at) {
    uint64_t eight = eight_at(text.ptr + at, text.len - at), small = eight_small(eight);
    uint64_t ends = eight_no_letters(small);
    unsigned bit = ends ? (unsigned)__builtin_ctzll(ends) & ~7U : 64;
    size_t end = at + bit / 8;
    if (ends && !is_in_word((char)(eight >> bit)))
        return (Glance){end, small & (ends ^ (ends - 1)) >> 8}; // what the first follows
    end = word_end(text, end);
    return (Glance){end, eight_first(small, end - at)};
}

// The end of a filler text[at, end) with what goes behind it, or `at` where it stays. A
// text of nothing else has none.
static size_t filler_end(Str text, size_t at, size_t end, const Texts *fillers) {
    if (!is_one_of(str_slice(text, at, end), fillers)) return at;
    size_t after = end;
    while (after < text.len && strchr(",.", text.ptr[after])) after++;
    if (after == end + 1 && text.ptr[end] == '.') after = end; // of the sentence
    return at || after < text.len ? after : at;
}

// Whether the word text[at, end) comes again and means no more by it: "the the", "I I".
// Letters and numbers said twice are two.
static bool is_said_again(Str text, size_t at, size_t end, const Texts *repeatable) {
    enum { CASE = 'a' ^ 'A' };
    if (end + 1 >= text.len || ((text.ptr[end + 1] ^ text.ptr[at]) & ~CASE)) return false;
    if (text.ptr[end] != ' ' || !repeatable->len) return false;
    Str word = str_slice(text, at, end);
    Str next = str_slice(text, end + 1, word_end(text, end + 1));
    if (next.len != word.len || !str_eq_fold(word, next)) return false;
    if (word.len == 1) return word.ptr[0] == 'I' || word.ptr[0] == 'i';
    return !byte_is_digit(word.ptr[0]) && !is_one_of(word, repeatable);
}

// What a tokenizer cuts from a word: the end of "don't", "it's", "we're".
static const char *const TAILS[] = {"n't", "'s", "'m", "'re", "'ve", "'ll", "'d", NULL};

static bool is_tail(Str word) { return str_is_one_of(word, TAILS); }

// By byte, an x for what may begin what a tokenizer cuts off: a mark, or such an end.
static const char CUT_OFF[0x100] = "................................"
                                   ".x.....x....x.x................x"
                                   "..............x................."
                                   "..............x.................";

static inline bool may_be_token(Str text, size_t at) {
    if (CUT_OFF[(uint8_t)text.ptr[at]] != 'x') return false;
    bool letter = byte_is_letter(text.ptr[at]); // of "n't"
    return !letter || (at + 1 < text.len && text.ptr[at + 1] == '\'');
}

// Whether the space at `at` was put there by a tokenizer: "do n't", "bye ."
static bool is_between_tokens(Str text, size_t at) {
    size_t next = at + 1;
    if (text.ptr[at] != ' ' || !at || next == text.len) return false;
    if (!may_be_token(text, next) || !byte_is_ascii_word(text.ptr[at - 1])) return false;
    bool mark = text.ptr[next] != '\'' && !byte_is_letter(text.ptr[next]);
    if (mark) return next + 1 == text.len || text.ptr[next + 1] == ' ';
    return is_tail(str_slice(text, next, word_end(text, next)));
}

// What a word may be whose first letters make such a number.
enum { SHAPE_LISTED = 1, SHAPE_TAIL = 1 << 1 };

// A number of a word's first letters.
static inline uint32_t shape_of(uint64_t letters) {
    return (uint32_t)(letters * UINT64_C(0x9E3779B97F4A7C15) >> 52);
}

// Fewer words are told apart by how they begin and how long they are, but that is known
// at once. What is not a letter may seem one.
static inline uint32_t look_of(char first, size_t len) {
    return (uint32_t)len << 5 | ((unsigned char)first & 31);
}

static inline bool looks_listed(const PassedOver *passed, uint32_t look) {
    return passed->lengths[look & 31] >> (look >> 5 & 31) & 1;
}

static void note_shape(PassedOver *passed, uint8_t shape, Str first, Str last) {
    char word[sizeof(uint64_t)] = {0};
    size_t len = first.len < sizeof word ? first.len : sizeof word;
    size_t rest = last.len < sizeof word - len ? last.len : sizeof word - len;
    if (len) memcpy(word, first.ptr, len);
    if (rest) memcpy(word + len, last.ptr, rest);
    uint64_t letters = eight_small(eight_at(word, sizeof word));
    uint32_t look = look_of(*word, first.len + last.len);
    passed->shapes[shape_of(eight_first(letters, len + rest))] |= shape;
    passed->lengths[look & 31] |= UINT32_C(1) << (look >> 5 & 31);
}

void passed_over_seal(PassedOver *passed) {
    memset(passed->shapes, 0, sizeof passed->shapes);
    memset(passed->lengths, 0, sizeof passed->lengths);
    for (const char *const *tail = TAILS; *tail; tail++)
        note_shape(passed, SHAPE_TAIL, str_from(*tail), (Str){0});
    vec_each(const Str, word, &passed->fillers)
        note_shape(passed, SHAPE_LISTED, *word, (Str){0});
    vec_each(const Str, word, &passed->apostrophes) {
        size_t mark = str_index(*word, 0, '\'');
        note_shape(passed, SHAPE_LISTED, str_slice(*word, 0, mark),
                   str_slice(*word, mark + 1, word->len));
    }
}

static inline bool has_shape(const PassedOver *passed, uint64_t letters) {
    return passed->shapes[shape_of(letters)] & SHAPE_LISTED;
}

// Where the word text[at, end) lacks an apostrophe, or `end` where it lacks none.
static size_t apostrophe_at(Str text, size_t at, size_t end, const Texts *words) {
    Str written = str_slice(text, at, end);
    vec_each(const Str, word, words) {
        if (word->len != written.len + 1) continue;
        size_t mark = str_index(*word, 0, '\'');
        if (mark < word->len &&
            str_eq_fold(str_slice(written, 0, mark), str_slice(*word, 0, mark)) &&
            str_eq_fold(str_slice(written, mark, written.len),
                        str_slice(*word, mark + 1, word->len)))
            return at + mark;
    }
    return end;
}

// What goes of the word text[at, end), which may be empty, and the space behind it; or,
// empty, where it lacks an apostrophe; {0} = all stays. It is a function of its own, so
// that what skips most words need not save what it takes.
__attribute__((noinline)) static Str passed_at(Str text, size_t at, Glance word,
                                               const PassedOver *passed) {
    size_t end = word.end;
    bool listed = end > at && has_shape(passed, word.letters);
    size_t after = listed ? filler_end(text, at, end, &passed->fillers) : at;
    if (after > at) return str_slice(text, at, after);
    if (end > at && is_said_again(text, at, end, &passed->repeatable))
        return str_slice(text, at, end);
    if (end < text.len && is_between_tokens(text, end))
        return str_slice(text, end, end + 1);
    size_t mark = listed ? apostrophe_at(text, at, end, &passed->apostrophes) : end;
    return mark < end ? (Str){text.ptr + mark, 0} : (Str){0};
}

// What is in words, spaces, and whether any byte may fold by itself: NUL does not.
static inline SixteenKinds tell_words(Sixteen bytes) {
    Sixteen words = sixteen_within(bytes | ('a' - 'A'), 'a', 'z') |
                    sixteen_within(bytes, '0', '9') | (bytes == '_') | (bytes == '\'') |
                    (bytes == '-') | bytes; // the high bits of what is not ASCII
    return (SixteenKinds){words, bytes == ' ', (bytes < ' ') & (bytes != 0)};
}

// The words that one passes, as far as a glance tells, in search of one that does not
// stay.
typedef struct {
    const PassedOver *passed;
    size_t last;   // where the one passed last begins, or the search
    uint32_t look; // of that; 0: none was passed
    bool folds;    // some byte that was passed may fold
} Skip;

static inline uint64_t first_letters(Str text, size_t at, size_t len) {
    return eight_first(eight_small(eight_at(text.ptr + at, text.len - at)), len);
}

// Whether a word that looks like one listed, or the one before, is that as well.
static bool stops(Skip *skip, Str text, size_t at, size_t len, bool again) {
    uint64_t letters = first_letters(text, at, len);
    if (again && letters == first_letters(text, skip->last, len)) return true;
    uint8_t shape = skip->passed->shapes[shape_of(letters)];
    if (shape == SHAPE_LISTED) skip->last = at;
    return shape;
}

// Passes those at `at` that begin at a bit of `starts`. False where one stops it.
static inline bool skip_words(Skip *skip, Str text, size_t at, uint64_t words,
                              uint64_t starts) {
    for (; starts; starts &= starts - 1) {
        size_t from = (size_t)__builtin_ctzll(starts), first = at + from;
        size_t len = (size_t)__builtin_ctzll(~(words >> from));
        uint32_t look = look_of(text.ptr[first], len);
        bool again = look == skip->look;
        if ((looks_listed(skip->passed, look) | again) &&
            stops(skip, text, first, len, again))
            return false;
        skip->last = first;
        skip->look = look;
    }
    return true;
}

// The first word from `at` on that is listed, is said again or stands before a space of
// a tokenizer, as far as a glance tells; the end of the text where there is none. A mark
// behind a space may be a token.
static size_t skip_staying(Skip *skip, Str text, size_t at) {
    uint64_t blank = !at || text.ptr[at - 1] == ' '; // what is before
    skip->last = at;
    skip->look = 0;
    while (at < text.len) {
        size_t left = text.len - at, cut = 0; // of a word that goes on behind
        Kinds kinds = kinds_at(text.ptr + at, left, tell_words);
        uint64_t words = kinds.one, behind = kinds.other << 1 | blank;
        uint64_t marks = ~(words | kinds.other) & behind;
        skip->folds |= sixteen_any(kinds.some) || kinds.other & behind;
        skip->folds |= !~words;
        if (!~words) return at;
        if (left > KINDS_BYTES) cut = (size_t)__builtin_clzll(~words);
        uint64_t before = marks ? (marks & -marks) - 1 : UINT64_MAX >> cut;
        if (!skip_words(skip, text, at, words, words & ~(words << 1) & before) || marks)
            return skip->last;
        at += KINDS_BYTES - cut;
        blank = cut ? text.ptr[at - 1] == ' ' : kinds.other >> (KINDS_BYTES - 1);
    }
    return text.len;
}

// What is passed over next from `at` on, a word's beginning or not: a word, or a space
// that stands between tokens; or, empty, where an apostrophe was left out; empty at the
// end of the text where there is nothing.
static Str next_passed(Skip *skip, Str text, size_t at) {
    while (skip->passed && (at = skip_staying(skip, text, at)) < text.len) {
        Glance word = glance_at(text, at);
        Str goes = passed_at(text, at, word, skip->passed);
        if (goes.ptr) return goes;
        at = word.end + (word.end < text.len);
    }
    return text.len ? (Str){text.ptr + text.len, 0} : text;
}

// A pattern may begin or end with a space; what is said does not.
static Str without_last_space(Str text, const PassedOver *passed) {
    bool drop = passed && text.len && text.ptr[text.len - 1] == ' ';
    return str_slice(text, 0, text.len - drop);
}

static Folded fold_without(Arena *arena, Str text, const PassedOver *passed) {
    Folding folding = {.arena = arena, .after_space = passed != NULL};
    Skip skip = {.passed = passed, .folds = !passed};
    Str word = next_passed(&skip, text, 0);
    size_t stop = (size_t)(word.ptr - text.ptr), at = stop;
    if (skip.folds || at < text.len)
        at = plain_run(str_slice(text, 0, stop), 0, &folding.after_space);
    if (at == text.len)
        return (Folded){.text = without_last_space(text, passed), .original = text};
    // The shortest word that lacks an apostrophe has two letters, and a space behind it.
    folding.text = arena_raw(arena, text.len + text.len / 2 + 1);
    put(&folding, str_slice(text, 0, at));
    while (at < text.len) {
        bool goes = at == stop;
        at += goes ? word.len : fold_one(&folding, text, at);
        if (goes && !word.len) put(&folding, STR("'"));
        if (goes) {
            word = next_passed(&skip, text, at);
            stop = (size_t)(word.ptr - text.ptr);
            folding.after_space |= !folding.len;
        }
        fold_step_add(arena, &folding.steps, folding.len, at);
        size_t plain = plain_run(str_slice(text, 0, stop), at, &folding.after_space);
        put(&folding, str_slice(text, at, at + plain));
        at += plain;
    }
    return (Folded){.text = without_last_space((Str){folding.text, folding.len}, passed),
                    .original = text,
                    .steps = folding.steps.items,
                    .step_count = folding.steps.len};
}

Folded text_fold_without(Arena *arena, Str text, const PassedOver *passed) {
    if (!passed || !passed->bare) return fold_without(arena, text, passed);
    Folded bare = text_bare(arena, text);
    Folded folded = fold_without(arena, bare.text, passed);
    return folded_twice(arena, &bare, &folded);
}

Folded text_fold(Arena *arena, Str text) { return text_fold_without(arena, text, NULL); }

#include "call/words.h"

#include "base/bits.h"
#include "base/sixteen.h"
#include "base/utf8.h"

// ---- ASCII

static inline SixteenKinds tell(Sixteen bytes) {
    Sixteen small = bytes | ('a' - 'A');
    Sixteen blanks = (bytes == ' ') | sixteen_within(bytes, '\t', '\r');
    Sixteen makers = sixteen_within(small, 'a', 'z') | sixteen_within(bytes, '0', '9');
    return (SixteenKinds){blanks, makers, .some = bytes};
}

// A run of bytes between blanks is a number all ones: when what makes it a word is added,
// it carries over into the blank behind it, where it is counted. False when some bytes
// are not ASCII, and the count is none.
static bool count_ascii(Str text, uint32_t *count) {
    uint64_t carry = 0, sum;
    uint32_t words = 0;
    Sixteen all = {0};
    for (size_t at = 0; at < text.len; at += KINDS_BYTES) {
        Kinds kinds = kinds_at(text.ptr + at, text.len - at, tell);
        uint64_t blanks = kinds.one, makers = kinds.other;
        bool over = __builtin_add_overflow(~blanks, makers, &sum);
        carry = over | __builtin_add_overflow(sum, carry, &sum);
        words += bits_count(sum & blanks);
        all |= kinds.some;
    }
    *count = words + (uint32_t)carry;
    return !sixteen_any(all < 0);
}

// ---- Any text

static bool is_in_word(bool in_word, uint32_t code) {
    return in_word ? !code_is_space(code) : code_makes_word(code);
}

uint32_t text_words(Str text) {
    uint32_t words;
    bool in_word = false;
    if (count_ascii(text, &words)) return words;
    words = 0;
    for (size_t at = 0, size; at < text.len; at += size ? size : 1) {
        bool before = in_word;
        uint32_t code = (unsigned char)text.ptr[at];
        size = utf8_decode(text, at, &code);
        in_word = is_in_word(before, code);
        words += in_word && !before;
    }
    return words;
}

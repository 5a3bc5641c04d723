#include "call/words.h"

#include "base/utf8.h"

#include <endian.h>

// ---- ASCII

// Sixteen bytes, which compilers for any processor look at together (GCC manual, "Using
// Vector Instructions through Built-in Functions"); half of them are a number.
typedef uint8_t Bytes __attribute__((vector_size(16)));
enum { HALVES = 2 };

// All bits of those from `first` to `last`.
static inline Bytes within(Bytes bytes, uint8_t first, uint8_t last) {
    return (Bytes)(bytes - first <= (uint8_t)(last - first));
}

static inline uint64_t half_of(Bytes bytes, size_t number) {
    uint64_t half;
    memcpy(&half, (const char *)&bytes + number * sizeof half, sizeof half);
    return le64toh(half);
}

// A run of bytes between blanks is a number all ones: when what makes it a word is added,
// it carries over into the blank behind it, where it is counted. False when some bytes
// are not ASCII, and the count is none.
static bool count_ascii(Str text, uint32_t *count) {
    const uint64_t ones = 0x0101010101010101, high = ones << 7;
    uint64_t words = 0, carry = 0;
    Bytes all = {0};
    for (size_t at = 0; at < text.len; at += sizeof(Bytes)) {
        Bytes bytes = {0};
        size_t left = text.len - at;
        if (left >= sizeof bytes)
            memcpy(&bytes, text.ptr + at, sizeof bytes);
        else
            memcpy(&bytes, text.ptr + at, left);
        all |= bytes;
        Bytes blank = within(bytes, ' ', ' ') | within(bytes, '\t', '\r');
        Bytes maker = within(bytes | ('a' - 'A'), 'a', 'z') | within(bytes, '0', '9');
        for (size_t i = 0; i < HALVES; i++) {
            uint64_t blanks = half_of(blank, i), sum;
            bool over = __builtin_add_overflow(~blanks, half_of(maker & 1, i), &sum);
            carry = over | __builtin_add_overflow(sum, carry, &sum);
            words += (sum & blanks & ones) * ones >> 56;
        }
    }
    *count = (uint32_t)(words + carry);
    return !((half_of(all, 0) | half_of(all, 1)) & high);
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

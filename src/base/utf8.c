#include "base/utf8.h"

#include "base/sixteen.h"

static bool is_tail(Str s, size_t at) {
    return at < s.len && ((unsigned char)s.ptr[at] & 0xc0) == 0x80;
}

size_t utf8_decode(Str s, size_t at, uint32_t *code) {
    static const uint32_t SMALLEST[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = (unsigned char)s.ptr[at];
    if (lead < 0x80) return *code = lead, 1;
    size_t size = lead >= 0xf0 && lead <= 0xf4 ? 4
                  : lead >= 0xe0               ? 3
                  : lead >= 0xc2               ? 2
                                               : 0;
    if (!size || lead > 0xf4) return 0;
    *code = lead & (0xffU >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        if (!is_tail(s, at + i)) return 0;
        *code = *code << 6 | ((unsigned char)s.ptr[at + i] & 0x3f);
    }
    bool surrogate = *code >= 0xd800 && *code < 0xe000;
    return *code < SMALLEST[size] || *code > 0x10ffff || surrogate ? 0 : size;
}

static size_t ascii_run(Str s, size_t at) {
    const uint64_t high = 0x8080808080808080U;
    uint64_t words[4];
    while (at + sizeof words <= s.len) {
        memcpy(words, s.ptr + at, sizeof words);
        if ((words[0] | words[1] | words[2] | words[3]) & high) break;
        at += sizeof words;
    }
    while (at < s.len && (unsigned char)s.ptr[at] < 0x80) at++;
    return at;
}

static size_t valid_run(Str s, size_t at) {
    uint32_t code;
    while ((at = ascii_run(s, at)) < s.len) {
        size_t size = utf8_decode(s, at, &code);
        if (!size) break;
        at += size;
    }
    return at;
}

size_t utf8_ascii(Str s) { return ascii_run(s, 0); }

bool utf8_valid(Str s) { return valid_run(s, 0) == s.len; }

size_t utf8_encode(char out[4], uint32_t code) {
    if (code < 0x80) return out[0] = (char)code, 1;
    size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3f));
    out[0] = (char)((0xf00U >> size & 0xffU) | code);
    return size;
}

size_t utf8_first_bad(Str s) {
    return valid_run(str_slice(s, 0, str_index(s, 0, '\0')), 0);
}

static bool few_plain(Str s) {
    bool plain = true;
    for (size_t at = 0; at < s.len; at++) plain &= (signed char)s.ptr[at] > 0;
    return plain;
}

// The last sixteen are in part some that were looked at before.
bool utf8_plain(Str s) {
    enum { STEP = sizeof(Sixteen) };
    if (s.len < STEP) return few_plain(s);
    const char *last = s.ptr + s.len - STEP;
    Sixteen plain = sixteen_at(last) > 0;
    for (const char *at = s.ptr; at < last; at += STEP) plain &= sixteen_at(at) > 0;
    return !sixteen_any(~plain);
}

Str utf8_repair(Arena *arena, Str s, size_t *repaired) {
    const Str mark = STR("\xEF\xBF\xBD");
    if (utf8_plain(s) || utf8_first_bad(s) == s.len) return s;
    char *text = arena_raw(arena, s.len * mark.len), *to = text;
    size_t nul = str_index(s, 0, '\0');
    for (size_t at = 0; at < s.len;) {
        size_t end = valid_run(str_slice(s, 0, nul), at);
        to = (char *)mempcpy(to, s.ptr + at, end - at);
        if (end == s.len) break;
        to = (char *)mempcpy(to, mark.ptr, mark.len);
        ++*repaired;
        at = end + 1;
        if (end == nul) nul = str_index(s, at, '\0');
    }
    return (Str){text, (size_t)(to - text)};
}

// How many of eight bytes are tails of characters: 10xxxxxx.
static size_t tails_of_eight(const char *bytes) {
    const uint64_t ones = 0x0101010101010101;
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return ((((word >> 7) & ~(word >> 6)) & ones) * ones) >> 56;
}

size_t utf8_count(Str s) {
    size_t count = s.len, i = 0;
    for (; i + 8 <= s.len; i += 8) count -= tails_of_eight(s.ptr + i);
    for (; i < s.len; i++) count -= is_tail(s, i);
    return count;
}

Str utf8_clip(Str s, size_t max) {
    size_t end = s.len < max ? s.len : max;
    while (end < s.len && end > 0 && is_tail(s, end)) end--;
    return str_slice(s, 0, end);
}

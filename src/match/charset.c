#include "match/charset.h"

#include "base/utf8.h"

const CharSet CHARSET_EVERY = {
    .ascii = {UINT64_MAX, UINT64_MAX}, .cased = {UINT64_MAX, UINT64_MAX}, .other = true};

uint32_t charset_count(const CharSet *set) {
    const uint64_t digits = 0x3FFULL << '0';
    if (set->other) return UINT32_MAX;
    uint32_t count = set->symbol_count + ((set->ascii[0] & digits) != 0);
    for (uint64_t bits = set->ascii[0] & ~digits; bits; bits &= bits - 1) count++;
    for (uint64_t bits = set->ascii[1]; bits; bits &= bits - 1) count++;
    return count;
}

static void add_bit(uint64_t *ascii, char c) {
    unsigned byte = (unsigned char)c;
    ascii[byte >> 6] |= 1ULL << (byte & 63);
}

void charset_add(CharSet *set, char c) {
    add_bit(set->ascii, byte_lower(c));
    add_bit(set->cased, c);
}

void charset_add_range(CharSet *set, char low, char high) {
    for (unsigned c = (unsigned char)low; c <= (unsigned char)high; c++)
        charset_add(set, (char)c);
}

// Blocks of Unicode without letters: punctuation and signs of Latin-1 (but for the
// ordinal and micro signs), general punctuation, currencies.
static bool has_no_case(uint32_t code) {
    bool latin =
        code >= 0xA1 && code <= 0xBF && code != 0xAA && code != 0xB5 && code != 0xBA;
    return latin || (code >= 0x2010 && code <= 0x2027) ||
           (code >= 0x20A0 && code <= 0x20BF);
}

void charset_add_text(CharSet *set, Str text) {
    enum { LONG_S = 0x17F, KELVIN = 0x212A }; // the other cases of which are in ASCII
    uint32_t code = 0;
    if (utf8_decode(text, 0, &code) == 1)
        charset_add(set, text.ptr[0]);
    else if (has_no_case(code) && set->symbol_count < SYMBOLS_MOST)
        set->symbols[set->symbol_count++] = text;
    else
        set->other = true;
    if (code == LONG_S) add_bit(set->ascii, 's');
    if (code == KELVIN) add_bit(set->ascii, 'k');
}

void charset_unite(CharSet *set, const CharSet *more) {
    for (int i = 0; i < 2; i++) {
        set->ascii[i] |= more->ascii[i];
        set->cased[i] |= more->cased[i];
    }
    set->other |= more->other;
    for (uint32_t i = 0; i < more->symbol_count; i++)
        charset_add_text(set, more->symbols[i]);
}

CharSet charset_negate(const CharSet *set) {
    return (CharSet){.ascii = {~set->ascii[0], ~set->ascii[1]},
                     .cased = {~set->cased[0], ~set->cased[1]},
                     .other = true};
}

static CharSet set_of(const char *members, bool unicode) {
    CharSet set = {.other = unicode};
    for (; *members; members++) charset_add(&set, *members);
    return set;
}

bool charset_named(char letter, bool unicode, CharSet *set) {
    static const char WORD[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    switch (letter) {
    case 'd':
    case 'D': *set = set_of(strchr(WORD, '0'), unicode); break;
    case 'w':
    case 'W': *set = set_of(WORD, unicode); break;
    case 's':
    case 'S': *set = set_of(" \t\n\v\f\r", unicode); break;
    default: *set = CHARSET_EVERY; return letter && strchr("hHvVN", letter);
    }
    if (letter == 'D' || letter == 'W' || letter == 'S') *set = charset_negate(set);
    return true;
}

void byteset_unite(ByteSet *set, const ByteSet *more) {
    for (int i = 0; i < 4; i++) set->bits[i] |= more->bits[i];
}

bool byteset_is_empty(const ByteSet *set) {
    return !(set->bits[0] | set->bits[1] | set->bits[2] | set->bits[3]);
}

void byteset_add_one(ByteSet *set, char c) {
    unsigned byte = (unsigned char)c;
    set->bits[byte >> 6] |= 1ULL << (byte & 63);
}

void byteset_add(ByteSet *set, char c) {
    byteset_add_one(set, c);
    if (c >= 'a' && c <= 'z') byteset_add_one(set, (char)(c - 'a' + 'A'));
    for (char digit = '1'; c == '0' && digit <= '9'; digit++) byteset_add_one(set, digit);
}

bool byteset_has_word(const ByteSet *set) {
    for (int c = 0; c < 0x80; c++)
        if (byte_is_ascii_word((char)c) && byteset_has(set, (char)c)) return true;
    return false;
}

// In UTF-8, bytes from 0xC0 on begin a character outside ASCII, those below go on with
// it.
ByteSet charset_bytes(const CharSet *set) {
    enum { CAPITAL = 'a' - 'A' };
    uint64_t letters = set->ascii[1] & (((1ULL << 26) - 1) << ('a' - 64));
    uint64_t others = set->other || set->symbol_count ? UINT64_MAX : 0;
    return (ByteSet){{set->ascii[0], set->ascii[1] | letters >> CAPITAL, others, others}};
}

ByteSet charset_first_bytes(const CharSet *set) {
    ByteSet first = charset_bytes(set);
    first.bits[2] = 0;
    return first;
}

ByteSet charset_last_bytes(const CharSet *set) {
    ByteSet last = charset_bytes(set);
    last.bits[3] = 0;
    return last;
}

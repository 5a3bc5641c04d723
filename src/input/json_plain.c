#include "input/json_plain.h"

#include "base/utf8.h"

enum {
    DEPTH_MOST = 32,
    MEMBERS_MOST = 64,
    DIGITS_MOST = 15,
    LOW_BYTE_FIRST = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
};

typedef struct {
    Arena *arena;
    Str text;
    size_t at;
    uint32_t depth;
    VEC(Json) open; // values whose array or object is not closed yet
} Parser;

// The byte that comes next; '\0' at the end, which begins nothing.
static char peek(const Parser *parser) {
    return parser->at < parser->text.len ? parser->text.ptr[parser->at] : '\0';
}

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

static char peek_past_blanks(Parser *parser) {
    while (is_blank(peek(parser))) parser->at++;
    return peek(parser);
}

static bool take(Parser *parser, Str word) {
    Str rest = str_slice(parser->text, parser->at, parser->text.len);
    if (!str_starts(rest, word)) return false;
    parser->at += word.len;
    return true;
}

// ---- Strings

// Has the top bit of the lowest byte that is `byte`, or is less than it, and none below
// that: "Determine if a word has a zero byte" and the next two
// (https://graphics.stanford.edu/~seander/bithacks.html).
#define EACH(byte)           (UINT64_MAX / 0xff * (byte))
#define HAS_LESS(word, byte) (((word)-EACH(byte)) & ~(word)&EACH(0x80))
#define HAS(word, byte)      HAS_LESS((word) ^ EACH(byte), 1)

static bool is_plain(char c) { return (unsigned char)c >= ' ' && c != '"' && c != '\\'; }

// The number of bytes from `at` on that stand for themselves, in UTF-8 or not.
static size_t plain_size(Str text, size_t at) {
    size_t from = at;
    for (uint64_t word; at + sizeof word <= text.len; at += sizeof word) {
        memcpy(&word, text.ptr + at, sizeof word);
        uint64_t other = HAS_LESS(word, ' ') | HAS(word, '"') | HAS(word, '\\');
        if (other && LOW_BYTE_FIRST)
            return at - from + (size_t)__builtin_ctzll(other) / 8;
        if (other) break;
    }
    while (at < text.len && is_plain(text.ptr[at])) at++;
    return at - from;
}

// What stands for a letter behind a backslash; '\0' where that is not known here.
static char escaped(char letter) {
    static const char LETTERS[] = "\"\\/bfnrt", MEANT[] = "\"\\/\b\f\n\r\t";
    const char *at = letter ? strchr(LETTERS, letter) : NULL;
    return at ? MEANT[at - LETTERS] : '\0';
}

// The number of four hexadecimal digits; UINT32_MAX when there are none.
static uint32_t hex_at(Str text, size_t at) {
    uint32_t code = 0;
    if (text.len < at + 4) return UINT32_MAX;
    for (size_t i = at; i < at + 4; i++) {
        char c = byte_lower(text.ptr[i]);
        bool letter = c >= 'a' && c <= 'f';
        if (!letter && !byte_is_digit(c)) return UINT32_MAX;
        code = code << 4 | (uint32_t)(letter ? c - 'a' + 10 : c - '0');
    }
    return code;
}

// Puts the character of a "\u2019", or of two that are one's surrogates, behind `copy`;
// gives how many bytes it is written in, 0 when it is not known here.
static size_t copy_code(Str text, size_t at, char *copy, size_t *len) {
    enum { SIZE = 6, HIGH = 0xD800, LOW = 0xDC00, BEYOND = 0xE000, BITS = 10 };
    uint32_t code = hex_at(text, at + 2);
    bool pair = code >= HIGH && code < LOW;
    uint32_t low = pair && str_starts(str_slice(text, at + SIZE, text.len), STR("\\u"))
                       ? hex_at(text, at + SIZE + 2)
                       : 0;
    if (!code || code == UINT32_MAX || (code >= LOW && code < BEYOND)) return 0;
    if (pair && (low < LOW || low >= BEYOND)) return 0;
    if (pair) code = 0x10000 + ((code - HIGH) << BITS) + (low - LOW);
    *len += utf8_encode(copy + *len, code);
    return pair ? 2 * SIZE : SIZE;
}

// The same of any letter behind a backslash.
static size_t copy_escaped(Str text, size_t at, char *copy, size_t *len) {
    char letter = text.ptr[at + 1], meant = escaped(letter);
    if (letter == 'u') return copy_code(text, at, copy, len);
    if (meant) copy[(*len)++] = meant;
    return meant ? 2 : 0;
}

// From the byte behind the quote on to the next that ends the string.
static bool read_escaped(Parser *parser, size_t from, Str *string) {
    Str text = parser->text;
    size_t end = from, len = 0;
    while ((end += plain_size(text, end)) < text.len && text.ptr[end] == '\\') end += 2;
    if (end >= text.len || text.ptr[end] != '"') return false;
    char *copy = arena_raw(parser->arena, end - from);
    for (size_t at = from; at < end;) {
        size_t size = plain_size(text, at);
        memcpy(copy + len, text.ptr + at, size);
        len += size, at += size;
        if (at == end) break;
        size_t written = copy_escaped(text, at, copy, &len);
        if (!written) return false;
        at += written;
    }
    parser->at = end + 1;
    *string = (Str){copy, len};
    return true;
}

static bool read_string(Parser *parser, Str *string) {
    size_t from = parser->at + 1, end = from + plain_size(parser->text, from);
    if (end == parser->text.len || parser->text.ptr[end] != '"')
        return read_escaped(parser, from, string);
    parser->at = end + 1;
    *string = str_slice(parser->text, from, end);
    return true;
}

// ---- Numbers

static size_t read_digits(Parser *parser, uint64_t *value) {
    size_t from = parser->at;
    for (; byte_is_digit(peek(parser)) && parser->at - from <= DIGITS_MOST; parser->at++)
        *value = *value * 10 + (uint64_t)(peek(parser) - '0');
    return parser->at - from;
}

// Up to 15 digits and the power of ten that divides them are exact as doubles, so their
// quotient is the nearest double to the number (Clinger, How to read floating point
// numbers accurately, 1990), as strtod gives it.
static bool read_number(Parser *parser, double *number) {
    static const double TENS[DIGITS_MOST + 1] = {1,    1e1,  1e2,  1e3, 1e4,  1e5,
                                                 1e6,  1e7,  1e8,  1e9, 1e10, 1e11,
                                                 1e12, 1e13, 1e14, 1e15};
    bool negative = take(parser, STR("-")), zero = peek(parser) == '0';
    uint64_t value = 0;
    size_t whole = read_digits(parser, &value), part = 0;
    bool point = take(parser, STR("."));
    if (point) part = read_digits(parser, &value);
    if (!whole || (zero && whole > 1) || (point && !part) || whole + part > DIGITS_MOST ||
        byte_lower(peek(parser)) == 'e')
        return false;
    *number = (negative ? -1 : 1) * ((double)value / TENS[part]);
    return true;
}

// ---- Values

static bool read_value(Parser *parser, Json *json);

// Takes the values from number `first` on off those that are open.
static void close_list(Parser *parser, size_t first, Json *json) {
    json->count = parser->open.len - first;
    size_t size = json->count * sizeof *json->items;
    json->items = arena_raw(parser->arena, size);
    if (size) memcpy(json->items, parser->open.items + first, size);
    parser->open.len = first;
}

// A bit for the key's length and its last letter, which few keys of an object share.
static uint64_t key_bit(Str key) {
    size_t last = key.len ? (unsigned char)key.ptr[key.len - 1] : 0;
    return UINT64_C(1) << ((key.len * 8 + last) & 63);
}

// `keys` has the bits of those from `first` on.
static bool is_new_key(const Parser *parser, size_t first, Str key, uint64_t *keys) {
    bool alone = !(*keys & key_bit(key));
    *keys |= key_bit(key);
    if (parser->open.len - first >= MEMBERS_MOST) return false;
    if (alone) return true;
    for (size_t i = first; i < parser->open.len; i++)
        if (str_eq(parser->open.items[i].key, key)) return false;
    return true;
}

static bool read_member(Parser *parser, size_t first, bool keyed, uint64_t *keys) {
    Json item = {0};
    Str key = {0};
    if (keyed) {
        if (peek_past_blanks(parser) != '"' || !read_string(parser, &key) ||
            !is_new_key(parser, first, key, keys) || peek_past_blanks(parser) != ':')
            return false;
        parser->at++;
    }
    if (!read_value(parser, &item)) return false;
    item.key = key;
    *vec_push(parser->arena, &parser->open) = item;
    return true;
}

static bool read_list(Parser *parser, char end, Json *json) {
    size_t first = parser->open.len;
    uint64_t keys = 0;
    parser->at++;
    if (++parser->depth > DEPTH_MOST) return false;
    bool more = peek_past_blanks(parser) != end;
    while (more) {
        if (!read_member(parser, first, end == '}', &keys)) return false;
        more = peek_past_blanks(parser) == ',';
        parser->at += more;
    }
    if (peek(parser) != end) return false;
    parser->at++;
    parser->depth--;
    close_list(parser, first, json);
    return true;
}

static bool read_value(Parser *parser, Json *json) {
    switch (peek_past_blanks(parser)) {
    case '{': json->type = JSON_OBJECT; return read_list(parser, '}', json);
    case '[': json->type = JSON_ARRAY; return read_list(parser, ']', json);
    case '"': json->type = JSON_STRING; return read_string(parser, &json->text);
    case 't':
        json->truth = true;
        json->type = JSON_BOOL;
        return take(parser, STR("true"));
    case 'f': json->type = JSON_BOOL; return take(parser, STR("false"));
    case 'n': json->type = JSON_NULL; return take(parser, STR("null"));
    default: json->type = JSON_NUMBER; return read_number(parser, &json->number);
    }
}

bool json_plain_parse(Arena *arena, Str text, Json *json) {
    Parser parser = {.arena = arena, .text = text};
    *json = (Json){0};
    if (!utf8_valid(text) || !read_value(&parser, json)) return false;
    peek_past_blanks(&parser);
    return parser.at == text.len;
}

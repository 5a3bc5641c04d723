#include "redact/token.h"

#include "base/utf8.h"
#include "call/redaction.h"

// ---- Numbers as they are written

static uint32_t digits_at(Str text, uint32_t at) {
    uint32_t end = at;
    while (end < text.len && byte_is_digit(text.ptr[end])) end++;
    return end - at;
}

static char byte_at(Str text, uint32_t at) { return at < text.len ? text.ptr[at] : 0; }

static uint32_t number_at(Str text, uint32_t at, uint32_t len) {
    uint32_t number = 0;
    for (uint32_t i = 0; i < len; i++)
        number = number * 10 + (uint32_t)(text.ptr[at + i] - '0');
    return number;
}

static bool is_day_and_month(uint32_t one, uint32_t other) {
    return one && other && one <= 31 && other <= 31 && (one <= 12 || other <= 12);
}

// Three groups with the same sign between them: a day, a month and a year in an order
// that is in use. Two digits of a year with dashes may be a bank's sort code.
static uint32_t date_length(Str text, uint32_t at) {
    uint32_t start[3], len[3], number[3], end = at;
    char sign = 0;
    for (int i = 0; i < 3; i++) {
        start[i] = i ? end + 1 : end;
        len[i] = digits_at(text, start[i]);
        if (!len[i] || len[i] > 4) return 0;
        number[i] = number_at(text, start[i], len[i]);
        end = start[i] + len[i];
        char next = byte_at(text, end);
        if (i == 0) sign = next;
        if (i < 2 && (next != sign || !next || !strchr("./-", next))) return 0;
    }
    if (byte_at(text, end) == sign && digits_at(text, end + 1)) return 0;
    bool first = len[0] == 4 && len[1] <= 2 && len[2] <= 2 &&
                 is_day_and_month(number[1], number[2]);
    bool last = len[0] <= 2 && len[1] <= 2 && is_day_and_month(number[0], number[1]) &&
                (len[2] == 4 || (len[2] == 2 && sign != '-'));
    return first || last ? end - at : 0;
}

static uint32_t clock_length(Str text, uint32_t at) {
    uint32_t len = digits_at(text, at), end = at + len;
    if (len > 2) return 0;
    while (byte_at(text, end) == ':' && digits_at(text, end + 1) == 2) end += 3;
    return end > at + len ? end - at : 0;
}

// "1,299", "12.000": groups of three behind one to three digits. With dots a longer one
// may as well be a number to call.
static uint32_t thousands_length(Str text, uint32_t at) {
    uint32_t len = digits_at(text, at), end = at + len, groups = 0;
    char sign = byte_at(text, end);
    if (len > 3 || (sign != ',' && sign != '.')) return 0;
    while (byte_at(text, end) == sign && digits_at(text, end + 1) == 3)
        end += 4, groups++;
    bool whole = !digits_at(text, end) &&
                 !(byte_at(text, end) == sign && digits_at(text, end + 1) > 2);
    return groups && whole && (sign == ',' || groups == 1 || len < 3) ? end - at : 0;
}

// With a fraction of one or two digits or without; 0 when it is no amount of money.
static uint32_t amount_length(Str text, uint32_t at) {
    enum { DIGITS_MOST = 5 };
    uint32_t whole = thousands_length(text, at), len = whole;
    if (!len) len = digits_at(text, at);
    bool inner = at > 1 && text.ptr[at - 1] == '.' && byte_is_digit(text.ptr[at - 2]);
    if (inner || (!whole && len > DIGITS_MOST)) return 0;
    char sign = byte_at(text, at + len);
    uint32_t places = sign == '.' || sign == ',' ? digits_at(text, at + len + 1) : 0;
    char next = byte_at(text, at + len + 1 + places);
    bool goes_on = strchr(".-/", next) && next && digits_at(text, at + len + 2 + places);
    if (places < 1 || places > 2 || goes_on) return whole;
    return len + 1 + places;
}

static Token number_token(Str text, uint32_t at) {
    Token token = {.start = at};
    uint32_t len = 0;
    bool inner = at && strchr("-/.", text.ptr[at - 1]) && at > 1 &&
                 byte_is_digit(text.ptr[at - 2]);
    if (!inner && (len = date_length(text, at)))
        token.type = TOKEN_DATE;
    else if ((len = clock_length(text, at)))
        token.type = TOKEN_CLOCK;
    else if ((len = amount_length(text, at)))
        token.type = TOKEN_AMOUNT;
    else
        token.type = TOKEN_DIGITS, len = digits_at(text, at);
    token.end = at + len;
    return token;
}

// ---- Words

// A letter, or an apostrophe between two: "it's", also a typographic one.
static bool goes_on(Str text, size_t at) {
    if (byte_is_letter(text.ptr[at])) {
        uint32_t code = 0;
        return byte_is_ascii(text.ptr[at]) || !utf8_decode(text, at, &code) ||
               code == 0x2019 ||
               !(code_is_sign(code) || code_is_space(code) || code_is_invisible(code));
    }
    return text.ptr[at] == '\'' && at + 1 < text.len && byte_is_letter(text.ptr[at + 1]);
}

static uint32_t character_length(Str text, uint32_t at) {
    uint32_t code;
    size_t size = byte_is_ascii(text.ptr[at]) ? 1 : utf8_decode(text, at, &code);
    return size ? (uint32_t)size : 1;
}

static uint32_t word_end(Str text, uint32_t at) {
    uint32_t end = at;
    while (end < text.len && goes_on(text, end)) end += character_length(text, end);
    return end;
}

static Token word_token(Str text, uint32_t at, uint32_t end) {
    KnownWord known = word_known(str_slice(text, at, end));
    return (Token){at, end, TOKEN_WORD, known.class, known.value};
}

// What begins at `at`; empty where that is only a sign.
static Token token_at(Str text, uint32_t at) {
    if (byte_is_digit(text.ptr[at])) return number_token(text, at);
    uint32_t mask = (uint32_t)redaction_length(text, at);
    if (mask) return (Token){at, at + mask, TOKEN_MASK, WORD_OTHER, 0};
    uint32_t end = word_end(text, at);
    return end > at ? word_token(text, at, end) : (Token){.start = at, .end = at};
}

void tokens_read(Arena *arena, Str text, Tokens *out) {
    out->text = text;
    out->list.len = 0;
    out->tells = false;
    for (uint32_t at = 0; at < text.len;) {
        Token token = token_at(text, at);
        bool empty = token.start == token.end;
        out->tells |= empty ? text.ptr[at] == '@'
                            : token.type != TOKEN_WORD || token.word != WORD_OTHER;
        if (!empty) *vec_push(arena, &out->list) = token;
        at = empty ? at + character_length(text, at) : token.end;
    }
}

// ---- Gaps

static bool is_dash(uint32_t code) {
    return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

Gap text_gap(Str text, uint32_t from, uint32_t to) {
    enum { BYTES_MOST = 9 };
    Gap gap = GAP_BLANK;
    bool blank = false;
    if (to - from > BYTES_MOST) return GAP_WIDE;
    for (uint32_t at = from; at < to;) {
        uint32_t code = (unsigned char)text.ptr[at];
        size_t size = byte_is_ascii(text.ptr[at]) ? 1 : utf8_decode(text, at, &code);
        Gap sign = code == '.'   ? GAP_DOT
                   : code == ',' ? GAP_COMMA
                   : code == '/' ? GAP_SLASH
                                 : GAP_BLANK;
        bool joins = code_is_space(code) || code_is_invisible(code) || is_dash(code) ||
                     code == '(' || code == ')' || sign != GAP_BLANK;
        if (!size || !joins || (sign != GAP_BLANK && gap != GAP_BLANK)) return GAP_WIDE;
        if (sign != GAP_BLANK) gap = sign;
        blank |= code_is_space(code);
        at += (uint32_t)size;
    }
    return gap == GAP_DOT && blank ? GAP_STOP : gap;
}

#include "redact/iban.h"

#include "redact/digits.h"

enum { IBAN_LEAST = 15, IBAN_MOST = 34, HEAD = 4 };

// What was gathered of one: its country, its check digits, and the rest so far.
typedef struct {
    char head[HEAD];
    uint32_t len, remainder; // of all characters; of the rest, by 97
} Iban;

// ISO 7064, MOD 97-10: a letter counts as two digits, A as 10.
static uint32_t add_to(uint32_t remainder, char c) {
    if (byte_is_digit(c)) return (remainder * 10 + (uint32_t)(c - '0')) % 97;
    return (remainder * 100 + (uint32_t)(byte_lower(c) - 'a') + 10) % 97;
}

static bool add_character(Iban *iban, char c) {
    bool letter = byte_is_letter(c) && byte_is_ascii(c);
    if (!letter && !byte_is_digit(c)) return false;
    if (iban->len < HEAD) {
        if (letter != (iban->len < 2)) return false;
        iban->head[iban->len] = c;
    } else {
        iban->remainder = add_to(iban->remainder, c);
    }
    return ++iban->len <= IBAN_MOST;
}

static bool add(Iban *iban, Str characters) {
    for (size_t i = 0; i < characters.len; i++)
        if (!add_character(iban, characters.ptr[i])) return false;
    return true;
}

// The four that it begins with count last.
static bool is_right(const Iban *iban) {
    uint32_t remainder = iban->remainder;
    if (iban->len < IBAN_LEAST) return false;
    for (int i = 0; i < HEAD; i++) remainder = add_to(remainder, iban->head[i]);
    return remainder == 1;
}

// A bank's letters are spelled, or stand in capitals, or behind the head where most banks
// have four. Other words are no part of it.
static bool may_have(const Iban *iban, const Tokens *tokens, const Token *token) {
    Str word = token_text(tokens, token);
    if (token->type != TOKEN_WORD || iban->len < 2 || token_is_number(token)) return true;
    if (word.len == 1 || (word.len == HEAD && iban->len == HEAD)) return true;
    for (size_t i = 0; i < word.len; i++)
        if (!byte_is_capital(word.ptr[i])) return false;
    return true;
}

// The end of the longest that begins with the token, or 0.
static uint32_t iban_end(const Tokens *tokens, const Token *first) {
    Iban iban = {0};
    uint32_t end = 0;
    uint8_t times = 0;
    const Token *behind = tokens->list.items + tokens->list.len;
    for (const Token *token = first; token != behind; token++) {
        char room[4];
        if (token != first &&
            text_gap(tokens->text, token[-1].end, token->start) != GAP_BLANK)
            break;
        if (token_is_word(token, WORD_TIMES) && iban.len) {
            times = token->value;
            continue;
        }
        Str characters = token_is_number(token) && iban.len >= 2
                             ? token_digits(tokens, token, times, room)
                             : token_text(tokens, token);
        times = 0;
        bool kind = token->type == TOKEN_WORD || token->type == TOKEN_DIGITS;
        if (!kind || !may_have(&iban, tokens, token) || !add(&iban, characters)) break;
        if (is_right(&iban)) end = token->end;
    }
    return end;
}

// It begins with one word of two letters, or with two of one.
static bool may_begin(const Token *token) {
    return token->type == TOKEN_WORD && token->end - token->start <= 2;
}

void iban_find(Arena *arena, const Tokens *tokens, uint32_t turn, Masks *masks) {
    vec_each(const Token, token, &tokens->list) {
        uint32_t end = may_begin(token) ? iban_end(tokens, token) : 0;
        if (!end) continue;
        *vec_push(arena, masks) = (Mask){turn, token->start, end, MASK_IBAN, 0};
    }
}

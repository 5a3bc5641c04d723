// The text of a turn as what a number can be made of, and what parts two of them.
#ifndef REDACT_TOKEN_H
#define REDACT_TOKEN_H

#include "redact/known_word.h"

typedef enum {
    TOKEN_WORD,
    TOKEN_DIGITS,
    TOKEN_AMOUNT, // 1,299.00
    TOKEN_DATE,   // 12/03/1985, 1985-03-12
    TOKEN_CLOCK,  // 10:30
    TOKEN_MASK    // what stands where something was taken out before
} TokenType;

typedef struct {
    uint32_t start, end; // bytes of the text, half open
    TokenType type;
    WordClass word; // of a TOKEN_WORD; a letter counts as one
    uint8_t value;  // of the word
} Token;

typedef struct {
    Str text;
    VEC(Token) list;
    bool tells; // there is more in it than words that are not known
} Tokens;

// Replaces what `out` holds by the tokens of `text`.
void tokens_read(Arena *arena, Str text, Tokens *out);

// What stands between two tokens, as far as it matters to digits.
typedef enum {
    GAP_WIDE,  // something that parts numbers
    GAP_BLANK, // nothing, blanks, dashes, brackets
    GAP_DOT,   // a dot and nothing else
    GAP_STOP,  // a dot and a blank
    GAP_COMMA,
    GAP_SLASH
} Gap;
// Between the bytes `from` and `to`.
Gap text_gap(Str text, uint32_t from, uint32_t to);

static inline Str token_text(const Tokens *tokens, const Token *token) {
    return str_slice(tokens->text, token->start, token->end);
}
static inline bool token_is_word(const Token *token, WordClass class) {
    return token->type == TOKEN_WORD && token->word == class;
}
// Digits, or the word for one or two.
static inline bool token_is_number(const Token *token) {
    return token->type == TOKEN_DIGITS ||
           (token->type == TOKEN_WORD && token->word >= WORD_DIGIT &&
            token->word <= WORD_TENS);
}

#endif

#include "redact/digits.h"

// Every second digit from the right is doubled, and the digits of that are added up.
static bool is_luhn(Str digits) {
    unsigned sum = 0;
    for (size_t i = 0; i < digits.len; i++) {
        unsigned digit = (unsigned)(digits.ptr[digits.len - 1 - i] - '0');
        if (i % 2) digit = digit < 5 ? digit * 2 : digit * 2 - 9;
        sum += digit;
    }
    return sum % 10 == 0;
}

bool digits_are_card(Str digits) {
    return digits.len >= CARD_LEAST && digits.len <= CARD_MOST && digits.ptr[0] >= '2' &&
           digits.ptr[0] <= '6' && is_luhn(digits);
}

static Str repeat(char digit, uint8_t times, char room[4]) {
    memset(room, digit, times);
    return (Str){room, times};
}

Str token_digits(const Tokens *tokens, const Token *token, uint8_t times, char room[4]) {
    Str text = token_text(tokens, token);
    char digit = (char)('0' + token->value % 10);
    if (token->type == TOKEN_DIGITS)
        return times && text.len == 1 ? repeat(text.ptr[0], times, room) : text;
    if (token->word == WORD_DIGIT) return repeat(digit, times ? times : 1, room);
    bool tens = token->word == WORD_TENS;
    room[0] = tens ? digit : '1';
    room[1] = tens ? '0' : digit;
    return (Str){room, 2};
}

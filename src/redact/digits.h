// Digits of a token, and what makes them the number of a card or of a bank's account.
#ifndef REDACT_DIGITS_H
#define REDACT_DIGITS_H

#include "redact/token.h"

enum { CARD_LEAST = 13, CARD_MOST = 19 };

// 13 to 19 digits as issuers of payment cards have them (ISO/IEC 7812: they begin with 2
// to 6), whose sum by Luhn's rule is right.
bool digits_are_card(Str digits);

// The digits of a number's token, of a spoken one in `room`, `times` over (0: once): at
// most three for a word.
Str token_digits(const Tokens *tokens, const Token *token, uint8_t times, char room[4]);

#endif

#include "redact/birth.h"

#include "redact/digits.h"

static bool is_month(Str word) {
    return str_is_one_of(word,
                         WORD_LIST("january", "february", "march", "april", "may", "june",
                                   "july", "august", "september", "october", "november",
                                   "december", "jan", "feb", "mar", "apr", "jun", "jul",
                                   "aug", "sep", "sept", "oct", "nov", "dec"));
}

static bool is_ordinal(Str word) {
    return str_is_one_of(
        word, WORD_LIST("first", "second", "third", "fourth", "fifth", "sixth", "seventh",
                        "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
                        "fourteenth", "fifteenth", "sixteenth", "seventeenth",
                        "eighteenth", "nineteenth", "twentieth", "thirtieth"));
}

// What joins parts of a date: "the 3rd of May in 1990".
static bool is_link(Str word) {
    return str_is_one_of(word, WORD_LIST("of", "the", "in", "st", "nd", "rd", "th", "and",
                                         "hundred", "thousand", "uh", "um"));
}

// Adds what the token is to the date; false when it is no part of one.
static bool add_part(const Tokens *tokens, const Token *token, SpokenDate *date) {
    enum { DIGITS_MOST = 4 };
    char room[4];
    if (token->type == TOKEN_DATE) return date->written = true;
    bool number = token_is_number(token), word = token->type == TOKEN_WORD && !number;
    Str text = token_text(tokens, token);
    size_t digits = number ? token_digits(tokens, token, 0, room).len : 0;
    bool month = word && is_month(text);
    if (digits > DIGITS_MOST || !(number || month || (word && is_ordinal(text))))
        return false;
    date->parts++;
    date->digits += (uint32_t)digits;
    date->month |= month;
    return true;
}

static bool is_near(const Tokens *tokens, const Token *token) {
    return text_gap(tokens->text, token[-1].end, token->start) != GAP_WIDE;
}

bool date_next(const Tokens *tokens, const Token **at, const Token *to,
               SpokenDate *date) {
    const Token *behind = tokens->list.items + tokens->list.len, *token = *at;
    *date = (SpokenDate){0};
    while (token < to && !add_part(tokens, token, date)) token++;
    if (token >= to) return false;
    date->first = date->last = token++;
    for (; token < behind && is_near(tokens, token); token++) {
        bool link = token->type == TOKEN_WORD && is_link(token_text(tokens, token));
        if (add_part(tokens, token, date))
            date->last = token;
        else if (!link)
            break;
    }
    // "12th": the letters belong to it.
    if (date->last + 1 < behind && date->last[1].start == date->last->end &&
        is_link(token_text(tokens, date->last + 1)))
        date->last++;
    *at = date->last + 1;
    return true;
}

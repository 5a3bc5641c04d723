#include "redact/number.h"

#include "redact/digits.h"

enum { NUMBER_LEAST = 6 };

// ---- What a number is, once all of it was heard

// Groups `from` to `to` of a number, and their digits.
typedef struct {
    const Number *number;
    uint8_t from, to;
    Str digits;
} Span;

static Span span_of(const Number *number, uint8_t from, uint8_t to) {
    const DigitGroup *first = &number->groups[from], *last = &number->groups[to - 1];
    Str digits = {number->digits + first->from,
                  (size_t)(last->from + last->len - first->from)};
    return (Span){number, from, to, digits};
}

// Whether some of its groups make a card's number: the date and the code that are told
// with it stand behind it.
static bool is_card(const Span *span) {
    for (uint8_t from = span->from; from < span->to; from++)
        for (uint8_t to = span->to; to > from; to--) {
            Str digits = span_of(span->number, from, to).digits;
            if (digits.len < CARD_LEAST) break;
            if (digits_are_card(digits)) return true;
        }
    return false;
}

static bool has_lengths(const Span *span, Str lengths) {
    if ((size_t)(span->to - span->from) != lengths.len) return false;
    for (size_t i = 0; i < lengths.len; i++)
        if (span->number->groups[span->from + i].len != lengths.ptr[i] - '0')
            return false;
    return true;
}

// As national numbers are written in North America, with the code or without, and in
// most other countries, where they begin with a nought.
static bool has_phone_form(const Span *span) {
    enum { NATIONAL_LEAST = 9, NATIONAL_MOST = 12 };
    if (has_lengths(span, STR("334")) || has_lengths(span, STR("1334")) ||
        has_lengths(span, STR("34")))
        return true;
    size_t len = span->digits.len;
    return (span->digits.ptr[0] == '0' || span->number->bracket) &&
           len >= NATIONAL_LEAST && len <= NATIONAL_MOST;
}

// Lengths as ITU-T E.164 has them: 15 digits at most.
static bool is_phone(const Span *span) {
    enum { LOCAL_LEAST = 7, ABROAD_LEAST = 8, ABROAD_MOST = 15 };
    size_t len = span->digits.len;
    bool account = span->number->cue == WORD_ACCOUNT;
    bool abroad = span->number->plus || (str_starts(span->digits, STR("00")) && !account);
    if (span->from == 0 && abroad && len >= ABROAD_LEAST && len <= ABROAD_MOST)
        return true;
    if (span->number->cue == WORD_PHONE) return len >= LOCAL_LEAST && len <= ABROAD_MOST;
    return !account && has_phone_form(span);
}

static bool is_years(const Span *span) {
    for (uint8_t i = span->from; i < span->to; i++) {
        const DigitGroup *group = &span->number->groups[i];
        const char *digits = span->number->digits + group->from;
        bool century = !memcmp(digits, "19", 2) || !memcmp(digits, "20", 2);
        if (group->len != 4 || !century) return false;
    }
    return true;
}

// "between 1000-1600".
static bool is_range(const Span *span) {
    return span->number->range && span->to - span->from == 2 &&
           span->number->groups[span->from].len < NUMBER_LEAST;
}

// One mask a turn.
static void mask_span(Arena *arena, const Span *span, MaskKind kind, Masks *masks) {
    Mask *mask = NULL;
    for (uint8_t i = span->from; i < span->to; i++) {
        const DigitGroup *group = &span->number->groups[i];
        if (!mask || mask->turn != group->turn) {
            mask = vec_push(arena, masks);
            *mask = (Mask){group->turn, group->start, group->end, kind, 0};
        }
        mask->end = group->end;
    }
}

static void settle_span(Arena *arena, const Number *number, uint8_t from, uint8_t to,
                        Masks *masks) {
    if (from == to) return;
    Span span = span_of(number, from, to);
    if (span.digits.len < NUMBER_LEAST) return;
    if (is_card(&span))
        mask_span(arena, &span, MASK_CARD, masks);
    else if (is_phone(&span))
        mask_span(arena, &span, MASK_PHONE, masks);
    else if (!is_years(&span) && !is_range(&span))
        mask_span(arena, &span, MASK_NUMBER, masks);
}

// What ends a number inside a turn (`cut`) makes it doubtful that its beginning belongs
// to the turn before: then it does so only when the sum of digits is right.
static void settle(Arena *arena, Number *number, bool cut, Masks *masks) {
    uint8_t split = cut ? number->other_turn : 0;
    if (number->len >= NUMBER_LEAST) {
        Span all = span_of(number, 0, number->count);
        if (is_card(&all)) split = 0;
        settle_span(arena, number, 0, split, masks);
        settle_span(arena, number, split, number->count, masks);
    }
    number->count = number->len = number->other_turn = number->times = 0;
    number->plus = number->bracket = number->range = false;
}

// ---- Hearing

typedef struct {
    Arena *arena;
    Numbers *numbers;
    Number *number; // of who speaks
    Masks *masks;
    const Tokens *tokens;
    uint32_t turn;
    uint32_t last_end; // of the last token of the number in this turn
    bool begun;        // the number has a group in this turn
    bool filled;       // there are fillers behind its last group
} Hearing;

static void close_number(Hearing *hearing) {
    settle(hearing->arena, hearing->number, hearing->begun, hearing->masks);
    hearing->begun = hearing->filled = false;
}

static const DigitGroup *last_group(const Number *number) {
    return number->count ? &number->groups[number->count - 1] : NULL;
}

static bool is_single(const DigitGroup *group) {
    return group->spoken || group->len == 1;
}

// Whether a group goes on with the number before it.
static bool joins(const Hearing *hearing, const DigitGroup *group) {
    const DigitGroup *last = last_group(hearing->number);
    if (!last) return false;
    if (!hearing->begun) return true; // from the speaker's turn before
    bool singles = is_single(last) && is_single(group);
    if (hearing->filled && !singles) return false;
    switch (text_gap(hearing->tokens->text, hearing->last_end, group->start)) {
    case GAP_BLANK:
    case GAP_SLASH: return true;
    case GAP_DOT: return !last->spoken && !group->spoken;
    case GAP_STOP: return singles;
    case GAP_COMMA: return singles || (last->len >= 4 && last->len == group->len);
    case GAP_WIDE: break;
    }
    return false;
}

static bool has_room(const Number *number, size_t digits) {
    return number->count < NUMBER_GROUPS_MOST &&
           number->len + digits <= NUMBER_DIGITS_MOST;
}

// "SN-0045-99821": a number with letters before it is none to call.
static bool has_letters_before(Str text, uint32_t at) {
    while (at && strchr("-/", text.ptr[at - 1])) at--;
    return at && byte_is_letter(text.ptr[at - 1]);
}

// "+", "(" and "plus" belong to the number.
static void begin(Hearing *hearing, DigitGroup *group, const Token *before) {
    Str text = hearing->tokens->text;
    Number *number = hearing->number;
    bool known = hearing->turn - hearing->numbers->cue_turn <= 2;
    number->cue = known ? hearing->numbers->cue : WORD_OTHER;
    if (has_letters_before(text, group->start)) number->cue = WORD_ACCOUNT;
    for (; group->start && strchr("+( ", text.ptr[group->start - 1]); group->start--) {
        number->plus |= text.ptr[group->start - 1] == '+';
        number->bracket |= text.ptr[group->start - 1] == '(';
    }
    while (text.ptr[group->start] == ' ') group->start++;
    number->range = before && token_is_word(before, WORD_RANGE);
    if (!before || !token_is_word(before, WORD_PLUS)) return;
    number->plus = true;
    group->start = before->start;
}

static void add_group(Hearing *hearing, DigitGroup group, Str digits,
                      const Token *before) {
    Number *number = hearing->number;
    if (digits.len > NUMBER_DIGITS_MOST) digits.len = NUMBER_DIGITS_MOST;
    if (!joins(hearing, &group) || !has_room(number, digits.len)) close_number(hearing);
    if (!number->count) begin(hearing, &group, before);
    if (!hearing->begun) number->other_turn = number->count;
    group.from = number->len;
    group.len = (uint8_t)digits.len;
    memcpy(number->digits + number->len, digits.ptr, digits.len);
    number->len = (uint8_t)(number->len + digits.len);
    number->groups[number->count++] = group;
    hearing->last_end = group.end;
    hearing->begun = true;
    hearing->filled = false;
}

// "forty five": the second word takes the place of the nought.
static bool completes_tens(Hearing *hearing, const Token *token, const Token *before) {
    Number *number = hearing->number;
    if (!before || !token_is_word(before, WORD_TENS) || !token_is_word(token, WORD_DIGIT))
        return false;
    if (!hearing->begun || !token->value ||
        text_gap(hearing->tokens->text, before->end, token->start) != GAP_BLANK)
        return false;
    number->digits[number->len - 1] = (char)('0' + token->value);
    number->groups[number->count - 1].end = hearing->last_end = token->end;
    return true;
}

// "five hundred" is no part of a number that is dictated, but its zeros are when a
// phone's number is told so.
static void hear_hundred(Hearing *hearing, const Token *token) {
    enum { DICTATED_LEAST = 4 };
    Number *number = hearing->number;
    bool dictated = hearing->begun && number->count >= DICTATED_LEAST &&
                    last_group(number)->spoken && has_room(number, token->value);
    if (dictated) {
        memset(number->digits + number->len, '0', token->value);
        number->len = (uint8_t)(number->len + token->value);
        DigitGroup *last = &number->groups[number->count - 1];
        last->len = (uint8_t)(last->len + token->value);
        last->end = hearing->last_end = token->end;
        return;
    }
    if (hearing->begun && number->count)
        number->len = last_group(number)->from, number->count--;
    close_number(hearing);
}

static void hear_number(Hearing *hearing, const Token *token, const Token *before) {
    Number *number = hearing->number;
    char digits[4];
    if (completes_tens(hearing, token, before)) return;
    DigitGroup group = {.turn = hearing->turn,
                        .start = token->start,
                        .end = token->end,
                        .spoken = token->type == TOKEN_WORD};
    uint8_t times = number->times;
    number->times = 0;
    if (times) group.start = number->times_start;
    add_group(hearing, group, token_digits(hearing->tokens, token, times, digits),
              before);
}

static bool is_filler(const Token *token) { return token_is_word(token, WORD_FILLER); }

static void hear_word(Hearing *hearing, const Token *token) {
    if (token->word == WORD_TIMES) {
        hearing->number->times = token->value;
        hearing->number->times_start = token->start;
        return;
    }
    if (token->word == WORD_HUNDRED) {
        hear_hundred(hearing, token);
        return;
    }
    if (is_filler(token)) {
        hearing->filled = true;
        hearing->last_end = token->end;
        return;
    }
    if (token->word == WORD_PHONE || token->word == WORD_ACCOUNT) {
        hearing->numbers->cue = token->word;
        hearing->numbers->cue_turn = hearing->turn;
    }
    close_number(hearing);
}

// Nothing but digits and what a listener says meanwhile.
static bool only_listens(const Tokens *tokens) {
    vec_each(const Token, token, &tokens->list)
        if (!is_filler(token) && !token_is_number(token) &&
            !token_is_word(token, WORD_TIMES))
            return false;
    return true;
}

static void close_others(Arena *arena, Numbers *numbers, Role role, Masks *masks) {
    for (Role other = 0; other < ROLE_COUNT; other++)
        if (other != role) settle(arena, &numbers->of[other], false, masks);
}

void numbers_hear(Arena *arena, Numbers *numbers, uint32_t turn, Role role,
                  const Tokens *tokens, Masks *masks) {
    Hearing hearing = {.arena = arena,
                       .numbers = numbers,
                       .number = &numbers->of[role],
                       .masks = masks,
                       .tokens = tokens,
                       .turn = turn};
    const Token *before = NULL;
    if (!only_listens(tokens)) close_others(arena, numbers, role, masks);
    vec_each(const Token, token, &tokens->list) {
        if (token_is_number(token))
            hear_number(&hearing, token, before);
        else if (token->type == TOKEN_WORD)
            hear_word(&hearing, token);
        else
            close_number(&hearing);
        before = token;
    }
}

void numbers_end(Arena *arena, Numbers *numbers, Masks *masks) {
    close_others(arena, numbers, ROLE_COUNT, masks);
}

#include "redact/email.h"

// ---- Written

static bool is_local(char c) { return byte_is_word(c) || (c && strchr(".%+-'&~", c)); }

static bool is_domain(char c) { return byte_is_word(c) || c == '.' || c == '-'; }

static size_t skip_blanks_back(Str text, size_t at) {
    while (at && text.ptr[at - 1] == ' ') at--;
    return at;
}

// The end of a domain that begins at `at`; 0 where there is none: a dot, and letters
// behind the last.
static size_t domain_end(Str text, size_t at) {
    enum { LAST_LEAST = 2 };
    size_t end = at, last = 0, letters = 0;
    for (; end < text.len && is_domain(text.ptr[end]); end++) {
        if (text.ptr[end] == '.') {
            letters = 0;
        } else if (end > at && text.ptr[end - 1] == '.') {
            letters = byte_is_letter(text.ptr[end]);
        } else if (letters) {
            letters++;
        }
        if (letters >= LAST_LEAST) last = end + 1;
    }
    return last;
}

// Blanks around the sign are some people's way to keep machines from reading it.
static void mask_written(Arena *arena, Str text, size_t sign, uint32_t turn,
                         Masks *masks) {
    size_t last = skip_blanks_back(text, sign), from = last, at = sign + 1;
    while (from && is_local(text.ptr[from - 1])) from--;
    while (last < sign && at < text.len && text.ptr[at] == ' ') at++;
    size_t end = domain_end(text, at);
    if (from == last || !end || (last < sign && at == sign + 1)) return;
    *vec_push(arena, masks) = (Mask){turn, (uint32_t)from, (uint32_t)end, MASK_EMAIL, 0};
}

// ---- Spoken

static bool is_dot(const Token *token) { return token_is_word(token, WORD_DOT); }

// Whether a dot joins a token to the next one: as a word between them (then it is two
// tokens further), or as a sign. Gives the token behind it, or NULL.
static const Token *behind_dot(const Tokens *tokens, const Token *token) {
    const Token *last = tokens->list.items + tokens->list.len - 1;
    if (token < last && text_gap(tokens->text, token->end, token[1].start) == GAP_DOT)
        return token + 1;
    return token + 1 < last && is_dot(token + 1) ? token + 2 : NULL;
}

static bool is_top_level(Str name) {
    return str_is_one_of(
        name, WORD_LIST("com", "net", "org", "edu", "gov", "co", "io", "info", "biz",
                        "eu", "uk", "us", "ca", "au", "nz", "ie", "de", "at", "ch", "fr",
                        "es", "pt", "it", "nl", "be", "dk", "se", "no", "fi", "pl", "in",
                        "jp", "br", "mx", "za", "me", "app", "dev", "ac", "example"));
}

// The last token of a host that begins with `first`: up to four words ("b t internet"),
// then a dot and a name that stands for a country or the like; NULL: it is none.
static const Token *host_end(const Tokens *tokens, const Token *first) {
    enum { WORDS_MOST = 4, LABELS_MOST = 6 };
    const Token *behind = tokens->list.items + tokens->list.len, *end = NULL;
    const Token *token = first;
    for (int words = 0; token < behind && words < WORDS_MOST; words++, token++) {
        const Token *next = behind_dot(tokens, token);
        for (int labels = 0; next && labels < LABELS_MOST; labels++) {
            if (is_top_level(token_text(tokens, next))) end = next;
            next = behind_dot(tokens, next);
        }
        if (end) return end;
    }
    return NULL;
}

// What stands before "at" when something is looked at, or somebody is somewhere.
static bool is_place(const Tokens *tokens, const Token *token) {
    return str_is_one_of(
        token_text(tokens, token),
        WORD_LIST("look", "looked", "looking", "looks", "shop", "shopped", "shopping",
                  "buy", "bought", "order", "ordered", "purchase", "purchased", "find",
                  "found", "us", "me", "them", "it", "this", "that", "is", "are", "was",
                  "am", "be", "i'm", "we're", "online", "page", "site", "visit", "see",
                  "saw", "work", "works", "up", "available", "sold", "sell", "cheaper",
                  "price", "prices", "item", "items", "one", "and", "or", "only", "get",
                  "got", "sign"));
}

static bool is_character(const Token *token) {
    return token->end - token->start == 1 || token_is_number(token) ||
           token_is_word(token, WORD_TIMES);
}

static bool is_joiner(const Token *token) {
    return is_dot(token) || token_is_word(token, WORD_JOINER);
}

static bool introduces(const Tokens *tokens, const Token *token) {
    return str_is_one_of(token_text(tokens, token),
                         WORD_LIST("is", "it's", "its", "address"));
}

// Names of several words: all behind "my address is".
static const Token *after_is(const Tokens *tokens, const Token *last) {
    enum { WORDS_MOST = 4 };
    const Token *token = last;
    for (int words = 0; words < WORDS_MOST && token > tokens->list.items;
         words++, token--)
        if (introduces(tokens, token - 1)) return token;
    return last;
}

// The first token of the name that ends with `last`.
static const Token *local_start(const Tokens *tokens, const Token *last) {
    enum { TOKENS_MOST = 40 };
    const Token *first = tokens->list.items, *token = last;
    while (token > first && last - token < TOKENS_MOST) {
        const Token *before = token - 1;
        if (is_joiner(before) && before > first)
            token = before - 1;
        else if (is_character(before) && (is_character(token) || token == last))
            token = before;
        else
            break;
    }
    return after_is(tokens, token);
}

static void mask_spoken(Arena *arena, const Tokens *tokens, const Token *at,
                        uint32_t turn, Masks *masks) {
    const Token *behind = tokens->list.items + tokens->list.len;
    if (at == tokens->list.items || at + 1 == behind) return;
    const Token *end = host_end(tokens, at + 1), *last = at - 1;
    if (!end) return;
    const Token *start = local_start(tokens, last);
    if (start == last && is_place(tokens, last)) return;
    *vec_push(arena, masks) = (Mask){turn, start->start, end->end, MASK_EMAIL, 0};
}

void email_find(Arena *arena, const Tokens *tokens, uint32_t turn, Masks *masks) {
    Str text = tokens->text;
    for (size_t sign = 0; (sign = str_index(text, sign, '@')) < text.len; sign++)
        mask_written(arena, text, sign, turn, masks);
    vec_each(const Token, token, &tokens->list)
        if (token_is_word(token, WORD_AT)) mask_spoken(arena, tokens, token, turn, masks);
}

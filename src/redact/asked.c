#include "redact/asked.h"

#include "redact/birth.h"
#include "redact/digits.h"

// ---- What is asked for

// A phrase that names it, in lower case; the first that a turn has counts.
static const struct {
    const char *words;
    AskedKind kind;
} CUES[] = {
    {"date of birth", ASKED_BIRTH},
    {"birth date", ASKED_BIRTH},
    {"birthdate", ASKED_BIRTH},
    {"birthday", ASKED_BIRTH},
    {"dob", ASKED_BIRTH},
    {"born", ASKED_BIRTH},
    {"pin", ASKED_CODE},
    {"passcode", ASKED_CODE},
    {"pass code", ASKED_CODE},
    {"security code", ASKED_CODE},
    {"security number", ASKED_CODE},
    {"secret code", ASKED_CODE},
    {"cvv", ASKED_CODE},
    {"cvc", ASKED_CODE},
    {"cv2", ASKED_CODE},
    {"csc", ASKED_CODE},
    {"verification code", ASKED_CODE},
    {"access code", ASKED_CODE},
    {"one-time", ASKED_CODE},
    {"one time code", ASKED_CODE},
    {"one time password", ASKED_CODE},
    {"digits on the back", ASKED_CODE},
    {"last four digits", ASKED_CODE},
    {"last 4 digits", ASKED_CODE},
    {"last four of", ASKED_CODE},
    {"social security", ASKED_CODE},
    {"password", ASKED_WORDS},
    {"passphrase", ASKED_WORDS},
    {"pass phrase", ASKED_WORDS},
    {"security question", ASKED_WORDS},
    {"security answer", ASKED_WORDS},
    {"security word", ASKED_WORDS},
    {"secret word", ASKED_WORDS},
    {"secret answer", ASKED_WORDS},
    {"secret question", ASKED_WORDS},
    {"memorable", ASKED_WORDS},
    {"maiden name", ASKED_WORDS},
    {"first pet", ASKED_WORDS},
    {"first school", ASKED_WORDS},
    {"first car", ASKED_WORDS},
    {"city were you born", ASKED_WORDS},
    {"town were you born", ASKED_WORDS},
    {"city you were born", ASKED_WORDS},
    {"place of birth", ASKED_WORDS},
};
enum { CUE_COUNT = sizeof CUES / sizeof *CUES };

// Whether the words of a phrase stand at the token, whatever stands between them but
// other words; the last of them, or NULL.
static const Token *phrase_end(const Tokens *tokens, const Token *token, Str phrase) {
    const Token *behind = tokens->list.items + tokens->list.len, *last = NULL;
    Str word;
    while (str_next(&phrase, ' ', &word)) {
        if (token == behind || !str_eq_fold(token_text(tokens, token), word)) return NULL;
        last = token++;
    }
    return last;
}

typedef struct {
    AskedKind kind;
    const Token *end; // its last word
} Cue;

// Every phrase begins with a word that is known for it, or with "one".
static bool begins_cue(const Token *token) {
    return token_is_word(token, WORD_CUE) || token_is_word(token, WORD_DIGIT);
}

static Cue cue_at(const Tokens *tokens, const Token *token) {
    if (!begins_cue(token)) return (Cue){0};
    char first = byte_lower(tokens->text.ptr[token->start]);
    for (int i = 0; i < CUE_COUNT; i++) {
        if (CUES[i].words[0] != first) continue;
        const Token *end = phrase_end(tokens, token, str_from(CUES[i].words));
        if (end) return (Cue){CUES[i].kind, end};
    }
    return (Cue){0};
}

static bool has_word(const Tokens *tokens, const char *const *words) {
    vec_each(const Token, token, &tokens->list)
        if (str_is_one_of(token_text(tokens, token), words)) return true;
    return false;
}

// Whether the turn asks: by its sign, or as "please tell me" does; names of things asked
// for are enough where they are all of it ("PIN?", "date of birth").
static bool is_request(const Tokens *tokens) {
    enum { BARE_MOST = 8 };
    if (str_index(tokens->text, 0, '?') < tokens->text.len) return true;
    vec_each(const Token, token, &tokens->list)
        if (token_is_word(token, WORD_ASKS)) return true;
    return tokens->list.len <= BARE_MOST;
}

// "Your password has been reset", "you can change it": nobody is to tell it.
static bool speaks_of_change(const Tokens *tokens) {
    return has_word(tokens, WORD_LIST("reset", "resetting", "change", "changed",
                                      "changing", "forgot", "forgotten", "new", "never",
                                      "link", "update", "create", "set", "isn't",
                                      "accepting", "work", "works", "working", "wrong"));
}

// ---- Answers

// The turn that is heard.
typedef struct {
    Arena *arena;
    const Tokens *tokens;
    const Token *first, *behind; // of all its tokens
    uint32_t turn;
    Role role;
    Masks *masks;
} Heard;

static void add_mask(const Heard *heard, uint32_t start, uint32_t end, MaskKind kind) {
    *vec_push(heard->arena, heard->masks) =
        (Mask){.turn = heard->turn, .start = start, .end = end, .kind = kind};
}

// All dates that begin between two tokens and have the wanted form.
static void mask_dates(const Heard *heard, const Token *from, const Token *to,
                       bool whole) {
    SpokenDate date;
    for (const Token *at = from; date_next(heard->tokens, &at, to, &date);)
        if (whole ? date_is_whole(&date) : date_is_answer(&date))
            add_mask(heard, date.first->start, date.last->end, MASK_BIRTH);
}

// A code as far as it was heard.
typedef struct {
    const Token *first, *last;
    size_t digits;
} Code;

enum { CODE_LEAST = 2 };

static void add_to_code(const Heard *heard, Code *code, const Token *token) {
    char room[4];
    bool date = token->type == TOKEN_DATE;
    if (!code->first) code->first = token;
    code->last = token;
    code->digits += date ? CODE_LEAST : token_digits(heard->tokens, token, 0, room).len;
}

// Gives whether there were digits enough.
static bool end_code(const Heard *heard, Code *code) {
    bool enough = code->digits >= CODE_LEAST;
    if (enough) add_mask(heard, code->first->start, code->last->end, MASK_SECRET);
    *code = (Code){0};
    return enough;
}

// Numbers between two tokens. Gives whether there is one, or one that is masked.
static bool mask_codes(const Heard *heard, const Token *from, const Token *to) {
    Code code = {0};
    bool found = false;
    for (const Token *token = from; token < to; token++) {
        bool joins =
            token_is_word(token, WORD_TIMES) || token_is_word(token, WORD_FILLER);
        if (token_is_number(token) || token->type == TOKEN_DATE)
            add_to_code(heard, &code, token);
        else if (!joins)
            found |= end_code(heard, &code) || token->type == TOKEN_MASK;
    }
    return end_code(heard, &code) || found;
}

// The last token of the sentence.
static const Token *sentence_last(const Tokens *tokens, const Token *start) {
    const Token *behind = tokens->list.items + tokens->list.len, *token = start;
    for (; token + 1 < behind; token++) {
        Str between = str_slice(tokens->text, token->end, token[1].start);
        if (between.len > 1 && strchr(".!?\n;", between.ptr[0])) break;
    }
    return token;
}

static bool begins_with(const Tokens *tokens, const char *const *words) {
    const Token *last = sentence_last(tokens, tokens->list.items);
    for (const Token *token = tokens->list.items; token <= last; token++)
        if (str_is_one_of(token_text(tokens, token), words)) return true;
    return false;
}

// "No, I don't remember": there is nothing to wait for.
static bool is_refusal(const Tokens *tokens) {
    return begins_with(tokens,
                       WORD_LIST("don't", "dont", "can't", "cannot", "not", "no", "nope",
                                 "forgot", "forgotten", "remember", "idea"));
}

// "Why?", "one moment": no answer yet.
static bool is_evasive(const Tokens *tokens) {
    const Token *last = sentence_last(tokens, tokens->list.items);
    bool asks = last->end < tokens->text.len && tokens->text.ptr[last->end] == '?';
    return asks || begins_with(tokens, WORD_LIST("why", "moment", "second", "wait",
                                                 "hold", "sorry", "let", "looking"));
}

static bool leads_in(const Tokens *tokens, const Token *token) {
    return token_is_word(token, WORD_FILLER) ||
           str_is_one_of(token_text(tokens, token),
                         WORD_LIST("it's", "its", "is", "that's", "that", "would", "be",
                                   "was", "i", "think", "do", "have", "of", "course",
                                   "well", "my", "the", "with", "ah"));
}

// Behind "that would be", "my first pet was".
static const Token *answer_start(const Tokens *tokens) {
    enum { LEAD_MOST = 6 };
    const Token *behind = tokens->list.items + tokens->list.len;
    const Token *start = tokens->list.items;
    for (const Token *token = start;
         token < behind && token - tokens->list.items < LEAD_MOST; token++)
        if (str_is_one_of(token_text(tokens, token),
                          WORD_LIST("is", "was", "be", "it's")))
            start = token + 1;
    while (start < behind && leads_in(tokens, start)) start++;
    return start;
}

static bool mask_words(const Heard *heard) {
    const Tokens *tokens = heard->tokens;
    if (is_evasive(tokens) || is_refusal(tokens)) return false;
    const Token *start = answer_start(tokens);
    if (start >= heard->behind) return false;
    if (start->type == TOKEN_MASK) return true;
    add_mask(heard, start->start, sentence_last(tokens, start)->end, MASK_SECRET);
    return true;
}

static void hear_answer(const Heard *heard, Asked *asked) {
    enum { ANSWERS_MOST = 2 };
    asked->answered |= asked->kind == ASKED_CODE
                           ? mask_codes(heard, heard->first, heard->behind)
                           : mask_words(heard);
    bool refused = !asked->answered && is_refusal(heard->tokens);
    if (++asked->answers == ANSWERS_MOST || refused) asked->kind = ASKED_NOTHING;
}

// ---- What is told unasked

// Just behind the cue: "born on 3 May", "my PIN is 1234".
static void mask_told(const Heard *heard, Cue cue) {
    enum { NEAR = 5 };
    const Token *from = cue.end + 1;
    const Token *to = heard->behind - from > NEAR ? from + NEAR : heard->behind;
    if (cue.kind == ASKED_BIRTH) mask_dates(heard, from, to, false);
    if (cue.kind != ASKED_CODE) return;
    while (from < to && (leads_in(heard->tokens, from) || token_is_word(from, WORD_CUE)))
        from++;
    if (from == to || !(token_is_number(from) || token_is_word(from, WORD_TIMES))) return;
    while (to < heard->behind && token_is_number(to)) to++;
    mask_codes(heard, from, to);
}

// "My mother's maiden name is Sanchez", "childhood pet Charlie": a word behind "is", or a
// name.
static void mask_name(const Heard *heard, Cue cue) {
    const Tokens *tokens = heard->tokens;
    const Token *token = cue.end + 1;
    if (str_eq_fold(token_text(tokens, cue.end), STR("password"))) return;
    bool is = token < heard->behind &&
              str_is_one_of(token_text(tokens, token), WORD_LIST("is", "was", "be"));
    while (token < heard->behind && leads_in(tokens, token)) token++;
    if (token == heard->behind || token->type != TOKEN_WORD) return;
    if (is || byte_is_capital(tokens->text.ptr[token->start]))
        add_mask(heard, token->start, token->end, MASK_SECRET);
}

// "hunter2" behind "the password is": what has letters and digits or signs inside.
static bool is_coded(Str word) {
    bool letter = false, other = false;
    for (size_t i = 0; i < word.len; i++) {
        letter |= byte_is_letter(word.ptr[i]);
        other |= byte_is_digit(word.ptr[i]) ||
                 (word.ptr[i] != '\'' && i + 1 < word.len && !byte_is_word(word.ptr[i]));
    }
    return letter && other;
}

static void mask_password(const Heard *heard, Cue cue) {
    Str text = heard->tokens->text;
    const Token *token = cue.end + 1;
    while (token < heard->behind && leads_in(heard->tokens, token)) token++;
    if (token == heard->behind || token->type == TOKEN_MASK) return;
    uint32_t end = token->start;
    while (end < text.len && !byte_is_space(text.ptr[end])) end++;
    while (end > token->start && strchr(".,;:!?)", text.ptr[end - 1])) end--;
    if (is_coded(str_slice(text, token->start, end)))
        add_mask(heard, token->start, end, MASK_SECRET);
}

// ---- Turns

static bool may_answer(const Asked *asked, Role role) {
    return role != asked->role || role == ROLE_UNKNOWN;
}

static void hear_cue(const Heard *heard, Cue cue) {
    mask_told(heard, cue);
    if (cue.kind == ASKED_WORDS) mask_password(heard, cue);
    if (cue.kind == ASKED_WORDS && heard->role == ROLE_CUSTOMER) mask_name(heard, cue);
}

// Of the cues of a turn, what is asked for: what is more than a date of birth.
static AskedKind hear_cues(const Heard *heard, Asked *asked) {
    AskedKind kind = ASKED_NOTHING;
    for (const Token *token = heard->first; token < heard->behind; token++) {
        Cue cue = cue_at(heard->tokens, token);
        if (!cue.kind) continue;
        hear_cue(heard, cue);
        if (cue.kind == ASKED_BIRTH) asked->birth_turn = heard->turn + 1;
        if (cue.kind > kind) kind = cue.kind;
        token = cue.end;
    }
    if (asked->birth_turn == heard->turn + 1)
        mask_dates(heard, heard->first, heard->behind, true);
    return kind;
}

// For some turns behind the question every date may be it: in answer, or said again.
static void hear_birth(const Heard *heard, const Asked *asked) {
    enum { TURNS = 3 };
    if (asked->birth_turn && heard->turn + 1 - asked->birth_turn <= TURNS)
        mask_dates(heard, heard->first, heard->behind, heard->role == ROLE_AGENT);
}

void asked_hear(Arena *arena, Asked *asked, uint32_t turn, Role role,
                const Tokens *tokens, Masks *masks) {
    if (!tokens->list.len) return;
    const Token *first = tokens->list.items;
    const Heard heard = {arena, tokens, first, first + tokens->list.len,
                         turn,  role,   masks};
    hear_birth(&heard, asked);
    if (asked->kind && may_answer(asked, role))
        hear_answer(&heard, asked);
    else if (asked->answered)
        asked->kind = ASKED_NOTHING;
    AskedKind kind = tokens->tells ? hear_cues(&heard, asked) : ASKED_NOTHING;
    if (role == ROLE_CUSTOMER || kind < ASKED_CODE || !is_request(tokens)) return;
    if (kind == ASKED_WORDS && speaks_of_change(tokens)) return;
    *asked = (Asked){.kind = kind, .role = role, .birth_turn = asked->birth_turn};
}

#include "load/value.h"

#include <math.h>

// How the type that was found comes about, where another was wanted.
static Str hint_at_type(const Node *value, NodeType type, bool empty) {
    static const char *const HINTS[3][3] = {
        // found a text, a list, a map
        {NULL, "a text that begins with [ needs quotes",
         "a text that holds ': ' or begins with { needs quotes"},
        {NULL, NULL, "each of a list begins with '- '"},
        {"'field: value' for each field", "'name: value' for each, without '- '", NULL},
    };
    Str line = source_file_line(value->source, value->place.line);
    if (empty && str_has(line, STR("#")))
        return STR("from a # on all is comment, unless it stands in quotes");
    return empty ? (Str){0} : str_from(HINTS[type][value->type]);
}

bool node_expect(Loader *load, const Node *value, NodeType type) {
    static const char *const NAMES[] = {"a text", "a list", "a map"};
    bool empty = value->type == NODE_SCALAR && !str_trim(value->text).len;
    if (value->type == type && !empty) return true;
    Diag *diag = diag_add(load->diags, DIAG_ERROR, value->place, "expected %s, found %s",
                          NAMES[type], empty ? "nothing" : NAMES[value->type]);
    diag->hint = hint_at_type(value, type, empty);
    return false;
}

bool value_refuse(Loader *load, const Node *value, const char *expected,
                  const char *hint) {
    Diag *diag = diag_add(load->diags, DIAG_ERROR, value->place,
                          "expected %s, found '%.*s'", expected, STR_ARG(value->text));
    diag->hint = str_from(hint);
    return false;
}

bool text_read(Loader *load, const Node *value, void *into) {
    bool good = node_expect(load, value, NODE_SCALAR);
    if (good) *(Str *)into = str_trim(value->text);
    return good;
}

const Node *list_read(Loader *load, const Node *value, size_t *count) {
    bool single = value->type == NODE_SCALAR;
    *count = single ? 1 : 0;
    if (single || !node_expect(load, value, NODE_LIST)) return value;
    *count = value->count;
    return value->items;
}

bool texts_read(Loader *load, const Node *value, void *into) {
    Texts *texts = into;
    size_t count;
    const Node *items = list_read(load, value, &count);
    for (size_t i = 0; i < count; i++) {
        Str text;
        if (text_read(load, &items[i], &text)) *vec_push(load->arena, texts) = text;
    }
    return texts->len > 0;
}

static bool is_name(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (!byte_is_word(text.ptr[i]) && text.ptr[i] != '-' && text.ptr[i] != '.')
            return false;
    return true;
}

bool name_read(Loader *load, const Node *value, void *into) {
    Str *name = into;
    if (!text_read(load, value, name)) return false;
    if (is_name(*name)) return true;
    Diag *diag = diag_add(load->diags, DIAG_ERROR, value->place, "bad name '%.*s'",
                          STR_ARG(*name));
    diag->hint = STR("letters, digits, - _ and . only");
    return false;
}

enum { WORDS_MAX = 8 };

static Str list_words(Arena *arena, const Str *words, size_t count) {
    Buf list = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buf_format(&list, "%s%.*s",
                   i == 0          ? "one of "
                   : i + 1 < count ? ", "
                                   : " or ",
                   STR_ARG(words[i]));
    return buf_str(&list);
}

Diag *diag_unknown(Loader *load, const Node *word, const char *what,
                   const Str *candidates, size_t count) {
    Diag *diag = diag_add(load->diags, DIAG_ERROR, word->place, "unknown %s '%.*s'", what,
                          STR_ARG(word->text));
    diag->hint = diag_hint(load->arena, word->text, candidates, count);
    if (!diag->hint.len && count <= WORDS_MAX)
        diag->hint = list_words(load->arena, candidates, count);
    return diag;
}

bool word_read(Loader *load, const Node *value, const char *what,
               const char *const *words, int *index) {
    Texts candidates = {0};
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    int number = str_number_in(value->text, words);
    if (number >= 0) return *index = number, true;
    for (; *words; words++) *vec_push(load->arena, &candidates) = str_from(*words);
    diag_unknown(load, value, what, candidates.items, candidates.len);
    return false;
}

bool bool_read(Loader *load, const Node *value, void *into) {
    static const char *const WORDS[] = {"no", "yes", "false", "true", "off", "on", NULL};
    int index;
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    for (index = 0; WORDS[index]; index++)
        if (str_eq_fold(value->text, str_from(WORDS[index]))) break;
    *(bool *)into = index & 1;
    if (WORDS[index]) return true;
    diag_add(load->diags, DIAG_ERROR, value->place, "expected yes or no, found '%.*s'",
             STR_ARG(value->text));
    return false;
}

bool count_read(Loader *load, const Node *value, void *into) {
    int64_t count;
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    bool good = str_to_int(value->text, &count) && count >= 0 && count <= 1000000;
    if (good)
        *(uint32_t *)into = (uint32_t)count;
    else
        diag_add(load->diags, DIAG_ERROR, value->place,
                 "expected a whole number, found '%.*s'", STR_ARG(value->text));
    return good;
}

static bool read_decimal(Loader *load, const Node *value, int most,
                         int32_t *thousandths) {
    double number;
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    bool good = str_to_double(value->text, &number) && number >= 0 && number <= most;
    if (good)
        *thousandths = (int32_t)lround(number * 1000);
    else
        diag_add(load->diags, DIAG_ERROR, value->place,
                 "expected a number from 0 to %d, found '%.*s'", most,
                 STR_ARG(value->text));
    return good;
}

bool weight_read(Loader *load, const Node *value, void *into) {
    return read_decimal(load, value, 1000000, into);
}

bool score_read(Loader *load, const Node *value, void *into) {
    return read_decimal(load, value, 100, into);
}

bool credit_read(Loader *load, const Node *value, void *into) {
    return read_decimal(load, value, 1, into);
}

bool percent_read(Loader *load, const Node *value, void *into) {
    Str text = value->type == NODE_SCALAR ? value->text : (Str){0};
    bool marked = str_ends(text, STR("%"));
    double percent = 0;
    if (marked) text = str_trim(str_slice(text, 0, text.len - 1));
    if (!marked || !str_to_double(text, &percent) || percent < 0.1 || percent > 100)
        return value_refuse(load, value, "a percentage", "'25 %'");
    *(int32_t *)into = (int32_t)lround(percent * 10);
    return true;
}

static bool read_bounded(Loader *load, const Node *value, int least, Share *share) {
    double parts[3] = {0};
    size_t good = 0;
    if (!node_expect(load, value, NODE_LIST)) return false;
    for (size_t i = 0; i < 3 && value->count == 3; i++)
        good += value->items[i].type == NODE_SCALAR &&
                str_to_double(value->items[i].text, &parts[i]) && parts[i] >= least &&
                parts[i] <= 1;
    *share = (Share){.known = good == 3 && parts[1] <= parts[0] && parts[0] <= parts[2],
                     .value = (int32_t)lround(parts[0] * 1000),
                     .low = (int32_t)lround(parts[1] * 1000),
                     .high = (int32_t)lround(parts[2] * 1000)};
    if (!share->known)
        diag_add(load->diags, DIAG_ERROR, value->place,
                 "expected three numbers from %d to 1: the figure, its lowest and its "
                 "highest",
                 least);
    return share->known;
}

bool share_read(Loader *load, const Node *value, void *into) {
    return read_bounded(load, value, 0, into);
}

bool kappa_read(Loader *load, const Node *value, void *into) {
    return read_bounded(load, value, -1, into);
}

bool role_read(Loader *load, const Node *value, void *into) {
    static const char *const WORDS[] = {"any", "agent", "customer",
                                        NULL}; // as Role has them
    return word_read(load, value, "role", WORDS, into);
}

bool quantity_read(Loader *load, const Node *value, void *into) {
    Quantity *quantity = into;
    int64_t ms;
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    *quantity = (Quantity){.given = true};
    if (str_to_double(value->text, &quantity->value)) return true;
    quantity->duration = duration_parse(value->text, &ms);
    if (!quantity->duration)
        return value_refuse(load, value, "a number or a duration",
                            "'3', '30 s' or '2 min'");
    quantity->value = (double)ms;
    return true;
}

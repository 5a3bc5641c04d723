#include "load/weigh.h"

#include "detect/weigh.h"
#include "load/expression.h"
#include "load/field.h"
#include "load/overlay.h"
#include "load/pattern.h"
#include "load/value.h"

enum { POINTS_MOST = 1000 };

static bool read_points(Loader *load, const Node *value, void *into) {
    int64_t points;
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    if (!str_to_int(value->text, &points) || !points || points < -POINTS_MOST ||
        points > POINTS_MOST)
        return value_refuse(load, value, "whole points, not 0", "'4' or '-2'");
    *(int32_t *)into = (int32_t)points;
    return true;
}

static bool read_echo(Loader *load, const Node *value, void *into) {
    static const char *const WORDS[] = {"some", "half", "all", NULL}; // as EchoShare
    int share;
    if (!word_read(load, value, "echo", WORDS, &share)) return false;
    *(EchoShare *)into = (EchoShare)share;
    return true;
}

// Its own name means the detector whose place it takes.
static bool read_find(Loader *load, const Node *value, void *into) {
    Str own = load->kept.items[load->detector]->name->text;
    uint32_t before = map_get(&load->numbers, name_before(load->arena, own));
    bool is_own = value->type == NODE_SCALAR && str_eq(value->text, own);
    if (!is_own || before == MAP_NONE) return detector_read(load, value, into);
    *(uint32_t *)into = before;
    return true;
}

static bool read_words(Loader *load, const Node *value, void *into) {
    static const MapField LIMITS[] = {
        {"at_least", quantity_read, offsetof(WeighedPhrase, at_least), .is = OPTIONAL},
        {"at_most", quantity_read, offsetof(WeighedPhrase, at_most), .is = OPTIONAL},
        {0},
    };
    WeighedPhrase *phrase = into;
    if (!map_read(load, value, LIMITS, phrase)) return false;
    if (!phrase->at_least.duration && !phrase->at_most.duration &&
        (phrase->at_least.given || phrase->at_most.given))
        return true;
    diag_add(load->diags, DIAG_ERROR, value->place, "expected a number of words")->hint =
        STR("{at_most: 2} or {at_least: 5}");
    return false;
}

// What a phrase may look at, by WeighBy.
static const MapField LOOKS[] = {
    {"say", patterns_read, offsetof(WeighedPhrase, say), .is = OPTIONAL},
    {"find", read_find, offsetof(WeighedPhrase, detector), .is = OPTIONAL},
    {"after", detector_read, offsetof(WeighedPhrase, detector), .is = OPTIONAL},
    {"echo", read_echo, offsetof(WeighedPhrase, echo), .is = OPTIONAL},
    {"words", read_words, 0, .is = OPTIONAL},
    {0},
};
static const MapField POINTS[] = {
    {"points", read_points, offsetof(WeighedPhrase, points), .is = REQUIRED}, {0}};

// What it looks at: its number in LOOKS, or -1 after complaining.
static int find_look(Loader *load, const Node *item) {
    int found = -1, count = 0;
    for (int i = 0; LOOKS[i].name; i++) {
        if (!node_get(item, LOOKS[i].name)) continue;
        found = i;
        count++;
    }
    if (count == 1) return found;
    diag_add(load->diags, DIAG_ERROR, item->place,
             count ? "a phrase that looks at %d things"
                   : "a phrase that looks at nothing",
             count)
        ->hint = STR("one of say, find, after, echo or words, and points");
    return -1;
}

static void put_limit(Buf *name, const char *words, Quantity limit) {
    if (limit.given) buf_format(name, "%s %g", words, limit.value);
}

// Patterns by themselves, as the likeliest; the rest with the word for it.
static Str name_phrase(Arena *arena, const WeighedPhrase *phrase, const Node *value) {
    Buf name = {.arena = arena};
    if (phrase->by != WEIGH_SAY) buf_text(&name, LOOKS[phrase->by].name);
    if (phrase->by == WEIGH_WORDS) {
        put_limit(&name, " at least", phrase->at_least);
        put_limit(&name, " at most", phrase->at_most);
        return buf_str(&name);
    }
    if (name.len) buf_byte(&name, ' ');
    const Node *first = value->type == NODE_LIST ? value->items : value;
    const Node *list = node_get(first, "words");
    buf_put(&name, list ? list->text : first->text);
    return buf_str(&name);
}

static void read_phrase(Loader *load, const Node *item, WeighedPhrases *phrases) {
    WeighedPhrase phrase = {.detector = DETECTOR_NONE};
    Texts names = {0};
    fields_add_names(load->arena, &names, LOOKS);
    fields_add_names(load->arena, &names, POINTS);
    if (!node_expect(load, item, NODE_MAP)) return;
    size_t errors = load->diags->errors;
    fields_refuse_others(load, item, &names);
    if (load->diags->errors > errors) return;
    int look = find_look(load, item);
    fields_read(load, &(Nodes){&item, 1, 1}, POINTS, &phrase);
    if (look < 0) return;
    const Node *value = node_get(item, LOOKS[look].name);
    phrase.by = (WeighBy)look;
    if (!LOOKS[look].read(load, value, (char *)&phrase + LOOKS[look].offset)) return;
    phrase.name = name_phrase(load->arena, &phrase, value);
    *vec_push(load->arena, phrases) = phrase;
}

bool phrases_read(Loader *load, const Node *value, void *into) {
    size_t errors = load->diags->errors;
    if (!node_expect(load, value, NODE_LIST)) return false;
    for (size_t i = 0; i < value->count; i++) read_phrase(load, &value->items[i], into);
    return load->diags->errors == errors;
}

#include "detect/lexicon.h"

#include <stdlib.h>

enum { WORDS_MAX = 1 << 15 }; // more than people use

// Negations and contractions fall into words at their apostrophe: "don't", "we'll".
static const char *const STOP_WORDS[] = {
    "a",       "about",  "actually", "after",   "again",     "all",        "already",
    "also",    "always", "am",       "an",      "and",       "any",        "anything",
    "are",     "aren",   "as",       "at",      "back",      "be",         "because",
    "been",    "before", "being",    "but",     "by",        "call",       "came",
    "can",     "cannot", "cant",     "come",    "could",     "couldn",     "did",
    "didn",    "didnt",  "do",       "does",    "doesn",     "doesnt",     "doing",
    "don",     "dont",   "down",     "even",    "every",     "everything", "for",
    "from",    "get",    "getting",  "give",    "go",        "going",      "gone",
    "gonna",   "good",   "got",      "great",   "had",       "hadn",       "has",
    "hasn",    "have",   "haven",    "having",  "he",        "hello",      "her",
    "here",    "hey",    "hi",       "him",     "his",       "hm",         "how",
    "i",       "if",     "im",       "in",      "into",      "is",         "isn",
    "isnt",    "it",     "its",      "ive",     "just",      "keep",       "know",
    "let",     "like",   "ll",       "look",    "make",      "many",       "may",
    "maybe",   "me",     "might",    "mine",    "more",      "most",       "much",
    "must",    "my",     "need",     "never",   "nice",      "no",         "not",
    "nothing", "now",    "of",       "off",     "oh",        "ok",         "okay",
    "on",      "only",   "or",       "other",   "our",       "ours",       "out",
    "over",    "please", "put",      "re",      "really",    "right",      "said",
    "same",    "say",    "saying",   "see",     "shall",     "she",        "should",
    "shouldn", "sir",    "so",       "some",    "something", "still",      "such",
    "sure",    "take",   "tell",     "than",    "thank",     "thanks",     "that",
    "the",     "their",  "them",     "then",    "there",     "these",      "they",
    "thing",   "things", "think",    "this",    "those",     "though",     "to",
    "too",     "try",    "trying",   "uh",      "um",        "up",         "us",
    "use",     "ve",     "very",     "want",    "wanted",    "was",        "wasn",
    "way",     "we",     "well",     "went",    "were",      "weren",      "what",
    "when",    "where",  "which",    "while",   "who",       "whose",      "why",
    "will",    "with",   "within",   "without", "won",       "wont",       "would",
    "wouldn",  "yeah",   "yep",      "yes",     "yet",       "you",        "your",
    "yours",
};

static const char *const NUMBER_WORDS[] = {
    "billion",   "dozen",   "eight",   "eighteen", "eighth",  "eighty",   "eleven",
    "fifteen",   "fifth",   "fifty",   "first",    "five",    "forty",    "four",
    "fourteen",  "fourth",  "half",    "hundred",  "million", "nine",     "nineteen",
    "ninety",    "ninth",   "once",    "one",      "pm",      "second",   "seven",
    "seventeen", "seventh", "seventy", "six",      "sixteen", "sixth",    "sixty",
    "ten",       "tenth",   "third",   "thirteen", "thirty",  "thousand", "three",
    "twelve",    "twenty",  "twice",   "two",      "zero",
};

// Hours and small counts are said in words and written in digits: "three" is "3".
static const char *const SMALL_NUMBERS[][2] = {
    {"zero", "0"}, {"one", "1"},     {"two", "2"},     {"three", "3"}, {"four", "4"},
    {"five", "5"}, {"six", "6"},     {"seven", "7"},   {"eight", "8"}, {"nine", "9"},
    {"ten", "10"}, {"eleven", "11"}, {"twelve", "12"},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static int compare_word(const void *key, const void *item) {
    return str_cmp(*(const Str *)key, str_from(*(const char *const *)item));
}

static bool is_listed(Str word, const char *const *list, size_t count) {
    return bsearch(&word, list, count, sizeof *list, compare_word);
}

static bool is_english(Str language) {
    return str_number_in(language, WORD_LIST("english", "en", "eng")) >= 0;
}

static void forget(Lexicon *lexicon) {
    arena_reset(&lexicon->arena);
    *lexicon = (Lexicon){.language = lexicon->language,
                         .stemmer = lexicon->stemmer,
                         .arena = lexicon->arena,
                         .age = lexicon->age + 1};
}

Lexicon *lexicon_of(Lexicons *lexicons, Str language) {
    vec_each(Lexicon, lexicon, &lexicons->items) {
        if (!str_eq(lexicon->language, language)) continue;
        if (lexicon->words.len > WORDS_MAX) forget(lexicon);
        return lexicon;
    }
    Lexicon *lexicon = vec_push(&lexicons->arena, &lexicons->items);
    *lexicon = (Lexicon){.language = language,
                         .stemmer = stemmer_open(&lexicons->arena, language)};
    return lexicon;
}

static bool has_digit(Str word) {
    for (size_t i = 0; i < word.len; i++)
        if (byte_is_digit(word.ptr[i])) return true;
    return false;
}

static Str in_digits(Str word) {
    for (size_t i = 0; i < COUNT(SMALL_NUMBERS); i++)
        if (str_eq(word, str_from(SMALL_NUMBERS[i][0])))
            return str_from(SMALL_NUMBERS[i][1]);
    return word;
}

static uint32_t number_of(Lexicon *lexicon, Str stem) {
    Arena *arena = &lexicon->arena;
    uint32_t next = (uint32_t)lexicon->stems.len;
    uint32_t number = map_add(arena, &lexicon->stems, stem, next);
    if (number != next) return number;
    *vec_push(arena, &lexicon->read.items) = (StemNote){0};
    *vec_push(arena, &lexicon->compared.items) = (StemNote){0};
    return number;
}

static uint32_t learn(Lexicon *lexicon, Str written) {
    Arena *arena = &lexicon->arena;
    Str word = str_lower(arena, written);
    bool english = is_english(lexicon->language);
    bool stops = english && is_listed(word, STOP_WORDS, COUNT(STOP_WORDS));
    bool numbers = english && is_listed(word, NUMBER_WORDS, COUNT(NUMBER_WORDS));
    LexiconWord found = {.word = word, .is_number = numbers || has_digit(word)};
    if (found.is_number)
        found.stem = english ? in_digits(word) : word;
    else if (!stops)
        found.stem = str_copy(arena, stemmer_stem(lexicon->stemmer, word));
    found.number = number_of(lexicon, found.stem);
    *vec_push(arena, &lexicon->words) = found;
    return map_add(arena, &lexicon->numbers, str_copy(arena, written),
                   (uint32_t)lexicon->words.len - 1);
}

uint32_t lexicon_number(Lexicon *lexicon, Str word) {
    uint32_t number = map_get(&lexicon->numbers, word);
    return number == MAP_NONE ? learn(lexicon, word) : number;
}

LexiconWord lexicon_look(Lexicon *lexicon, Str word) {
    uint32_t number = lexicon_number(lexicon, word); // may move them
    return lexicon->words.items[number];
}

uint32_t stem_note(StemNotes *notes, uint32_t stem, uint32_t number) {
    StemNote *note = &notes->items.items[stem];
    if (note->time != notes->time) *note = (StemNote){notes->time, number};
    return note->number;
}

void lexicons_free(Lexicons *lexicons) {
    vec_each(Lexicon, lexicon, &lexicons->items) {
        stemmer_close(lexicon->stemmer);
        arena_free(&lexicon->arena);
    }
    arena_free(&lexicons->arena);
    lexicons->items.len = 0;
}

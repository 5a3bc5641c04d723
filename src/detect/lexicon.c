#include "detect/lexicon.h"

#include "base/eight.h"

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

static bool is_english(Str language) {
    return str_number_in(language, WORD_LIST("english", "en", "eng")) >= 0;
}

static bool is_german(Str language) {
    return str_number_in(language, WORD_LIST("german", "de", "deu", "ger")) >= 0;
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
    return map_add(arena, &lexicon->stems, stem, next);
}

// ---- Words by how they are written

// As nearly all are: of up to eight bytes. The last one is none of those that are put
// behind it.
static bool is_short(Str word) {
    return word.len && word.len <= sizeof(uint64_t) && word.ptr[word.len - 1];
}

static uint64_t bytes_of(Str word) { return eight_at(word.ptr, word.len); }

static void put_short(Lexicon *lexicon, ShortWord word) {
    size_t at = (size_t)(lexicon_short(lexicon, word.bytes) - lexicon->shorter.slots);
    lexicon->shorter.slots[at] = word;
}

static void widen(Lexicon *lexicon) {
    enum { FIRST = 1024 };
    ShortWords words = lexicon->shorter;
    size_t cap = words.cap ? words.cap * 2 : FIRST;
    ShortWord *slots = arena_array(&lexicon->arena, ShortWord, cap);
    lexicon->shorter = (ShortWords){slots, words.len, cap};
    for (size_t i = 0; i < words.cap; i++)
        if (words.slots[i].bytes) put_short(lexicon, words.slots[i]);
}

static uint32_t find(const Lexicon *lexicon, Str word) {
    if (!is_short(word)) return map_get(&lexicon->longer, word);
    const ShortWord *found = lexicon_short(lexicon, bytes_of(word));
    return found->bytes ? found->number : MAP_NONE;
}

// `word` lives as long as the lexicon.
static uint32_t note(Lexicon *lexicon, Str word, uint32_t number) {
    if (!is_short(word)) {
        map_add(&lexicon->arena, &lexicon->longer, word, number);
        return number;
    }
    const LexiconWord *known = &lexicon->words.items[number];
    uint32_t stem = known->stem.len ? known->number : MAP_NONE;
    if (++lexicon->shorter.len * 4 > lexicon->shorter.cap * 3) widen(lexicon);
    put_short(lexicon, (ShortWord){bytes_of(word), number, stem});
    return number;
}

// ---- What is known of a word

// What is known of one, in small letters and not met yet; its number.
static uint32_t add(Lexicon *lexicon, LexiconWord word) {
    word.number = number_of(lexicon, word.stem);
    *vec_push(&lexicon->arena, &lexicon->words) = word;
    return note(lexicon, word.word, (uint32_t)lexicon->words.len - 1);
}

// No word is in both lists, and none that is met later in one of them.
static void add_listed(Lexicon *lexicon) {
    for (size_t i = 0; i < COUNT(NUMBER_WORDS); i++) {
        Str word = str_from(NUMBER_WORDS[i]);
        add(lexicon, (LexiconWord){word, in_digits(word), .is_number = true});
    }
    for (size_t i = 0; i < COUNT(STOP_WORDS); i++)
        add(lexicon, (LexiconWord){.word = str_from(STOP_WORDS[i])});
}

static void begin(Lexicon *lexicon) {
    lexicon->german = is_german(lexicon->language);
    lexicon->again = arena_new(&lexicon->arena, Again);
    widen(lexicon);
    if (is_english(lexicon->language)) add_listed(lexicon);
}

static void forget(Lexicon *lexicon) {
    arena_reset(&lexicon->arena);
    *lexicon = (Lexicon){.language = lexicon->language,
                         .stemmer = lexicon->stemmer,
                         .arena = lexicon->arena,
                         .age = lexicon->age + 1};
    begin(lexicon);
}

Lexicon *lexicon_of(Lexicons *lexicons, Str language) {
    vec_each(Lexicon, lexicon, &lexicons->items) {
        if (!str_eq(lexicon->language, language)) continue;
        if (lexicon->shorter.len + lexicon->longer.len > WORDS_MAX) forget(lexicon);
        return lexicon;
    }
    Lexicon *lexicon = vec_push(&lexicons->arena, &lexicons->items);
    *lexicon = (Lexicon){.language = language,
                         .stemmer = stemmer_open(&lexicons->arena, language)};
    begin(lexicon);
    return lexicon;
}

// Apart from the rest, for nearly all words are known.
__attribute__((noinline)) static uint32_t learn(Lexicon *lexicon, Str written) {
    Arena *arena = &lexicon->arena;
    Str word = str_lower(arena, written);
    if (!str_eq(word, written))
        return note(lexicon, str_copy(arena, written), lexicon_number(lexicon, word));
    LexiconWord found = {.word = word, .stem = word, .is_number = has_digit(word)};
    if (!found.is_number)
        found.stem = str_copy(arena, stemmer_stem(lexicon->stemmer, word));
    return add(lexicon, found);
}

uint32_t lexicon_number(Lexicon *lexicon, Str word) {
    uint32_t number = find(lexicon, word);
    return number == MAP_NONE ? learn(lexicon, word) : number;
}

uint64_t lexicon_ignore(Lexicon *lexicon, const Texts *list) {
    enum { LISTS_MOST = 64 };
    size_t number = 0, known = lexicon->ignored.len;
    while (number < known && lexicon->ignored.items[number] != list) number++;
    if (!list->len || number == LISTS_MOST) return 0;
    uint64_t bit = UINT64_C(1) << number;
    if (number < known) return bit;
    *vec_push(&lexicon->arena, &lexicon->ignored) = list;
    vec_each(const Str, word, list) {
        uint32_t its = lexicon_number(lexicon, *word); // may move them
        lexicon->words.items[its].ignored |= bit;
    }
    return bit;
}

LexiconWord lexicon_look(Lexicon *lexicon, Str word) {
    uint32_t number = lexicon_number(lexicon, word); // may move them
    return lexicon->words.items[number];
}

void lexicons_free(Lexicons *lexicons) {
    vec_each(Lexicon, lexicon, &lexicons->items) {
        stemmer_close(lexicon->stemmer);
        arena_free(&lexicon->arena);
    }
    arena_free(&lexicons->arena);
    lexicons->items.len = 0;
}

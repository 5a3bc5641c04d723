#include "call/language.h"

#include "base/eight.h"
#include "base/map.h"
#include "base/utf8.h"
#include "call/language_letters.h"
#include "call/language_name.h"
#include "call/language_skim.h"
#include "call/language_words.h"

#include <assert.h>

enum {
    WORD_BYTES = 32,    // longer words are no function words; whole eights
    HEARD_MOST = 5000,  // words
    LEAST_OWN = 3,      // different words that are not English
    LEAST_PART = 5,     // one word in so many is known
    OTHER_WORDS = 40,   // from so many words on
    OTHER_PART = 16,    // not one word in so many is known
    STRONG_WORDS = 15,  // known
    LEAST_LETTERS = 12, // of a script other than Latin
    KANA_PART = 20      // one letter in so many makes it Japanese
};

enum { ENGLISH = 1 }; // the bit of the first of LANGUAGE_WORDS

// Most words are short, and such a word is a number, its bytes, the first one lowest:
// looking it up takes no hash of a text, and no comparing of texts.
enum { SHORT_BYTES = sizeof(uint64_t), SHORT_BITS = 13, HASH_BITS = SHORT_BITS + 3 };
typedef struct {
    uint64_t word;         // 0: the slot is empty
    uint32_t number, mask; // as in Languages
} ShortWord;

struct Languages {
    Map numbers;     // of each word, from 0
    uint32_t *masks; // by number: a bit for each of LANGUAGE_WORDS that has it
    uint32_t short_count;
    ShortWord shorts[1 << SHORT_BITS]; // of those of at most SHORT_BYTES
    // A bit for the hash of the first SHORT_BYTES of each word: most other words are told
    // by it, and it stays in the processor's cache, for which the tables are too large.
    uint8_t hashes[1 << SHORT_BITS];
    SkimWords skim;
};

// ---- Words made ready

// Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4), of HASH_BITS.
static inline uint32_t short_hash(uint64_t word) {
    return (uint32_t)(word * UINT64_C(0x9E3779B97F4A7C15) >> (64 - HASH_BITS));
}

// Linear probing. `of` is an array of 1 << SHORT_BITS.
static inline uint32_t short_slot(const ShortWord *of, uint64_t word, uint32_t hash) {
    uint32_t at = hash >> (HASH_BITS - SHORT_BITS);
    while (of[at].word && of[at].word != word) at = (at + 1) % (1 << SHORT_BITS);
    return at;
}

static inline bool is_hashed(const Languages *languages, uint64_t first) {
    uint32_t hash = short_hash(first);
    return languages->hashes[hash / 8] >> hash % 8 & 1;
}

static void add_word(Languages *languages, Str word, uint32_t number, uint32_t mask) {
    uint64_t bytes = eight_at(word.ptr, word.len);
    uint32_t hash = short_hash(bytes);
    languages->hashes[hash / 8] |= (uint8_t)(1 << hash % 8);
    if (word.len > SHORT_BYTES) return;
    ShortWord *slot = &languages->shorts[short_slot(languages->shorts, bytes, hash)];
    languages->short_count += !slot->word;
    assert(languages->short_count < 1 << (SHORT_BITS - 1));
    *slot = (ShortWord){bytes, number, slot->mask | mask};
}

static size_t words_in_all(void) {
    size_t count = 0;
    for (uint32_t i = 0; i < LANGUAGE_WORDS_COUNT; i++)
        count += str_count(str_from(LANGUAGE_WORDS[i].words), ' ') + 1;
    return count;
}

// Once it is known which languages have each word of English.
static void add_english(Languages *languages) {
    Str rest = str_from(LANGUAGE_WORDS[0].words), word;
    while (str_next(&rest, ' ', &word))
        if (languages->masks[map_get(&languages->numbers, word)] == ENGLISH)
            skim_add_english(&languages->skim, word);
}

const Languages *languages_open(Arena *arena) {
    Languages *languages = arena_new(arena, Languages);
    size_t most = words_in_all();
    uint32_t count = 0;
    languages->masks = arena_array(arena, uint32_t, most);
    map_reserve(arena, &languages->numbers, most);
    for (uint32_t i = 0; i < LANGUAGE_WORDS_COUNT; i++) {
        Str rest = str_from(LANGUAGE_WORDS[i].words), word;
        while (str_next(&rest, ' ', &word)) {
            uint32_t number = map_add(arena, &languages->numbers, word, count);
            uint32_t bit = UINT32_C(1) << i;
            languages->masks[number] |= bit;
            add_word(languages, word, number, bit);
            if (number == count && bit != ENGLISH) skim_add_other(&languages->skim, word);
            count += number == count;
        }
    }
    add_english(languages);
    return languages;
}

// ---- What is heard

typedef struct {
    uint32_t number, mask; // as in Languages
} KnownWord;

enum { HELD_MOST = 64 };
typedef struct {
    const Languages *languages;
    Arena scratch;
    uint64_t held[HELD_MOST]; // short words that are to be looked up
    size_t held_count;
    uint32_t words;
    uint32_t letters[SCRIPT_COUNT + 1];
    uint32_t english;     // words that English alone has
    VEC(KnownWord) known; // the other words that some language has
    Skimmed skimmed;      // words of texts that were not looked at any closer
} Heard;

static inline void note_known(Heard *heard, uint32_t number, uint32_t mask) {
    bool english = mask == ENGLISH;
    *vec_push(&heard->scratch, &heard->known) = (KnownWord){number, mask};
    heard->known.len -= english;
    heard->english += english;
}

// Those that no language has, as nearly half, are sorted out first.
static void look_up_held(Heard *heard) {
    const Languages *all = heard->languages;
    size_t count = 0;
    for (size_t i = 0; i < heard->held_count; i++) {
        heard->held[count] = heard->held[i];
        count += is_hashed(all, heard->held[i]);
    }
    for (size_t i = 0; i < count; i++) {
        uint64_t word = heard->held[i];
        const ShortWord *slot =
            &all->shorts[short_slot(all->shorts, word, short_hash(word))];
        if (slot->word) note_known(heard, slot->number, slot->mask);
    }
    heard->held_count = 0;
}

// A letter of ASCII that stands alone is no word: people spell their names. Many words
// are looked up at a time: which of them is known, and which is none, cannot be foreseen,
// and so costs least without a branch.
static inline void end_short(Heard *heard, uint64_t word, size_t len) {
    heard->held[heard->held_count] = word;
    heard->held_count += len > 1;
    heard->words += len > 1;
    if (heard->held_count == HELD_MOST) look_up_held(heard);
}

typedef struct {
    char bytes[WORD_BYTES];
    size_t len; // more than WORD_BYTES: it is too long to be known
} Word;

static void end_word(Heard *heard, const Word *word) {
    Str text = {word->bytes, word->len};
    if (word->len <= SHORT_BYTES) {
        end_short(heard, eight_at(text.ptr, text.len), text.len);
        return;
    }
    heard->words++;
    bool known = is_hashed(heard->languages, eight_at(text.ptr, text.len));
    if (!known || word->len > WORD_BYTES) return;
    uint32_t number = map_get(&heard->languages->numbers, text);
    if (number != MAP_NONE) note_known(heard, number, heard->languages->masks[number]);
}

static void add_letter(Heard *heard, Word *word, uint32_t code) {
    int script = script_of(code);
    char bytes[4];
    size_t len = utf8_encode(bytes, small_letter(code));
    heard->letters[script] += script == LATIN ? 1 : SCRIPTS[script].weight;
    if (word->len + len <= WORD_BYTES) memcpy(word->bytes + word->len, bytes, len);
    word->len += len;
}

// Hears the word at `at`, of any letters; gives the last byte of what ends it.
static size_t hear_word(Heard *heard, Str text, size_t at) {
    Word word = {.len = 0};
    for (bool goes_on = true; goes_on && at < text.len;) {
        uint32_t code = ' ';
        char byte = byte_lower(text.ptr[at]);
        size_t len = utf8_decode(text, at, &code);
        if (byte_is_ascii(byte)) code = (unsigned char)byte;
        goes_on = byte_is_ascii(byte) ? byte_is_letter(byte) : code_makes_word(code);
        if (goes_on) add_letter(heard, &word, code);
        at += len ? len : 1;
    }
    end_word(heard, &word);
    return at - 1;
}

// A word of eight letters and more, or of others than ASCII's; as hear_word.
static size_t hear_other(Heard *heard, Str text, size_t at) {
    Word word = {.len = 0};
    size_t end = at;
    for (uint64_t ends = 0; !ends; word.len = end - at) {
        uint64_t eight = eight_small(eight_at(text.ptr + end, text.len - end));
        ends = eight_no_letters(eight);
        end += ends ? (size_t)__builtin_ctzll(ends) / 8 : sizeof eight;
        eight = htole64(eight);
        if (word.len < WORD_BYTES) memcpy(word.bytes + word.len, &eight, sizeof eight);
    }
    if (end < text.len && !byte_is_ascii(text.ptr[end]))
        return hear_word(heard, text, at);
    heard->letters[LATIN] += (uint32_t)word.len;
    end_word(heard, &word);
    return end;
}

// A word is letters; an apostrophe parts two of them, as in "l'été" and "don't".
static void hear_text(Heard *heard, Str text) {
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        uint64_t eight = eight_small(eight_at(text.ptr + at, text.len - at));
        uint64_t ends = eight_no_letters(eight), first = ends & -ends;
        if (!first || eight & first) { // none, or one that is not ASCII
            end = hear_other(heard, text, at);
            continue;
        }
        size_t len = (size_t)__builtin_ctzll(first) / 8;
        end = at + len;
        heard->letters[LATIN] += (uint32_t)len;
        end_short(heard, eight & ((first >> 7) - 1), len); // the bytes before it
    }
}

// ---- Which language it is

static bool is_in(uint32_t mask, uint32_t language) { return mask >> language & 1; }

// Of each language, how many of the words are its own; none of those that are in
// `besides` too (LANGUAGE_WORDS_MOST: no language).
static void count_words(const Heard *heard, uint32_t besides,
                        uint32_t counts[LANGUAGE_WORDS_MOST]) {
    uint32_t left_out = besides == LANGUAGE_WORDS_MOST ? 0 : UINT32_C(1) << besides;
    if (left_out != ENGLISH) counts[0] += heard->english;
    vec_each(const KnownWord, word, &heard->known) {
        uint32_t mask = word->mask;
        for (; mask && !(mask & left_out); mask &= mask - 1)
            counts[__builtin_ctz(mask)]++;
    }
}

// Different words of `language` that are not English.
static uint32_t count_own(Heard *heard, uint32_t language) {
    bool *seen = arena_array(&heard->scratch, bool, heard->languages->numbers.len);
    uint32_t count = 0;
    vec_each(const KnownWord, word, &heard->known) {
        bool own = is_in(word->mask, language) && !is_in(word->mask, 0);
        count += own && !seen[word->number];
        seen[word->number] |= own;
    }
    return count;
}

static bool is_in_script(uint32_t language, const char *script) {
    const char *own = LANGUAGE_WORDS[language].script;
    return own == script || (own && script && strcmp(own, script) == 0);
}

// That most words are known of; LANGUAGE_WORDS_MOST when no list is in the script.
static uint32_t find_best(const uint32_t *counts, const char *script) {
    uint32_t best = LANGUAGE_WORDS_MOST;
    for (uint32_t i = 0; i < LANGUAGE_WORDS_COUNT; i++)
        if (is_in_script(i, script) &&
            (best == LANGUAGE_WORDS_MOST || counts[i] > counts[best]))
            best = i;
    return best;
}

static bool is_mixed(const Heard *heard, uint32_t best, uint32_t known) {
    uint32_t others[LANGUAGE_WORDS_MOST] = {0};
    count_words(heard, best, others);
    for (uint32_t i = 0; i < LANGUAGE_WORDS_COUNT; i++)
        if (others[i] * 2 >= known) return true;
    return false;
}

static HeardLanguage by_words(Heard *heard, const uint32_t *counts) {
    uint32_t best = find_best(counts, NULL), known = counts[best];
    if (heard->words >= OTHER_WORDS && known * OTHER_PART < heard->words)
        return (HeardLanguage){.code = LANGUAGE_OTHER};
    bool enough = known * LEAST_PART >= heard->words && known >= LEAST_OWN;
    if (best && count_own(heard, best) < LEAST_OWN) enough = false;
    if (!enough || is_mixed(heard, best, known)) return (HeardLanguage){0};
    return (HeardLanguage){str_from(LANGUAGE_WORDS[best].code), known >= STRONG_WORDS};
}

static HeardLanguage by_script(const uint32_t *counts, const char *script) {
    uint32_t best = find_best(counts, script);
    const char *code = best == LANGUAGE_WORDS_MOST ? script : LANGUAGE_WORDS[best].code;
    return (HeardLanguage){str_from(code), true};
}

// Japanese is written with the signs of Chinese, and others between them.
static const char *told_by_script(const Heard *heard, int script) {
    const uint32_t *letters = heard->letters;
    int kana = script_of(0x3040), han = script_of(0x4E00);
    if (script != kana && script != han) return SCRIPTS[script].language;
    bool japanese = letters[kana] * KANA_PART >= letters[han];
    return SCRIPTS[japanese ? kana : han].language;
}

static uint32_t foreign_letters(const Heard *heard) {
    uint32_t count = 0;
    for (int i = 0; i < LATIN; i++) count += heard->letters[i];
    return count;
}

static HeardLanguage decide(Heard *heard) {
    int top = 0;
    for (int i = 1; i < LATIN; i++)
        if (heard->letters[i] > heard->letters[top]) top = i;
    const char *script = told_by_script(heard, top);
    uint32_t foreign = foreign_letters(heard), all = foreign + heard->letters[LATIN];
    uint32_t counts[LANGUAGE_WORDS_MOST] = {0};
    count_words(heard, LANGUAGE_WORDS_MOST, counts);
    if (foreign < LEAST_LETTERS || foreign * 3 < all) return by_words(heard, counts);
    return foreign * 2 < all ? (HeardLanguage){0} : by_script(counts, script);
}

// Hears all but the system, or only skims what is of ASCII.
static void hear_call(Heard *heard, const Call *call, bool skims) {
    const SkimWords *known = &heard->languages->skim;
    for (size_t t = 0; t < call->turns.len; t++) {
        const Turn *turn = &call->turns.items[t];
        if (heard->words + heard->skimmed.words >= HEARD_MOST) break;
        if (turn->role == ROLE_SYSTEM) continue;
        if (!skims || !skim_text(known, turn->text, &heard->skimmed))
            hear_text(heard, turn->text);
    }
    look_up_held(heard);
}

// Whether it is English, strongly, whatever the words are that were skimmed: decide()
// would find no less. Of n known words of English at least `english` are no other
// language's, so another one knows at most n - english + others, which is less than n;
// and less than half of n are others.
static bool is_plainly_english(const Heard *heard) {
    uint32_t words = heard->words + heard->skimmed.words;
    uint32_t english = heard->english + heard->skimmed.english;
    uint32_t others = (uint32_t)heard->known.len + heard->skimmed.others;
    return foreign_letters(heard) < LEAST_LETTERS && english >= STRONG_WORDS &&
           english * LEAST_PART >= words && others * 2 < english;
}

HeardLanguage language_hear(const Languages *languages, const Call *call) {
    Heard heard = {.languages = languages};
    HeardLanguage language = {str_from(LANGUAGE_WORDS[0].code), true};
    hear_call(&heard, call, true);
    if (!is_plainly_english(&heard)) {
        arena_free(&heard.scratch);
        heard = (Heard){.languages = languages};
        hear_call(&heard, call, false);
        language = decide(&heard);
    }
    arena_free(&heard.scratch);
    return language;
}

#include "detect/content.h"

#include "base/utf8.h"
#include "call/redaction.h"
#include "detect/sentence.h"

#include <string.h>

// ---- Words in text

// The length of the letter or digit at `at`, or 0 when what stands there is none.
static uint32_t letter_at(Str text, uint32_t at) {
    uint32_t code = (unsigned char)text.ptr[at];
    if (code < 0x80) return byte_is_word(text.ptr[at]);
    uint32_t size = (uint32_t)utf8_decode(text, at, &code);
    return code_is_sign(code) ? 0 : size;
}

static uint32_t word_end(Str text, uint32_t at, uint32_t end) {
    for (uint32_t size; at < end && (size = letter_at(text, at)); at += size) continue;
    return at;
}

// Past what stands in [brackets], or just past a bracket that nothing closes nearby.
static uint32_t skip_sign(Str text, uint32_t at, uint32_t end) {
    enum { MARK_MAX = 40 };
    if (text.ptr[at] != '[') return at + 1;
    uint32_t near = end - at > MARK_MAX ? at + MARK_MAX : end;
    size_t close = str_index(str_slice(text, 0, near), at, ']');
    return close < near ? (uint32_t)close + 1 : at + 1;
}

// ---- Words as content

typedef struct {
    const ContentReader *reader;
    Str text;
    bool begun; // the sentence has had a word
    Str last;   // the word before
    Content content;
} ContentReading;

static bool has_digit(Str word) {
    for (size_t i = 0; i < word.len; i++)
        if (byte_is_digit(word.ptr[i])) return true;
    return false;
}

// A capital, then a small letter.
static bool is_titled(Str word) {
    return word.len > 1 && byte_is_capital(word.ptr[0]) && !byte_is_capital(word.ptr[1]);
}

static bool is_german(Str language) {
    return str_number_in(language, WORD_LIST("german", "de", "deu", "ger")) >= 0;
}

// Has a capital, and not because a sentence begins.
static bool is_name(const ContentReading *reading, Str word) {
    return is_titled(word) && reading->begun && !is_german(reading->reader->language);
}

// "Dr", "Mrs", "St": a full stop after it ends no sentence. They are short and have no
// vowel.
static bool is_abbreviation(Str word) {
    for (size_t i = 0; i < word.len; i++)
        if (memchr("aeiouyAEIOUY", word.ptr[i], 12)) return false;
    return word.len <= 3 && is_titled(word);
}

// What a word is known by, where it is not ignored; {0} when it is no content.
static Str stem_of(const ContentReader *reader, Str word) {
    if (has_digit(word)) return reader->details ? word : (Str){0};
    if (word.len < 2) return (Str){0};
    LexiconWord known = lexicon_look(reader->lexicon, word);
    return reader->details && known.is_number ? word : known.stem;
}

static void add_word(ContentReading *reading, uint32_t start, uint32_t end) {
    const ContentReader *reader = reading->reader;
    Content *content = &reading->content;
    Str written = str_slice(reading->text, start, end);
    bool name = !reader->details && is_name(reading, written);
    Str word = str_lower(reader->arena, written), stem = stem_of(reader, word);
    if (!stem.len || texts_have(reader->ignore, word)) return;
    uint32_t next = (uint32_t)content->words.len;
    uint32_t number = map_add(reader->arena, &content->numbers, stem, next);
    if (number == next)
        *vec_push(reader->arena, &content->words) = (ContentWord){stem, start, end, name};
    else
        content->words.items[number].is_name |= name;
}

static void read_sentence(ContentReading *reading, uint32_t at, uint32_t end) {
    reading->begun = is_abbreviation(reading->last);
    while (at < end) {
        uint32_t from = at, mark = (uint32_t)redaction_length(reading->text, at);
        at = mark ? at + mark : word_end(reading->text, from, end);
        if (mark && reading->reader->details) add_word(reading, from, at);
        if (mark) continue;
        if (at == from) {
            at = skip_sign(reading->text, at, end);
            continue;
        }
        add_word(reading, from, at);
        reading->begun = true;
        reading->last = str_slice(reading->text, from, at);
    }
}

ContentReader content_reader(const DetectInput *in, Str language, const Texts *ignore) {
    return (ContentReader){.lexicon = lexicon_of(in->lexicons, language),
                           .language = language,
                           .ignore = ignore,
                           .arena = in->scratch};
}

Content content_read(const ContentReader *reader, Str text, uint32_t start,
                     uint32_t end) {
    ContentReading reading = {.reader = reader, .text = text};
    Sentence sentence;
    for (uint32_t at = start; at < end && sentence_next(text, &at, &sentence);)
        read_sentence(&reading, sentence.start, sentence.end < end ? sentence.end : end);
    vec_each(const ContentWord, word, &reading.content.words)
        reading.content.count += !word->is_name;
    return reading.content;
}

SharedWords content_shared(Arena *arena, const Content *a, const Content *b) {
    SharedWords shared = {0};
    vec_each(const ContentWord, word, &b->words) {
        uint32_t number = map_get(&a->numbers, word->stem);
        if (number == MAP_NONE || word->is_name || a->words.items[number].is_name)
            continue;
        *vec_push(arena, &shared) = (SharedWord){&a->words.items[number], word};
    }
    return shared;
}

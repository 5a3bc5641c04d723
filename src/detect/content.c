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

// Digits that begin a word are one of their own: "1PM" is "1 pm", and "16th" the 16.
static uint32_t word_end(Str text, uint32_t at, uint32_t end) {
    uint32_t start = at;
    while (at < end && byte_is_digit(text.ptr[at])) at++;
    if (at > start) return at;
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
    ContentReader *reader;
    Str text;
    bool begun; // the sentence has had a word
    Str last;   // the word before
    Content content;
} ContentReading;

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

// A bit for words of such a first letter and length.
static uint64_t word_bit(Str word) {
    size_t first = word.len ? (uint8_t)byte_lower(*word.ptr) : 0;
    return UINT64_C(1) << ((first * 5 + word.len) & 63);
}

static bool is_ignored(const ContentReader *reader, Str word) {
    return (reader->ignored & word_bit(word)) && texts_have(reader->ignore, word);
}

static bool is_content(const ContentReader *reader, const LexiconWord *word) {
    if (!word->stem.len || is_ignored(reader, word->word)) return false;
    return word->is_number ? reader->details : word->word.len > 1;
}

static void add_word(ContentReading *reading, uint32_t start, uint32_t end) {
    ContentReader *reader = reading->reader;
    Content *content = &reading->content;
    Str written = str_slice(reading->text, start, end);
    LexiconWord word = lexicon_look(reader->lexicon, written);
    if (!is_content(reader, &word)) return;
    bool name = !reader->details && is_name(reading, written);
    uint32_t next = (uint32_t)content->words.len;
    uint32_t number = stem_note(&reader->lexicon->read, word.number, next);
    if (number < next)
        content->words.items[number].is_name |= name;
    else
        *vec_push(reader->arena, &content->words) =
            (ContentWord){word.number, start, end, name};
}

// The length of the redaction mark that begins at `at`, or 0. None begins with a small
// letter or a blank, as nearly all that is asked about does.
static uint32_t mark_length(Str text, uint32_t at) {
    char c = text.ptr[at];
    if (c == ' ' || (c >= 'a' && c <= 'z')) return 0;
    return (uint32_t)redaction_length(text, at);
}

static void read_sentence(ContentReading *reading, uint32_t at, uint32_t end) {
    reading->begun = is_abbreviation(reading->last);
    while (at < end) {
        uint32_t from = at, mark = mark_length(reading->text, at);
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
    ContentReader reader = {.lexicon = lexicon_of(in->lexicons, language),
                            .language = language,
                            .ignore = ignore,
                            .arena = in->scratch};
    vec_each(const Str, word, ignore) reader.ignored |= word_bit(*word);
    return reader;
}

Content content_read(ContentReader *reader, Str text, uint32_t start, uint32_t end) {
    ContentReading reading = {.reader = reader, .text = text};
    Sentence sentence;
    reader->lexicon->read.time++;
    for (uint32_t at = start; at < end && sentence_next(text, &at, &sentence);)
        read_sentence(&reading, sentence.start, sentence.end < end ? sentence.end : end);
    vec_each(const ContentWord, word, &reading.content.words)
        reading.content.count += !word->is_name;
    return reading.content;
}

static void note_words(ContentReader *reader, const Content *content) {
    StemNotes *notes = &reader->lexicon->compared;
    const ContentWord *words = content->words.items;
    if (reader->compared == words) return;
    reader->compared = words;
    notes->time++;
    for (uint32_t i = 0; i < content->words.len; i++) stem_note(notes, words[i].stem, i);
}

SharedWords content_shared(ContentReader *reader, const Content *a, const Content *b) {
    SharedWords shared = {0};
    if (!a->words.len) return shared;
    note_words(reader, a);
    vec_each(const ContentWord, word, &b->words) {
        uint32_t number = stem_note(&reader->lexicon->compared, word->stem, MAP_NONE);
        if (number == MAP_NONE || word->is_name || a->words.items[number].is_name)
            continue;
        *vec_push(reader->arena, &shared) = (SharedWord){&a->words.items[number], word};
    }
    return shared;
}

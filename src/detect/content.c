#include "detect/content.h"

#include "base/eight.h"
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
    if (byte_is_digit(text.ptr[at])) {
        while (at < end && byte_is_digit(text.ptr[at])) at++;
        return at;
    }
    for (uint32_t size = 0; at < end; at += size) {
        at += (uint32_t)letters_at(text.ptr + at, end - at);
        if (at == end || text.ptr[at] == ' ' || !(size = letter_at(text, at))) break;
    }
    return at;
}

// Past what stands in [brackets], or just past a bracket that nothing closes nearby, in
// the same sentence.
static uint32_t skip_sign(Str text, uint32_t at, uint32_t end) {
    enum { MARK_MAX = 40 };
    if (text.ptr[at] != '[') return at + 1;
    uint32_t near = sentence_end(text, at, end - at > MARK_MAX ? at + MARK_MAX : end);
    size_t close = str_index(str_slice(text, 0, near), at, ']');
    return close < near ? (uint32_t)close + 1 : at + 1;
}

// ---- Words as they are read, whatever a rubric wants to know of them

// A word that is no stop word.
typedef struct {
    uint32_t word;       // its number in the lexicon
    uint32_t start, end; // in the text
    bool is_named;       // has a capital, and not because a sentence begins
    bool is_mark;        // of redaction
} ReadWord;

struct ReadWords {
    VEC(ReadWord) list;
    uint64_t stems; // a bit for each (stem_bit)
};

typedef struct {
    Lexicon *lexicon;
    Arena *arena;
    Str text;
    bool begun; // the sentence has had a word
    Str last;   // the word before
    ReadWords *words;
} Reading;

// A capital, then a small letter.
static bool is_titled(Str word) {
    return word.len > 1 && byte_is_capital(word.ptr[0]) && !byte_is_capital(word.ptr[1]);
}

// "Dr", "Mrs", "St": a full stop after it ends no sentence. They are short and have no
// vowel.
static bool is_abbreviation(Str word) {
    if (word.len > 3 || !is_titled(word)) return false;
    for (size_t i = 0; i < word.len; i++)
        if (memchr("aeiouyAEIOUY", word.ptr[i], 12)) return false;
    return true;
}

static inline void add_word(Reading *reading, ReadWord word, uint32_t stem) {
    Str written = str_slice(reading->text, word.start, word.end);
    word.is_named = reading->begun && is_titled(written);
    reading->words->stems |= stem_bit(stem);
    *vec_push(reading->arena, &reading->words->list) = word;
}

// A word of any kind.
static void read_word(Reading *reading, uint32_t start, uint32_t end, bool is_mark) {
    Str written = str_slice(reading->text, start, end);
    uint32_t number = lexicon_number(reading->lexicon, written);
    const LexiconWord *word = &reading->lexicon->words.items[number];
    ReadWord read = {.word = number, .start = start, .end = end, .is_mark = is_mark};
    if (word->stem.len) add_word(reading, read, word->number);
    if (is_mark) return;
    reading->begun = true;
    reading->last = written;
}

static void begin_sentence(Reading *reading) {
    reading->begun = is_abbreviation(reading->last);
}

// Reads on from `at`: a space, a mark, a word or a sign.
static uint32_t read_next(Reading *reading, uint32_t at, uint32_t end) {
    Str text = reading->text;
    if (text.ptr[at] == ' ') return at + 1;
    bool may_be_mark = redaction_begins(text.ptr[at]);
    uint32_t mark = may_be_mark ? (uint32_t)redaction_length(text, at) : 0;
    uint32_t to = mark ? at + mark : word_end(text, at, end);
    if (to > at) {
        read_word(reading, at, to, mark);
        return to;
    }
    if (sentence_ends_at(text, at)) begin_sentence(reading);
    return skip_sign(text, at, end);
}

// Reads the word at `at`, with the space behind it, where it is of seven letters of ASCII
// at most and known, as nearly all are; else gives `at`.
static inline uint32_t read_short(Reading *reading, uint32_t at, uint32_t end) {
    const char *first = reading->text.ptr + at;
    uint64_t eight = eight_at(first, end - at);
    uint64_t ends = eight_no_letters(eight_small(eight));
    size_t len = ends ? (size_t)__builtin_ctzll(ends) / 8 : 0;
    char next = (char)(eight >> 8 * len);
    if (!len || !byte_is_ascii(next) || byte_is_ascii_word(next)) return at;
    const ShortWord *word = lexicon_short(reading->lexicon, eight_first(eight, len));
    if (!word->bytes || redaction_begins(*first)) return at;
    uint32_t to = at + (uint32_t)len;
    ReadWord read = {.word = word->number, .start = at, .end = to};
    if (word->stem != MAP_NONE) add_word(reading, read, word->stem);
    reading->begun = true;
    reading->last = (Str){first, len};
    return to + (next == ' ');
}

static ReadWords read_words(const ContentReader *reader, Str text, uint32_t start,
                            uint32_t end) {
    ReadWords words = {0};
    Reading reading = {.lexicon = reader->lexicon,
                       .arena = reader->in->scratch,
                       .text = text,
                       .words = &words};
    for (uint32_t at; start < end; start = at) {
        at = read_short(&reading, start, end);
        if (at == start) at = read_next(&reading, start, end);
    }
    return words;
}

// ---- Words as content

static bool is_ignored(const ContentReader *reader, const LexiconWord *word) {
    if (reader->ignored) return word->ignored & reader->ignored;
    return texts_have(reader->ignore, word->word);
}

static bool is_content(const ContentReader *reader, const ReadWord *read,
                       const LexiconWord *word) {
    if ((read->is_mark && !reader->details) || is_ignored(reader, word)) return false;
    return word->is_number ? reader->details : word->word.len > 1;
}

ContentReader content_reader(const DetectInput *in, Str language, const Texts *ignore) {
    ContentReader reader = {.lexicon = lexicon_of(in->lexicons, language),
                            .language = language,
                            .ignore = ignore,
                            .in = in};
    reader.ignored = lexicon_ignore(reader.lexicon, ignore);
    return reader;
}

static void add_content(ContentReader *reader, const ReadWord *read, Content *content) {
    const LexiconWord *word = &reader->lexicon->words.items[read->word];
    if (!is_content(reader, read, word)) return;
    bool is_name = read->is_named && !reader->details && !reader->lexicon->german;
    uint32_t next = (uint32_t)content->words.len;
    uint32_t number = stem_note(&reader->lexicon->read, word->number, next);
    if (number < next)
        content->words.items[number].is_name |= is_name;
    else
        content->words.items[content->words.len++] =
            (ContentWord){word->number, read->start, read->end, is_name};
}

static Content content_of(ContentReader *reader, const ReadWords *words) {
    Content content = {0};
    size_t most = words->list.len;
    if (!most) return content;
    content.words.items = arena_raw(reader->in->scratch, most * sizeof(ContentWord));
    content.words.cap = most;
    reader->lexicon->read.time++;
    vec_each(const ReadWord, read, &words->list) add_content(reader, read, &content);
    vec_each(const ContentWord, word, &content.words) content.count += !word->is_name;
    return content;
}

Content content_read(ContentReader *reader, Str text, uint32_t start, uint32_t end) {
    ReadWords words = read_words(reader, text, start, end);
    return content_of(reader, &words);
}

// Those of a lexicon that has forgotten its words, or of another, are of no use.
static ReadWords **find_words(const ContentReader *reader, uint32_t turn) {
    const DetectInput *in = reader->in;
    TurnWords *words = in->words;
    if (!words->of || words->age != reader->lexicon->age ||
        !str_eq(words->language, reader->language))
        *words =
            (TurnWords){.language = reader->language,
                        .age = reader->lexicon->age,
                        .of = arena_array(in->scratch, ReadWords *, in->call->turns.len)};
    return &words->of[turn];
}

static const ReadWords *words_of_turn(const ContentReader *reader, uint32_t turn) {
    ReadWords **words = find_words(reader, turn);
    if (*words) return *words;
    Str text = turn_folded(reader->in, turn)->text;
    *words = arena_new(reader->in->scratch, ReadWords);
    **words = read_words(reader, text, 0, (uint32_t)text.len);
    return *words;
}

Content content_of_turn(ContentReader *reader, uint32_t turn) {
    return content_of(reader, words_of_turn(reader, turn));
}

bool content_may_share(const ContentReader *reader, uint64_t stems, uint32_t turn) {
    return words_of_turn(reader, turn)->stems & stems;
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
        *vec_push(reader->in->scratch, &shared) =
            (SharedWord){&a->words.items[number], word};
    }
    return shared;
}

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

// ---- Words as they are read

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

// Adds a word, unless it is a stop word, as half of them are: without a branch, which
// nobody could foretell.
static inline void add_word(Reading *reading, ReadWord word, bool is_stop) {
    ReadWords *words = reading->words;
    word.is_named &= reading->begun;
    words->stems |= (uint64_t)!is_stop << word.stem % 64;
    *vec_push(reading->arena, &words->list) = word;
    words->list.len -= is_stop;
}

// A word of any kind.
static void read_word(Reading *reading, uint32_t start, uint32_t end, bool is_mark) {
    Str written = str_slice(reading->text, start, end);
    uint32_t number = lexicon_number(reading->lexicon, written);
    const LexiconWord *word = &reading->lexicon->words.items[number];
    ReadWord read = {number, word->number, start, end, is_titled(written), is_mark};
    add_word(reading, read, !word->stem.len);
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
    bool titled =
        len > 1 && byte_is_capital((char)eight) && !byte_is_capital((char)(eight >> 8));
    ReadWord read = {word->number, word->stem, at, to, titled, false};
    add_word(reading, read, word->stem == MAP_NONE);
    reading->begun = true;
    reading->last = (Str){first, len};
    return to + (next == ' ');
}

ReadWords content_words(const ContentReader *reader, Str text, uint32_t start,
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

// Those of a lexicon that has forgotten its words, or of another, are of no use.
static const ReadWords **turns_read(const DetectInput *in, const Lexicon *lexicon) {
    TurnWords *words = in->words;
    size_t number = (size_t)(lexicon - in->lexicons->items.items);
    if (!words->of || words->age != lexicon->age || words->lexicon != number)
        *words = (TurnWords){
            .lexicon = number,
            .age = lexicon->age,
            .of = arena_array(in->scratch, const ReadWords *, in->call->turns.len)};
    return words->of;
}

static ReadWords *read_text(const ContentReader *reader, Str text) {
    ReadWords *words = arena_raw(reader->in->scratch, sizeof *words);
    *words = content_words(reader, text, 0, (uint32_t)text.len);
    return words;
}

static void keep_text(Lexicon *lexicon, AgainPlace *place, Str text, ReadWords words) {
    Arena *arena = &lexicon->arena;
    ReadWords *copy = arena_new(arena, ReadWords);
    KnownText *known = arena_new(arena, KnownText);
    vec_own(arena, &words.list);
    *copy = words;
    *known = (KnownText){str_copy(arena, text), copy};
    place->kept = known;
    lexicon->texts++;
}

const ReadWords *content_read(const ContentReader *reader, Str text) {
    Lexicon *lexicon = reader->lexicon;
    if (text.len > AGAIN_LONGEST) return read_text(reader, text);
    AgainPlace *place = again_meet(lexicon->again, str_quick_hash(text, 0));
    const KnownText *known = place ? place->kept : NULL;
    if (known && str_eq(known->text, text)) return known->words;
    const ReadWords *words = read_text(reader, text);
    if (place && !known && lexicon->texts < TEXTS_MOST)
        keep_text(lexicon, place, text, *words);
    return words;
}

// ---- Words as content

static bool is_ignored(const ContentReader *reader, const LexiconWord *word) {
    if (reader->ignored) return word->ignored & reader->ignored;
    return texts_have(reader->ignore, word->word);
}

static bool is_content(const ContentReader *reader, const ReadWord *read) {
    const LexiconWord *word = &reader->lexicon->words.items[read->word];
    if ((read->is_mark && !reader->details) || is_ignored(reader, word)) return false;
    return word->is_number ? reader->details : word->word.len > 1;
}

static ContentWord content_word(const ContentReader *reader, const ReadWord *read) {
    bool is_name = read->is_named && !reader->details && !reader->lexicon->german;
    return (ContentWord){read->stem, read->start, read->end, is_name};
}

ContentReader content_reader(const DetectInput *in, Str language, const Texts *ignore) {
    ContentReader reader = {
        .lexicon = lexicon_of(in->lexicons, language), .ignore = ignore, .in = in};
    reader.ignored = lexicon_ignore(reader.lexicon, ignore);
    reader.turns = turns_read(in, reader.lexicon);
    return reader;
}

// The slot of a stem: it has its number among the words, plus one, or 0.
static uint32_t *find_slot(const Content *content, uint32_t stem) {
    uint32_t last = (1U << content->slots_bits) - 1;
    uint32_t at = stem * UINT32_C(0x9E3779B1) >> (32 - content->slots_bits);
    for (;; at = (at + 1) & last) {
        uint32_t *slot = &content->slots[at];
        if (!*slot || content->words.items[*slot - 1].stem == stem) return slot;
    }
}

static Content new_content(Arena *arena, size_t most) {
    Content content = {.slots_bits = 2};
    while (1U << content.slots_bits < 2 * most) content.slots_bits++;
    content.slots = arena_array(arena, uint32_t, 1U << content.slots_bits);
    content.words.items = arena_raw(arena, most * sizeof(ContentWord));
    content.words.cap = most;
    return content;
}

static void add_content(Content *content, ContentWord word) {
    uint32_t *slot = find_slot(content, word.stem);
    if (*slot) {
        content->words.items[*slot - 1].is_name |= word.is_name;
        return;
    }
    content->stems |= stem_bit(word.stem);
    content->words.items[content->words.len++] = word;
    *slot = (uint32_t)content->words.len;
}

Content content_of(const ContentReader *reader, const ReadWords *words) {
    if (!words->list.len) return (Content){0};
    Content content = new_content(reader->in->scratch, words->list.len);
    vec_each(const ReadWord, read, &words->list)
        if (is_content(reader, read)) add_content(&content, content_word(reader, read));
    vec_each(const ContentWord, word, &content.words) content.count += !word->is_name;
    return content;
}

// ---- Words of two texts

// Each once; `places` has the number of each of `a`'s among them, plus one, or 0.
static void add_shared(Arena *arena, SharedWords *shared, uint32_t *place,
                       SharedWord word) {
    if (*place) {
        shared->items[*place - 1].b.is_name |= word.b.is_name;
        return;
    }
    *vec_push(arena, shared) = word;
    *place = (uint32_t)shared->len;
}

static void drop_names(SharedWords *shared) {
    size_t kept = 0;
    vec_each(const SharedWord, word, shared)
        if (!word->a->is_name && !word->b.is_name) shared->items[kept++] = *word;
    shared->len = kept;
}

SharedWords content_shared(const ContentReader *reader, const Content *a,
                           const ReadWords *b) {
    SharedWords shared = {0};
    uint32_t *places = NULL;
    Arena *arena = reader->in->scratch;
    if (!(a->stems & b->stems)) return shared;
    vec_each(const ReadWord, read, &b->list) {
        if (!(a->stems & stem_bit(read->stem))) continue;
        uint32_t number = *find_slot(a, read->stem);
        if (!number || !is_content(reader, read)) continue;
        if (!places) places = arena_array(arena, uint32_t, a->words.len);
        SharedWord word = {&a->words.items[number - 1], content_word(reader, read)};
        add_shared(arena, &shared, &places[number - 1], word);
    }
    drop_names(&shared);
    return shared;
}

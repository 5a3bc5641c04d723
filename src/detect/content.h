// Content words: what a turn is about, so that one can be seen to take up another.
//
// They are runs of letters, known by their stems. Left out are stop words, single
// letters, numbers in digits or words, what stands in [brackets], where redaction leaves
// its marks, and names: words with a capital in the middle of a sentence, except in
// German, which writes every noun so.
#ifndef DETECT_CONTENT_H
#define DETECT_CONTENT_H

#include "detect/kind.h"
#include "detect/lexicon.h"

// A word that is no stop word, as it was read, whatever a rubric wants to know of it.
typedef struct {
    uint32_t word, stem; // its number in the lexicon, and its stem's
    uint32_t start, end; // in the text
    bool is_named;       // has a capital, and not because a sentence begins
    bool is_mark;        // of redaction
} ReadWord;
struct ReadWords {
    VEC(ReadWord) list;
    uint64_t stems; // a bit for each (stem_bit)
};

typedef struct {
    uint32_t stem;       // its number in the lexicon
    uint32_t start, end; // in the folded text, where it came first
    bool is_name; // was written as a name somewhere, so it does not count (but as a
                  // detail)
} ContentWord;

typedef struct {
    VEC(ContentWord) words; // each stem once, names among them
    uint32_t count;         // without names
    uint64_t stems;         // a bit for each
    uint32_t *slots;        // a table of their numbers by stem; private to content.c
    uint32_t slots_bits;
} Content;

// How a rubric wants words to be read.
typedef struct {
    Lexicon *lexicon;
    const Texts *ignore; // more words that do not count, in any case
    uint64_t ignored;    // their bit (lexicon_ignore), or 0
    bool details;        // numbers, names and redaction marks count as words do
    const DetectInput *in;
    const ReadWords **turns; // by turn; NULL: nobody has asked
} ContentReader;

// For a language that is known; `ignore` lives as long as the lexicons; a reader is of
// use until another is asked for.
ContentReader content_reader(const DetectInput *in, Str language, const Texts *ignore);

// The words of a text, of a turn, or of text[start, end) with the text's offsets.
const ReadWords *content_read(const ContentReader *reader, Str text);
static inline const ReadWords *turn_words(const ContentReader *reader, uint32_t turn) {
    const ReadWords **words = &reader->turns[turn];
    if (!*words) *words = content_read(reader, turn_folded(reader->in, turn)->text);
    return *words;
}
ReadWords content_words(const ContentReader *reader, Str text, uint32_t start,
                        uint32_t end);
// Those of them that are content.
Content content_of(const ContentReader *reader, const ReadWords *words);

// A bit for a stem; many have the same.
static inline uint64_t stem_bit(uint32_t stem) { return UINT64_C(1) << stem % 64; }

// The same word in two texts.
typedef struct {
    const ContentWord *a;
    ContentWord b;
} SharedWord;
typedef VEC(SharedWord) SharedWords;

// The words of both `a` and `b`, which the reader has read, in the order of `b`.
SharedWords content_shared(const ContentReader *reader, const Content *a,
                           const ReadWords *b);

#endif

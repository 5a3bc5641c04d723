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

typedef struct {
    uint32_t stem;       // its number in the lexicon
    uint32_t start, end; // in the folded text, where it came first
    bool is_name; // was written as a name somewhere, so it does not count (but as a
                  // detail)
} ContentWord;

typedef struct {
    VEC(ContentWord) words; // each stem once, names among them
    uint32_t count;         // without names
} Content;

// How a rubric wants words to be read.
typedef struct {
    Lexicon *lexicon;
    Str language;
    const Texts *ignore; // more words that do not count, in any case
    uint64_t ignored;    // their bit (lexicon_ignore), or 0
    bool details;        // numbers, names and redaction marks count as words do
    const DetectInput *in;
    const ContentWord *compared; // whose stems are noted
} ContentReader;

// For a language that is known; `ignore` lives as long as the lexicons; a reader is of
// use until another is asked for.
ContentReader content_reader(const DetectInput *in, Str language, const Texts *ignore);

// The content words of a turn, or of text[start, end) with the text's offsets.
Content content_of_turn(ContentReader *reader, uint32_t turn);
Content content_read(ContentReader *reader, Str text, uint32_t start, uint32_t end);

// A bit for a stem; many have the same.
static inline uint64_t stem_bit(uint32_t stem) { return UINT64_C(1) << stem % 64; }
// Whether the turn may have a word of one of these stems; that is soon told.
bool content_may_share(const ContentReader *reader, uint64_t stems, uint32_t turn);

// The same word in two texts.
typedef struct {
    const ContentWord *a, *b;
} SharedWord;
typedef VEC(SharedWord) SharedWords;

// The words of both `a` and `b`, which the reader has read, in the order of `b`.
SharedWords content_shared(ContentReader *reader, const Content *a, const Content *b);

#endif

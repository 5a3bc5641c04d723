#include "call/language_skim.h"

#include "base/sixteen.h"
#include "base/utf8.h"

// The first letters of a word, which are all of one that has fewer than these.
enum { FIRST_LETTERS = 7 };

// Multiplicative hashing, as in language.c; of so many bits, the first ones.
static inline uint64_t hash_of(uint64_t letters) {
    return letters * UINT64_C(0x9E3779B97F4A7C15);
}

static inline size_t place_of(uint64_t hash) { return hash >> (64 - SKIM_WORD_BITS); }

static inline uint32_t bit_of(uint64_t hash) {
    return hash >> (64 - SKIM_WORD_BITS - 5) & 31;
}

void skim_add_english(SkimWords *words, Str word) {
    if (word.len < 2 || word.len >= FIRST_LETTERS) return;
    uint64_t letters = eight_at(word.ptr, word.len);
    uint64_t *place = &words->english[place_of(hash_of(letters))];
    if (!*place) *place = letters;
}

void skim_add_other(SkimWords *words, Str word) {
    if (!utf8_plain(word)) return; // no text of ASCII has it
    uint64_t letters = eight_at(word.ptr, word.len);
    uint64_t hash = hash_of(eight_first(letters, FIRST_LETTERS));
    words->others[place_of(hash)] |= UINT32_C(1) << bit_of(hash);
}

// Adds the words of two letters and more among `left` bytes, whose letters are told; each
// ends among them.
static inline void skim_words(const SkimWords *words, const char *at, size_t left,
                              uint64_t letters, Skimmed *sum) {
    uint64_t starts = letters & ~(letters << 1) & letters >> 1;
    for (; starts; starts &= starts - 1) {
        uint32_t from = (uint32_t)__builtin_ctzll(starts);
        uint32_t len = (uint32_t)__builtin_ctzll(~(letters >> from));
        uint64_t word = eight_small(eight_at(at + from, left - from));
        word = eight_first(word, len < FIRST_LETTERS ? len : FIRST_LETTERS);
        uint64_t hash = hash_of(word);
        size_t place = place_of(hash);
        sum->words++;
        sum->others += words->others[place] >> bit_of(hash) & 1;
        sum->english += words->english[place] == word;
    }
}

static inline SixteenKinds tell_letters(Sixteen bytes) {
    return (SixteenKinds){.one = sixteen_within(bytes | ('a' - 'A'), 'a', 'z'),
                          .some = bytes};
}

bool skim_text(const SkimWords *words, Str text, Skimmed *sum) {
    Skimmed with = *sum;
    Sixteen all = {0};
    for (size_t at = 0; at < text.len;) {
        size_t left = text.len - at, cut = 0; // of a word that goes on behind
        Kinds kinds = kinds_at(text.ptr + at, left, tell_letters);
        if (!~kinds.one) return false;
        if (left > KINDS_BYTES) cut = (size_t)__builtin_clzll(~kinds.one);
        skim_words(words, text.ptr + at, left, kinds.one & UINT64_MAX >> cut, &with);
        at += KINDS_BYTES - cut;
        all |= kinds.some;
    }
    if (sixteen_any(all < 0)) return false;
    *sum = with;
    return true;
}

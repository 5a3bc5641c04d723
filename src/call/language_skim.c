#include "call/language_skim.h"

#include "base/eight.h"
#include "base/utf8.h"

// The first letters of a word, which are all of one that has fewer than these.
enum { FIRST_LETTERS = 7 };

// Multiplicative hashing, as in language.c; of so many bits, the first ones.
static inline uint64_t hash_of(uint64_t letters) {
    return letters * UINT64_C(0x9E3779B97F4A7C15);
}

static inline size_t english_place(uint64_t hash) {
    return hash >> (64 - SKIM_WORD_BITS);
}

static inline uint32_t other_place(uint64_t hash) {
    return (uint32_t)(hash >> (64 - SKIM_HASH_BITS));
}

void skim_add_english(SkimWords *words, Str word) {
    if (word.len < 2 || word.len >= FIRST_LETTERS) return;
    uint64_t letters = eight_at(word.ptr, word.len);
    uint64_t *place = &words->english[english_place(hash_of(letters))];
    if (!*place) *place = ~letters;
}

void skim_add_other(SkimWords *words, Str word) {
    if (!utf8_plain(word)) return; // no text of ASCII has it
    uint64_t letters = eight_at(word.ptr, word.len);
    uint32_t place = other_place(hash_of(eight_first(letters, FIRST_LETTERS)));
    words->others[place / 32] |= UINT32_C(1) << place % 32;
}

static inline uint32_t may_be_other(const SkimWords *words, uint64_t hash) {
    uint32_t place = other_place(hash);
    return words->others[place / 32] >> place % 32 & 1;
}

// The high bit of each byte of ASCII that is no letter, when `small` has small letters
// for capitals.
static inline uint64_t no_letters(uint64_t small) {
    uint64_t from_a = small + EIGHT * (0x80 - 'a'), past_z = small + EIGHT * (0x7F - 'z');
    return ~(from_a ^ past_z) & EIGHT * 0x80;
}

bool skim_text(const SkimWords *words, Str text, Skimmed *sum) {
    uint32_t count = 0, alone = 0, english = 0, others = 0;
    uint64_t all = 0; // each byte of the text is in one of its bytes
    for (size_t at = 0; at < text.len; at++) { // behind what ended the word before
        uint64_t eight = eight_at(text.ptr + at, text.len - at);
        uint64_t small = eight_small(eight), ends = no_letters(small);
        uint64_t before = (ends ^ (ends - 1)) >> 8; // all bits of what the first follows
        uint64_t letters = small & before, hash = hash_of(letters);
        all |= eight;
        count++;
        alone += before < 0x100;
        others += may_be_other(words, hash);
        english += (words->english[english_place(hash)] ^ letters) == UINT64_MAX;
        for (; !ends; all |= eight) {
            at += sizeof eight;
            eight = eight_at(text.ptr + at, text.len - at);
            ends = no_letters(eight_small(eight));
        }
        at += (size_t)__builtin_ctzll(ends) / 8;
    }
    if (all & EIGHT * 0x80) return false;
    sum->words += count - alone;
    sum->english += english;
    sum->others += others;
    return true;
}

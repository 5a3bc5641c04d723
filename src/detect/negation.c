#include "detect/negation.h"

#include <string.h>

// Whether it ends as they all do: n't, nt, ot, ut, er, or, ly. Few other words do.
static bool may_be_negation(Str word) {
    char last = byte_lower(word.ptr[word.len - 1]);
    char before = byte_lower(word.ptr[word.len - 2]);
    if (last == 't') return memchr("'nou", before, 4);
    return last == 'r' ? before == 'e' || before == 'o' : last == 'y' && before == 'l';
}

static bool is_negation(Str word) {
    static const char *const WORDS[] = {
        "not",    "never", "cannot",  "cant",    "dont",     "didnt", "doesnt", "isnt",
        "wasnt",  "wont",  "arent",   "havent",  "hasnt",    "aint",  "hardly", "without",
        "werent", "hadnt", "couldnt", "wouldnt", "shouldnt", "nor",   NULL,
    };
    if (word.len < 3 || !may_be_negation(word)) return false;
    return str_eq_fold(str_slice(word, word.len - 3, word.len), STR("n't")) ||
           str_is_one_of(word, WORDS);
}

static inline bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || byte_is_word(c) || c == '\''; // mostly the first
}

static bool is_negation_or_no(Str word) {
    return word.len == 2 ? str_eq_fold(word, STR("no")) : is_negation(word);
}

bool text_negated(Str text) {
    for (size_t at = 0; at < text.len; at++) {
        size_t from = at;
        while (at < text.len && is_word_byte(text.ptr[at])) at++;
        if (at - from > 1 && is_negation_or_no(str_slice(text, from, at))) return true;
        // "\\bnot" holds "not", not "bnot".
        if (at < text.len && text.ptr[at] == '\\') at++;
    }
    return false;
}

// No word and no run of signs that negates something is longer. More of one kind is not
// looked at, for there may be a match at each letter of it.
enum { RUN_MOST = 64 };

// Moves *at from the start of a word back over what separates it from the word before;
// false when a clause ends there.
static bool skip_gap(Str text, size_t *at) {
    bool spaced = false;
    for (size_t from = *at; *at > 0 && !is_word_byte(text.ptr[*at - 1]); --*at) {
        char c = text.ptr[*at - 1];
        if (from - *at == RUN_MOST) return false;
        if (memchr(",.;:!?", c, 6) || (c == '-' && spaced)) return false;
        spaced = c == ' ';
    }
    return *at > 0;
}

// "no" negates only what it stands before, "no frustration"; before a pronoun it is an
// answer or a sigh: "no i'm upset", "oh no i'm so sorry".
static bool is_denied_by_no(Str text, size_t at) {
    static const char *const PRONOUNS[] = {"i",    "we", "you",  "it",   "that",
                                           "this", "he", "she",  "they", "there",
                                           "let",  "my", "your", NULL};
    size_t end = at;
    while (end < text.len && end - at < RUN_MOST && byte_is_word(text.ptr[end])) end++;
    return !str_is_one_of(str_slice(text, at, end), PRONOUNS);
}

bool negated_before(Str text, size_t at, uint32_t words) {
    size_t first = at;
    bool after_so = false; // "not so upset" is one clause, "could not, so upset" is two
    for (uint32_t back = 1; back <= words && skip_gap(text, &at); back++) {
        size_t end = at;
        while (at > 0 && end - at < RUN_MOST && is_word_byte(text.ptr[at - 1])) at--;
        Str word = str_slice(text, at, end);
        bool no = back == 1 && str_eq_fold(word, STR("no"));
        if ((no && is_denied_by_no(text, first)) || is_negation(word)) return true;
        if (after_so || str_is_one_of(word, WORD_LIST("and", "but", "because")))
            return false;
        after_so = str_eq_fold(word, STR("so"));
    }
    return false;
}

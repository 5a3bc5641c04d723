#include "match/letters.h"

#include <endian.h>
#include <math.h>

// A space, letters, six marks; then any digit, and all the rest.
enum { SPACE = 0, DIGIT = 33, OTHER, LETTER_COUNT };

// How rare each letter is after each, from the text of samples/: 'a' stands for every
// time, 'b' for every second, 'c' for every fourth, and so on. One row a first letter.
static const char AFTER[1 + LETTER_COUNT][LETTER_COUNT + 1] = {
    "cehgfeggfejhfgeehlffefhgjfmgkhijmgh", // anything
    "defffgfgfdhigffefkgedgjememmmmmmmgi", // a space
    "emgffmhfgfmgefcjgmeedifildlmmkllmkm", // a
    "idjmmcmmmdmmemmcmmehmejmmdmmmmmmmmm", // b
    "hcmfmemmdgmegmmcmmgmeemmmmkmhmmmmmm", // c
    "behmhemhmfmmjmgdmjffmhmmmfmimghikmj", // d
    "beigefhmjgmjegdjhkdefkghhgmgmghilmk", // e
    "dfmmmdfmhdmmhmmcmmdmdgmmmmmmjijmmmj", // f
    "cgmmmdmidfmmimidmmfgmgmkmmmkmggimmm", // g
    "dckmjbmmmdmmkkmemmghehmklhmmjihilml", // h
    "dhkgfhfemmmhegcilmfdcmgmgjlemjklmmm", // i
    "lflllllllllllllclllllblllllllllllll", // j
    "bdmmmcmmmemmmmehmmmemmmmmmmimgijmmm", // k
    "cemhedhmmemjcjmefmifijhjmemjkhhimmk", // l
    "ceemmckmmemmmimdgmfimgmmmemmmhimmmg", // m
    "cgjhddkdmfjeiggdmmmhegmmmgmfkiijkml", // n
    "dhhifggjggmfgedfhmdhfcgfjjmkmiikmmk", // o
    "ddjmjdjmghmmdmmdemeggemmmhmmmimgmmm", // p
    "jjjjjjjjjjjjjjjjjjjjjadjjjjjjjjjjjj", // q
    "cflifcjgkemgiifeljfefhklmfmimhhkmmg", // r
    "bfmkhdjlffmhkihdhjmfdhmgmijljghjlmm", // s
    "cfmimemmcfmmilmemmggghmfmfmemhhjmjh", // t
    "chihmgmfkhmmeedjfmdddmkmmmmemhhimmm", // u
    "mgmmmammmemmmmmgmmmmmmmmmmmmmmmmmmm", // v
    "ddmmmckmddmmmmgdmmghmmmmmmmkmhhmmmm", // w
    "cdlglflllllllllldlllbllllllllglllll", // x
    "bgjmmdmmmhmkmhmchmmffmmjmmmggghimmm", // y
    "cjjjjdjjjejjjjjdjjjjjjjjjcjjjjjjjjj", // z
    "jmmifmmmmmmmedmmmmebdmdmmmmmmmmmmmm", // '
    "kdkkkfekfgkkkfkekkkeggkkkkkkkkkkkbk", // -
    "amimmhmmmmmmmmmhmmmmmmmmmmmmmmmmmfm", // .
    "ammmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm", // ,
    "allllllllllllllllllllllllllllllflll", // ?
    "biiiiiiiiiiiiiiiiiiiiiiiiiiiiiiicii", // !
    "dmmmmmmmmmmmmmmmmmjmhmmmmmhmgfhmmbc", // a digit
    "bgmmmiimmmmmmhhmmmieiimmmmmmmghmmbi", // another character
};

static int number_of(char c) {
    static const uint8_t MARKS[0x80] = {
        ['\''] = 27, ['-'] = 28, ['.'] = 29, [','] = 30, ['?'] = 31, ['!'] = 32};
    if (c >= 'a' && c <= 'z') return 1 + (c - 'a');
    if (c == ' ') return SPACE;
    if (c >= '0' && c <= '9') return DIGIT;
    return byte_is_ascii(c) && MARKS[(uint8_t)c] ? MARKS[(uint8_t)c] : OTHER;
}

// The commonest words, in the order of their letters, after how rare they are, likewise:
// the letters alone would make most of them much rarer.
static const struct {
    char word[9];
    uint8_t rarity;
} WORDS[] = {
    {"a", 6},       {"about", 8},    {"account", 9},  {"agent", 8},  {"all", 8},
    {"an", 9},      {"and", 5},      {"anything", 8}, {"are", 9},    {"as", 9},
    {"at", 8},      {"back", 9},     {"be", 8},       {"bill", 9},   {"but", 9},
    {"by", 9},      {"bye", 9},      {"call", 9},     {"can", 6},    {"chat", 9},
    {"could", 9},   {"customer", 8}, {"d", 9},        {"do", 8},     {"does", 9},
    {"don", 8},     {"done", 9},     {"eight", 9},    {"email", 9},  {"five", 9},
    {"for", 6},     {"four", 9},     {"from", 9},     {"get", 9},    {"go", 9},
    {"good", 8},    {"got", 8},      {"have", 7},     {"he", 9},     {"hello", 9},
    {"help", 8},    {"here", 9},     {"hi", 9},       {"home", 9},   {"how", 8},
    {"i", 5},       {"if", 8},       {"in", 7},       {"is", 6},     {"it", 5},
    {"its", 9},     {"just", 8},     {"know", 9},     {"left", 9},   {"let", 9},
    {"like", 9},    {"ll", 8},       {"m", 7},        {"me", 8},     {"morning", 9},
    {"mr", 9},      {"mrs", 9},      {"my", 8},       {"name", 8},   {"need", 9},
    {"new", 9},     {"nine", 9},     {"no", 7},       {"not", 8},    {"now", 8},
    {"number", 9},  {"of", 8},       {"off", 9},      {"oh", 8},     {"ok", 9},
    {"okay", 7},    {"on", 7},       {"one", 7},      {"or", 9},     {"out", 9},
    {"please", 8},  {"put", 8},      {"re", 8},       {"really", 9}, {"right", 8},
    {"s", 5},       {"says", 9},     {"see", 9},      {"seven", 9},  {"should", 9},
    {"six", 9},     {"so", 6},       {"sorry", 9},    {"t", 7},      {"take", 9},
    {"thank", 7},   {"thanks", 8},   {"that", 6},     {"the", 5},    {"them", 9},
    {"then", 8},    {"there", 7},    {"they", 8},     {"this", 8},   {"three", 9},
    {"through", 9}, {"time", 9},     {"to", 6},       {"today", 9},  {"two", 8},
    {"um", 8},      {"up", 9},       {"us", 9},       {"ve", 7},     {"want", 9},
    {"was", 8},     {"we", 8},       {"well", 8},     {"what", 8},   {"when", 9},
    {"why", 9},     {"will", 9},     {"with", 7},     {"would", 9},  {"yeah", 8},
    {"yes", 8},     {"you", 5},      {"your", 7},
};

// Texts of up to eight bytes, with zeros behind them, as numbers that have their order.
static uint64_t number_of_text(const char *text, size_t len) {
    uint64_t number = 0;
    memcpy(&number, text, len);
    return be64toh(number);
}

// How rare a word is among words; 99 when it is not in the table.
static int word_rarity(Str word) {
    if (word.len >= sizeof WORDS->word) return 99;
    uint64_t sought = number_of_text(word.ptr, word.len);
    size_t low = 0, high = sizeof WORDS / sizeof *WORDS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        uint64_t known = number_of_text(WORDS[middle].word, sizeof known);
        if (known == sought) return WORDS[middle].rarity;
        if (sought < known)
            high = middle;
        else
            low = middle + 1;
    }
    return 99;
}

// Behind the word that begins at `at`, or the sign that stands there.
static size_t piece_end(Str part, size_t at) {
    size_t end = at + 1;
    if (byte_is_ascii_word(part.ptr[at]))
        while (end < part.len && byte_is_ascii_word(part.ptr[end])) end++;
    return end;
}

// How often it is expected, as a power of a half.
static int rarity(Str part, bool edge_before, bool edge_after) {
    const char *after = AFTER[0]; // the row of the letter before
    int sum = 0;
    if (edge_before) {
        sum = after[SPACE] - 'a';
        after = AFTER[1 + SPACE];
    }
    for (size_t at = 0, end; at < part.len; at = end) {
        int letters = 0;
        end = piece_end(part, at);
        for (size_t i = at; i < end; i++) {
            int number = number_of(part.ptr[i]);
            letters += after[number] - 'a';
            after = AFTER[1 + number];
        }
        bool whole = (at || edge_before) && (end < part.len || edge_after);
        int word = whole ? word_rarity(str_slice(part, at, end)) : 99;
        sum += word < letters ? word : letters;
    }
    if (edge_after) sum += after[SPACE] - 'a';
    return sum;
}

double letters_share(Str part, bool edge_before, bool edge_after) {
    return ldexp(1, -rarity(part, edge_before, edge_after));
}

double letters_rate(Str part, bool edge_before, bool edge_after) {
    enum { RARE = 12, SLOWER = 4 }; // by the same text
    int sum = rarity(part, edge_before, edge_after);
    return ldexp(1, -(sum < RARE ? sum : RARE + (sum - RARE) / SLOWER));
}

#include "detect/amount.h"

#include <math.h>
#include <string.h>

// ---- Units

typedef enum { TIME, WORKING_DAYS, MONTHS, PERCENT, POUNDS, DOLLARS, EUROS } Dimension;

typedef struct {
    const char *name; // singular, but for words that have none
    Dimension dimension;
    double size; // in the least of its dimension: seconds, days, months, pence ...
} KnownUnit;

// Months are not made of days, nor working days of hours: what does not follow by
// arithmetic alone is another dimension.
static const KnownUnit UNITS[] = {
    {"s", TIME, 1},
    {"sec", TIME, 1},
    {"second", TIME, 1},
    {"min", TIME, 60},
    {"minute", TIME, 60},
    {"h", TIME, 3600},
    {"hr", TIME, 3600},
    {"hour", TIME, 3600},
    {"day", TIME, 86400},
    {"calendar day", TIME, 86400},
    {"week", TIME, 604800},
    {"fortnight", TIME, 1209600},
    {"working day", WORKING_DAYS, 1},
    {"business day", WORKING_DAYS, 1},
    {"month", MONTHS, 1},
    {"calendar month", MONTHS, 1},
    {"year", MONTHS, 12},
    {"%", PERCENT, 1},
    {"percent", PERCENT, 1},
    {"per cent", PERCENT, 1},
    {"£", POUNDS, 100},
    {"gbp", POUNDS, 100},
    {"pound", POUNDS, 100},
    {"quid", POUNDS, 100},
    {"p", POUNDS, 1},
    {"penny", POUNDS, 1},
    {"pence", POUNDS, 1},
    {"$", DOLLARS, 100},
    {"usd", DOLLARS, 100},
    {"dollar", DOLLARS, 100},
    {"buck", DOLLARS, 100},
    {"cent", DOLLARS, 1},
    {"€", EUROS, 100},
    {"eur", EUROS, 100},
    {"euro", EUROS, 100},
};

static bool is_same_word(Str a, Str b) {
    if (a.len > b.len && a.ptr[a.len - 1] == 's') a.len--;
    if (b.len > a.len && b.ptr[b.len - 1] == 's') b.len--;
    return str_eq_fold(a, b);
}

static const KnownUnit *find_unit(Str name) {
    for (size_t i = 0; name.len && i < sizeof UNITS / sizeof *UNITS; i++)
        if (is_same_word(name, str_from(UNITS[i].name))) return &UNITS[i];
    return NULL;
}

static bool has_hundredths(const KnownUnit *unit) {
    return unit->dimension >= POUNDS && unit->size == 100;
}

// ---- AmountWords

typedef struct {
    Str rest, word; // the word at hand, empty at the end, and what follows it
} AmountWords;

static size_t sign_size(Str text) {
    static const char *const SIGNS[] = {"£", "$", "€", "%", NULL};
    for (size_t size = 1; size <= 3 && size <= text.len; size++)
        if (str_number_in(str_slice(text, 0, size), SIGNS) >= 0) return size;
    return 0;
}

static bool is_letter(char c) { return byte_is_word(c) && !byte_is_digit(c); }

static size_t letters_size(Str text) {
    size_t size = 0;
    while (size < text.len && (is_letter(text.ptr[size]) || text.ptr[size] == '\'') &&
           !sign_size(str_slice(text, size, text.len)))
        size++;
    return size;
}

// Digits, with points and commas between them.
static size_t digits_size(Str text) {
    size_t size = 0;
    for (; size < text.len; size++) {
        bool between = size && size + 1 < text.len && byte_is_digit(text.ptr[size + 1]) &&
                       memchr(".,", text.ptr[size], 2);
        if (!byte_is_digit(text.ptr[size]) && !between) break;
    }
    return size;
}

// The next word: a sign, a run of letters or a number in digits. Any other character is
// a word too, one that nothing knows.
static void advance(AmountWords *words) {
    Str rest = words->rest;
    while (rest.len && memchr(" -.,!?", rest.ptr[0], 6)) rest.ptr++, rest.len--;
    size_t size = sign_size(rest);
    if (!size) size = letters_size(rest);
    if (!size) size = digits_size(rest);
    if (!size) size = rest.len > 0;
    words->word = str_slice(rest, 0, size);
    words->rest = str_slice(rest, size, rest.len);
}

static bool at_word(const AmountWords *words, const char *word) {
    return str_eq_fold(words->word, str_from(word));
}

static bool take_word(AmountWords *words, const char *word) {
    if (!at_word(words, word)) return false;
    advance(words);
    return true;
}

// ---- Numbers

// Without the commas that set off thousands; 0 in length when they do anything else.
static size_t drop_commas(Str word, char *digits, size_t cap) {
    size_t len = 0, group = 0;
    bool grouped = false, decimal = false;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if (len == cap || (c == ',' && (decimal || (grouped && group != 3)))) return 0;
        if (c == ',' || c == '.') {
            if (c == '.' && grouped && group != 3) return 0;
            grouped |= c == ',';
            decimal |= c == '.';
            group = 0;
        } else {
            group++;
        }
        if (c != ',') digits[len++] = c;
    }
    return grouped && !decimal && group != 3 ? 0 : len;
}

static bool take_digits(AmountWords *words, double *number) {
    char digits[32];
    if (!words->word.len || !byte_is_digit(words->word.ptr[0])) return false;
    size_t len = drop_commas(words->word, digits, sizeof digits);
    if (!str_to_double((Str){digits, len}, number)) return false;
    advance(words);
    return true;
}

// 0 to 19, then the tens; -1 for any other word.
static int word_number(Str word) {
    static const char *const NUMBERS[] = {
        "zero",     "one",     "two",     "three",     "four",     "five",    "six",
        "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static const char *const TENS[] = {"twenty", "thirty",  "forty",  "fifty",
                                       "sixty",  "seventy", "eighty", "ninety"};
    if (str_eq_fold(word, STR("oh")) || str_eq_fold(word, STR("nought"))) return 0;
    if (str_eq_fold(word, STR("a")) || str_eq_fold(word, STR("an"))) return 1;
    for (int i = 0; i < 20; i++)
        if (str_eq_fold(word, str_from(NUMBERS[i]))) return i;
    for (int i = 0; i < 8; i++)
        if (str_eq_fold(word, str_from(TENS[i]))) return (i + 2) * 10;
    return -1;
}

enum { SPOKEN_MAX = 9999, DECIMALS_MAX = 1000000 };

// A spoken number so far: `thousands` apart, then `part`, to which a number below `room`
// is added; any other follows its digits ("one oh five", "nineteen ninety nine").
typedef struct {
    int thousands, part, room;
} Spoken;

static void add_number(Spoken *spoken, int number) {
    bool adds = number > 0 && number < spoken->room;
    spoken->part =
        adds ? spoken->part + number : spoken->part * (number < 10 ? 10 : 100) + number;
    spoken->room = number >= 20 ? 10 : 1;
}

static bool add_word(Spoken *spoken, Str word) {
    int number = word_number(word);
    if (number >= 0) {
        add_number(spoken, number);
    } else if (str_eq_fold(word, STR("hundred"))) {
        spoken->part = (spoken->part ? spoken->part : 1) * 100;
        spoken->room = 100;
    } else if (str_eq_fold(word, STR("thousand"))) {
        spoken->thousands = (spoken->part ? spoken->part : 1) * 1000;
        spoken->part = 0;
        spoken->room = 1000;
    } else {
        return false;
    }
    return true;
}

// "and" belongs to a number only before more of it: "two hundred and fifty".
static bool skip_and(const Spoken *spoken, AmountWords *words) {
    AmountWords after = *words;
    if (spoken->room < 100 || !take_word(&after, "and") || at_word(&after, "a") ||
        word_number(after.word) < 0)
        return false;
    *words = after;
    return true;
}

// "two point five": digits one by one.
static bool take_decimals(AmountWords *words, double *number) {
    double decimals = 0, scale = 1;
    if (!take_word(words, "point")) return true;
    for (int digit; (digit = word_number(words->word)) >= 0 && digit < 10;) {
        decimals = decimals * 10 + digit;
        scale *= 10;
        advance(words);
    }
    *number += decimals / scale;
    return scale > 1 && scale <= DECIMALS_MAX;
}

static bool take_spoken(AmountWords *words, double *number) {
    Spoken spoken = {.room = 99};
    bool any = false;
    while (spoken.thousands + spoken.part <= SPOKEN_MAX) {
        skip_and(&spoken, words);
        if (!add_word(&spoken, words->word)) break;
        advance(words);
        any = true;
    }
    *number = spoken.thousands + spoken.part;
    return any && *number <= SPOKEN_MAX && take_decimals(words, number);
}

// "and a half".
static bool take_half(AmountWords *words, double *number) {
    AmountWords after = *words;
    if (!take_word(&after, "and") || !take_word(&after, "a") ||
        !take_word(&after, "half"))
        return false;
    *words = after;
    *number += 0.5;
    return true;
}

static bool take_number(AmountWords *words, double *number) {
    if (take_word(words, "half")) {
        *number = 0.5;
        if (!take_word(words, "an")) take_word(words, "a");
        return true;
    }
    if (!take_digits(words, number) && !take_spoken(words, number)) return false;
    take_half(words, number);
    return true;
}

// ---- Amounts

static bool is_number(Str word) {
    return byte_is_digit(word.ptr[0]) || word_number(word) >= 0;
}

// The words up to the next number, or to the end.
static Str take_unit(AmountWords *words) {
    Str unit = words->word;
    while (words->word.len && !is_number(words->word) && !at_word(words, "and")) {
        unit.len = (size_t)(words->word.ptr + words->word.len - unit.ptr);
        advance(words);
    }
    return unit;
}

// One number with its unit: "£30", "GBP 30", "30 pounds", "30". "A" is a number only of
// what is a unit: "a week" is one, "a few" is none.
static bool take_amount(AmountWords *words, Amount *amount) {
    const KnownUnit *before = find_unit(words->word);
    bool article = at_word(words, "a") || at_word(words, "an");
    if (before && before->dimension >= POUNDS) {
        amount->unit = words->word;
        advance(words);
        return take_number(words, &amount->number);
    }
    if (!take_number(words, &amount->number)) return false;
    amount->unit = take_unit(words);
    return !article || amount->number > 1 || find_unit(amount->unit);
}

// What follows a known unit: "and a half", "30 minutes", "fifty" (pence).
static bool add_amount(AmountWords *words, Amount *amount) {
    Amount more;
    const KnownUnit *unit = find_unit(amount->unit);
    if (!unit) return false;
    if (take_half(words, &amount->number)) return true;
    take_word(words, "and");
    if (!take_amount(words, &more)) return false;
    const KnownUnit *part = find_unit(more.unit);
    bool bare = !more.unit.len && has_hundredths(unit) && more.number < 100;
    if (!bare &&
        (!part || part->dimension != unit->dimension || part->size >= unit->size))
        return false;
    amount->number += more.number * (bare ? 1 : part->size) / unit->size;
    return true;
}

bool amount_parse(Str text, Amount *amount) {
    AmountWords words = {.rest = text};
    *amount = (Amount){0};
    advance(&words);
    if (!take_amount(&words, amount)) return false;
    return !words.word.len || (add_amount(&words, amount) && !words.word.len);
}

// Far less than anybody says apart, and more than arithmetic adds.
static bool is_near(double a, double b) { return fabs(a - b) < 0.0005; }

AmountOrder amount_compare(const Amount *a, const Amount *b) {
    const KnownUnit *unit = find_unit(a->unit), *other = find_unit(b->unit);
    double x = a->number, y = b->number;
    if (unit && other && unit->dimension == other->dimension)
        x *= unit->size, y *= other->size;
    else if (a->unit.len && b->unit.len && !is_same_word(a->unit, b->unit))
        return AMOUNTS_INCOMPARABLE;
    return is_near(x, y) ? AMOUNTS_SAME : AMOUNTS_DIFFER;
}

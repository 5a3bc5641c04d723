#include "detect/negation.h"

#include "make_call.h"

typedef struct {
    const char *says;
    const char *text; // '|' stands before what may be negated
    uint32_t words;
    bool negated;
} GuardRow;

static GuardRow GUARDS[] = {
    {"a negation right before negates", "I'm not |upset", 3, true},
    {"a negation three words before negates", "I'm not at all |upset", 3, true},
    {"a negation four words before is too far", "I'm not at all really |upset", 3, false},
    {"the number of words can be larger", "I'm not at all really |upset", 4, true},
    {"the number of words can be smaller", "I'm not really |upset", 1, false},
    {"with no words there is no guard", "I'm not |upset", 0, false},
    {"a negation after it does not count", "I'm |upset, not angry", 3, false},
    {"nothing stands before the first word", "|upset", 3, false},
    {"signs alone stand before the first word", "... |upset", 3, false},
    {"a word that holds a negation is none", "a knot |upset", 3, false},
    {"letter case does not matter", "NEVER |upset", 3, true},
    {"two blanks are one gap", "not  |upset", 3, true},
    {"a quotation mark does not stop it", "not \"|upset", 3, true},

    {"a comma ends the clause", "I'm not sure, |upset", 3, false},
    {"a full stop ends the clause", "I'm not. |upset", 3, false},
    {"a semicolon ends the clause", "I'm not; |upset", 3, false},
    {"a colon ends the clause", "I'm not: |upset", 3, false},
    {"an exclamation mark ends the clause", "Not! |upset", 3, false},
    {"a question mark ends the clause", "Not? |upset", 3, false},
    {"a dash ends the clause", "I'm not - |upset", 3, false},
    {"a dash after a word ends the clause", "I'm not- |upset", 3, false},
    {"a hyphen in a word does not", "I'm not self-|upset", 3, true},
    {"a word with a hyphen counts as two", "not well-known |upset", 3, true},
    {"nor does it let a third word pass", "not a well-known |upset", 3, false},
    {"'and' begins a clause", "I did not and |upset", 3, false},
    {"'but' begins a clause", "I did not but |upset", 3, false},
    {"'because' begins a clause", "not because |upset", 3, false},
    {"'so' begins a clause", "I could not wait so |upset", 3, false},
    {"'not so' is a negation all the same", "I'm not so |upset", 3, true},
    {"'sorry' does not begin with 'so'", "not sorry |upset", 3, true},

    {"'no' negates the next word", "there is no |frustration", 3, true},
    {"'no' negates no word but the next", "no real |frustration", 3, false},
    {"'no' as an answer negates nothing", "no, |upset", 3, false},
    {"'know' is not 'no'", "you know |upset", 3, false},

    {"don't", "I don't |agree", 3, true},
    {"wouldn't", "I wouldn't say |upset", 3, true},
    {"cannot", "cannot |agree", 3, true},
    {"can not", "can not |agree", 3, true},
    {"without", "without |delay", 3, true},
    {"hardly", "hardly |upset", 3, true},
    {"nor", "nor |upset", 3, true},
    {"dont, typed without an apostrophe", "i dont |agree", 3, true},
    {"cant, typed without an apostrophe", "i cant |agree", 3, true},
    {"wont, typed without an apostrophe", "i wont be |upset", 3, true},
    {"didnt, typed without an apostrophe", "i didnt |agree", 3, true},
    {"isnt, typed without an apostrophe", "it isnt |right", 3, true},
    {"wasnt, typed without an apostrophe", "it wasnt |right", 3, true},
    {"werent, typed without an apostrophe", "we werent |right", 3, true},
    {"hadnt, typed without an apostrophe", "it hadnt |arrived", 3, true},
    {"shouldnt, typed without an apostrophe", "it shouldnt |arrive", 3, true},
    {"a word that ends like one is none", "the tenant |agrees", 3, false},
};

static void check_guard(void **state) {
    const GuardRow *row = *state;
    size_t at = strcspn(row->text, "|");
    Arena arena = {0};
    Str text = str_format(&arena, "%.*s%s", (int)at, row->text, row->text + at + 1);
    assert_int_equal(negated_before(text, at, row->words), row->negated);
    arena_free(&arena);
}

typedef struct {
    const char *says, *regex;
    bool negated;
} PatternRow;

static PatternRow PATTERNS[] = {
    {"a plain pattern has no negation", "happy|glad", false},
    {"'not' is a negation", "not happy", true},
    {"'no' is one wherever it stands", "no (?:problem|worries)", true},
    {"a contraction is one", "I (?:don't|won't) know", true},
    {"half a contraction is one", "(?:do|did)n't know", true},
    {"an escape does not hide one", "\\bnot\\b happy", true},
    {"a lookbehind counts", "(?<!not )happy", true},
    {"words that hold one do not", "know|note|nothing", false},
    {"an escape does not make one", "\\no", false},
    {"the empty pattern has none", "", false},
};

static void check_pattern(void **state) {
    const PatternRow *row = *state;
    assert_int_equal(text_negated(str_from(row->regex)), row->negated);
}

int main(void) {
    return RUN_ROWS(GUARDS, check_guard) + RUN_ROWS(PATTERNS, check_pattern);
}

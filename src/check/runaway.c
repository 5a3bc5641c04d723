#include "check/runaway.h"

#include "base/utf8.h"

#include <string.h>

enum { LENGTH_LEAST = 30, LENGTH_MOST = 1920, WORDS_MAX = 24, SHOWN = 20 };

// One pattern, and the text it is tried on.
typedef struct {
    PatternProbe *probe;
    uint32_t pattern;
    Str tail;
    Buf text;
} RunawayTest;

// PCRE2 gives up at once where a character that every match needs is nowhere to be found,
// which real text does not oblige it with: so they all stand at the end, but apart.
static Str tail_of(Arena *scratch, Str regex) {
    Buf tail = {.arena = scratch};
    for (int c = '!'; c < '~'; c++)
        if (regex.len && memchr(regex.ptr, c, regex.len)) buf_format(&tail, "~%c", c);
    return buf_str(&tail);
}

// Doubled, not put on bit by bit: most units are a single letter. What an arena's buffer
// held before it grew stays readable, so it may be put behind itself.
static void repeat(Buf *text, Str unit, size_t length) {
    text->len = 0;
    buf_put(text, unit);
    while (text->len < length) buf_put(text, buf_str(text));
    text->len = utf8_clip(buf_str(text), length).len;
}

static bool exceeds(RunawayTest *test, Str unit, size_t length, Str tail) {
    Buf *text = &test->text;
    repeat(text, unit, length);
    buf_put(text, tail);
    return pattern_exceeds(test->probe, test->pattern, buf_str(text), PATTERN_STEPS);
}

static bool is_led_astray(RunawayTest *test, Str unit, size_t length) {
    return exceeds(test, unit, length, test->tail) ||
           exceeds(test, unit, length, (Str){0});
}

// A pattern that manages the longest text manages the shorter ones.
static bool try_unit(RunawayTest *test, Str unit, Runaway *out) {
    if (!is_led_astray(test, unit, LENGTH_MOST)) return false;
    size_t length = LENGTH_LEAST;
    while (length < LENGTH_MOST && !is_led_astray(test, unit, length)) length *= 2;
    out->length = (uint32_t)length;
    out->text = utf8_clip(buf_str(&test->text), SHOWN);
    return true;
}

static void add_unit(Arena *scratch, Texts *units, Str unit) {
    if (!str_is_in(unit, units->items, units->len)) *vec_push(scratch, units) = unit;
}

// The next run of letters at or after *at, which is moved past it; {0} after the last.
// What follows a backslash is no letter of the text.
static Str next_word(Str regex, size_t *at) {
    while (*at < regex.len && !byte_is_letter(regex.ptr[*at]))
        *at += regex.ptr[*at] == '\\' ? 2 : 1;
    size_t from = *at;
    while (*at < regex.len && byte_is_letter(regex.ptr[*at])) ++*at;
    return str_slice(regex, from, *at);
}

static void add_letters(Arena *scratch, Texts *units, Str word) {
    for (size_t i = 0; i < word.len; i++)
        if ((unsigned char)word.ptr[i] < 0x80)
            add_unit(scratch, units, str_slice(word, i, i + 1));
}

// Each letter and word of the regex; one digit and one space stand for all.
static void add_regex(Arena *scratch, Texts *units, Str regex) {
    add_letters(scratch, units, STR("a1 "));
    size_t at = 0, words = 0;
    for (Str word; (word = next_word(regex, &at)).len && words < WORDS_MAX; words++) {
        add_letters(scratch, units, word);
        add_unit(scratch, units, str_format(scratch, "%.*s ", STR_ARG(word)));
    }
}

static void add_examples(Arena *scratch, Texts *units, const Detector *detector) {
    vec_each(const Example, example, &detector->examples)
        if (example->text.len > 1)
            add_unit(scratch, units, utf8_clip(example->text, example->text.len - 1));
}

Runaway pattern_runaway(const Rubric *rubric, PatternProbe *probe, uint32_t pattern,
                        Arena *scratch) {
    uint32_t detector = rubric->origins.items[pattern].detector;
    Str regex = str_lower(scratch, pattern_regex(rubric->patterns, pattern));
    RunawayTest test = {probe, pattern, tail_of(scratch, regex), {.arena = scratch}};
    Runaway out = {0};
    Texts units = {0};
    add_regex(scratch, &units, regex);
    add_examples(scratch, &units, &rubric->detectors.items[detector]);
    for (size_t i = 0; i < units.len; i++)
        if (try_unit(&test, units.items[i], &out)) break;
    return out;
}

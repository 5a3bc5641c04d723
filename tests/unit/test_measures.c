// Measures over calls: the value, its interval, and what is said of the target.
#include "score/card_value.h"
#include "tally/measures.h"

#include "make_call.h"

#define RUBRIC                                                                       \
    "rubric: r\n"                                                                    \
    "score: {min_calls: 2, assess: {min_turns: 1, min_agent_words: 1, roles: []}}\n" \
    "detectors:\n"                                                                   \
    "  hi: {any: [hi]}\n"                                                            \
    "  slow: {kind: response, stat: first, at_most: 1 min}\n"                        \
    "principles:\n"                                                                  \
    "- {id: p, title: P, weight: 1, criteria: [{id: c, met: hi}]}\n"                 \
    "measures:\n- "

// One row: a measure, the values of calls, and what comes out.
typedef struct {
    const char *says, *measure, *calls, *wanted;
} Row;

// Calls as "AGENT TEAM CHANNEL VALUE; ...", where - is not known; the value is that of
// the field "x".
static void add_cards(Arena *arena, const char *calls, Scorecards *cards) {
    Str rest = str_from(calls), words, cell;
    while (str_next(&rest, ';', &words)) {
        Str cells[4] = {0};
        words = str_trim(words);
        for (size_t i = 0; i < 4 && str_next(&words, ' ', &cell); i++)
            if (!str_eq(cell, STR("-"))) cells[i] = cell;
        double value;
        bool known = str_to_double(cells[3], &value);
        Scorecard card = {.agent = cells[0], .team = cells[1], .channel = cells[2]};
        *vec_push(arena, &card.values) =
            (CardValue){STR("field x"), known ? (int64_t)(value * 1000) : NO_VALUE};
        *vec_push(arena, cards) = card;
    }
}

static void put_group(Buf *out, const MeasureGroup *group) {
    static const char *const REACHED[] = {"met", "missed", "not certain", "too few",
                                          "not judged"};
    if (out->len) buf_text(out, "; ");
    if (group->name.len) buf_format(out, "%.*s ", STR_ARG(group->name));
    if (group->has_value) buf_format(out, "%.2f ", group->value);
    if (group->has_interval) buf_format(out, "(%.2f to %.2f) ", group->low, group->high);
    buf_format(out, "%u/%u %s", group->known, group->calls, REACHED[group->reached]);
}

static const char *measure_text(Arena *arena, const Rubric *rubric,
                                const Scorecards *cards) {
    MeasureTallies tallies = {0};
    Buf out = {.arena = arena};
    measures_make(arena, rubric, cards, &tallies);
    assert_int_equal(tallies.len, 1);
    vec_each(const MeasureGroup, group, &tallies.items[0].groups) put_group(&out, group);
    buf_byte(&out, '\0');
    return out.ptr;
}

static Rubric *rubric_with(Arena *arena, const char *measure) {
    return make_rubric(arena, str_z(arena, str_format(arena, RUBRIC "%s\n", measure)));
}

static void turn_round(Scorecards *cards) {
    for (size_t i = 0; i < cards->len / 2; i++) {
        Scorecard card = cards->items[i];
        cards->items[i] = cards->items[cards->len - 1 - i];
        cards->items[cards->len - 1 - i] = card;
    }
}

static void check_row(void **state) {
    const Row *row = *state;
    Arena arena = {0};
    Scorecards cards = {0};
    Rubric *rubric = rubric_with(&arena, row->measure);
    add_cards(&arena, row->calls, &cards);
    assert_string_equal(measure_text(&arena, rubric, &cards), row->wanted);
    turn_round(&cards);
    assert_string_equal(measure_text(&arena, rubric, &cards), row->wanted);
    rubric_free(rubric);
    arena_free(&arena);
}

#define X "{id: m, of: field x, "

// Means by hand: 60, 70, 80 have the standard deviation 10, and the t of 2 degrees is
// 4.3027, so the margin is 4.3027 * 10 / sqrt(3) = 24.84.
static Row ROWS[] = {
    {"a mean has its interval", X "stat: mean}", "a - - 60; a - - 70; a - - 80",
     "70.00 (45.16 to 94.84) 3/3 not judged"},
    {"a mean meets what its whole interval meets", X "stat: mean, target: {at_most: 95}}",
     "a - - 60; a - - 70; a - - 80", "70.00 (45.16 to 94.84) 3/3 met"},
    {"a mean within the target is not certain", X "stat: mean, target: {at_most: 90}}",
     "a - - 60; a - - 70; a - - 80", "70.00 (45.16 to 94.84) 3/3 not certain"},
    {"a mean outside the target is not certain", X "stat: mean, target: {at_most: 50}}",
     "a - - 60; a - - 70; a - - 80", "70.00 (45.16 to 94.84) 3/3 not certain"},
    {"a mean misses what its whole interval misses",
     X "stat: mean, target: {at_most: 45}}", "a - - 60; a - - 70; a - - 80",
     "70.00 (45.16 to 94.84) 3/3 missed"},
    {"the same from below", X "stat: mean, target: {at_least: 94.9}}",
     "a - - 60; a - - 70; a - - 80", "70.00 (45.16 to 94.84) 3/3 missed"},
    {"a range has two edges", X "stat: mean, target: {at_least: 45.1, at_most: 94.9}}",
     "a - - 60; a - - 70; a - - 80", "70.00 (45.16 to 94.84) 3/3 met"},
    {"a time is not below zero", X "stat: mean, target: {at_most: 1 h}}",
     "a - - 1; a - - 3", "2.00 (0.00 to 14.71) 2/2 met"},
    {"a number that was below zero may be so again", X "stat: mean}", "a - - -1; a - - 3",
     "1.00 (-24.41 to 26.41) 2/2 not judged"},
    {"one call has no interval", X "stat: mean, min_calls: 1, target: {at_most: 9}}",
     "a - - 2", "2.00 1/1 not certain"},
    {"a call without the value is left out and counted",
     X "stat: max, target: {at_most: 9}}", "a - - 2; a - - -; a - - 4", "4.00 2/3 met"},
    {"calls that all lack the value", X "stat: max, target: {at_most: 9}}", "a - - -",
     "0/1 too few"},
    {"too few calls are not judged", X "stat: max, target: {at_most: 9}}", "a - - 2",
     "2.00 1/1 too few"},
    {"no call at all", X "stat: max, channel: chat}", "a - voice 2", "0/0 too few"},
    {"the median of an odd number", X "stat: median}", "a - - 9; a - - 1; a - - 5",
     "5.00 3/3 not judged"},
    {"the median of an even number", X "stat: median}",
     "a - - 9; a - - 1; a - - 5; a - - 6", "5.50 4/4 not judged"},
    {"p90 is the nearest rank", X "stat: p90}",
     "a - - 1; a - - 2; a - - 3; a - - 4; a - - 5; a - - 6; a - - 7; a - - 8; a - - 9; "
     "a - - 50",
     "9.00 10/10 not judged"},
    {"p90 of eleven is the tenth", X "stat: p90}",
     "a - - 1; a - - 2; a - - 3; a - - 4; a - - 5; a - - 6; a - - 7; a - - 8; a - - 9; "
     "a - - 50; a - - 70",
     "50.00 11/11 not judged"},
    {"the largest, at the edge", X "stat: max, target: {at_most: 8.2}}",
     "a - - 8.2; a - - -1", "8.20 2/2 met"},
    {"spread is the standard deviation", X "stat: spread, target: {at_most: 9}}",
     "a - - 60; a - - 70; a - - 80", "10.00 3/3 missed"},
    {"one call has no spread", X "stat: spread, min_calls: 1, target: {at_most: 9}}",
     "a - - 60", "1/1 too few"},
    {"a share of calls", X "stat: share, target: {at_most: 20 s, share: 75 %}}",
     "a - - 5; a - - 20; a - - 21; a - - 7", "75.00 4/4 met"},
    {"a share too small", X "stat: share, target: {at_most: 20 s, share: 76}}",
     "a - - 5; a - - 20; a - - 21; a - - 7", "75.00 4/4 missed"},
    {"a gap is between the channels' means", X "stat: gap, target: {at_most: 5}}",
     "a - chat 1; a - chat 3; a - voice 9; a - voice 11; a - - 99; a - mail 99",
     "8.00 6/6 missed"},
    {"one channel has no gap", X "stat: gap, target: {at_most: 5}}",
     "a - chat 1; a - chat 3; a - voice 9", "3/3 too few"},
    {"only one channel, in any case", X "stat: max, channel: Chat}",
     "a - chat 1; a - CHAT 3; a - voice 9", "3.00 2/2 not judged"},
    {"by team", X "stat: max, by: team, target: {at_most: 2}}",
     "a red - 1; b red - 2; b blue - 3; b blue - 4; c - - 1; c - - 0",
     "1.00 2/2 met; blue 4.00 2/2 missed; red 2.00 2/2 met"},
    {"by channel", X "stat: max, by: channel, min_calls: 1}", "a - voice 1; a - chat 2",
     "chat 2.00 1/1 not judged; voice 1.00 1/1 not judged"},
    {"calls that are nobody's are not judged",
     X "stat: max, by: agent, target: {at_most: 2}}",
     "- - - 1; - - - 2; a - - 1; a - - 2", "2.00 2/2 not judged; a 2.00 2/2 met"},
    {"values too large for one sum", X "stat: mean}",
     "a - - 1000000000; a - - 1000000000",
     "1000000000.00 (1000000000.00 to 1000000000.00) 2/2 not judged"},
};

// ---- What a call gives

static void check_value(const char *measure, const char *lines, int64_t wanted) {
    Arena arena = {0};
    Rubric *rubric = rubric_with(&arena, measure);
    const Scorecard *card = make_card(&arena, rubric, make_call(&arena, lines));
    int64_t value = card_value(card, &rubric->measures.items[0]);
    if (value != wanted)
        fail_msg("%s: %lld, not %lld", measure, (long long)value, (long long)wanted);
    rubric_free(rubric);
    arena_free(&arena);
}

static void the_value_of_a_call(void **state) {
    (void)state;
    static const char CALL[] = "field x: 1.5\nfield long: 2:05\nfield word: red\n"
                               "field span: 3 min\nfield huge: 1e300\n"
                               "customer @0-2: hi there\nagent @5-7: hi hi\n"
                               "customer @8-9: well\nagent @29-31: one two\n";
    static const struct {
        const char *of;
        int64_t value;
    } TABLE[] = {
        {"score", 100000},        {"compensatory", 100000}, {"principle p", 100000},
        {"first_reply", 3000},    {"max_reply", 20000},     {"duration", 31000},
        {"turns", 4000},          {"agent_words", 4000},    {"field x", 1500},
        {"field long", 125000},   {"field span", 180000},   {"field word", NO_VALUE},
        {"field huge", NO_VALUE}, {"field none", NO_VALUE}, {"detector hi", 3000},
        {"detector slow", 3000},  {"field   x", 1500},
    };
    for (size_t i = 0; i < COUNT(TABLE); i++) {
        Arena arena = {0};
        Str measure = str_format(&arena, "{id: m, of: %s, stat: mean}", TABLE[i].of);
        check_value(str_z(&arena, measure), CALL, TABLE[i].value);
        arena_free(&arena);
    }
}

static void what_a_call_lacks_is_not_known(void **state) {
    (void)state;
    static const char *const OFS[] = {"score", "principle p", "first_reply", "duration",
                                      "detector slow"};
    for (size_t i = 0; i < COUNT(OFS); i++) {
        Arena arena = {0};
        Str measure = str_format(&arena, "{id: m, of: %s, stat: mean}", OFS[i]);
        check_value(str_z(&arena, measure), "system: hi\n", NO_VALUE);
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_value_of_a_call),
        cmocka_unit_test(what_a_call_lacks_is_not_known),
    };
    return RUN_ROWS(ROWS, check_row) + cmocka_run_group_tests(tests, NULL, NULL);
}

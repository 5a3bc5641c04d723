#include "check/relaxed.h"

#include "make_call.h"

static const char RUBRIC[] =
    "rubric: relaxed\n"
    "fragments: {greet: [good day|hello there]}\n"
    "detectors:\n"
    "  hail: {any: [<greet> to you, hi], unless: [not to you]}\n"
    "  wish: {any: [all the (?:very )?best], role: agent}\n"
    "  both: {kind: reply, to: hail, with: wish}\n"
    "principles: [{id: p, title: P, weight: 1, criteria: [{id: c, met: both}]}]\n";

// "PATTERN without MISSING: REGEX" for each relaxed pattern of the wanted detectors.
static const char *relaxed(Arena *arena, const Rubric *rubric, const bool *wanted) {
    RelaxedRubric out;
    Buf text = {.arena = arena};
    rubric_relax(arena, rubric, wanted, &out);
    assert_int_equal(out.items.len, patterns_count(out.rubric.patterns));
    for (uint32_t p = 0; p < out.items.len; p++)
        buf_format(&text, "%u without %.*s: %.*s\n", out.items.items[p].pattern,
                   STR_ARG(out.items.items[p].missing),
                   STR_ARG(pattern_regex(out.rubric.patterns, p)));
    buf_byte(&text, '\0');
    rubric_free(&out.rubric);
    return text.ptr;
}

static void what_is_under_any_is_relaxed(void **state) {
    Arena *arena = *state;
    Rubric *rubric = make_rubric(arena, RUBRIC);
    assert_string_equal(relaxed(arena, rubric, (bool[]){true, false, true}),
                        "0 without <greet>: (?:[\\w'-]+ )?to you\n"
                        "0 without to: (?:good day|hello there) (?:[\\w'-]+ )?you\n"
                        "0 without you: (?:good day|hello there) to(?: [\\w'-]+)?\n");
    assert_string_equal(relaxed(arena, rubric, (bool[]){false, true, false}),
                        "3 without all: (?:[\\w'-]+ )?the (?:very )?best\n"
                        "3 without the: all (?:[\\w'-]+ )?(?:very )?best\n"
                        "3 without best: all the (?:very )?[\\w'-]+\n");
    rubric_free(rubric);
}

// Role and whole words are those of the pattern it comes from.
static void it_is_searched_for_as_the_pattern_is(void **state) {
    Arena *arena = *state;
    Rubric *rubric = make_rubric(arena, RUBRIC);
    RelaxedRubric out;
    rubric_relax(arena, rubric, (bool[]){false, true, false}, &out);
    const MatchText texts[] = {{STR("all of the best"), ROLE_AGENT},
                               {STR("all those best"), ROLE_AGENT},
                               {STR("all those best"), ROLE_CUSTOMER},
                               {STR("all those bests"), ROLE_AGENT}};
    Matcher *matcher = matcher_new(arena, out.rubric.patterns, true);
    HitList hits;
    matcher_scan(matcher, texts, COUNT(texts), arena, &hits);
    assert_int_equal(hits.hits.len, 2);
    assert_int_equal(hits.hits.items[0].pattern, 0);
    assert_int_equal(hits.hits.items[0].turn, 0);
    assert_int_equal(hits.hits.items[1].pattern, 1);
    assert_int_equal(hits.hits.items[1].turn, 1);
    matcher_free(matcher);
    rubric_free(&out.rubric);
    rubric_free(rubric);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(what_is_under_any_is_relaxed, &arena),
        cmocka_unit_test_prestate(it_is_searched_for_as_the_pattern_is, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}

// A record that is made with what earlier ones had in common is the one that is made
// without.
#include "score/record.h"
#include "score/record_quotes.h"

#include "make_marks.h"
#include "score/quotes.h"

static const char *const WORDS[] = {
    "Hello", "say \"no\"", "two\nlines", "",
    "a text that is longer than what is copied without asking how long it is"};
enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS, ORIGIN_COUNT = 4 };

static Str words(uint64_t *seed) { return str_from(WORDS[draw(seed, WORD_COUNT)]); }

// Those of one rubric; the last is not sealed.
static const Origin *make_origins(Arena *arena) {
    Origin *origins = arena_array(arena, Origin, ORIGIN_COUNT);
    origins[0] = (Origin){.detector = STR("greeting"), .at = STR("rules.yaml:7")};
    origins[1] =
        (Origin){.detector = STR("praise"),
                 .phrase = STR("\"nice\" or, in a long word, \\ supercalifragil"),
                 .at = STR("rules-with-a-name-that-is-rather-long.yaml:12345678"),
                 .points = -3};
    origins[2] = (Origin){.detector = STR("length")};
    origins[3] = origins[0];
    for (int i = 0; i < ORIGIN_COUNT - 1; i++) origin_seal(arena, &origins[i]);
    return origins;
}

static Quote any_quote(const Scorecard *card, const Origin *origins, uint64_t *seed) {
    uint32_t turn = draw(seed, (uint32_t)card->said.len);
    const Said *said = &card->said.items[turn];
    uint32_t start = draw(seed, (uint32_t)said->text.len + 1);
    uint32_t end = start + draw(seed, (uint32_t)said->text.len - start + 1);
    return (Quote){.origin = &origins[draw(seed, ORIGIN_COUNT)],
                   .quote = str_slice(said->text, start, end),
                   .at_ms = said->at_ms,
                   .turn = card->said_from + turn,
                   .start = start,
                   .end = end,
                   .role = said->role};
}

static Mark any_mark(Arena *arena, const Scorecard *card, const Origin *origins,
                     uint64_t *seed) {
    static const Str IDS[] = {{"listens", 7}, {"explains", 8}};
    static const AwaitedPromise AWAITS = {
        {"call back", 9}, 60000, VERDICT_MET, VERDICT_NOT_MET};
    size_t number = card->marks.len;
    Mark mark = {.criterion = IDS[number],
                 .principle = STR("empathy"),
                 .verdict = draw(seed, VERDICT_COUNT),
                 .weight = 1500,
                 .applied = 100 * (int32_t)draw(seed, 3),
                 .share = 5 * (int32_t)draw(seed, 3),
                 .uncounted = draw(seed, 2),
                 .why = words(seed)};
    if (mark.verdict == VERDICT_NOT_ASSESSABLE && draw(seed, 2)) mark.awaits = &AWAITS;
    for (uint32_t left = draw(seed, 4); card->said.len && left; left--)
        *quotes_add(arena, &mark) = any_quote(card, origins, seed);
    return mark;
}

static Scorecard any_card(Arena *arena, const Origin *origins, uint64_t *seed,
                          uint32_t turns) {
    static const Str PRINCIPLES[] = {{"empathy", 7}, {"speed", 5}};
    Scorecard card = {.call = words(seed), .score = NO_SCORE, .said_from = 1};
    if (!draw(seed, 4)) card.said_from = draw(seed, 2000);
    while (card.said.len < turns)
        *vec_push(arena, &card.said) =
            (Said){words(seed), draw(seed, 4) ? draw(seed, 1u << 31) : NO_TIME,
                   draw(seed, ROLE_COUNT)};
    for (int i = 0; i < 2; i++) {
        int32_t score = draw(seed, 2) ? 100 * (int32_t)draw(seed, 1000) : NO_SCORE;
        *vec_push(arena, &card.principles) = (PrincipleScore){
            PRINCIPLES[i],        score, 25000, score == NO_SCORE ? 0 : 50000,
            i ? NO_SCORE : 40000, 0,     false};
    }
    for (int i = 0; i < 2; i++) {
        Mark mark = any_mark(arena, &card, origins, seed);
        *vec_push(arena, &card.marks) = mark;
    }
    return card;
}

static void check_record(Arena *arena, const Scorecard *card, RecordMemo *memo) {
    Buf alone = {.arena = arena}, again = {.arena = arena};
    record_put_json(&alone, card);
    record_put_again(&again, card, memo);
    if (!str_eq(buf_str(&alone), buf_str(&again)))
        fail_msg("%.*s\n%.*s", STR_ARG(buf_str(&alone)), STR_ARG(buf_str(&again)));
}

static void records_are_the_same_with_and_without_a_memo(void **state) {
    Arena scratch = {0};
    RecordMemo memo = {0};
    uint64_t seed = 7;
    const Origin *origins = make_origins(*state);
    for (int i = 0; i < 3000; i++) {
        Scorecard card = any_card(&scratch, origins, &seed, draw(&seed, 6));
        check_record(&scratch, &card, &memo);
        arena_reset(&scratch);
    }
    record_memo_free(&memo);
    arena_free(&scratch);
}

// More than the memo keeps: by number, and by what is said in one.
static void turns_that_are_not_kept_are_written_all_the_same(void **state) {
    Arena *arena = *state;
    RecordMemo memo = {0};
    uint64_t seed = 1;
    const Origin *origins = make_origins(arena);
    for (int i = 0; i < 20; i++) {
        Scorecard card = any_card(arena, origins, &seed, 1500);
        if (i % 2) {
            char *text = arena_alloc(arena, 1 << 20);
            memset(text, i % 4 == 1 ? 'x' : '\n', 1 << 20);
            card.said.items[2].text = (Str){text, 1 << 20};
        }
        check_record(arena, &card, &memo);
    }
    record_memo_free(&memo);
}

static void a_card_without_marks_has_an_empty_list(void **state) {
    Buf out = {.arena = *state};
    RecordMemo memo = {0};
    const Scorecard card = {.score = NO_SCORE};
    record_put_again(&out, &card, &memo);
    assert_true(str_has(buf_str(&out), STR("\"principles\":[],\"marks\":[],")));
    check_record(*state, &card, &memo);
    record_memo_free(&memo);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(records_are_the_same_with_and_without_a_memo, &arena),
        cmocka_unit_test_prestate(turns_that_are_not_kept_are_written_all_the_same,
                                  &arena),
        cmocka_unit_test_prestate(a_card_without_marks_has_an_empty_list, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}

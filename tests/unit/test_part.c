#include "call/part.h"
#include "copy_call.h"
#include "make_call.h"
#include "score/record.h"

// ---- What each agent has

// A letter a turn: a, b, c for the agents, '-' for the customer, '.' for the system.
static Call *share_call(Arena *arena, const char *letters) {
    Call *call = arena_new(arena, Call);
    *call = (Call){.started_at = NO_TIME, .wait_ms = 5000, .team = STR("T")};
    *vec_push(arena, &call->fields) = (Field){STR("wait"), STR("5")};
    *vec_push(arena, &call->fields) = (Field){STR("csat"), STR("4")};
    for (const char *c = letters; *c; c++) {
        Role role = *c == '-' ? ROLE_CUSTOMER : *c == '.' ? ROLE_SYSTEM : ROLE_AGENT;
        Turn turn = {.text = (Str){c, 1}, .start_ms = NO_TIME, .end_ms = NO_TIME};
        turn.role = role;
        if (role == ROLE_AGENT)
            turn.agent = call_agent(arena, call, (Agent){.id = (Str){c, 1}});
        *vec_push(arena, &call->turns) = turn;
    }
    return call;
}

static const char *words_of(Arena *arena, const Call *part) {
    Buf out = {.arena = arena};
    vec_each(const Turn, turn, &part->turns)
        buf_byte(&out, turn->elsewhere ? ' ' : turn->text.ptr[0]);
    return str_z(arena, buf_str(&out));
}

typedef struct {
    const char *says, *call, *first, *second, *share;
} ShareRow;

static ShareRow SHARES[] = {
    {"a turn of the customer is his who answers it", "a-ab-b", "a-a   ", "   b-b",
     "agent 2 of 2, turns 4-6"},
    {"the last is his who speaks last", "ab-", "a  ", " b-", "agent 2 of 2, turn 2"},
    {"who comes back has both stretches", "a-b-a-", "a  -a-", " -b   ",
     "agent 2 of 2, turn 3"},
    {"what comes before the first is his", "--a-b", "--a  ", "   -b",
     "agent 2 of 2, turn 5"},
    {"the system is there for all", ".a.b.", ".a. .", ". .b.", "agent 2 of 2, turn 4"},
};

static void check_share(void **state) {
    const ShareRow *row = *state;
    Arena arena = {0};
    const Call *call = share_call(&arena, row->call);
    assert_int_equal(call_parts(call), 2);
    const Call *first = call_part(&arena, call, 1), *second = call_part(&arena, call, 2);
    assert_string_equal(words_of(&arena, first), row->first);
    assert_string_equal(words_of(&arena, second), row->second);
    assert_string_equal(str_z(&arena, part_words(&arena, &second->part)), row->share);
    arena_free(&arena);
}

static void a_call_of_one_is_itself(void **state) {
    (void)state;
    Arena arena = {0};
    const Call *call = share_call(&arena, "a-a");
    assert_int_equal(call_parts(call), 1);
    assert_ptr_equal(call_part(&arena, call, 1), call);
    assert_int_equal(part_words(&arena, &call->part).len, 0);
    arena_free(&arena);
}

static void the_wait_is_the_first_agents(void **state) {
    (void)state;
    Arena arena = {0};
    const Call *call = share_call(&arena, "a-b");
    const Call *first = call_part(&arena, call, 1), *second = call_part(&arena, call, 2);
    assert_true(first->wait_ms == 5000 && second->wait_ms == NO_TIME);
    assert_int_equal(call_field(first, STR("wait")).len, 1);
    assert_int_equal(call_field(second, STR("wait")).len, 0);
    assert_int_equal(call_field(second, STR("csat")).len, 1);
    arena_free(&arena);
}

// ---- Who is the same agent

static void agents_are_told_apart(void **state) {
    (void)state;
    Arena arena = {0};
    Call call = {0};
    assert_int_equal(call_agent(&arena, &call, (Agent){.id = STR("A1")}), 1);
    assert_int_equal(
        call_agent(&arena, &call, (Agent){.id = STR("A1"), .name = STR("Tom")}), 1);
    assert_int_equal(call_agent(&arena, &call, (Agent){.name = STR("tom")}), 1);
    assert_int_equal(
        call_agent(&arena, &call, (Agent){.id = STR("B2"), .name = STR("Tom")}), 2);
    assert_int_equal(call_agent(&arena, &call, (Agent){.key = STR("p1")}), 3);
    assert_int_equal(call_agent(&arena, &call, (Agent){.key = STR("p2")}), 4);
    assert_int_equal(call_agent(&arena, &call, (Agent){.key = STR("p1")}), 3);
    assert_int_equal(call_agent(&arena, &call, (Agent){0}), 5);
    arena_free(&arena);
}

static void too_many_are_one(void **state) {
    (void)state;
    Arena arena = {0};
    Call call = {0};
    uint32_t last = 0;
    for (int i = 0; i < 3 * CALL_AGENTS_MOST; i++)
        last = call_agent(&arena, &call, (Agent){.id = str_format(&arena, "%d", i)});
    assert_int_equal(last, CALL_AGENTS_MOST + 1);
    assert_int_equal(call.agents.len, CALL_AGENTS_MOST + 1);
    arena_free(&arena);
}

// ---- No mark rests on another's words

static uint32_t next_random(uint32_t *seed, uint32_t below) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % below;
}

static const char *const SAID[] = {
    "Good morning, Alder Bank, this is Ines. How can I help you?",
    "I was charged twice and I am really upset about it.",
    "I'm so sorry to hear that. That must have been a shock.",
    "That's your own fault. You should have read the terms.",
    "That's not my problem.",
    "My name is Ada Brook and my number is 4471.",
    "So that's 4471, is that right, Ada?",
    "There is a fee of ten pounds. Could I take your card number, please?",
    "I don't know. Let me find out and call you back by five o'clock tomorrow.",
    "Bear with me, please, I need two minutes to look this up.",
    "Thank you for waiting.",
    "I don't understand what you mean.",
    "Is there anything else I can help you with?",
    "No, that's all. Thank you for your help.",
    "Thank you for calling, goodbye.",
    "Let me put you through to my colleague.",
    "This is ridiculous, you are useless!",
    "Why was it late? Did you get it?",
};

static Turn random_turn(uint32_t *seed, int64_t *clock) {
    bool timed = next_random(seed, 8) > 0;
    *clock += next_random(seed, 100000);
    Turn turn = {.text = str_from(SAID[next_random(seed, COUNT(SAID))]),
                 .start_ms = timed ? *clock : NO_TIME,
                 .end_ms = timed ? *clock + 4000 : NO_TIME,
                 .role = (Role)next_random(seed, ROLE_COUNT)};
    if (turn.role != ROLE_AGENT && next_random(seed, 2)) turn.role = ROLE_AGENT;
    return turn;
}

static Call *random_call(Arena *arena, uint32_t *seed) {
    Call *call = arena_new(arena, Call);
    *call = (Call){.id = STR("R"), .started_at = NO_TIME, .wait_ms = NO_TIME};
    uint32_t agents = 1 + next_random(seed, 4);
    int64_t clock = 0;
    for (uint32_t left = 1 + next_random(seed, 30); left; left--) {
        Turn turn = random_turn(seed, &clock);
        Str id = str_format(arena, "A%u", next_random(seed, agents));
        if (turn.role == ROLE_AGENT)
            turn.agent = call_agent(arena, call, (Agent){.id = id});
        *vec_push(arena, &call->turns) = turn;
    }
    return call;
}

static Str record_of(Arena *arena, const Rubric *rubric, const Call *part) {
    Buf out = {.arena = arena};
    record_put_json(&out, make_card(arena, rubric, part));
    return buf_str(&out);
}

// What is said stands where it is in the call, and nothing of another's is among it.
static void check_said(const Call *call, const Call *part, const Scorecard *card) {
    size_t kept = 0, own = 0;
    vec_each(const Turn, turn, &part->turns) own += !turn->elsewhere;
    for (size_t i = 0; i < card->said.len; i++) {
        size_t t = card->said_from - 1 + i;
        const Said *said = &card->said.items[i];
        bool elsewhere = part->turns.items[t].elsewhere;
        kept += !elsewhere;
        assert_int_equal(said->role, elsewhere ? ROLE_SYSTEM : call->turns.items[t].role);
        Str text = elsewhere ? (Str){0} : call->turns.items[t].text;
        assert_true(str_eq(said->text, text));
    }
    assert_int_equal(kept, own);
}

static void check_evidence(const Call *call, const Call *part, const Scorecard *card) {
    check_said(call, part, card);
    vec_each(const Mark, mark, &card->marks)
        vec_each(const Quote, quote, &mark->quotes) {
            const Turn *turn = &call->turns.items[quote->turn - 1];
            assert_false(part->turns.items[quote->turn - 1].elsewhere);
            if (turn->role == ROLE_AGENT && part->part.of)
                assert_int_equal(turn->agent, part->part.number);
        }
}

// The same call, in which all that is not this part's says something else.
static const Call *reworded(Arena *arena, const Call *call, const Call *part,
                            uint32_t *seed) {
    Call other = call_copy(arena, call);
    for (size_t t = 0; t < other.turns.len; t++)
        if (part->turns.items[t].elsewhere)
            other.turns.items[t].text = str_from(SAID[next_random(seed, COUNT(SAID))]);
    Call *kept = arena_new(arena, Call);
    *kept = other;
    return call_part(arena, kept, part->part.number);
}

static void no_mark_rests_on_anothers_words(void **state) {
    (void)state;
    Arena rubrics = {0}, arena = {0};
    Diags diags = {.arena = &rubrics};
    Rubric rubric;
    assert_true(rubric_load(&rubrics, STR("rubrics/five-principles.yaml"), NULL, &rubric,
                            &diags));
    for (uint32_t seed = 1; seed <= 300; seed++, arena_reset(&arena)) {
        uint32_t random = seed * 2654435761U;
        const Call *call = random_call(&arena, &random);
        uint32_t *owners = arena_array(&arena, uint32_t, call->turns.len);
        for (uint32_t number = 1; number <= call_parts(call); number++) {
            const Call *part = call_part(&arena, call, number);
            for (size_t t = 0; t < call->turns.len; t++)
                owners[t] += !part->turns.items[t].elsewhere;
            check_evidence(call, part, make_card(&arena, &rubric, part));
            if (!part->part.of) continue;
            const Call *other = reworded(&arena, call, part, &random);
            Str mine = record_of(&arena, &rubric, part);
            assert_string_equal(str_z(&arena, mine),
                                str_z(&arena, record_of(&arena, &rubric, other)));
        }
        for (size_t t = 0; t < call->turns.len; t++)
            if (call->turns.items[t].role != ROLE_SYSTEM) assert_int_equal(owners[t], 1);
    }
    rubric_free(&rubric);
    arena_free(&arena);
    arena_free(&rubrics);
}

// ---- Marks of a part

#define RUBRIC                                                                           \
    "rubric: r\ntitle: R\nversion: 1\nscore: {bands: {Good: 0}, assess: {min_turns: 6, " \
    "min_agent_words: 1, roles: [agent, customer]}}\n"                                   \
    "detectors:\n  hello: {role: agent, any: [hello], window: {first: 3 turns}}\n"       \
    "  bye: {role: agent, any: [bye], window: {last: 3 turns}}\n"                        \
    "  sorry: {role: agent, any: [sorry]}\n  sad: {role: customer, any: [sad]}\n"        \
    "  answers: {kind: reply, to: sad, with: sorry, within: {turns: 2}}\n"               \
    "  fast: {kind: response, role: agent, stat: max, at_most: 30 s}\n"                  \
    "  gaps: {kind: silence, over: 20 s}\n"                                              \
    "principles:\n- {id: p, title: P, weight: 1, criteria: ["                            \
    "{id: greets, ask: Q, met: hello, weight: 1, tip: T, say: S}, "                      \
    "{id: parts, ask: Q, met: bye, weight: 1, tip: T, say: S}, "                         \
    "{id: cares, ask: Q, when: sad, met: answers, weight: 1, tip: T, say: S}, "          \
    "{id: hurries, ask: Q, met: fast, weight: 1, tip: T, say: S}, "                      \
    "{id: talks, ask: Q, met: gaps, weight: 1, tip: T, say: S}]}\n"

static const char *verdicts_of(Arena *arena, const Call *part) {
    Rubric *rubric = make_rubric(arena, RUBRIC);
    const Scorecard *card = make_card(arena, rubric, part);
    Buf out = {.arena = arena};
    vec_each(const Mark, mark, &card->marks) buf_byte(&out, "+~-n?"[mark->verdict]);
    rubric_free(rubric);
    return str_z(arena, buf_str(&out));
}

typedef struct {
    const char *says, *call; // agents by what follows their role: "agent 2 ..."
    const char *first, *second;
} VerdictRow;

// "1", "2" and "-" for the agents and the customer, from "12: text" lines.
static const Call *timed_call(Arena *arena, const char *lines) {
    Call *call = arena_new(arena, Call);
    *call = (Call){.id = STR("V"), .started_at = NO_TIME, .wait_ms = NO_TIME};
    Str rest = str_from(lines), line;
    while (str_next(&rest, '\n', &line)) {
        Str who = str_slice(line, 0, 1), at, text = str_slice(line, 2, line.len);
        int64_t seconds;
        str_next(&text, ' ', &at);
        assert_true(str_to_int(at, &seconds));
        Turn turn = {.text = text,
                     .start_ms = seconds * 1000,
                     .end_ms = seconds * 1000 + 1000,
                     .role = who.ptr[0] == '-' ? ROLE_CUSTOMER : ROLE_AGENT};
        if (turn.role == ROLE_AGENT)
            turn.agent = call_agent(arena, call, (Agent){.id = who});
        *vec_push(arena, &call->turns) = turn;
    }
    return call;
}

static VerdictRow VERDICTS[] = {
    {"the opening is the first agent's, the end the last one's",
     "1 0 hello\n- 2 hi\n1 4 wait\n2 6 hello\n- 8 oh\n2 10 bye", "+nn++", "n+n++"},
    {"each for himself", "1 0 what\n- 2 hi\n1 4 bye\n2 6 hello\n- 8 oh\n2 10 what",
     "-nn++", "n-n++"},
    {"another's answer is none of his, and no miss of his either",
     "1 0 hello\n- 2 hi\n1 4 so\n- 6 i am sad\n2 8 sorry\n- 10 ok\n2 12 bye", "+nn++",
     "n++++"},
    {"who comes back did not keep the customer waiting meanwhile",
     "1 0 hello\n- 2 hi\n1 4 wait\n2 100 so\n- 102 oh\n2 104 yes\n1 300 me\n- 302 oh\n1 "
     "304 bye",
     "++n++", "nnn++"},
    {"nor who has not come yet",
     "1 0 hello\n- 2 hi\n1 4 wait\n- 6 ok\n2 300 so\n- 302 "
     "oh\n2 304 bye",
     "+nn++", "n+n++"},
    {"but who was there did", "1 0 hello\n- 2 hi\n1 60 wait\n2 62 so\n- 64 oh\n2 66 bye",
     "+nn--", "n+n++"},
};

static void check_verdicts(void **state) {
    const VerdictRow *row = *state;
    Arena arena = {0};
    const Call *call = timed_call(&arena, row->call);
    assert_string_equal(verdicts_of(&arena, call_part(&arena, call, 1)), row->first);
    assert_string_equal(verdicts_of(&arena, call_part(&arena, call, 2)), row->second);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_call_of_one_is_itself),
        cmocka_unit_test(the_wait_is_the_first_agents),
        cmocka_unit_test(agents_are_told_apart),
        cmocka_unit_test(too_many_are_one),
        cmocka_unit_test(no_mark_rests_on_anothers_words),
    };
    int failed = RUN_ROWS(SHARES, check_share);
    failed += RUN_ROWS(VERDICTS, check_verdicts);
    return failed + cmocka_run_group_tests(tests, NULL, NULL);
}

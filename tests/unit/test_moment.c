// Which of several moments is shown: each kind of question has its own place in a call.
#include "make_report.h"
#include "tally/moment_choice.h"

#define DESK_RUBRIC                                                                       \
    "rubric: desk\n"                                                                      \
    "title: A desk\n"                                                                     \
    "version: 1\n"                                                                        \
    "score: {min_calls: 2, assess: {min_turns: 2, min_agent_words: 1, roles: [agent]}}\n" \
    "detectors:\n"                                                                        \
    "  leaves: {role: any, any: [bye], window: {last: 4 turns}}\n"                        \
    "  grateful: {role: customer, any: [ta], window: {last: 2 turns}}\n"                  \
    "  more: {role: agent, any: [anything else]}\n"                                       \
    "  please: {role: agent, any: [please]}\n"                                            \
    "  number: {role: customer, any: ['\\d+']}\n"                                         \
    "  repeats: {role: agent, any: ['\\d+']}\n"                                           \
    "  offers: {role: agent, any: [can i help]}\n"                                        \
    "  good-day: {role: agent, any: [good day], window: {first: 2 turns}}\n"              \
    "  quick: {kind: response, role: agent, at_most: 60 s}\n"                             \
    "principles:\n"                                                                       \
    "- {id: all, title: All, weight: 1, criteria: [\n"                                    \
    "    {id: more, ask: More?, when: {any: [leaves, grateful]}, met: more},\n"           \
    "    {id: courteous, ask: Was it said?, met: please},\n"                              \
    "    {id: details, ask: Read back?, when: number, met: repeats},\n"                   \
    "    {id: helps, ask: Was help offered?, met: offers, weight: 3},\n"                  \
    "    {id: greets, ask: A good day?, met: good-day},\n"                                \
    "    {id: pace, ask: Soon?, met: quick}]}\n"

typedef struct {
    Team team;
    int calls;
} Desk;

static void open_desk(Desk *desk) {
    *desk = (Desk){.team = {.period = PERIOD_ALL}};
    desk->team.rubric = make_rubric(&desk->team.arena, DESK_RUBRIC);
}

static void take_call(Desk *desk, const char *call, const char *agent,
                      const char *lines) {
    team_add(&desk->team, call, agent, desk->calls++, lines);
}

static uint32_t number_of(const Desk *desk, const char *criterion) {
    return criterion_index(desk->team.rubric, str_from(criterion));
}

static Moment missed(Desk *desk, const char *criterion) {
    team_end(&desk->team);
    return moment_clearest(&desk->team.tally, team_agent(&desk->team, "ann"),
                           number_of(desk, criterion), NULL);
}

static Moment done(Desk *desk, const char *criterion) {
    team_end(&desk->team);
    return moment_done(&desk->team.tally, team_agent(&desk->team, "ann"),
                       number_of(desk, criterion), NULL);
}

static void assert_str(Str got, const char *wanted) {
    if (!str_eq(got, str_from(wanted)))
        fail_msg("'%.*s' is not '%s'", STR_ARG(got), wanted);
}

static void assert_at(const Moment *moment, const char *call, uint32_t turn) {
    assert_non_null(moment->card);
    assert_str(moment->card->call, call);
    assert_int_equal(moment->agent_turn, turn);
}

// ---- Waits

#define SHORT_WAIT \
    "customer @0: hello\nagent @300: can i help\ncustomer @310: bye\nagent @320: bye\n"

// Though that call went better otherwise.
static void a_wait_shows_after_words_that_tell_something(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk);
    take_call(&desk, "greeted", "ann", SHORT_WAIT);
    take_call(&desk, "asked", "ann",
              "customer @0: hello\nagent @5: yes\n"
              "customer @9: i am looking for the red bicycle\nagent @200: sold\n"
              "customer @210: oh well\n");
    Moment moment = missed(&desk, "pace");
    assert_at(&moment, "asked", 4);
    team_free(&desk.team);
}

static void best_of_all_after_what_a_question_is_about(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk);
    take_call(&desk, "chat", "ann",
              "customer @0: what a day it was in the hills\nagent @200: can i help\n"
              "customer @210: no\n");
    take_call(&desk, "order", "ann",
              "customer @0: it is about order 44 of last week\nagent @200: gone\n"
              "customer @210: no\n");
    Moment moment = missed(&desk, "pace");
    assert_at(&moment, "order", 2);
    team_free(&desk.team);
}

static void a_wait_after_a_mere_hello_or_thanks_is_not_shown(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk);
    take_call(&desk, "greeted", "ann", SHORT_WAIT);
    take_call(&desk, "thanked", "ann",
              "customer @0: hello\nagent @5: yes\n"
              "customer @9: ta ever so much for all of this\nagent @200: bye\n");
    assert_null(missed(&desk, "pace").card);
    team_free(&desk.team);
}

// ---- Courtesies

static void what_may_come_anywhere_was_due_where_the_agent_asks(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk);
    take_call(&desk, "call", "ann",
              "agent: can i help?\ncustomer: i sent 3 letters to your office\n"
              "agent: which year?\ncustomer: 1997\n"
              "agent: 1997. and whose was it?\ncustomer: my aunt's\nagent: bye\n");
    Moment moment = missed(&desk, "courteous");
    assert_at(&moment, "call", 3);
    assert_str(moment.next, "1997");
    team_free(&desk.team);
}

static void a_call_in_which_nothing_is_asked_shows_it_less(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk);
    take_call(&desk, "told", "ann",
              "agent: good day can i help\ncustomer: no\nagent: ok\n"
              "customer: right\n");
    take_call(&desk, "asked", "ann",
              "agent: well\ncustomer: it broke\nagent: 何番ですか？\ncustomer: 12\n"
              "agent: i see\n");
    Moment moment = missed(&desk, "courteous");
    assert_at(&moment, "asked", 3);
    team_free(&desk.team);
}

// A please that is read out of instructions is no request of the agent's.
static void the_example_is_what_the_agent_asks_for(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk);
    take_call(&desk, "read", "ann",
              "agent: good day can i help\ncustomer: how\n"
              "agent: in the trouble case please press the green knob\n");
    take_call(&desk, "asked", "ann",
              "agent: well\ncustomer: how\n"
              "agent: the first line of it, please?\n");
    Moment moment = done(&desk, "courteous");
    assert_at(&moment, "asked", 3);
    team_free(&desk.team);
}

// ---- The end

#define ENDING(question, thanks) \
    "agent: well\ncustomer: so\nagent: " question "\ncustomer: " thanks "\n"

static void the_agent_is_to_take_leave_first(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk);
    take_call(&desk, "left", "ann",
              "agent: good day\n" ENDING("can i help", "bye") "agent: bye\n");
    take_call(&desk, "closed", "ann", ENDING("it is done", "ta") "agent: bye\n");
    Moment moment = missed(&desk, "more");
    assert_at(&moment, "closed", 5);
    assert_str(moment.customer, "ta");
    team_free(&desk.team);
}

static void who_has_something_left_to_say_shows_another_fault(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk);
    take_call(
        &desk, "helpless", "ann",
        "agent: good day\n" ENDING("can i help", "where do i go") "agent: bye\n"
                                                                  "customer: and now\n");
    take_call(&desk, "content", "ann", ENDING("it is done", "ta") "agent: bye\n");
    Moment moment = missed(&desk, "more");
    assert_at(&moment, "content", 5);
    team_free(&desk.team);
}

static void an_example_of_the_end_is_near_the_end(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk);
    take_call(&desk, "early", "ann",
              "agent: good day can i help\ncustomer: so\n"
              "agent: and is there anything else\ncustomer: a lamp\nagent: yes\n"
              "customer: how much\nagent: nine\ncustomer: ta\nagent: bye\n");
    take_call(&desk, "late", "ann",
              "agent: well\ncustomer: so\nagent: yes\ncustomer: right\n"
              "agent: was there anything else then\ncustomer: no\nagent: bye\n");
    Moment moment = done(&desk, "more");
    assert_at(&moment, "late", 5);
    team_free(&desk.team);
}

// ---- The beginning

// The others greet whoever says hello, and go into the matter with the rest.
static void a_greeting_is_missed_where_most_would_greet(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk);
    for (int i = 0; i < 3; i++) {
        take_call(&desk, "b", "bob", "customer: hello\nagent: good day\n");
        take_call(&desk, "c", "bob",
                  "customer: i have lost my two umbrellas\nagent: oh\n");
    }
    take_call(&desk, "matter", "ann",
              "customer: you sold me a wrong lamp\nagent: can i help\ncustomer: so\n");
    take_call(&desk, "hello", "ann", "customer: hello\nagent: yes\ncustomer: so\n");
    Moment moment = missed(&desk, "greets");
    assert_at(&moment, "hello", 2);
    team_free(&desk.team);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wait_shows_after_words_that_tell_something),
        cmocka_unit_test(best_of_all_after_what_a_question_is_about),
        cmocka_unit_test(a_wait_after_a_mere_hello_or_thanks_is_not_shown),
        cmocka_unit_test(what_may_come_anywhere_was_due_where_the_agent_asks),
        cmocka_unit_test(a_call_in_which_nothing_is_asked_shows_it_less),
        cmocka_unit_test(the_example_is_what_the_agent_asks_for),
        cmocka_unit_test(the_agent_is_to_take_leave_first),
        cmocka_unit_test(who_has_something_left_to_say_shows_another_fault),
        cmocka_unit_test(an_example_of_the_end_is_near_the_end),
        cmocka_unit_test(a_greeting_is_missed_where_most_would_greet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

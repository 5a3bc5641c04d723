#include "make_team.h"
#include "tally/groups.h"

#include <math.h>

// A call with a score, of a channel and a week, whose Mondays are at 4 and 11 days.
static void add_in(Team *team, const char *agent, const char *channel, int day,
                   int32_t points) {
    add_score(team, agent, points * 1000);
    Scorecard *card = &team->cards.items[team->cards.len - 1];
    card->channel = str_from(channel);
    card->started_at = day * INT64_C(86400000);
}

static Groups groups_of(Team *team, GroupKind kind) {
    return groups_make(&team->arena, tally_of(team), NULL, kind);
}

static void lowest_channels_come_first_and_few_calls_last(void **state) {
    Team *team = *state;
    for (int i = 0; i < 5; i++) add_in(team, "a", "chat", 4, 70 + i);
    for (int i = 0; i < 5; i++) add_in(team, "a", "phone", 4, 40 + i);
    for (int i = 0; i < 4; i++) add_in(team, "a", "mail", 4, 10 + i);
    add_in(team, "a", "phone", 4, 0);
    team->cards.items[team->cards.len - 1].score = NO_SCORE;
    Groups groups = groups_of(team, GROUP_CHANNEL);
    assert_int_equal(groups.len, 3);
    const Group *phone = &groups.items[0], *mail = &groups.items[2];
    assert_true(str_eq(phone->name, STR("phone")));
    assert_int_equal(phone->cards.len, 6);
    assert_int_equal(phone->assessed, 5);
    assert_int_equal(phone->low, 5);
    assert_true(fabs(sums_estimate(&phone->score).mean - 42) < 1e-9);
    assert_true(str_eq(mail->name, STR("mail")) && !mail->compared);
    assert_int_equal(groups.items[1].position, POSITION_ABOVE);
}

static void weeks_are_in_order_and_begin_on_monday(void **state) {
    Team *team = *state;
    add_in(team, "a", "chat", 11, 70);
    add_in(team, "a", "chat", 10, 60);
    add_in(team, "a", "chat", 4, 50);
    Groups groups = groups_of(team, GROUP_WEEK);
    assert_int_equal(groups.len, 2);
    assert_true(str_eq(groups.items[0].name, STR("1970-W02")));
    assert_int_equal(groups.items[0].assessed, 2);
    assert_true(str_eq(groups.items[1].name, STR("1970-W03")));
}

// Sunday, 23:30 in Greenwich, is Monday two hours further east.
static void weeks_are_those_of_the_zone(void **state) {
    Team *team = *state;
    Zone zone = {0};
    assert_true(zone_open(&team->arena, STR("+02:00"), &zone));
    add_in(team, "a", "chat", 11, 70);
    team->cards.items[0].started_at -= 30 * INT64_C(60000);
    Groups groups = groups_make(&team->arena, tally_of(team), &zone, GROUP_WEEK);
    assert_true(str_eq(groups.items[0].name, STR("1970-W03")));
}

// Agent a is at 80 by chat and 60 by phone, b at 60 and 40: so phone costs 20 whoever
// takes the call. Chat has three calls of a and one of b, phone the reverse: their plain
// means are 75 and 45. With the same agents, half of the calls each, 70 and 50.
static void adjusted_means_are_with_the_same_agents(void **state) {
    Team *team = *state;
    for (int i = 0; i < 3; i++) add_in(team, "a", "chat", 4, 80);
    add_in(team, "b", "chat", 4, 60);
    add_in(team, "a", "phone", 4, 60);
    for (int i = 0; i < 3; i++) add_in(team, "b", "phone", 4, 40);
    Groups groups = groups_of(team, GROUP_CHANNEL);
    vec_each(const Group, group, &groups) {
        bool chat = str_eq(group->name, STR("chat"));
        assert_true(fabs(sums_estimate(&group->score).mean - (chat ? 75 : 45)) < 1e-9);
        assert_true(fabs(group->adjusted.mean - (chat ? 70 : 50)) < 1e-6);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEAM_TEST(lowest_channels_come_first_and_few_calls_last),
        TEAM_TEST(weeks_are_in_order_and_begin_on_monday),
        TEAM_TEST(weeks_are_those_of_the_zone),
        TEAM_TEST(adjusted_means_are_with_the_same_agents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// Weeks and changes, against figures worked out by hand.
#include "make_report.h"

#include <math.h>

// 2026-11-09, in days since 1970, and the number of the week that it begins: 2026-W46.
enum { MONDAY = 20766, W46 = 2967 };

// A call with that score, in thousandths, at noon of a day since 1970.
static Scorecard scored(const Team *team, const char *agent, int day, int32_t score) {
    return (Scorecard){.call = str_from(agent),
                       .agent = str_from(agent),
                       .rubric = STR("small"),
                       .rubric_version = STR("7"),
                       .rubric_hash = str_from(team->rubric->hash),
                       .started_at = day * INT64_C(86400000) + 43200000,
                       .score = score,
                       .compensatory = score};
}

static void add(Team *team, Scorecard card) {
    *vec_push(&team->arena, &team->cards) = card;
}

static void add_earlier(Team *team, Scorecard card) {
    *vec_push(&team->arena, &team->earlier) = card;
}

static void assert_point(const TrendPoint *point, int64_t week, uint32_t line,
                         int64_t count, int64_t sum) {
    assert_int_equal(point->week, week);
    assert_int_equal(point->line, line);
    assert_int_equal(point->score.count, count);
    assert_int_equal(point->score.sum, sum);
}

static void week_46(Team *team) {
    assert_true(
        period_named(&team->arena, STR("2026-W46"), NULL, NO_TIME, &team->period));
}

// ---- Weeks

static void each_week_has_its_calls(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    add(&team, scored(&team, "ann", MONDAY, 80000));
    add(&team, scored(&team, "ann", MONDAY + 6, 60000));
    add(&team, scored(&team, "bob", MONDAY + 6, 10000));
    add(&team, scored(&team, "ann", MONDAY + 7, 50000));
    add(&team, scored(&team, "ann", MONDAY - 8, 40000)); // a week without calls follows
    team_end(&team);
    const Trend *ann = &team.trends.agents[0];
    assert_int_equal(ann->points.len, 3);
    assert_point(&ann->points.items[0], W46 - 2, 0, 1, 40000);
    assert_point(&ann->points.items[1], W46, 0, 2, 140000);
    assert_point(&ann->points.items[2], W46 + 1, 0, 1, 50000);
    assert_point(&team.trends.team.points.items[1], W46, 0, 3, 150000);
    assert_int_equal(ann->points.items[1].score.squares, INT64_C(10000000000));
    team_free(&team);
}

static void eight_weeks_are_kept(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    add(&team, scored(&team, "ann", MONDAY - 8 * 7, 10000));
    add(&team, scored(&team, "ann", MONDAY - 7 * 7, 20000));
    add(&team, scored(&team, "bob", MONDAY, 30000));
    team_end(&team);
    assert_int_equal(team.trends.agents[0].points.len, 1);
    assert_point(&team.trends.agents[0].points.items[0], W46 - 7, 0, 1, 20000);
    team_free(&team);
}

static void a_week_begins_where_the_agents_are(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    Zone zone;
    assert_true(zone_open(&team.arena, STR("+13:00"), &zone));
    team.period.zone = &zone;
    add(&team, scored(&team, "ann", MONDAY - 1, 50000)); // noon of Sunday at Greenwich
    team_end(&team);
    assert_int_equal(team.trends.team.points.items[0].week, W46);
    team_free(&team);
}

static void calls_without_score_or_time_are_no_part(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    add(&team, scored(&team, "ann", MONDAY, NO_SCORE));
    Scorecard undated = scored(&team, "ann", MONDAY, 50000);
    undated.started_at = NO_TIME;
    add(&team, undated);
    team_end(&team);
    assert_int_equal(team.trends.team.points.len, 0);
    assert_int_equal(team.trends.rubrics.len, 0);
    team_free(&team);
}

// ---- Lines

static Scorecard by_another(Scorecard card) {
    card.rubric_hash = STR("another");
    card.rubric_version = STR("6");
    return card;
}

static void another_rubric_is_another_line(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    week_46(&team);
    add_earlier(&team, by_another(scored(&team, "ann", MONDAY - 8, 90000)));
    add_earlier(&team, by_another(scored(&team, "ann", MONDAY - 7, 80000)));
    add_earlier(&team, scored(&team, "ann", MONDAY - 6, 20000));
    add(&team, scored(&team, "ann", MONDAY, 30000));
    team_end(&team);
    const Trend *ann = &team.trends.agents[0];
    assert_int_equal(ann->points.len, 4);
    assert_point(&ann->points.items[0], W46 - 2, 0, 1, 90000);
    assert_point(&ann->points.items[1], W46 - 1, 0, 1, 80000);
    assert_point(&ann->points.items[2], W46 - 1, 1, 1, 20000);
    assert_point(&ann->points.items[3], W46, 1, 1, 30000);
    assert_true(str_eq(team.trends.rubrics.items[0], STR("small 6")));
    assert_true(str_eq(team.trends.rubrics.items[1], STR("small 7")));
    team_free(&team);
}

static void the_order_of_calls_is_of_no_account(void **state) {
    (void)state;
    Team c[2];
    for (int turned = 0; turned < 2; turned++) {
        team_begin(&c[turned]);
        for (int i = 0; i < 12; i++) {
            int n = turned ? 11 - i : i;
            Scorecard card =
                scored(&c[turned], n % 2 ? "ann" : "bob", MONDAY - 5 * n, 1000 * n);
            add(&c[turned], n > 6 ? by_another(card) : card);
        }
        team_end(&c[turned]);
    }
    for (size_t a = 0; a < 2; a++) {
        const Trend *one = &c[0].trends.agents[a], *other = &c[1].trends.agents[a];
        assert_int_equal(one->points.len, other->points.len);
        for (size_t i = 0; i < one->points.len; i++)
            assert_point(&one->points.items[i], other->points.items[i].week,
                         other->points.items[i].line, other->points.items[i].score.count,
                         other->points.items[i].score.sum);
    }
    team_free(&c[0]);
    team_free(&c[1]);
}

// ---- Change

static void add_scores(Team *team, bool earlier, int day, const int32_t scores[5]) {
    for (int i = 0; i < 5; i++)
        (earlier ? add_earlier : add)(team, scored(team, "ann", day, scores[i] * 1000));
}

// Means 70 and 94, standard deviations 15.8114 and 3.1623, t of four degrees 2.7764: the
// margins are 19.6322 and 3.9264, that of the change the root of their squares' sum.
static void a_change_has_the_interval_of_both(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    week_46(&team);
    add_scores(&team, true, MONDAY - 7, (int32_t[]){50, 60, 70, 80, 90});
    add_scores(&team, false, MONDAY, (int32_t[]){90, 92, 94, 96, 98});
    team_end(&team);
    const Change *change = &team.trends.agents[0].change;
    assert_true(change->known);
    assert_int_equal(change->before, 5);
    assert_int_equal(change->after, 5);
    assert_true(fabs(change->value - 24) < 1e-9);
    assert_true(fabs(change->low - 3.979) < 0.001);
    assert_true(fabs(change->high - 44.021) < 0.001);
    assert_true(change_is_clear(change));
    team_free(&team);
}

static void what_may_be_chance_is_no_change(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    week_46(&team);
    add_scores(&team, true, MONDAY - 7, (int32_t[]){50, 60, 70, 80, 90});
    add_scores(&team, false, MONDAY, (int32_t[]){70, 72, 74, 76, 78});
    team_end(&team);
    assert_true(team.trends.agents[0].change.known);
    assert_false(change_is_clear(&team.trends.agents[0].change));
    team_free(&team);
}

static void only_the_period_before_is_compared_with(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    week_46(&team);
    add_scores(&team, true, MONDAY - 14, (int32_t[]){50, 60, 70, 80, 90});
    add_earlier(&team, scored(&team, "ann", MONDAY - 1, 50000));
    add_scores(&team, false, MONDAY, (int32_t[]){70, 72, 74, 76, 78});
    team_end(&team);
    assert_int_equal(team.trends.agents[0].change.before, 1);
    assert_false(team.trends.agents[0].change.known);
    team_free(&team);
}

static void two_rubrics_are_not_subtracted(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    week_46(&team);
    for (int i = 0; i < 5; i++)
        add_earlier(&team, by_another(scored(&team, "ann", MONDAY - 7, 10000 * i)));
    add_scores(&team, false, MONDAY, (int32_t[]){70, 72, 74, 76, 78});
    team_end(&team);
    assert_int_equal(team.trends.team.change.before, 0);
    assert_false(team.trends.team.change.known);
    team_free(&team);
}

static void principles_change_by_themselves(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    week_46(&team);
    for (int i = 0; i < 4; i++) {
        Scorecard card = scored(&team, "ann", i < 2 ? MONDAY - 7 : MONDAY, 50000);
        *vec_push(&team.arena, &card.principles) =
            (PrincipleScore){.id = STR("care"), .score = i < 2 ? 40000 : 70000};
        (i < 2 ? add_earlier : add)(&team, card);
    }
    team_end(&team);
    const Trend *ann = &team.trends.agents[0];
    assert_false(ann->principles[0].known);
    assert_true(fabs(ann->principles[1].value - 30) < 1e-9);
    assert_int_equal(ann->points.items[1].principles[1].sum, 140000);
    team_free(&team);
}

static void earlier_calls_are_those_of_the_weeks_or_of_the_period_before(void **state) {
    Arena *arena = *state;
    Period period;
    int64_t day = INT64_C(86400000);
    assert_true(period_named(arena, STR("2026-W46"), NULL, NO_TIME, &period));
    assert_int_equal(trend_since(&period), (MONDAY - 49) * day);
    Str bad;
    assert_true(
        period_between(STR("2026-01-01"), STR("2026-06-30"), NULL, &period, &bad));
    assert_int_equal(trend_since(&period), period.before);
    period = PERIOD_ALL;
    assert_int_equal(trend_since(&period), NO_TIME);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_week_has_its_calls),
        cmocka_unit_test(eight_weeks_are_kept),
        cmocka_unit_test(a_week_begins_where_the_agents_are),
        cmocka_unit_test(calls_without_score_or_time_are_no_part),
        cmocka_unit_test(another_rubric_is_another_line),
        cmocka_unit_test(the_order_of_calls_is_of_no_account),
        cmocka_unit_test(a_change_has_the_interval_of_both),
        cmocka_unit_test(what_may_be_chance_is_no_change),
        cmocka_unit_test(only_the_period_before_is_compared_with),
        cmocka_unit_test(two_rubrics_are_not_subtracted),
        cmocka_unit_test(principles_change_by_themselves),
        cmocka_unit_test_prestate(
            earlier_calls_are_those_of_the_weeks_or_of_the_period_before, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}

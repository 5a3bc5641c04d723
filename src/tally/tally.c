#include "tally/tally.h"

#include "base/map.h"
#include "tally/adjust.h"

#include <stdlib.h>

uint32_t verdicts_decided(const uint32_t verdicts[VERDICT_COUNT]) {
    return verdicts[VERDICT_MET] + verdicts[VERDICT_PARTLY] + verdicts[VERDICT_NOT_MET];
}

uint32_t criterion_index(const Rubric *rubric, Str id) {
    for (uint32_t i = 0; i < rubric->criteria.len; i++)
        if (str_eq(rubric->criteria.items[i].id, id)) return i;
    return UINT32_MAX;
}

uint32_t principle_index(const Rubric *rubric, Str id) {
    for (uint32_t i = 0; i < rubric->principles.len; i++)
        if (str_eq(rubric->principles.items[i].id, id)) return i;
    return UINT32_MAX;
}

static AgentTally new_tally(Arena *arena, const Rubric *rubric) {
    AgentTally tally = {.first_at = NO_TIME, .last_at = NO_TIME};
    tally.principles = arena_array(arena, Sums, rubric->principles.len);
    tally.verdicts =
        arena_alloc_array(arena, rubric->criteria.len, sizeof *tally.verdicts);
    tally.opened = arena_alloc_array(arena, rubric->criteria.len, sizeof *tally.opened);
    tally.bands = arena_array(arena, uint32_t, rubric->score.bands.len);
    return tally;
}

static void add_period(AgentTally *tally, int64_t at) {
    if (at == NO_TIME) return;
    if (tally->first_at == NO_TIME || at < tally->first_at) tally->first_at = at;
    if (tally->last_at == NO_TIME || at > tally->last_at) tally->last_at = at;
}

static void add_band(const Rubric *rubric, AgentTally *tally, Str band) {
    for (size_t i = 0; i < rubric->score.bands.len; i++)
        if (str_eq(rubric->score.bands.items[i].name, band)) tally->bands[i]++;
}

static void add_scores(const Rubric *rubric, AgentTally *tally, const Scorecard *card) {
    if (card->score == NO_SCORE) return;
    tally->judged += card->judged;
    tally->judged_of += card->judged_of;
    sums_add(&tally->score, card->score);
    sums_add(&tally->compensatory, card->compensatory);
    add_band(rubric, tally, card->band);
    vec_each(const PrincipleScore, item, &card->principles) {
        uint32_t index = principle_index(rubric, item->id);
        if (index != UINT32_MAX && item->score != NO_SCORE)
            sums_add(&tally->principles[index], item->score);
    }
}

bool card_below_floor(const Scorecard *card) {
    vec_each(const Str, flag, &card->flags)
        if (str_starts(*flag, STR("floor:"))) return true;
    return false;
}

static int32_t floor_loss(const Rubric *rubric, const Scorecard *card) {
    if (card->score == NO_SCORE || !card_below_floor(card)) return 0;
    int32_t over = card->uncapped - rubric->score.cap;
    return over > 0 ? over : 0;
}

static void add_card(Arena *arena, const Rubric *rubric, AgentTally *tally,
                     const Scorecard *card) {
    *vec_push(arena, &tally->cards) = card;
    tally->below_floor += card_below_floor(card);
    tally->floor_loss += floor_loss(rubric, card);
    tally->flagged += card->flags.len > 0;
    add_period(tally, card->started_at);
    add_scores(rubric, tally, card);
    Opening opening = card_opening(card);
    vec_each(const Mark, mark, &card->marks) {
        uint32_t index = criterion_index(rubric, mark->criterion);
        if (index == UINT32_MAX) continue;
        tally->verdicts[index][mark->verdict]++;
        tally->opened[index][opening][mark->verdict]++;
    }
}

// What becomes of a call, the best of its cards.
typedef enum { CALL_UNASSESSED, CALL_TOO_LITTLE, CALL_ASSESSED } CallState;

static CallState state_of(const Scorecard *card) {
    if (card->score != NO_SCORE) return CALL_ASSESSED;
    return card->too_little.len ? CALL_TOO_LITTLE : CALL_UNASSESSED;
}

static void count_call(AgentTally *tally, CallState state) {
    tally->calls++;
    tally->assessed += state == CALL_ASSESSED;
    tally->too_little += state == CALL_TOO_LITTLE;
}

// A call that several agents share is one of the team's.
static void count_team_calls(Arena *arena, const Scorecards *cards, AgentTally *team) {
    Map shared = {0}; // a call -> its number in `states`
    VEC(CallState) states = {0};
    vec_each(const Scorecard, card, cards) {
        CallState state = state_of(card);
        if (!card->part.of) {
            count_call(team, state);
            continue;
        }
        uint32_t next = (uint32_t)states.len;
        uint32_t number = map_add(arena, &shared, card->call, next);
        if (number == next)
            *vec_push(arena, &states) = state;
        else if (states.items && state > states.items[number])
            states.items[number] = state;
    }
    vec_each(const CallState, state, &states) count_call(team, *state);
}

static int compare_cards(const void *a, const void *b) {
    const Scorecard *x = *(const Scorecard *const *)a, *y = *(const Scorecard *const *)b;
    if (x->started_at != y->started_at) return x->started_at < y->started_at ? -1 : 1;
    int call = str_cmp(x->call, y->call);
    return call ? call
                : (x->part.number > y->part.number) - (x->part.number < y->part.number);
}

static int compare_teams(const void *a, const void *b) {
    const TeamCalls *x = a, *y = b;
    if (x->calls != y->calls) return x->calls > y->calls ? -1 : 1;
    return str_cmp(x->name, y->name);
}

static void list_teams(Arena *arena, AgentTally *tally) {
    Map numbers = {0};
    vec_each(const Scorecard *, card, &tally->cards) {
        Str name = (*card)->team;
        if (!name.len) continue;
        uint32_t number = map_add(arena, &numbers, name, (uint32_t)tally->teams.len);
        if (number == tally->teams.len)
            *vec_push(arena, &tally->teams) = (TeamCalls){.name = name};
        tally->teams.items[number].calls++;
    }
    if (tally->teams.len)
        qsort(tally->teams.items, tally->teams.len, sizeof *tally->teams.items,
              compare_teams);
}

// Cards by time; the agent's name and team are those of the latest call that has them.
static void settle(Arena *arena, AgentTally *tally) {
    if (tally->cards.len)
        qsort(tally->cards.items, tally->cards.len, sizeof *tally->cards.items,
              compare_cards);
    vec_each(const Scorecard *, card, &tally->cards) {
        if ((*card)->agent_name.len) tally->name = (*card)->agent_name;
        if ((*card)->team.len) tally->team = (*card)->team;
    }
    list_teams(arena, tally);
}

static int compare_ids(const void *a, const void *b) {
    return str_cmp(((const AgentTally *)a)->agent, ((const AgentTally *)b)->agent);
}

static void split_agents(Arena *arena, const Scorecards *cards, Tally *out) {
    Map numbers = {0};
    vec_each(const Scorecard, card, cards) {
        Str id = scorecard_agent(card);
        uint32_t number = map_add(arena, &numbers, id, (uint32_t)out->agents.len);
        if (number == out->agents.len) {
            AgentTally *agent = vec_push(arena, &out->agents);
            *agent = new_tally(arena, out->rubric);
            agent->agent = id;
        }
        add_card(arena, out->rubric, &out->agents.items[number], card);
        count_call(&out->agents.items[number], state_of(card));
    }
    if (out->agents.len)
        qsort(out->agents.items, out->agents.len, sizeof *out->agents.items, compare_ids);
    vec_each(AgentTally, agent, &out->agents) settle(arena, agent);
}

static void compare_agents(Arena *arena, Tally *tally) {
    size_t count = tally->agents.len;
    Standing *standings = arena_array(arena, Standing, count);
    for (size_t i = 0; i < count; i++) {
        AgentTally *agent = &tally->agents.items[i];
        standings[i] = (Standing){.agent = agent->agent, .score = agent->score};
        agent->standing = &standings[i];
    }
    tally->ranking = ranking_make(arena, &tally->team.score,
                                  tally->rubric->score.min_calls, standings, count);
}

// Calls of nobody who is known say nothing of agents.
static void adjust_agents(Arena *arena, Tally *tally) {
    Mix mix = {.arena = arena};
    uint32_t count = (uint32_t)tally->agents.len;
    for (uint32_t i = 0; i < count; i++)
        vec_each(const Scorecard *, card, &tally->agents.items[i].cards)
            if (tally->agents.items[i].agent.len && (*card)->score != NO_SCORE)
                mix_add(&mix, i, *card);
    const Estimate *means = mix_adjusted(&mix, count);
    for (uint32_t i = 0; i < count; i++) tally->agents.items[i].adjusted = means[i];
    tally->adjusted_for = mix_words(arena, &mix);
}

void tally_make(Arena *arena, const Rubric *rubric, const Scorecards *cards, Tally *out) {
    *out = (Tally){.rubric = rubric, .team = new_tally(arena, rubric)};
    vec_each(const Scorecard, card, cards) add_card(arena, rubric, &out->team, card);
    count_team_calls(arena, cards, &out->team);
    settle(arena, &out->team);
    split_agents(arena, cards, out);
    compare_agents(arena, out);
    adjust_agents(arena, out);
    out->relations = relations_make(arena, rubric, cards);
    out->stock = stock_phrases(arena, cards);
    measures_make(arena, rubric, cards, &out->measures);
}

#include "score/selection.h"

// What is known of a call, or of an agent's part of it.
typedef struct {
    Str agent, name, team;
    int64_t at;
} Subject;

static Choice choose(const Selection *only, Subject subject) {
    const Period *period = &only->period;
    if (subject.at == NO_TIME && !period_is_all(period)) return CHOICE_UNDATED;
    bool has_agent = !only->agents.len ||
                     str_is_in(subject.agent, only->agents.items, only->agents.len) ||
                     str_is_in(subject.name, only->agents.items, only->agents.len);
    bool has_team =
        !only->teams.len || str_is_in(subject.team, only->teams.items, only->teams.len);
    if (!has_agent || !has_team) return CHOICE_NONE;
    if (period_is_all(period)) return CHOICE_TAKEN;
    if (period_has(period, subject.at)) return CHOICE_TAKEN;
    bool earlier = only->earlier != NO_TIME && only->earlier <= subject.at &&
                   subject.at < period->since;
    return earlier ? CHOICE_EARLIER : CHOICE_NONE;
}

Choice selection_of_call(const Selection *only, const Call *call) {
    return choose(only,
                  (Subject){call->agent, call->agent_name, call->team, call->started_at});
}

Choice selection_of_card(const Selection *only, const Scorecard *card) {
    return choose(only,
                  (Subject){card->agent, card->agent_name, card->team, card->started_at});
}

#include "tally/help.h"

static Help help_of(Arena *arena, const Tally *tally, const AgentTally *agent) {
    double team = sums_estimate(&tally->team.score).mean;
    Differences behind = differences_behind(arena, tally, agent);
    Help help = {.agent = agent, .gap = sums_estimate(&agent->score)};
    help.gap.mean -= team;
    help.gap.low -= team;
    help.gap.high -= team;
    help.has_question = behind.len > 0;
    if (help.has_question) help.question = behind.items[0];
    return help;
}

static double standing(const AgentTally *agent) {
    return agent->standing->has_shrunken ? agent->standing->shrunken
                                         : sums_estimate(&agent->score).mean;
}

HelpList help_first(Arena *arena, const Tally *tally, size_t most, size_t *found) {
    VEC(const AgentTally *) below = {0};
    HelpList list = {0};
    vec_each(const AgentTally, agent, &tally->agents) {
        if (!agent->standing->compared || agent->standing->position != POSITION_BELOW)
            continue;
        size_t at = below.len;
        *vec_push(arena, &below) = agent;
        for (; at > 0 && standing(agent) < standing(below.items[at - 1]); at--)
            below.items[at] = below.items[at - 1];
        below.items[at] = agent;
    }
    *found = below.len;
    for (size_t i = 0; i < below.len && i < most; i++)
        *vec_push(arena, &list) = help_of(arena, tally, below.items[i]);
    return list;
}

#include "review/form.h"

#define AT(member) offsetof(Review, member)
const FormColumn REVIEW_COLUMNS[] = {
    {"agent", "Agent's id", AT(agent)},
    {"period", "Period", AT(period)},
    {"call", "Call", AT(call)},
    {"criterion", "Criterion", AT(criterion)},
    {"verdict", "Your verdict", AT(verdict)},
    {"reason", "Why", AT(reason)},
    {"turn", "Turn", AT(turn)},
    {"reviewer", "Your name", AT(reviewer)},
    {"machine", "Machine's verdict", AT(machine)},
    {"answer", "The agent has", AT(answer)},
    {"answer_reason", "Agent's reason", AT(answer_reason)},
    {"comment", "Comment", AT(comment)},
    {"deadline", "Decide by", AT(deadline)},
    {"decision", "Decision", AT(decision)},
    {"decided_by", "Decided by", AT(decided_by)},
    {0},
};
#undef AT

#define AT(member) offsetof(Goal, member)
const FormColumn GOAL_COLUMNS[] = {
    {"agent", "Agent's id", AT(agent)},
    {"period", "Period", AT(period)},
    {"criterion", "Criterion", AT(criterion)},
    {"goal", "Goal", AT(goal)},
    {"measure", "Measured by", AT(measure)},
    {"due", "Until", AT(due)},
    {"comment", "Agent's comment", AT(comment)},
    {"agent_name", "Agent's name", AT(agent_name)},
    {"coach", "Coach's name", AT(coach)},
    {"notes", "Coach's notes", AT(notes)},
    {0},
};
#undef AT

const char *form_title(const FormColumn *columns, const char *id) {
    while (columns->id && strcmp(columns->id, id) != 0) columns++;
    return columns->title;
}

const char *const VERDICT_CHOICES[VERDICT_COUNT + 1] = {
    [VERDICT_MET] = "met",
    [VERDICT_PARTLY] = "partly",
    [VERDICT_NOT_MET] = "not met",
    [VERDICT_NOT_APPLICABLE] = "not applicable",
    [VERDICT_NOT_ASSESSABLE] = "cannot tell",
};

const char *const ANSWER_CHOICES[] = {"agreed", "disputed", NULL};

bool verdict_named(Str name, Verdict *verdict) {
    for (*verdict = 0; *verdict < VERDICT_COUNT; ++*verdict)
        if (str_eq(name, verdict_name(*verdict))) return true;
    return false;
}

bool verdict_chosen(Str word, Verdict *verdict) {
    if (str_eq_fold(word, STR("unsure"))) word = STR("cannot tell");
    for (*verdict = 0; *verdict < VERDICT_COUNT; ++*verdict)
        if (str_eq_fold(word, str_from(VERDICT_CHOICES[*verdict])) ||
            str_eq_fold(word, verdict_words(*verdict)))
            return true;
    return verdict_named(word, verdict);
}

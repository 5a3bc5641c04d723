#include "learn/example.h"

enum { TRIES_MOST = 200 };

static Role learner_role(const LearnPlan *plan) {
    return plan->rubric->detectors.items[plan->detector].role;
}

static Call make_call(Arena *arena, const LearnPlan *plan, const LearnTurn *turn) {
    Call call = {.started_at = NO_TIME, .wait_ms = NO_TIME};
    if (turn->before.len)
        *vec_push(arena, &call.turns) = (Turn){.text = turn->before,
                                               .start_ms = NO_TIME,
                                               .end_ms = NO_TIME,
                                               .role = turn->before_role};
    *vec_push(arena, &call.turns) = (Turn){.text = turn->text,
                                           .start_ms = NO_TIME,
                                           .end_ms = NO_TIME,
                                           .role = learner_role(plan)};
    return call;
}

static bool have(const LearnPlan *plan, const DetectorRefs *refs, Str name) {
    vec_each(const uint32_t, ref, refs)
        if (str_eq(plan->rubric->detectors.items[*ref].name, name)) return true;
    return false;
}

// Whether a sign that depends on other turns is the same in both; words always are.
static bool is_same(const LearnPlan *plan, const Candidate *candidate, const LearnTurn *a,
                    const LearnTurn *b) {
    if (candidate->by == WEIGH_FIND)
        return have(plan, &a->here, candidate->text) ==
               have(plan, &b->here, candidate->text);
    if (candidate->by == WEIGH_AFTER)
        return have(plan, &a->answered, candidate->text) ==
               have(plan, &b->answered, candidate->text);
    if (candidate->by != WEIGH_ECHO) return true;
    for (EchoShare share = 0; share < ECHO_SHARES; share++)
        if (a->echoes[share] != b->echoes[share]) return false;
    return true;
}

// Whether the turn says the same without the rest of its call, which nobody judged.
static bool stands_alone(const LearnPlan *plan, const LearnData *data,
                         const Learned *learned, Scorer *scorer, const LearnTurn *turn) {
    Arena scratch = {0};
    Call call = make_call(&scratch, plan, turn);
    LearnPlan by_labels = *plan;
    by_labels.verdicts = NULL;
    const LearnTurns *alone = learn_turns_of(&by_labels, scorer, &call, &scratch);
    const LearnTurn *last = alone->len ? &alone->items[alone->len - 1] : NULL;
    bool same = last && last->turn == call.turns.len && last->found == turn->found;
    vec_each(const LearnedPhrase, phrase, &learned->phrases)
        same = same &&
               is_same(plan, &data->candidates->items[phrase->candidate], turn, last);
    arena_free(&scratch);
    return same;
}

// As people write it, on one line.
static void put_line(Buf *out, Role role, Str text) {
    buf_format(out, "%.*s: ", STR_ARG(role_name(role)));
    buf_line(out, text);
}

static Str write(Arena *arena, const LearnPlan *plan, const LearnTurn *turn) {
    Buf out = {.arena = arena};
    if (turn->before.len) {
        put_line(&out, turn->before_role, turn->before);
        buf_byte(&out, '\n');
    }
    put_line(&out, learner_role(plan), turn->text);
    return buf_str(&out);
}

Str learn_example(Arena *arena, const LearnPlan *plan, const LearnData *data,
                  const Learned *learned, bool match) {
    size_t count = data->set->turns.len;
    bool *found = arena_array(arena, bool, count);
    double *unused = arena_array(arena, double, count);
    Role other = learner_role(plan) == ROLE_AGENT ? ROLE_CUSTOMER : ROLE_AGENT;
    Str example = {0};
    Scorer scorer;
    if (learner_role(plan) == ROLE_UNKNOWN) return example;
    learned_find(data, learned, found, unused);
    scorer_open(&scorer, plan->rubric, true);
    int tries = 0;
    for (size_t t = 0; t < count && !example.len && tries < TRIES_MOST; t++) {
        const LearnTurn *turn = &data->set->turns.items[t];
        bool fits = turn->positive == match && found[t] == match && turn->words;
        if (!fits || (turn->before.len && turn->before_role != other)) continue;
        tries++;
        if (stands_alone(plan, data, learned, &scorer, turn))
            example = write(arena, plan, turn);
    }
    scorer_close(&scorer);
    return example;
}

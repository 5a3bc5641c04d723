#include "learn/verdict_turns.h"

#include "detect/position.h"

// ---- How a criterion rests on a detector

static Resting least(Resting a, Resting b) { return a < b ? a : b; }
static Resting most(Resting a, Resting b) { return a > b ? a : b; }

// How `detector` rests on others, whose resting is known.
static Resting rests_by(const Detector *detector, const Resting *known) {
    Resting by = RESTS_NOT;
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        const void *param = detector_param(detector, spec);
        if (spec->purpose == PURPOSE_ALSO)
            vec_each(const uint32_t, other, (const DetectorRefs *)param)
                by = most(by, known[*other]);
        if (spec->purpose == PURPOSE_ANSWERS)
            by = most(by, least(known[*(const uint32_t *)param], RESTS_THROUGH));
    }
    return by;
}

// Of each detector, how it rests on the one.
static const Resting *rest_all(Arena *arena, const Rubric *rubric, uint32_t detector) {
    Resting *known = arena_array(arena, Resting, rubric->detectors.len);
    vec_each(const uint32_t, number, &rubric->order)
        known[*number] = *number == detector
                             ? RESTS_ON
                             : rests_by(&rubric->detectors.items[*number], known);
    return known;
}

// Of what must all hold, how many ask for something to be found: with more than one
// nobody knows whose find the turn is that a reader names.
static size_t count_affirmed(const Expression *all, bool denied) {
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) count += (all->of[i].op == OP_NOT) == denied;
    return count;
}

// `denied`: what is asked for is that it is not found.
static Resting rests_in(const Expression *expression, const Resting *known, bool denied) {
    Resting by = RESTS_NOT;
    if (!expression) return RESTS_NOT;
    if (expression->op == OP_DETECTOR)
        return denied ? RESTS_NOT : known[expression->detector];
    for (size_t i = 0; i < expression->count; i++)
        by = most(by, rests_in(&expression->of[i], known,
                               denied != (expression->op == OP_NOT)));
    bool all = expression->op == (denied ? OP_ANY : OP_ALL) ||
               (expression->op == OP_AT_LEAST && expression->least > 1);
    if (!all || expression->count < 2) return by;
    return count_affirmed(expression, denied) > 1 ? RESTS_NOT : least(by, RESTS_THROUGH);
}

static void find_earned(Arena *arena, const Rubric *rubric, uint32_t criterion,
                        uint32_t detector, Resting earns[VERDICT_COUNT]) {
    const Criterion *asked = &rubric->criteria.items[criterion];
    const Resting *known = rest_all(arena, rubric, detector);
    for (Verdict verdict = 0; verdict < VERDICT_COUNT; verdict++)
        earns[verdict] = RESTS_NOT;
    earns[VERDICT_MET] = rests_in(asked->met, known, false);
    earns[VERDICT_PARTLY] =
        rests_in(asked->partly ? asked->partly : asked->met, known, false);
    earns[VERDICT_NOT_MET] =
        most(rests_in(asked->not_met, known, false), rests_in(asked->met, known, true));
}

bool criterion_tells(Arena *arena, const Rubric *rubric, uint32_t criterion,
                     uint32_t detector) {
    Resting earns[VERDICT_COUNT];
    find_earned(arena, rubric, criterion, detector, earns);
    bool good = earns[VERDICT_MET] || earns[VERDICT_PARTLY];
    return good != (earns[VERDICT_NOT_MET] != RESTS_NOT);
}

// ---- What the readers say

static void add_judgement(Arena *arena, VerdictTurns *out, const Judgement *judgement) {
    uint32_t next = (uint32_t)out->calls.len;
    uint32_t number = map_add(arena, &out->numbers, judgement->call, next);
    if (number == next)
        *vec_push(arena, &out->calls) = (CallVerdict){.verdict = judgement->verdict};
    CallVerdict *call = &out->calls.items[number];
    if (call->verdict != judgement->verdict) call->verdict = VERDICT_COUNT;
    if (!judgement->turn) return;
    call->differs |= call->turn && call->turn != judgement->turn;
    call->turn = judgement->turn;
}

VerdictTurns verdict_turns(Arena *arena, const Rubric *rubric, uint32_t criterion,
                           uint32_t detector, const Judgements *judgements) {
    VerdictTurns out = {0};
    find_earned(arena, rubric, criterion, detector, out.earns);
    vec_each(const Judgement, judgement, judgements)
        if (str_eq(judgement->criterion, rubric->criteria.items[criterion].id))
            add_judgement(arena, &out, judgement);
    return out;
}

const CallVerdict *verdict_on(const VerdictTurns *verdicts, Str call) {
    uint32_t number = map_get(&verdicts->numbers, call);
    return number == MAP_NONE ? NULL : &verdicts->calls.items[number];
}

// ---- What that tells of turns

static bool is_of_role(Role role, const Turn *turn) {
    return turn->role != ROLE_SYSTEM && (role == ROLE_UNKNOWN || turn->role == role);
}

// Where the finds of the detector earned the verdict, by the turn `named` (from 0).
static void tell_earned(Arena *scratch, const Call *call, uint32_t named,
                        const bool *found, TurnTruth *told) {
    const Turn *turns = call->turns.items;
    const uint32_t *counts = turns_counted(scratch, call, turns[named].role);
    for (size_t t = 0; t < call->turns.len; t++) {
        bool breath = turns[t].role == turns[named].role && counts[t] == counts[named];
        told[t] = breath || found[t] ? TURN_UNTOLD : TURN_NEGATIVE;
    }
    told[named] = TURN_POSITIVE;
}

static bool denies(const VerdictTurns *verdicts, Verdict verdict) {
    const Resting *earns = verdicts->earns;
    if (verdict == VERDICT_MET) return earns[VERDICT_NOT_MET] != RESTS_NOT;
    return verdict == VERDICT_NOT_MET && earns[VERDICT_NOT_MET] == RESTS_NOT;
}

static bool counts_itself(const VerdictTurns *verdicts) {
    for (Verdict verdict = 0; verdict < VERDICT_COUNT; verdict++)
        if (verdicts->earns[verdict] == RESTS_ON) return true;
    return false;
}

const TurnTruth *verdict_tells(Arena *scratch, const VerdictTurns *verdicts,
                               const Call *call, Role role, const bool *found) {
    TurnTruth *told = arena_array(scratch, TurnTruth, call->turns.len);
    const CallVerdict *readers = verdict_on(verdicts, call->id);
    if (!readers || readers->verdict == VERDICT_COUNT) return told;
    uint32_t named = readers->turn - 1; // UINT32_MAX: none
    bool there = named < call->turns.len && is_of_role(role, &call->turns.items[named]);
    if (verdicts->earns[readers->verdict]) {
        if (there && !readers->differs) tell_earned(scratch, call, named, found, told);
    } else if (denies(verdicts, readers->verdict)) {
        for (size_t t = 0; t < call->turns.len; t++)
            if (!found[t] || t == named || counts_itself(verdicts))
                told[t] = TURN_NEGATIVE;
    }
    for (size_t t = 0; t < call->turns.len; t++)
        if (!is_of_role(role, &call->turns.items[t])) told[t] = TURN_UNTOLD;
    return told;
}

#include "tally/accuracy.h"

AccuracyPlan accuracy_plan(Arena *arena, const Rubric *rubric, const LabelMap *map) {
    AccuracyPlan plan = {.rubric = rubric, .map = map};
    plan.rules = arena_array(arena, DetectorRefs, rubric->detectors.len);
    for (uint32_t r = 0; r < map->rules.len; r++)
        vec_each(const uint32_t, detector, &map->rules.items[r].detectors)
            *vec_push(arena, &plan.rules[*detector]) = r;
    return plan;
}

const char *error_name(ErrorType type) {
    return type == FALSE_ALARM ? "false alarm" : "miss";
}

Accuracy accuracy_new(Arena *arena, const AccuracyPlan *plan) {
    return (Accuracy){.detectors =
                          arena_array(arena, Confusion, plan->rubric->detectors.len),
                      .labels = arena_array(arena, Confusion, plan->map->rules.len)};
}

bool label_next(Str *rest, Str *label) {
    while (str_next(rest, ';', label)) {
        *label = str_trim(*label);
        if (label->len) return true;
    }
    return false;
}

// ---- What was found

// A detector's word on a turn.
typedef struct {
    bool known, found;
    uint32_t start, end; // the first words found
} TurnAnswer;

typedef struct {
    const AccuracyPlan *plan;
    Scorer *scorer;
    const Call *call;
    Arena *keep;
    TurnAnswer *answers;   // by detector, then turn
    DetectorRefs *carried; // of each turn, the rules of the labels it carries
    Accuracy *out;
} Judge;

static TurnAnswer *answer_at(const Judge *judge, uint32_t detector, size_t turn) {
    return &judge->answers[detector * judge->call->turns.len + turn];
}

static void take_evidence(const Judge *judge, uint32_t detector, const Evidence *item) {
    TurnAnswer *answer = answer_at(judge, detector, item->turn);
    if (answer->found && answer->start <= item->start) return;
    answer->found = true;
    answer->start = item->start;
    answer->end = item->end;
}

static void take_finding(const Judge *judge, uint32_t detector, const Finding *finding) {
    for (size_t t = 0; t < judge->call->turns.len; t++)
        answer_at(judge, detector, t)->known = finding->known;
    vec_each(const Evidence, item, &finding->evidence)
        if (item->detector == detector || finding->holds)
            take_evidence(judge, detector, item);
}

// Asks the detectors of one role, or all, what they find in the call or its like.
static void ask(const Judge *judge, const Call *call, bool all, Role role) {
    judge->scorer->finder.as_written = true; // as the labels are
    Findings *found = scorer_detect(judge->scorer, call);
    const Detectors *detectors = &judge->plan->rubric->detectors;
    for (uint32_t d = 0; d < detectors->len; d++)
        if (judge->plan->rules[d].len && (all || detectors->items[d].role == role))
            take_finding(judge, d, findings_ask(found, d));
}

// The call as it would be if all turns of unknown role were of this one.
static Call call_as(const Judge *judge, Role role) {
    Call call = *judge->call;
    call.turns.items = arena_array(judge->keep, Turn, call.turns.len);
    for (size_t t = 0; t < call.turns.len; t++) {
        call.turns.items[t] = judge->call->turns.items[t];
        if (call.turns.items[t].role == ROLE_UNKNOWN) call.turns.items[t].role = role;
    }
    return call;
}

static void ask_all(const Judge *judge) {
    bool unknown = false;
    vec_each(const Turn, turn, &judge->call->turns) unknown |= turn->role == ROLE_UNKNOWN;
    if (!unknown) ask(judge, judge->call, true, ROLE_UNKNOWN);
    for (Role role = ROLE_UNKNOWN; unknown && role <= ROLE_CUSTOMER; role++) {
        Call call = call_as(judge, role);
        ask(judge, &call, false, role);
    }
}

// ---- What was there

static bool refs_have(const DetectorRefs *refs, uint32_t number) {
    vec_each(const uint32_t, ref, refs)
        if (*ref == number) return true;
    return false;
}

// The rules of the labels that a turn carries, each once.
static DetectorRefs find_rules(const Judge *judge, const Turn *turn) {
    DetectorRefs rules = {0};
    Str rest = turn->labels, label;
    while (label_next(&rest, &label)) {
        uint32_t rule = map_get(&judge->plan->map->numbers, label);
        if (rule != MAP_NONE && !refs_have(&rules, rule))
            *vec_push(judge->keep, &rules) = rule;
    }
    return rules;
}

static bool role_fits(Role wanted, Role role) {
    return wanted == ROLE_UNKNOWN || role == ROLE_UNKNOWN || wanted == role;
}

// Whether the detector is to find what the rule's label means in turns of this role.
static bool is_asked(const Judge *judge, uint32_t detector, uint32_t rule, Role role) {
    return role != ROLE_SYSTEM &&
           role_fits(judge->plan->map->rules.items[rule].role, role) &&
           role_fits(judge->plan->rubric->detectors.items[detector].role, role);
}

static bool is_judged(const Judge *judge, uint32_t detector, Role role) {
    vec_each(const uint32_t, rule, &judge->plan->rules[detector])
        if (is_asked(judge, detector, *rule, role)) return true;
    return false;
}

static bool is_positive(const Judge *judge, uint32_t detector, size_t turn) {
    vec_each(const uint32_t, rule, &judge->carried[turn])
        if (refs_have(&judge->plan->rules[detector], *rule)) return true;
    return false;
}

// ---- Both compared

static bool is_found_by_another(const Judge *judge, uint32_t detector, size_t turn) {
    vec_each(const uint32_t, rule, &judge->carried[turn]) {
        if (!refs_have(&judge->plan->rules[detector], *rule)) continue;
        vec_each(const uint32_t, other, &judge->plan->map->rules.items[*rule].detectors)
            if (answer_at(judge, *other, turn)->found) return true;
    }
    return false;
}

static void note_error(const Judge *judge, uint32_t detector, size_t turn_number) {
    const Turn *turn = &judge->call->turns.items[turn_number];
    const TurnAnswer *answer = answer_at(judge, detector, turn_number);
    *vec_push(judge->keep, &judge->out->errors) =
        (AccuracyError){.type = answer->found ? FALSE_ALARM : MISS,
                        .detector = detector,
                        .turn = (uint32_t)turn_number,
                        .start = answer->start,
                        .end = answer->end,
                        .call = judge->call->id,
                        .labels = turn->labels,
                        .text = turn->text,
                        .place = turn->place,
                        .role = turn->role};
}

static void judge_turn(const Judge *judge, uint32_t detector, size_t turn) {
    const TurnAnswer *answer = answer_at(judge, detector, turn);
    Confusion *confusion = &judge->out->detectors[detector];
    if (!is_judged(judge, detector, judge->call->turns.items[turn].role)) return;
    if (!answer->known && !answer->found) {
        confusion->unknown++;
        return;
    }
    bool positive = is_positive(judge, detector, turn);
    confusion_add(confusion, positive, answer->found);
    if (!judge->plan->keep_errors || positive == answer->found) return;
    if (answer->found || !is_found_by_another(judge, detector, turn))
        note_error(judge, detector, turn);
}

// What any of the label's detectors says of the turn. What one finds for another of its
// labels is no false alarm of this.
static void judge_label(const Judge *judge, uint32_t rule, size_t turn) {
    Role role = judge->call->turns.items[turn].role;
    bool carried = refs_have(&judge->carried[turn], rule);
    bool asked = false, known = true, found = false;
    vec_each(const uint32_t, detector, &judge->plan->map->rules.items[rule].detectors) {
        const TurnAnswer *answer = answer_at(judge, *detector, turn);
        if (!is_asked(judge, *detector, rule, role)) continue;
        asked = true;
        known &= answer->known;
        found |= answer->found && (carried || !is_positive(judge, *detector, turn));
    }
    if (asked && (known || found))
        confusion_add(&judge->out->labels[rule], carried, found);
    else
        judge->out->labels[rule].unknown += asked;
}

void *accuracy_of_call(const void *shared, Scorer *scorer, const Call *call,
                       Arena *keep) {
    const AccuracyPlan *plan = shared;
    size_t turns = call->turns.len, detectors = plan->rubric->detectors.len;
    Accuracy *out = arena_new(keep, Accuracy);
    Judge judge = {
        .plan = plan, .scorer = scorer, .call = call, .keep = keep, .out = out};
    judge.answers = arena_array(keep, TurnAnswer, detectors * turns);
    judge.carried = arena_array(keep, DetectorRefs, turns);
    *out = accuracy_new(keep, plan);
    ask_all(&judge);
    for (size_t t = 0; t < turns; t++) {
        judge.carried[t] = find_rules(&judge, &call->turns.items[t]);
        for (uint32_t d = 0; d < detectors; d++) judge_turn(&judge, d, t);
        for (uint32_t r = 0; r < plan->map->rules.len; r++) judge_label(&judge, r, t);
    }
    return out;
}

void accuracy_add(Arena *arena, const AccuracyPlan *plan, Accuracy *into,
                  const Accuracy *from) {
    for (size_t d = 0; d < plan->rubric->detectors.len; d++)
        confusion_merge(&into->detectors[d], &from->detectors[d]);
    for (size_t r = 0; r < plan->map->rules.len; r++)
        confusion_merge(&into->labels[r], &from->labels[r]);
    vec_each(const AccuracyError, error, &from->errors) {
        AccuracyError copy = *error;
        copy.call = str_copy(arena, error->call);
        copy.labels = str_copy(arena, error->labels);
        copy.text = str_copy(arena, error->text);
        *vec_push(arena, &into->errors) = copy;
    }
}

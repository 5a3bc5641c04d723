#include "learn/turns.h"

#include "call/words.h"
#include "detect/position.h"
#include "detect/sentence.h"
#include "detect/window.h"
#include "tally/accuracy.h"

// ---- The plan

LearnPlan learn_plan(Arena *arena, const Rubric *rubric, const LabelMap *map,
                     uint32_t detector) {
    LearnPlan plan = {.rubric = rubric, .map = map, .detector = detector};
    plan.may_count = arena_array(arena, bool, rubric->detectors.len);
    vec_each(const uint32_t, number, &rubric->order) {
        bool free = *number != detector;
        vec_each(const uint32_t, ref, &rubric->detectors.items[*number].refs)
            free &= *ref != detector && plan.may_count[*ref];
        plan.may_count[*number] = free;
    }
    plan.may_count[detector] = true;
    return plan;
}

// ---- One call

typedef struct {
    const LearnPlan *plan;
    const Call *call;
    Findings *found;
    DetectInput in; // the detector's that is to learn
    Arena *keep;
    LearnTurn *all; // by turn
} Reading;

static const Detector *learner(const Reading *reading) {
    return &reading->plan->rubric->detectors.items[reading->plan->detector];
}

static bool role_fits(Role wanted, Role role) {
    return role != ROLE_SYSTEM && (wanted == ROLE_UNKNOWN || wanted == role);
}

static bool rule_is_for(const LabelRule *rule, uint32_t detector) {
    vec_each(const uint32_t, number, &rule->detectors)
        if (*number == detector) return true;
    return false;
}

// Whether some label for the detector may stand at turns of this role.
static bool is_judged(const Reading *reading, Role role) {
    if (!role_fits(learner(reading)->role, role)) return false;
    vec_each(const LabelRule, rule, &reading->plan->map->rules)
        if (rule_is_for(rule, reading->plan->detector) && role_fits(rule->role, role))
            return true;
    return false;
}

static bool is_positive(const LearnPlan *plan, Str labels) {
    Str label;
    while (label_next(&labels, &label)) {
        uint32_t number = map_get(&plan->map->numbers, label);
        if (number != MAP_NONE &&
            rule_is_for(&plan->map->rules.items[number], plan->detector))
            return true;
    }
    return false;
}

// Only an exception in the sentence of a find undoes it, so all finds must be in one.
static void note_found(const Reading *reading, const Evidence *item) {
    LearnTurn *turn = &reading->all[item->turn];
    const Folded *folded = turn_folded(&reading->in, item->turn);
    uint32_t at = 0;
    while (at < folded->text.len && fold_start(folded, at) < item->start) at++;
    bool first = !turn->found;
    Sentence around = {0, 0};
    if (at < folded->text.len) around = sentence_around(folded->text, at, at + 1);
    if (first)
        turn->undo_from = around.start, turn->undo_to = around.end;
    else if (around.start != turn->undo_from)
        turn->undo_to = turn->undo_from;
    turn->found = true;
}

static void note_detector(const Reading *reading, uint32_t detector) {
    const Finding *finding = findings_ask(reading->found, detector);
    size_t count = reading->call->turns.len;
    const bool *answers =
        turns_beside(reading->in.scratch, reading->call, finding, WINDOW_ANSWERING);
    for (size_t t = 0; t < count; t++)
        if (answers[t]) *vec_push(reading->keep, &reading->all[t].answered) = detector;
    vec_each(const Evidence, item, &finding->evidence) {
        DetectorRefs *here = &reading->all[item->turn].here;
        bool new = !here->len || here->items[here->len - 1] != detector;
        if (new) *vec_push(reading->keep, here) = detector;
    }
}

static void note_window(const Reading *reading) {
    const Detector *detector = learner(reading);
    const FieldSpec *spec = field_for(detector->kind, FIELD_WINDOW, PURPOSE_OWN);
    const Window *window = spec ? detector_param(detector, spec) : NULL;
    bool any = !window || window->edge == WINDOW_NONE;
    WindowArea area = {.window = window};
    if (!any) window_measure(&reading->in, &area);
    for (uint32_t t = 0; t < reading->call->turns.len; t++)
        reading->all[t].open =
            any || window_place(&reading->in, &area, &(Hit){.turn = t}) == INSIDE;
}

static void note_texts(const Reading *reading) {
    const TakenUp *taken = turns_taken_up(&reading->in, STR("english"));
    for (uint32_t t = 0; t < reading->call->turns.len; t++) {
        const Turn *turn = &reading->call->turns.items[t];
        LearnTurn *out = &reading->all[t];
        out->call = reading->call->id;
        out->agent = reading->call->agent;
        out->text = turn->text;
        out->labels = turn->labels;
        out->before = t ? turn[-1].text : (Str){0};
        out->before_role = t ? turn[-1].role : ROLE_UNKNOWN;
        out->place = turn->place;
        out->turn = t + 1;
        out->folded = str_copy(reading->keep, turn_folded(&reading->in, t)->text);
        out->words = text_words(out->folded);
        for (EchoShare share = 0; share < ECHO_SHARES; share++)
            out->echoes[share] = echo_is(share, &taken[t]);
    }
}

// Sets what each turn is by what readers said of the call. Gives, by turn, whether it is
// known.
static const bool *judge_by_verdict(const Reading *reading) {
    const VerdictTurns *verdicts = reading->plan->verdicts;
    size_t count = reading->call->turns.len;
    const CallVerdict *readers = verdict_on(verdicts, reading->call->id);
    bool *found = arena_array(reading->keep, bool, count);
    bool *known = arena_array(reading->keep, bool, count);
    for (size_t t = 0; t < count; t++) found[t] = reading->all[t].found;
    const TurnTruth *told = verdict_tells(reading->keep, verdicts, reading->call,
                                          learner(reading)->role, found);
    for (size_t t = 0; t < count; t++) {
        known[t] = told[t] != TURN_UNTOLD;
        reading->all[t].positive = told[t] == TURN_POSITIVE;
        reading->all[t].labels = (Str){0};
        if (known[t] && readers->turn == t + 1)
            reading->all[t].labels = verdict_words(readers->verdict);
    }
    return known;
}

static const bool *judge_by_labels(const Reading *reading) {
    size_t count = reading->call->turns.len;
    bool *known = arena_array(reading->keep, bool, count);
    for (size_t t = 0; t < count; t++) {
        known[t] = is_judged(reading, reading->call->turns.items[t].role);
        reading->all[t].positive = is_positive(reading->plan, reading->all[t].labels);
    }
    return known;
}

// Turns of which nobody knows what is found in them are left out, as in accuracy.h.
static LearnTurns *keep_judged(const Reading *reading) {
    const Finding *finding = findings_ask(reading->found, reading->plan->detector);
    LearnTurns *turns = arena_new(reading->keep, LearnTurns);
    vec_each(const Evidence, item, &finding->evidence)
        if (item->detector == reading->plan->detector || finding->holds)
            note_found(reading, item);
    const bool *judged =
        reading->plan->verdicts ? judge_by_verdict(reading) : judge_by_labels(reading);
    for (size_t t = 0; t < reading->call->turns.len; t++)
        if (judged[t] && (finding->known || reading->all[t].found))
            *vec_push(reading->keep, turns) = reading->all[t];
    return turns;
}

// A turn of unknown role is taken for one of the detector's.
static Call call_known(const Reading *reading, const Call *call) {
    Call known = *call;
    Role role = learner(reading)->role;
    known.turns.items = arena_array(reading->keep, Turn, call->turns.len);
    for (size_t t = 0; t < call->turns.len; t++) {
        known.turns.items[t] = call->turns.items[t];
        if (known.turns.items[t].role == ROLE_UNKNOWN) known.turns.items[t].role = role;
    }
    return known;
}

void *learn_turns_of(const void *shared, Scorer *scorer, const Call *call, Arena *keep) {
    const LearnPlan *plan = shared;
    Reading reading = {.plan = plan, .keep = keep};
    Call known = call_known(&reading, call);
    scorer->finder.as_written = true; // as the labels are
    reading.found = scorer_detect(scorer, &known);
    reading.call = &known;
    reading.all = arena_array(keep, LearnTurn, known.turns.len);
    reading.in = reading.found->in;
    reading.in.self = plan->detector;
    findings_ask(reading.found, plan->detector); // what it refers to tells its window
    note_texts(&reading);
    note_window(&reading);
    for (uint32_t d = 0; d < plan->rubric->detectors.len; d++)
        if (plan->may_count[d]) note_detector(&reading, d);
    return keep_judged(&reading);
}

// ---- All calls

static DetectorRefs copy_refs(Arena *arena, const DetectorRefs *refs) {
    DetectorRefs copy = {0};
    vec_each(const uint32_t, ref, refs) *vec_push(arena, &copy) = *ref;
    return copy;
}

void learn_set_add(LearnSet *set, const LearnTurns *turns) {
    Arena *arena = set->arena;
    if (!turns->len) return;
    if (!set->turns.len) set->agents_known = true;
    vec_each(const LearnTurn, turn, turns) {
        LearnTurn copy = *turn;
        Str *texts[] = {&copy.call,   &copy.agent,  &copy.text,
                        &copy.labels, &copy.before, &copy.folded};
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            *texts[i] = str_copy(arena, *texts[i]);
        copy.here = copy_refs(arena, &turn->here);
        copy.answered = copy_refs(arena, &turn->answered);
        copy.dialogue = set->dialogues;
        set->agents_known &= copy.agent.len > 0;
        copy.group = map_add(arena, &set->agent_numbers, copy.agent, set->agents);
        set->agents += copy.group == set->agents;
        *vec_push(arena, &set->turns) = copy;
    }
    set->dialogues++;
}

uint32_t learn_set_group(LearnSet *set) {
    if (set->agents_known) return set->agents;
    vec_each(LearnTurn, turn, &set->turns) turn->group = turn->dialogue;
    return set->dialogues;
}

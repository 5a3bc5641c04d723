#include "learn/learn.h"

#include "base/random.h"

Confusion learn_count(const LearnData *data, const bool *found) {
    Confusion seen = {0};
    for (size_t t = 0; t < data->set->turns.len; t++)
        confusion_add(&seen, data->positive[t], found[t]);
    return seen;
}

// ---- Whether F1 rises

static void count_turn(Confusion *of_dialogue, const LearnData *data, size_t turn,
                       const bool *found) {
    uint32_t dialogue = data->set->turns.items[turn].dialogue;
    confusion_add(&of_dialogue[dialogue], data->positive[turn], found[turn]);
}

static double f1_seen(const Confusion *seen) {
    return f1_of((double)seen->true_positives, (double)seen->found,
                 (double)seen->positives);
}

uint32_t learn_rises(Arena *scratch, const LearnData *data, const bool *before,
                     const bool *after) {
    uint32_t dialogues = data->set->dialogues, rises = 0;
    Confusion *old = arena_array(scratch, Confusion, dialogues);
    Confusion *new = arena_array(scratch, Confusion, dialogues);
    uint64_t state = RANDOM_SEED;
    for (size_t t = 0; t < data->set->turns.len; t++) {
        count_turn(old, data, t, before);
        count_turn(new, data, t, after);
    }
    for (int sample = 0; sample < LEARN_RESAMPLES; sample++) {
        Confusion old_all = {0}, new_all = {0};
        for (uint32_t d = 0; d < dialogues; d++) {
            size_t drawn = random_next(&state) % dialogues;
            confusion_merge(&old_all, &old[drawn]);
            confusion_merge(&new_all, &new[drawn]);
        }
        rises += f1_seen(&new_all) > f1_seen(&old_all);
    }
    return rises;
}

// ---- By folds

typedef Learned LearnBy(Arena *arena, const LearnData *data, const bool *use);
static LearnBy *const LEARN_BY[LEARN_WAYS] = {overlay_learn, points_learn};

static void mark_use(const LearnData *data, const uint8_t *folds, uint32_t without,
                     bool *use) {
    for (size_t t = 0; t < data->set->turns.len; t++) use[t] = folds[t] != without;
}

static void note_worst(const LearnData *data, const uint8_t *folds, uint32_t fold,
                       LearnTrial *trial) {
    Confusion old = {0}, new = {0};
    for (size_t t = 0; t < data->set->turns.len; t++) {
        if (folds[t] != fold) continue;
        confusion_add(&old, data->positive[t], data->found[t]);
        confusion_add(&new, data->positive[t], trial->found[t]);
    }
    double before = f1_seen(&old), after = f1_seen(&new);
    if (!old.positives) return;
    if (trial->has_worst && after - before >= trial->worst[1] - trial->worst[0]) return;
    trial->has_worst = true;
    trial->worst[0] = before;
    trial->worst[1] = after;
}

static LearnTrial trial_of(Arena *arena, const LearnOutcome *outcome, LearnWay way,
                           const uint8_t *folds) {
    const LearnData *data = &outcome->data;
    size_t count = data->set->turns.len;
    LearnTrial trial = {.tried = true, .found = arena_array(arena, bool, count)};
    bool *use = arena_array(arena, bool, count), *found = arena_array(arena, bool, count);
    double *log_odds = arena_array(arena, double, count);
    Arena scratch = {0};
    for (uint32_t fold = 0; fold < outcome->folds; fold++, arena_reset(&scratch)) {
        mark_use(data, folds, fold, use);
        Learned learned = LEARN_BY[way](&scratch, data, use);
        learned_find(data, &learned, found, log_odds);
        for (size_t t = 0; t < count; t++) {
            if (folds[t] != fold) continue;
            trial.found[t] = found[t];
            if (way == LEARN_POINTS)
                outcome->sureness[t] = log_odds[t] - learned_threshold(&learned);
        }
        note_worst(data, folds, fold, &trial);
    }
    mark_use(data, folds, outcome->folds, use);
    trial.learned = LEARN_BY[way](arena, data, use);
    trial.seen = learn_count(data, trial.found);
    trial.rises = learn_rises(&scratch, data, data->found, trial.found);
    arena_free(&scratch);
    return trial;
}

// ---- What to do with it

static bool is_accepted(const LearnTrial *trial) {
    return trial->tried && trial->learned.phrases.len &&
           trial->rises >= LEARN_RISES_LEAST;
}

int learn_choose(const LearnTrial trials[LEARN_WAYS], uint64_t turns, uint32_t beats) {
    const LearnTrial *overlay = &trials[LEARN_OVERLAY], *points = &trials[LEARN_POINTS];
    bool can = is_accepted(overlay);
    if (!is_accepted(points)) return can ? LEARN_OVERLAY : -1;
    bool better = f1_seen(&points->seen) > f1_seen(&overlay->seen);
    bool clearly = turns >= LEARN_OVERLAY_BELOW || beats >= LEARN_RISES_LEAST;
    return can && !(better && clearly) ? LEARN_OVERLAY : LEARN_POINTS;
}

static LearnData make_data(Arena *arena, const LearnSet *set,
                           const Candidates *candidates) {
    size_t count = set->turns.len;
    bool *positive = arena_array(arena, bool, count);
    bool *found = arena_array(arena, bool, count);
    for (size_t t = 0; t < count; t++) {
        positive[t] = set->turns.items[t].positive;
        found[t] = set->turns.items[t].found;
    }
    return (LearnData){set, candidates, positive, found};
}

LearnOutcome learn_from(Arena *arena, LearnSet *set, const LearnPlan *plan,
                        bool overlay) {
    LearnOutcome outcome = {.groups = learn_set_group(set), .taken = -1};
    Candidates *candidates = arena_new(arena, Candidates);
    *candidates = candidates_make(set, plan);
    outcome.candidates = *candidates;
    outcome.data = make_data(arena, set, candidates);
    outcome.before = learn_count(&outcome.data, outcome.data.found);
    outcome.folds = outcome.groups < LEARN_FOLDS ? outcome.groups : LEARN_FOLDS;
    if (outcome.before.positives < LEARN_POSITIVES_LEAST || outcome.folds < 2)
        return outcome;
    bool *all = arena_array(arena, bool, set->turns.len);
    for (size_t t = 0; t < set->turns.len; t++) all[t] = true;
    uint8_t *folds = folds_make(arena, &outcome.data, all, outcome.folds);
    outcome.sureness = arena_array(arena, double, set->turns.len);
    if (overlay)
        outcome.trials[LEARN_OVERLAY] = trial_of(arena, &outcome, LEARN_OVERLAY, folds);
    outcome.trials[LEARN_POINTS] = trial_of(arena, &outcome, LEARN_POINTS, folds);
    uint32_t beats = 0;
    if (overlay)
        beats = learn_rises(arena, &outcome.data, outcome.trials[LEARN_OVERLAY].found,
                            outcome.trials[LEARN_POINTS].found);
    outcome.taken = learn_choose(outcome.trials, outcome.before.turns, beats);
    return outcome;
}

#include "score/add_up.h"

#include <math.h>

enum { HUNDRED = 100000, ONE_POINT = 1000, TENTH = 100 };

// Half up to 0.1.
static int32_t round_tenth(double thousandths) {
    return (int32_t)floor(thousandths / TENTH + 0.5) * TENTH;
}

static bool is_counted(const Mark *mark) { return mark->verdict <= VERDICT_NOT_MET; }

// Of the marks of one principle that have points, and of the rest (`missing`).
typedef struct {
    int64_t counted, missing; // weight
    int64_t earned;           // weight times points
    int64_t points;
    int32_t marks; // how many have points
} Weights;

static Weights weigh(const Scorecard *card, Str principle) {
    Weights weights = {0};
    vec_each(const Mark, mark, &card->marks) {
        if (!str_eq(mark->principle, principle)) continue;
        if (!is_counted(mark)) {
            weights.missing += mark->weight;
            continue;
        }
        weights.counted += mark->weight;
        weights.earned += (int64_t)mark->weight * mark->points;
        weights.points += mark->points;
        weights.marks++;
    }
    return weights;
}

// What a mark weighs after the rest's weight was shared out by the law for N/A.
static double applied_weight(NaLaw law, const Weights *weights, const Mark *mark) {
    double weight = mark->weight, all = (double)(weights->counted + weights->missing);
    switch (law) {
    case NA_PROPORTIONAL:
        return is_counted(mark) ? weight * all / (double)weights->counted : 0;
    case NA_EQUAL:
        return is_counted(mark) ? weight + (double)weights->missing / weights->marks : 0;
    case NA_ZERO:
    case NA_FULL: break;
    }
    return weight;
}

// Applied weight times points over all weight, with one division of whole numbers, so
// that a half is a half and is rounded up.
static double mean_points(NaLaw law, const Weights *weights) {
    double counted = (double)weights->counted, missing = (double)weights->missing;
    double earned = (double)weights->earned, all = counted + missing;
    switch (law) {
    case NA_PROPORTIONAL: return earned / counted;
    case NA_EQUAL:
        return (earned * weights->marks + missing * (double)weights->points) /
               (all * weights->marks);
    case NA_ZERO: return earned / all;
    case NA_FULL: return (earned + missing * ONE_POINT) / all;
    }
    return 0;
}

static int32_t add_principle(const Rubric *rubric, Scorecard *card, Str principle) {
    Weights weights = weigh(card, principle);
    NaLaw law = rubric->score.na;
    bool scored = weights.counted > 0;
    vec_each(Mark, mark, &card->marks) {
        if (!str_eq(mark->principle, principle)) continue;
        mark->applied = scored ? (int32_t)lround(applied_weight(law, &weights, mark)) : 0;
    }
    if (!scored) return NO_SCORE;
    return round_tenth(mean_points(law, &weights) * HUNDRED / ONE_POINT);
}

static const Criterion *criterion_of(const Rubric *rubric, Str id) {
    vec_each(const Criterion, criterion, &rubric->criteria)
        if (str_eq(criterion->id, id)) return criterion;
    return NULL;
}

static void add_flag(Arena *keep, Scorecard *card, const char *kind, Str id) {
    *vec_push(keep, &card->flags) = str_format(keep, "%s:%.*s", kind, STR_ARG(id));
}

static void add_principles(const Rubric *rubric, Arena *keep, Scorecard *card) {
    card->principles.len = 0;
    vec_each(const Principle, principle, &rubric->principles)
        *vec_push(keep, &card->principles) = (PrincipleScore){
            .id = principle->id,
            .score = add_principle(rubric, card, principle->id),
            .weight = principle->weight,
            .floor = principle->floor,
        };
    vec_each(const Mark, mark, &card->marks) {
        if (mark->verdict != VERDICT_NOT_MET) continue;
        const Criterion *criterion = criterion_of(rubric, mark->criterion);
        if (criterion && criterion->critical == CRITICAL_FAIL_PRINCIPLE)
            card->principles.items[criterion->principle].score = 0;
    }
}

// Shares the weight of principles without a score among the rest; their counted weight.
static double share_weights(Scorecard *card) {
    double counted = 0, all = 0;
    vec_each(const PrincipleScore, item, &card->principles) {
        all += item->weight;
        if (item->score != NO_SCORE) counted += item->weight;
    }
    vec_each(PrincipleScore, item, &card->principles)
        if (item->score != NO_SCORE && counted > 0)
            item->applied = (int32_t)lround(item->weight * all / counted);
    return counted;
}

static int32_t weighted_mean(const Scorecard *card, double counted) {
    double sum = 0;
    vec_each(const PrincipleScore, item, &card->principles)
        if (item->score != NO_SCORE) sum += (double)item->weight * item->score;
    return round_tenth(sum / counted);
}

static int32_t geometric_mean(const Scorecard *card, double counted) {
    double logs = 0;
    vec_each(const PrincipleScore, item, &card->principles) {
        if (item->score == NO_SCORE || item->weight == 0) continue;
        if (item->score == 0) return 0;
        logs += item->weight * log(item->score);
    }
    return round_tenth(exp(logs / counted));
}

static int32_t weakest(const Scorecard *card) {
    int32_t least = HUNDRED;
    vec_each(const PrincipleScore, item, &card->principles)
        if (item->score != NO_SCORE && item->weight > 0 && item->score < least)
            least = item->score;
    return least;
}

static int32_t by_law(Law law, const Scorecard *card, double counted) {
    switch (law) {
    case LAW_GEOMETRIC: return geometric_mean(card, counted);
    case LAW_MINIMUM: return weakest(card);
    case LAW_WEIGHTED_MEAN: break;
    }
    return weighted_mean(card, counted);
}

static void cap_at(Scorecard *card, int32_t cap) {
    if (card->score > cap) card->score = cap;
}

static void apply_floors(const Rubric *rubric, Arena *keep, Scorecard *card) {
    vec_each(const PrincipleScore, item, &card->principles) {
        if (item->score == NO_SCORE || item->floor == NO_SCORE ||
            item->score >= item->floor)
            continue;
        add_flag(keep, card, "floor", item->id);
        cap_at(card, rubric->score.cap);
    }
}

static void apply_criticals(const Rubric *rubric, Arena *keep, Scorecard *card) {
    static const char *const FLAGS[] = {NULL, "fail-call", "fail-principle", "cap",
                                        "flag"};
    vec_each(const Mark, mark, &card->marks) {
        if (mark->verdict != VERDICT_NOT_MET) continue;
        const Criterion *criterion = criterion_of(rubric, mark->criterion);
        if (!criterion || !criterion->critical) continue;
        add_flag(keep, card, FLAGS[criterion->critical], criterion->id);
        if (criterion->critical == CRITICAL_FAIL_CALL) cap_at(card, 0);
        if (criterion->critical == CRITICAL_CAP) cap_at(card, criterion->cap);
    }
}

void scorecard_add_up(const Rubric *rubric, Arena *keep, Scorecard *card) {
    card->score = card->compensatory = NO_SCORE;
    card->band = (Str){0};
    card->flags.len = 0;
    add_principles(rubric, keep, card);
    double counted = share_weights(card);
    if (counted <= 0) return;
    card->compensatory = weighted_mean(card, counted);
    card->score = by_law(rubric->score.law, card, counted);
    apply_floors(rubric, keep, card);
    apply_criticals(rubric, keep, card);
    card->band = band_of(&rubric->score, card->score);
}

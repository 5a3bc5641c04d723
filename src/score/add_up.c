#include "score/add_up.h"

#include "score/share.h"

#include <math.h>

enum { HUNDRED = 100000, ONE_POINT = 1000, TENTH = 100, ALL_SHARES = 1000 };

// Half up to 0.1.
static int32_t round_tenth(double thousandths) {
    return (int32_t)floor(thousandths / TENTH + 0.5) * TENTH;
}

// Of the marks of one principle that have points, and of the rest (`missing`).
typedef struct {
    int64_t counted, missing; // weight
    int64_t earned;           // weight times points
    int64_t points;
    int32_t marks; // how many have points
} Weights;

static void weigh(Weights *weights, const Mark *mark) {
    if (!mark_is_decided(mark)) {
        weights->missing += mark->weight;
        return;
    }
    weights->counted += mark->weight;
    weights->earned += (int64_t)mark->weight * mark->points;
    weights->points += mark->points;
    weights->marks++;
}

// The number of a mark's principle, or how many there are. Marks of one stand together,
// so it is looked for from that of the mark before on.
static inline size_t principle_of(const Rubric *rubric, const Mark *mark, size_t p) {
    size_t count = rubric->principles.len;
    if (p < count && str_eq(rubric->principles.items[p].id, mark->principle)) return p;
    for (size_t looked = 0; looked < count; looked++, p++) {
        if (p >= count) p = 0;
        if (str_eq(rubric->principles.items[p].id, mark->principle)) return p;
    }
    return count;
}

// Whether a mark has a part in the score, or would have one.
static bool has_weight(NaLaw law, const Mark *mark) {
    bool always = law == NA_ZERO || law == NA_FULL;
    return !mark->uncounted && (always || mark_is_decided(mark));
}

// What a mark weighs after the rest's weight was shared out by the law for N/A.
static double applied_weight(NaLaw law, const Weights *weights, const Mark *mark) {
    double weight = mark->weight, all = (double)(weights->counted + weights->missing);
    switch (law) {
    case NA_AS_DECIDED:
    case NA_PROPORTIONAL:
        return mark_is_decided(mark) ? weight * all / (double)weights->counted : 0;
    case NA_EQUAL:
        return mark_is_decided(mark) ? weight + (double)weights->missing / weights->marks
                                     : 0;
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
    case NA_AS_DECIDED:
    case NA_PROPORTIONAL: return earned / counted;
    case NA_EQUAL:
        return (earned * weights->marks + missing * (double)weights->points) /
               (all * weights->marks);
    case NA_ZERO: return earned / all;
    case NA_FULL: return (earned + missing * ONE_POINT) / all;
    }
    return 0;
}

static void apply(NaLaw law, const Weights *weights, Mark *mark) {
    double applied = weights->counted > 0 ? applied_weight(law, weights, mark) : 0;
    double all = (double)(weights->counted + weights->missing);
    mark->applied = applied > 0 ? (int32_t)lround(applied) : 0;
    if (law == NA_AS_DECIDED) return; // the part is the rubric's (take_as_decided)
    mark->part = applied > 0 ? llround(SHARE_ALL * (applied / all)) : 0;
}

static int32_t score_of(NaLaw law, const Weights *weights) {
    if (!weights->counted) return NO_SCORE;
    return round_tenth(mean_points(law, weights) * HUNDRED / ONE_POINT);
}

static void add_flag(Arena *keep, Scorecard *card, const char *kind, Str id) {
    *vec_push(keep, &card->flags) = str_format(keep, "%s:%.*s", kind, STR_ARG(id));
}

static void judged_add(Judged *judged, const Criterion *criterion, const Mark *mark) {
    bool decided = mark_is_decided(mark);
    if (mark->verdict != VERDICT_NOT_ASSESSABLE) judged->assessable++;
    if (mark->uncounted && decided) judged->unproven++;
    if (mark->uncounted || !criterion || criterion->nominal <= 0) return;
    judged->judged_of++;
    if (!decided) return;
    judged->judged++;
    judged->nominal += criterion->nominal;
}

// Looks at each mark once: adds it to its principle's and to what was decided, and gives
// those that can weigh something.
static WeighedMarks sort_out(const Rubric *rubric, Arena *keep, const Scorecard *card,
                             Weights *weights, Judged *judged) {
    WeighedMarks weighed = {.cap = card->marks.len};
    size_t p = 0, next = 0;
    weighed.items = arena_raw(keep, array_bytes(weighed.cap, sizeof *weighed.items));
    vec_each(Mark, mark, &card->marks) {
        const Criterion *criterion = criterion_next(rubric, mark->criterion, &next);
        p = principle_of(rubric, mark, p);
        mark->share = 0;
        judged_add(judged, criterion, mark);
        if (p < rubric->principles.len) {
            mark->applied = 0;
            mark->part = 0;
            if (!mark->uncounted) weigh(&weights[p], mark);
        }
        if (has_weight(rubric->score.na, mark))
            weighed.items[weighed.len++] = (WeighedMark){mark, criterion, p};
    }
    return weighed;
}

static bool is_critical(const WeighedMark *item) {
    return item->mark->verdict == VERDICT_NOT_MET && item->criterion &&
           item->criterion->critical;
}

static void add_principles(const Rubric *rubric, const Weights *weights,
                           const WeighedMarks *marks, Arena *keep, Scorecard *card) {
    NaLaw law = rubric->score.na;
    vec_each(const WeighedMark, item, marks)
        if (item->principle < rubric->principles.len)
            apply(law, &weights[item->principle], item->mark);
    card->principles.len = 0;
    vec_each(const Principle, principle, &rubric->principles)
        *vec_push(keep, &card->principles) = (PrincipleScore){
            .id = principle->id,
            .score = score_of(law, weights++),
            .weight = principle->weight,
            .floor = principle->floor,
        };
    vec_each(const WeighedMark, item, marks) {
        if (!is_critical(item) || item->criterion->critical != CRITICAL_FAIL_PRINCIPLE)
            continue;
        PrincipleScore *principle = &card->principles.items[item->criterion->principle];
        principle->failed = true;
        principle->score = 0;
    }
}

// ---- What each principle weighs in the call, and each mark

// What was decided of a principle weighs what the rubric gave it. Where the law is not a
// weighted mean, too small a part of it takes no part.
static void take_as_decided(const Rubric *rubric, const WeighedMarks *marks,
                            Scorecard *card) {
    const ScoreLaw *law = &rubric->score;
    vec_each(const WeighedMark, item, marks) {
        const Criterion *criterion = item->criterion;
        item->mark->part = criterion ? criterion->nominal : 0;
        if (criterion)
            card->principles.items[criterion->principle].part += item->mark->part;
    }
    for (size_t i = 0; law->law != LAW_WEIGHTED_MEAN && i < card->principles.len; i++) {
        int64_t own = rubric->principles.items[i].nominal, *part;
        part = &card->principles.items[i].part;
        if (*part * 1000 < own * law->min_weight) *part = 0;
    }
}

// A principle with a score weighs all that the rubric gave it.
static void take_whole(const WeighedMarks *marks, Scorecard *card) {
    double counted = 0;
    vec_each(PrincipleScore, item, &card->principles) {
        item->part = item->score == NO_SCORE ? 0 : item->weight;
        counted += (double)item->part;
    }
    if (!(counted > 0)) return;
    vec_each(const WeighedMark, item, marks) {
        if (item->principle == card->principles.len) continue;
        double part = (double)card->principles.items[item->principle].part;
        item->mark->part = llround((double)item->mark->part * (part / counted));
    }
}

// Gives every principle its part, and shares all weight among those that take part. The
// sum of the parts.
static double take_part(const Rubric *rubric, const WeighedMarks *marks,
                        Scorecard *card) {
    double counted = 0, all = 0;
    if (rubric->score.na == NA_AS_DECIDED)
        take_as_decided(rubric, marks, card);
    else
        take_whole(marks, card);
    vec_each(const PrincipleScore, item, &card->principles) {
        all += item->weight;
        counted += (double)item->part;
    }
    vec_each(PrincipleScore, item, &card->principles)
        if (counted > 0)
            item->applied = (int32_t)lround((double)item->part * all / counted);
    return counted;
}

// ---- The laws

static int32_t weighted_mean(const Scorecard *card, double counted) {
    double sum = 0;
    vec_each(const PrincipleScore, item, &card->principles)
        if (item->part) sum += (double)item->part * item->score;
    return round_tenth(sum / counted);
}

static int32_t geometric_mean(const Scorecard *card, double counted) {
    double logs = 0;
    vec_each(const PrincipleScore, item, &card->principles) {
        if (!item->part) continue;
        if (item->score == 0) return 0;
        logs += (double)item->part * log(item->score);
    }
    return round_tenth(exp(logs / counted));
}

static int32_t weakest(const Scorecard *card) {
    int32_t least = HUNDRED;
    vec_each(const PrincipleScore, item, &card->principles)
        if (item->part && item->score < least) least = item->score;
    return least;
}

static int32_t by_law(Law law, const Scorecard *card, double counted) {
    switch (law) {
    case LAW_GEOMETRIC: return geometric_mean(card, counted);
    case LAW_MINIMUM: return weakest(card);
    case LAW_WEIGHTED_MEAN: break;
    }
    return card->compensatory;
}

// The marks' shares, and the compensatory score. Where the weights of a principle's marks
// stand on their own (as-decided), or are bounded, it is the sum over marks; else over
// the rounded scores of principles, as they are printed.
static void compensate(const ScoreLaw *law, const WeighedMarks *marks, double counted,
                       Scorecard *card) {
    Shares shares = shares_make(marks, law->max_share);
    bool by_marks = law->na == NA_AS_DECIDED || law->max_share < ALL_SHARES;
    vec_each(const WeighedMark, item, marks)
        item->mark->share = share_of(&shares, item->mark);
    card->compensatory =
        by_marks ? shares_score(&shares, marks, card) : weighted_mean(card, counted);
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

static void apply_criticals(const WeighedMarks *marks, Arena *keep, Scorecard *card) {
    static const char *const FLAGS[] = {NULL, "fail-call", "fail-principle", "cap",
                                        "flag"};
    vec_each(const WeighedMark, item, marks) {
        const Criterion *criterion = item->criterion;
        if (!is_critical(item)) continue;
        add_flag(keep, card, FLAGS[criterion->critical], criterion->id);
        if (criterion->critical == CRITICAL_FAIL_CALL) cap_at(card, 0);
        if (criterion->critical == CRITICAL_CAP) cap_at(card, criterion->cap);
    }
}

void scorecard_add_up(const Rubric *rubric, Arena *keep, Scorecard *card) {
    card->score = card->compensatory = card->uncapped = NO_SCORE;
    card->flags.len = 0;
    Weights *weights = arena_array(keep, Weights, rubric->principles.len);
    Judged judged = {0};
    WeighedMarks marks = sort_out(rubric, keep, card, weights, &judged);
    add_principles(rubric, weights, &marks, keep, card);
    double counted = take_part(rubric, &marks, card);
    shares_judge(rubric, &judged, keep, card);
    if (counted > 0 && !card->too_little.len) {
        compensate(&rubric->score, &marks, counted, card);
        card->score = card->uncapped = by_law(rubric->score.law, card, counted);
        apply_floors(rubric, keep, card);
    }
    apply_criticals(&marks, keep, card);
    card->band =
        card->score == NO_SCORE ? (Str){0} : band_of(&rubric->score, card->score);
}

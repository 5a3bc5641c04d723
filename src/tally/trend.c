#include "tally/trend.h"

#include "base/map.h"

#include <math.h>
#include <stdlib.h>

int64_t trend_since(const Period *period) {
    if (period->since == NO_TIME) return NO_TIME;
    int64_t week = date_week(zone_local(period->zone, period->since)) - TREND_WEEKS + 1;
    int64_t since = zone_epoch(period->zone, date_week_start(week));
    bool longer = period->before != NO_TIME && period->before < since;
    return longer ? period->before : since;
}

// ---- Change

// The interval of a difference from those of the two means: G. Y. Zou and A. Donner,
// "Construction of confidence limits about effect measures: A general approach",
// Statistics in Medicine 27, 2008, equation 4. It keeps what those know of scores that
// are bounded or all alike.
Change change_between(const Sums *before, const Sums *after, int64_t least) {
    Estimate old = sums_estimate(before), new = sums_estimate(after);
    Change change = {.before = old.count, .after = new.count};
    change.known =
        old.has_interval && new.has_interval &&old.count >= least &&new.count >= least;
    if (!change.known) return change;
    change.value = new.mean - old.mean;
    change.low = change.value - hypot(new.mean - new.low, old.high - old.mean);
    change.high = change.value + hypot(new.high - new.mean, old.mean - old.low);
    return change;
}

bool change_is_clear(const Change *change) {
    return change->known && (change->low > 0 || change->high < 0);
}

// ---- Lines

// One that marked calls.
typedef struct {
    const Scorecard *first; // one of its first calls
    Str hash, quality;
} Marker;

typedef struct {
    Arena *arena;
    const Tally *tally;
    const Period *period;
    Trends *out;
    VEC(Marker) markers; // in the end, by line
    int64_t last_week;   // of the newest call
    Map agents;          // id -> number in the tally
    Sums *before;        // of the period before, rows of `width`: the score, principles;
    size_t width;        // the team's row is behind those of the agents
} Making;

static bool has_part(const Scorecard *card) {
    return card->score != NO_SCORE && card->started_at != NO_TIME;
}

// Figures of quality mean something only where they decide what counts.
static Str quality_of(const Making *making, const Scorecard *card) {
    bool all = making->tally->rubric->score.count == COUNT_ALL;
    return all ? (Str){0} : card->quality_hash;
}

static uint32_t line_of(const Making *making, const Scorecard *card) {
    uint32_t line = 0;
    vec_each(const Marker, marker, &making->markers) {
        if (str_eq(marker->hash, card->rubric_hash) &&
            str_eq(marker->quality, quality_of(making, card)))
            return line;
        line++;
    }
    return line;
}

static int64_t week_of(const Making *making, const Scorecard *card) {
    return date_week(zone_local(making->period->zone, card->started_at));
}

static void note_marker(Making *making, const Scorecard *card) {
    uint32_t line = line_of(making, card);
    if (line == making->markers.len)
        *vec_push(making->arena, &making->markers) =
            (Marker){card, card->rubric_hash, quality_of(making, card)};
    Marker *marker = &making->markers.items[line];
    if (card->started_at < marker->first->started_at) marker->first = card;
}

static int compare_markers(const void *a, const void *b) {
    const Marker *x = a, *y = b;
    if (x->first->started_at != y->first->started_at)
        return x->first->started_at < y->first->started_at ? -1 : 1;
    int hash = str_cmp(x->hash, y->hash);
    return hash ? hash : str_cmp(x->quality, y->quality);
}

static void note_cards(Making *making, const Scorecards *cards) {
    vec_each(const Scorecard, card, cards) {
        if (!has_part(card)) continue;
        int64_t week = week_of(making, card);
        if (week > making->last_week) making->last_week = week;
        note_marker(making, card);
    }
}

static void name_lines(Making *making) {
    if (!making->markers.len) return;
    qsort(making->markers.items, making->markers.len, sizeof *making->markers.items,
          compare_markers);
    vec_each(const Marker, marker, &making->markers) {
        const Scorecard *card = marker->first;
        *vec_push(making->arena, &making->out->rubrics) =
            str_format(making->arena, "%.*s %.*s", STR_ARG(card->rubric),
                       STR_ARG(card->rubric_version));
    }
}

// ---- Points

static void add_scores(const Rubric *rubric, Sums *score, Sums *principles,
                       const Scorecard *card) {
    sums_add(score, card->score);
    vec_each(const PrincipleScore, item, &card->principles) {
        uint32_t index = principle_index(rubric, item->id);
        if (index != UINT32_MAX && item->score != NO_SCORE)
            sums_add(&principles[index], item->score);
    }
}

static TrendPoint *point_of(const Making *making, Trend *trend, int64_t week,
                            uint32_t line) {
    vec_each(TrendPoint, point, &trend->points)
        if (point->week == week && point->line == line) return point;
    TrendPoint *point = vec_push(making->arena, &trend->points);
    *point = (TrendPoint){.week = week, .line = line};
    point->principles =
        arena_array(making->arena, Sums, making->tally->rubric->principles.len);
    return point;
}

// Whether the tally's rubric marked it.
static bool is_own(const Making *making, const Scorecard *card) {
    const Rubric *rubric = making->tally->rubric;
    return str_eq(card->rubric_hash, str_from(rubric->hash)) &&
           (rubric->score.count == COUNT_ALL ||
            str_eq(card->quality_hash, str_from(rubric->quality_hash)));
}

static bool is_in_window(const Making *making, int64_t week) {
    return week > making->last_week - TREND_WEEKS;
}

static void add_to(Making *making, Trend *trend, size_t row, const Scorecard *card) {
    const Rubric *rubric = making->tally->rubric;
    const Period *period = making->period;
    int64_t week = week_of(making, card);
    if (is_in_window(making, week)) {
        TrendPoint *point = point_of(making, trend, week, line_of(making, card));
        add_scores(rubric, &point->score, point->principles, card);
    }
    Sums *before = &making->before[row * making->width];
    if (period->before != NO_TIME && period->before <= card->started_at &&
        card->started_at < period->since && is_own(making, card))
        add_scores(rubric, before, before + 1, card);
}

static void add_cards(Making *making, const Scorecards *cards) {
    Trends *out = making->out;
    size_t agents = making->tally->agents.len;
    vec_each(const Scorecard, card, cards) {
        if (!has_part(card)) continue;
        add_to(making, &out->team, agents, card);
        uint32_t agent = map_get(&making->agents, scorecard_agent(card));
        if (agent != MAP_NONE) add_to(making, &out->agents[agent], agent, card);
    }
}

static int compare_points(const void *a, const void *b) {
    const TrendPoint *x = a, *y = b;
    if (x->week != y->week) return x->week < y->week ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static void settle(const Making *making, Trend *trend, size_t row,
                   const AgentTally *now) {
    const Rubric *rubric = making->tally->rubric;
    const Sums *before = &making->before[row * making->width];
    int64_t least = rubric->score.min_calls;
    if (trend->points.len)
        qsort(trend->points.items, trend->points.len, sizeof *trend->points.items,
              compare_points);
    trend->change = change_between(before, &now->score, least);
    trend->principles = arena_array(making->arena, Change, rubric->principles.len);
    for (size_t i = 0; i < rubric->principles.len; i++)
        trend->principles[i] = change_between(&before[i + 1], &now->principles[i], least);
}

void trends_make(Arena *arena, const Tally *tally, const Period *period,
                 const Scorecards *cards, const Scorecards *earlier, Trends *out) {
    size_t agents = tally->agents.len, width = tally->rubric->principles.len + 1;
    *out = (Trends){.agents = arena_array(arena, Trend, agents)};
    Making making = {.arena = arena,
                     .tally = tally,
                     .period = period,
                     .out = out,
                     .last_week = INT64_MIN,
                     .before = arena_array(arena, Sums, (agents + 1) * width),
                     .width = width};
    for (uint32_t i = 0; i < agents; i++)
        map_add(arena, &making.agents, tally->agents.items[i].agent, i);
    note_cards(&making, earlier);
    note_cards(&making, cards);
    name_lines(&making);
    add_cards(&making, earlier);
    add_cards(&making, cards);
    for (size_t i = 0; i < agents; i++)
        settle(&making, &out->agents[i], i, &tally->agents.items[i]);
    settle(&making, &out->team, agents, &tally->team);
}

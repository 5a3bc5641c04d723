#include "report/trend_words.h"

Str week_words(Arena *arena, int64_t week) {
    return date_format_week(arena, date_week_start(week));
}

static Str calls_words(Arena *arena, const Change *change) {
    return str_format(arena, "%lld scored call%s before, %lld now",
                      (long long)change->before, change->before == 1 ? "" : "s",
                      (long long)change->after);
}

Str change_words(Arena *arena, const Change *change) {
    Str calls = calls_words(arena, change);
    if (!change->known) return str_format(arena, "not known: %.*s", STR_ARG(calls));
    Str interval = str_format(arena, "%+.1f to %+.1f", change->low, change->high);
    if (!change_is_clear(change))
        return str_format(arena, "no clear change (%.*s): %.*s", STR_ARG(interval),
                          STR_ARG(calls));
    return str_format(arena, "%+.1f (%.*s): %.*s", change->value, STR_ARG(interval),
                      STR_ARG(calls));
}

Estimate trend_team(const ReportInput *in, const TrendPoint *point) {
    vec_each(const TrendPoint, other, &in->trends->team.points)
        if (other->week == point->week && other->line == point->line)
            return sums_estimate(&other->score);
    return (Estimate){0};
}

bool trend_is_faint(const ReportInput *in, const TrendPoint *point) {
    return point->score.count < in->tally->rubric->score.min_calls;
}

size_t trend_points(Arena *arena, const ReportInput *in, const Trend *trend,
                    ChartPoint **points) {
    bool is_team = trend == &in->trends->team;
    *points = arena_array(arena, ChartPoint, trend->points.len);
    for (size_t i = 0; i < trend->points.len; i++) {
        const TrendPoint *point = &trend->points.items[i];
        Estimate team = trend_team(in, point);
        (*points)[i] = (ChartPoint){
            .label = week_words(arena, point->week),
            .own = sums_estimate(&point->score),
            .has_team = !is_team && team.has_mean,
            .team = team.mean,
            .floor = NO_SCORE,
            .faint = trend_is_faint(in, point),
            .breaks = i > 0 && point->line != trend->points.items[i - 1].line,
        };
    }
    return trend->points.len;
}

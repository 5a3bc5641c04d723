// Trend: scores from week to week, of an agent or of the team.
#include "report/chart.h"
#include "report/proof_words.h"
#include "report/sheets.h"
#include "report/trend_words.h"
#include "report/words.h"

#include <math.h>

enum { OWN_COLUMNS = 7, CHART_LINES = 18, CHART_WEEKS = 3 };

static void put_columns(const Rubric *rubric, Sheet *sheet) {
    static const SheetColumn OWN[OWN_COLUMNS] = {
        {"Week", 11}, {"Calls", 8}, {"Score", 8},      {"from", 8},
        {"to", 8},    {"Team", 8},  {"Marked by", 24},
    };
    sheet_headers(sheet, OWN, OWN_COLUMNS);
    vec_each(const Principle, principle, &rubric->principles) {
        sheet_column(sheet, 13);
        cell_text(sheet, STYLE_HEADER, principle->title);
    }
}

static void put_bound(Sheet *sheet, Style style, const Estimate *score, double bound) {
    cell_known(sheet, style, NUMBER_SCORE, score->has_interval, bound);
}

static void put_point(const ReportInput *in, const TrendPoint *point, Sheet *sheet) {
    Style style = trend_is_faint(in, point) ? STYLE_FAINT : STYLE_TEXT;
    Estimate score = sums_estimate(&point->score);
    Estimate team = trend_team(in, point);
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, week_words(sheet->arena, point->week));
    cell_count(sheet, (uint64_t)score.count);
    cell_mean(sheet, style, &score);
    put_bound(sheet, style, &score, score.low);
    put_bound(sheet, style, &score, score.high);
    cell_mean(sheet, STYLE_TEXT, &team);
    cell_text(sheet, STYLE_NOTE, in->trends->rubrics.items[point->line]);
    for (size_t i = 0; i < in->tally->rubric->principles.len; i++) {
        Estimate mean = sums_estimate(&point->principles[i]);
        cell_mean(sheet, style, &mean);
    }
}

// ---- The chart

static void put_chart(const ReportInput *in, const Trend *trend, Str who, Sheet *sheet) {
    ChartPoint *points;
    size_t count = trend_points(sheet->arena, in, trend, &points);
    if (count < CHART_WEEKS) {
        sheet_line(sheet, STYLE_NOTE, STR("A chart takes three weeks with calls."));
        return;
    }
    bool is_team = trend == &in->trends->team;
    const ChartNames names = {.title = STR("Score by week"),
                              .own = who,
                              .team = is_team ? (Str){0} : STR("The team")};
    chart_line(sheet, (ChartPlace){.lines = CHART_LINES, .columns = OWN_COLUMNS}, &names,
               points, count);
}

// ---- The change

static void put_change(Sheet *sheet, Str what, Str words) {
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, what);
    cell_span(sheet, 3);
    cell_text(sheet, STYLE_TEXT, words);
    cell_span(sheet, (uint32_t)sheet->columns.len - 3);
}

static void put_changes(const ReportInput *in, const Trend *trend, Sheet *sheet) {
    const Rubric *rubric = in->tally->rubric;
    sheet_heading(sheet, STR("Against the period before"));
    if (in->period->before == NO_TIME) {
        sheet_line(sheet, STYLE_NOTE,
                   STR("The report is not of one week or month (--period): there is none "
                       "before it to compare with."));
        return;
    }
    put_change(sheet, STR("Score"), change_words(sheet->arena, &trend->change));
    for (size_t i = 0; i < rubric->principles.len; i++) {
        const Principle *principle = &rubric->principles.items[i];
        Str without = no_principle_words(rubric, principle);
        put_change(sheet, principle->title,
                   without.len ? without
                               : change_words(sheet->arena, &trend->principles[i]));
    }
}

// ---- Two versions of the rubric

// What would be printed as -0.0 is nothing.
static double plain(double points) { return fabs(points) < 0.05 ? 0 : points; }

static void put_version(const VersionChange *version, Sheet *sheet) {
    Estimate by_it = sums_estimate(&version->by_it);
    Estimate by_this = sums_estimate(&version->by_this);
    Estimate change = sums_change(&version->change);
    sheet_row(sheet);
    cell_text(sheet, STYLE_WRAP, version->name);
    cell_span(sheet, 2);
    cell_count(sheet, (uint64_t)change.count);
    cell_mean(sheet, STYLE_TEXT, &by_it);
    cell_mean(sheet, STYLE_TEXT, &by_this);
    cell_number(sheet, STYLE_TEXT, NUMBER_GAIN, plain(change.mean));
    Str interval = change.has_interval ? str_format(sheet->arena, "%+.1f to %+.1f",
                                                    plain(change.low), plain(change.high))
                                       : (Str){0};
    cell_text(sheet, STYLE_NOTE, interval);
}

static void put_versions(const Trend *trend, Sheet *sheet) {
    static const Str TITLES[] = {
        {"Calls", 5}, {"By it", 5}, {"By this", 7}, {"Change", 6}, {"95 % interval", 13}};
    if (!trend->versions.len) return;
    sheet_heading(
        sheet, STR("Calls of this period by another version of the rubric and by this"));
    sheet_row(sheet);
    cell_text(sheet, STYLE_HEADER, STR("Other version"));
    cell_span(sheet, 2);
    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++)
        cell_text(sheet, STYLE_HEADER, TITLES[i]);
    vec_each(const VersionChange, version, &trend->versions) put_version(version, sheet);
}

void trend_sheet(const ReportInput *in, const AgentTally *agent, Sheet *sheet) {
    const Trends *trends = in->trends;
    const Trend *trend =
        agent ? &trends->agents[agent - in->tally->agents.items] : &trends->team;
    Str who = agent ? agent_short(agent) : STR("The team");
    sheet_title(sheet, STR("From week to week"),
                STR("The last eight weeks that have calls, of ISO 8601, with the 95 % "
                    "interval of the score. Scores of two rubrics are not compared: the "
                    "line breaks. Grey and slanted: too few calls."),
                OWN_COLUMNS + (uint32_t)in->tally->rubric->principles.len);
    put_columns(in->tally->rubric, sheet);
    sheet_freeze(sheet, 1, false);
    sheet->grid = true;
    vec_each(const TrendPoint, point, &trend->points) put_point(in, point, sheet);
    put_changes(in, trend, sheet);
    put_versions(trend, sheet);
    sheet_gap(sheet, 1);
    put_chart(in, trend, who, sheet);
}

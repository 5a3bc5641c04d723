// Overview: the team on one page.
#include "report/chart.h"
#include "report/measure_words.h"
#include "report/overview_act.h"
#include "report/proof_words.h"
#include "report/sheets.h"
#include "report/trend_words.h"
#include "report/words.h"
#include "tally/groups.h"

enum { COLUMNS = OVERVIEW_COLUMNS, PRINCIPLE_COLUMNS = 4, COSTLY = 3, MOST_GROUPS = 6 };

// The titles of a table, whose header goes on to the edge of the page.
static void put_columns(Sheet *sheet, const Str *titles, size_t count) {
    sheet_row(sheet);
    for (size_t i = 0; i < COLUMNS; i++)
        cell_text(sheet, STYLE_HEADER, i < count ? titles[i] : (Str){0});
}

static void put_title(const ReportInput *in, Sheet *sheet) {
    const Tally *tally = in->tally;
    Str period = period_words(sheet->arena, &tally->team);
    sheet_line(sheet, STYLE_TITLE, STR("The team"));
    sheet_line(sheet, STYLE_LABEL,
               str_format(sheet->arena, "%.*s · marked by “%.*s”, version %.*s",
                          STR_ARG(period), STR_ARG(tally->rubric->title),
                          STR_ARG(tally->rubric->version)));
    if (in->incomplete.len) sheet_line(sheet, STYLE_STRONG, in->incomplete);
    sheet_gap(sheet, 0.6);
}

static void put_figures(const Tally *tally, Sheet *sheet) {
    const Str titles[] = {
        STR("Score"),    STR("95 % interval"),       STR("Calls read"),
        STR("Assessed"), STR("Too little to judge"), STR("Not assessable"),
        STR("Agents")};
    const AgentTally *team = &tally->team;
    Estimate score = sums_estimate(&team->score);
    put_columns(sheet, titles, sizeof titles / sizeof *titles);
    sheet_row(sheet);
    cell_mean(sheet, STYLE_FIGURE, &score);
    cell_text(sheet, STYLE_RIGHT, interval_words(sheet->arena, &score));
    const uint32_t counts[] = {team->calls, team->assessed, team->too_little,
                               team->calls - team->assessed - team->too_little,
                               (uint32_t)tally->agents.len};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        cell_number(sheet, STYLE_FIGURE, NUMBER_COUNT, counts[i]);
    sheet_line(sheet, STYLE_NOTE, judged_mean_words(sheet->arena, team));
    sheet_line(sheet, STYLE_NOTE, reliability_words(sheet->arena, tally));
}

static double share(uint32_t part, uint32_t all) { return all ? (double)part / all : 0; }

// That most calls are in one band tells of the bar as much as of the team.
static void put_bands_note(const Tally *tally, Sheet *sheet) {
    const ScoreLaw *score = &tally->rubric->score;
    uint32_t scored = (uint32_t)sums_estimate(&tally->team.score).count, most = 0;
    for (size_t i = 0; i < score->bands.len; i++)
        if (tally->team.bands[i] > tally->team.bands[most]) most = (uint32_t)i;
    bool one = share(tally->team.bands[most], scored) >= 0.75;
    sheet_line(sheet, STYLE_NOTE,
               str_format(sheet->arena,
                          "Where a band begins is set by the rubric, not by how calls "
                          "compare.%s",
                          one ? " With most calls in one band, the mean score and the "
                                "questions tell agents apart; the band does not."
                              : ""));
}

static void put_bands(const Tally *tally, Sheet *sheet) {
    const Str titles[] = {STR("Band"), STR("From"), STR("Calls"),
                          STR("Share of assessed")};
    sheet_heading(sheet, STR("Bands"));
    put_columns(sheet, titles, 4);
    uint32_t first = (uint32_t)sheet->rows.len;
    uint32_t scored = (uint32_t)sums_estimate(&tally->team.score).count;
    for (size_t i = 0; i < tally->rubric->score.bands.len; i++) {
        const Band *band = &tally->rubric->score.bands.items[i];
        double part = share(tally->team.bands[i], scored);
        sheet_row(sheet);
        cell_text(sheet, STYLE_STRONG, band->name);
        cell_score(sheet, STYLE_TEXT, band->least);
        cell_count(sheet, tally->team.bands[i]);
        cell_number(sheet, STYLE_TEXT, NUMBER_SHARE, part);
    }
    sheet_shade(sheet, SHADE_BAR, 1, first, 3);
    put_bands_note(tally, sheet);
}

// One outcome has the room of all.
static void put_relations(const Tally *tally, size_t principle, Sheet *sheet) {
    const Relations *relations = &tally->relations;
    uint32_t count = 0;
    for (OutcomeField o = 0; o < OUTCOME_COUNT; o++) {
        if (!relations->any[o]) continue;
        cell_text(sheet, STYLE_NOTE,
                  relation_words(sheet->arena, &relations->principles[principle][o]));
        count++;
    }
    if (count == 1) cell_span(sheet, COLUMNS - PRINCIPLE_COLUMNS);
}

static void put_principle(const Tally *tally, size_t index, Sheet *sheet) {
    const Principle *principle = &tally->rubric->principles.items[index];
    Estimate mean = sums_estimate(&tally->team.principles[index]);
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, principle->title);
    cell_mean(sheet, STYLE_TEXT, &mean);
    Str without = no_principle_words(tally->rubric, principle);
    if (without.len) {
        cell_text(sheet, STYLE_NOTE, without);
        cell_span(sheet, COLUMNS - 2);
        return;
    }
    cell_text(sheet, STYLE_RIGHT, interval_words(sheet->arena, &mean));
    cell_score(sheet, STYLE_TEXT, principle->floor);
    put_relations(tally, index, sheet);
}

static void put_principles(const Tally *tally, Sheet *sheet) {
    Str titles[PRINCIPLE_COLUMNS + OUTCOME_COUNT] = {STR("Principle"), STR("Mean"),
                                                     STR("95 % interval"), STR("Floor")};
    size_t count = PRINCIPLE_COLUMNS;
    for (OutcomeField o = 0; o < OUTCOME_COUNT; o++)
        if (tally->relations.any[o]) titles[count++] = outcome_title(sheet->arena, o);
    sheet_heading(sheet, STR("Principles"));
    put_columns(sheet, titles, count);
    uint32_t first = (uint32_t)sheet->rows.len;
    for (size_t i = 0; i < tally->rubric->principles.len; i++)
        put_principle(tally, i, sheet);
    sheet_shade(sheet, SHADE_BAR, 100, first, 1);
    Str floors = floor_words(sheet->arena, tally->rubric, &tally->team);
    sheet_line(sheet, STYLE_NOTE,
               str_format(sheet->arena, "%.*s%sFlagged for any reason: %u calls.",
                          STR_ARG(floors), floors.len ? " " : "", tally->team.flagged));
}

static void put_unproven(const Tally *tally, Sheet *sheet) {
    CriterionNumbers list = coaching_unproven(sheet->arena, tally->rubric, &tally->team);
    if (!list.len) return;
    sheet_heading(sheet, STR("For a person to check, not counted"));
    sheet_row(sheet);
    cell_text(sheet, STYLE_HEADER, STR("Criterion"));
    cell_span(sheet, COLUMNS - 2);
    cell_text(sheet, STYLE_HEADER, STR("Calls not met"));
    cell_text(sheet, STYLE_HEADER, STR("Of calls decided"));
    for (size_t i = 0; i < list.len && i < COSTLY; i++) {
        const Criterion *criterion = &tally->rubric->criteria.items[list.items[i]];
        const uint32_t *verdicts = tally->team.verdicts[list.items[i]];
        sheet_row(sheet);
        Str critical = critical_words(sheet->arena, criterion);
        cell_text(sheet, STYLE_WRAP,
                  critical.len
                      ? str_format(sheet->arena, "%.*s (if it counted, and %.*s)",
                                   STR_ARG(criterion->ask), STR_ARG(critical))
                      : criterion->ask);
        cell_span(sheet, COLUMNS - 2);
        cell_count(sheet, verdicts[VERDICT_NOT_MET]);
        cell_count(sheet, verdicts_decided(verdicts));
    }
}

// ---- Measures

static void begin_measure(const Measure *measure, Str whose, Sheet *sheet) {
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, measure_title(sheet->arena, measure));
    cell_text(sheet, STYLE_WRAP, whose);
}

// One row for groups that are too many to list, and for agents, who have their own
// workbooks.
static void put_groups(const MeasureTally *item, Sheet *sheet) {
    static const Str NAMES[] = {[BY_TEAM] = {"teams", 5},
                                [BY_AGENT] = {"agents", 6},
                                [BY_CHANNEL] = {"channels", 8}};
    begin_measure(item->measure, NAMES[item->measure->by], sheet);
    uint32_t known = 0, calls = 0;
    vec_each(const MeasureGroup, group, &item->groups) {
        known += group->known;
        calls += group->calls;
    }
    cell_text(sheet, STYLE_WRAP, groups_words(sheet->arena, item));
    cell_span(sheet, 2);
    cell_text(sheet, STYLE_WRAP, target_words(sheet->arena, item->measure));
    cell_text(sheet, STYLE_NOT_APPLICABLE, reached_words(REACHED_NOT_JUDGED));
    cell_text(sheet, STYLE_RIGHT, str_format(sheet->arena, "%u of %u", known, calls));
}

static void put_measure(const Tally *tally, const MeasureTally *item, Sheet *sheet) {
    const Measure *measure = item->measure;
    size_t groups = item->groups.len;
    if (measure->by == BY_AGENT || groups == 0 || groups > MOST_GROUPS) {
        put_groups(item, sheet);
        return;
    }
    vec_each(const MeasureGroup, group, &item->groups) {
        begin_measure(measure, group_words(sheet->arena, tally, measure, group), sheet);
        measure_cells(sheet, measure, group);
    }
}

static void put_measures(const Tally *tally, Sheet *sheet) {
    if (!tally->measures.len) return;
    sheet_heading(sheet, STR("Measures"));
    sheet_row(sheet);
    cell_text(sheet, STYLE_HEADER, STR("Measure"));
    cell_text(sheet, STYLE_HEADER, STR("Whose"));
    for (size_t i = 0; i < MEASURE_CELLS; i++)
        cell_text(sheet, STYLE_HEADER, MEASURE_TITLES[i]);
    vec_each(const MeasureTally, item, &tally->measures) put_measure(tally, item, sheet);
}

// ---- Charts

// How the calls of all, and of each channel where there are several, fall into bands.
static void chart_all_bands(const ReportInput *in, ChartPlace place, Sheet *sheet) {
    enum { CHANNELS_MOST = 4 };
    const ScoreLaw *law = &in->tally->rubric->score;
    Groups channels = groups_make(sheet->arena, in->tally, NULL, GROUP_CHANNEL);
    size_t count = channels.len > 1 && channels.len <= CHANNELS_MOST ? channels.len : 0;
    Texts bars = {0}, bands = {0};
    uint32_t *counts = arena_array(sheet->arena, uint32_t, (count + 1) * law->bands.len);
    vec_each(const Band, band, &law->bands) *vec_push(sheet->arena, &bands) = band->name;
    *vec_push(sheet->arena, &bars) = STR("all calls");
    for (size_t b = 0; b < law->bands.len; b++) counts[b] = in->tally->team.bands[b];
    for (size_t i = 0; i < count; i++) {
        const Group *group = &channels.items[i];
        *vec_push(sheet->arena, &bars) = group->name.len ? group->name : STR("not known");
        for (size_t b = 0; b < law->bands.len; b++)
            counts[(i + 1) * law->bands.len + b] = group_in_band(group, &bands.items[b]);
    }
    chart_bands(sheet, place, STR("Share of calls in each band"), &bars, &bands, counts);
}

static void put_charts(const ReportInput *in, Sheet *sheet) {
    enum { WEEKS_FEWEST = 3, LINES = 10, LEFT = 3 };
    ChartPoint *points;
    size_t count = trend_points(sheet->arena, in, &in->trends->team, &points);
    bool has_trend = count >= WEEKS_FEWEST;
    const ChartNames names = {STR("Score by week"), STR("The team"), {0}};
    sheet_gap(sheet, 0.3);
    chart_all_bands(in, (ChartPlace){LINES, 0, has_trend ? LEFT : COLUMNS, false}, sheet);
    if (has_trend)
        chart_line(sheet, (ChartPlace){LINES, LEFT, COLUMNS - LEFT, true}, &names, points,
                   count);
    else
        sheet_line(sheet, STYLE_NOTE,
                   STR("A chart by week takes three weeks with calls."));
}

// ---- What it is not

static void put_limits(const Tally *tally, Sheet *sheet) {
    sheet_heading(sheet, STR("What the score is not"));
    sheet_line(
        sheet, STYLE_WRAP,
        STR("It observes words and times, not truth, tone or intent. It is made for "
            "coaching, and must not be the sole ground for a decision about "
            "somebody's job."));
    sheet_line(sheet, STYLE_WRAP, checked_words(sheet->arena, tally->rubric));
}

void overview_sheet(const TeamPages *pages, Sheet *sheet) {
    const ReportInput *in = pages->in;
    sheet->one_page = sheet->portrait = true;
    static const double WIDTHS[COLUMNS] = {30, 16, 15, 20, 24, 20, 16};
    for (size_t i = 0; i < COLUMNS; i++) sheet_column(sheet, WIDTHS[i]);
    put_title(in, sheet);
    put_figures(in->tally, sheet);
    overview_help(pages, sheet);
    overview_criticals(pages, sheet);
    overview_disputes(pages, sheet);
    overview_training(pages, sheet);
    put_bands(in->tally, sheet);
    put_charts(in, sheet);
    put_principles(in->tally, sheet);
    put_measures(in->tally, sheet);
    overview_problems(pages, sheet);
    put_unproven(in->tally, sheet);
    put_limits(in->tally, sheet);
}

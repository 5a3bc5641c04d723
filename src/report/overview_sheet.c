// Overview: the team on one page.
#include "report/measure_words.h"
#include "report/proof_words.h"
#include "report/sheets.h"
#include "report/words.h"

enum { COLUMNS = 7, PRINCIPLE_COLUMNS = 4, COSTLY = 3, MOST_GROUPS = 6 };

// The titles of a table, whose header goes on to the edge of the page.
static void put_columns(Sheet *sheet, const Str *titles, size_t count) {
    sheet_row(sheet);
    for (size_t i = 0; i < COLUMNS; i++)
        cell_text(sheet, STYLE_HEADER, i < count ? titles[i] : (Str){0});
}

static void put_title(const Tally *tally, Sheet *sheet) {
    Str period = period_words(sheet->arena, &tally->team);
    sheet_line(sheet, STYLE_TITLE, STR("The team"));
    sheet_line(sheet, STYLE_LABEL,
               str_format(sheet->arena, "%.*s · marked by “%.*s”, version %.*s",
                          STR_ARG(period), STR_ARG(tally->rubric->title),
                          STR_ARG(tally->rubric->version)));
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
    sheet_line(sheet, STYLE_NOTE, checked_words(sheet->arena, tally->rubric));
}

static double share(uint32_t part, uint32_t all) { return all ? (double)part / all : 0; }

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

// The criterion with the greatest gain, which is then taken out of the running.
static size_t take_costliest(double *gains, size_t count) {
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (gains[i] > gains[best]) best = i;
    gains[best] = -gains[best];
    return best;
}

static void put_cost(const Tally *tally, size_t criterion, double gain, Sheet *sheet) {
    const uint32_t *verdicts = tally->team.verdicts[criterion];
    uint32_t missed = verdicts[VERDICT_PARTLY] + verdicts[VERDICT_NOT_MET];
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, tally->rubric->criteria.items[criterion].ask);
    cell_span(sheet, COLUMNS - 3);
    cell_number(sheet, STYLE_TEXT, NUMBER_SCORE, gain);
    cell_count(sheet, missed);
    cell_count(sheet, missed + verdicts[VERDICT_MET]);
}

static void put_costs(const Tally *tally, Sheet *sheet) {
    size_t count = tally->rubric->criteria.len;
    double *gains = arena_array(sheet->arena, double, count);
    coaching_gains(tally->rubric, &tally->team, gains);
    sheet_heading(sheet, STR("What costs the team most"));
    sheet_row(sheet);
    cell_text(sheet, STYLE_HEADER, STR("Criterion"));
    cell_span(sheet, COLUMNS - 3);
    cell_text(sheet, STYLE_HEADER, STR("Points of the mean"));
    cell_text(sheet, STYLE_HEADER, STR("Calls missed or partly met"));
    cell_text(sheet, STYLE_HEADER, STR("Of calls it applied to"));
    for (int i = 0; i < COSTLY && count; i++) {
        size_t criterion = take_costliest(gains, count);
        if (gains[criterion] < 0) put_cost(tally, criterion, -gains[criterion], sheet);
    }
}

static void put_unproven(const Tally *tally, Sheet *sheet) {
    CriterionNumbers list = coaching_unproven(sheet->arena, tally->rubric, &tally->team);
    if (!list.len) return;
    sheet_heading(sheet, STR("For a person to check, not counted"));
    sheet_row(sheet);
    cell_text(sheet, STYLE_HEADER, STR("Criterion"));
    cell_span(sheet, COLUMNS - 3);
    cell_text(sheet, STYLE_HEADER, STR("If it counted"));
    cell_text(sheet, STYLE_HEADER, STR("Calls not met"));
    cell_text(sheet, STYLE_HEADER, STR("Of calls decided"));
    for (size_t i = 0; i < list.len && i < COSTLY; i++) {
        const Criterion *criterion = &tally->rubric->criteria.items[list.items[i]];
        const uint32_t *verdicts = tally->team.verdicts[list.items[i]];
        sheet_row(sheet);
        cell_text(sheet, STYLE_WRAP, criterion->ask);
        cell_span(sheet, COLUMNS - 3);
        cell_text(sheet, STYLE_NOTE, critical_words(sheet->arena, criterion));
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

void overview_sheet(const ReportInput *in, Sheet *sheet) {
    sheet->one_page = sheet->portrait = true;
    static const double WIDTHS[COLUMNS] = {30, 16, 14, 17, 15, 15, 11};
    for (size_t i = 0; i < COLUMNS; i++) sheet_column(sheet, WIDTHS[i]);
    put_title(in->tally, sheet);
    put_figures(in->tally, sheet);
    put_bands(in->tally, sheet);
    put_principles(in->tally, sheet);
    put_measures(in->tally, sheet);
    put_costs(in->tally, sheet);
    put_unproven(in->tally, sheet);
}

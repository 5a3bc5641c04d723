// Overview: the team on one page.
#include "report/book.h"
#include "report/words.h"

enum { COLUMNS = 6, COSTLY = 3 };

// The titles of a table, whose header goes on to the edge of the page.
static void put_header(Sheet *sheet, const Str *titles, size_t count) {
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
    const Str titles[] = {STR("Score"),    STR("95 % interval"),  STR("Calls read"),
                          STR("Assessed"), STR("Not assessable"), STR("Agents")};
    const AgentTally *team = &tally->team;
    Estimate score = sums_estimate(&team->score);
    put_header(sheet, titles, COLUMNS);
    sheet_row(sheet);
    cell_mean(sheet, STYLE_FIGURE, &score);
    cell_text(sheet, STYLE_RIGHT, interval_words(sheet->arena, &score));
    const uint32_t counts[] = {team->calls, team->assessed, team->calls - team->assessed,
                               (uint32_t)tally->agents.len};
    for (size_t i = 0; i < 4; i++)
        cell_number(sheet, STYLE_FIGURE, NUMBER_COUNT, counts[i]);
}

static double share(uint32_t part, uint32_t all) { return all ? (double)part / all : 0; }

static void put_bands(const Tally *tally, Sheet *sheet) {
    const Str titles[] = {STR("Band"), STR("From"), STR("Calls"),
                          STR("Share of assessed")};
    sheet_heading(sheet, STR("Bands"));
    put_header(sheet, titles, 4);
    uint32_t first = (uint32_t)sheet->rows.len;
    for (size_t i = 0; i < tally->rubric->score.bands.len; i++) {
        const Band *band = &tally->rubric->score.bands.items[i];
        double part = share(tally->team.bands[i], tally->team.assessed);
        sheet_row(sheet);
        cell_text(sheet, STYLE_STRONG, band->name);
        cell_score(sheet, STYLE_TEXT, band->least);
        cell_count(sheet, tally->team.bands[i]);
        cell_number(sheet, STYLE_TEXT, NUMBER_SHARE, part);
    }
    sheet_shade(sheet, SHADE_BAR, 1, first, 3);
}

static void put_principles(const Tally *tally, Sheet *sheet) {
    const Str titles[] = {STR("Principle"), STR("Mean"), STR("95 % interval"),
                          STR("Floor")};
    sheet_heading(sheet, STR("Principles"));
    put_header(sheet, titles, 4);
    uint32_t first = (uint32_t)sheet->rows.len;
    for (size_t i = 0; i < tally->rubric->principles.len; i++) {
        Estimate mean = sums_estimate(&tally->team.principles[i]);
        sheet_row(sheet);
        cell_text(sheet, STYLE_STRONG, tally->rubric->principles.items[i].title);
        cell_mean(sheet, STYLE_TEXT, &mean);
        cell_text(sheet, STYLE_RIGHT, interval_words(sheet->arena, &mean));
        cell_score(sheet, STYLE_TEXT, tally->rubric->principles.items[i].floor);
    }
    sheet_shade(sheet, SHADE_BAR, 100, first, 1);
    sheet_line(sheet, STYLE_NOTE,
               str_format(sheet->arena,
                          "Below the floor of a principle: %u calls. Flagged for any "
                          "reason: %u calls.",
                          tally->team.below_floor, tally->team.flagged));
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
    cell_span(sheet, 3);
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
    cell_span(sheet, 3);
    cell_text(sheet, STYLE_HEADER, STR("Points of the mean"));
    cell_text(sheet, STYLE_HEADER, STR("Calls missed or partly met"));
    cell_text(sheet, STYLE_HEADER, STR("Of calls it applied to"));
    for (int i = 0; i < COSTLY && count; i++) {
        size_t criterion = take_costliest(gains, count);
        if (gains[criterion] < 0) put_cost(tally, criterion, -gains[criterion], sheet);
    }
}

void overview_sheet(const BookInput *in, Sheet *sheet) {
    sheet->one_page = sheet->portrait = true;
    sheet_column(sheet, 30);
    sheet_columns(sheet, COLUMNS - 1, 16);
    put_title(in->tally, sheet);
    put_figures(in->tally, sheet);
    put_bands(in->tally, sheet);
    put_principles(in->tally, sheet);
    put_costs(in->tally, sheet);
}

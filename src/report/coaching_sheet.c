// Coaching: the one page for the talk between coach and agent.
#include "report/chart.h"
#include "report/coaching_last.h"
#include "report/coaching_talk.h"
#include "report/measure_words.h"
#include "report/proof_words.h"
#include "report/trend_words.h"
#include "report/words.h"

#include <math.h>

enum { COLUMNS = COACHING_COLUMNS, CHART_COLUMNS = 3 };

typedef struct {
    const AgentPages *pages;
    const Tally *tally;
    const AgentTally *agent;
    const Rubric *rubric;
    Sheet *sheet;
    Arena *arena;
    double last; // lines that last time fills
} CoachingPage;

// ---- The score

static void put_title(const CoachingPage *page) {
    Arena *arena = page->arena;
    Str who = agent_title(arena, page->agent), period = period_words(arena, page->agent);
    Str team = page->agent->team.len
                   ? str_format(arena, "%.*s · ", STR_ARG(page->agent->team))
                   : (Str){0};
    sheet_line(page->sheet, STYLE_TITLE,
               str_format(arena, "Coaching: %.*s", STR_ARG(who)));
    sheet_line(page->sheet, STYLE_LABEL,
               str_format(arena, "%.*s%.*s · marked by “%.*s”, version %.*s",
                          STR_ARG(team), STR_ARG(period), STR_ARG(page->rubric->title),
                          STR_ARG(page->rubric->version)));
    Str incomplete = page->pages->in->incomplete;
    if (incomplete.len) sheet_line(page->sheet, STYLE_STRONG, incomplete);
    sheet_gap(page->sheet, 0.4);
}

static int32_t as_score(double mean) { return (int32_t)lround(mean * 10) * 100; }

// Only where the whole interval lies in it.
static Str sure_band(const Rubric *rubric, const Estimate *estimate) {
    if (!estimate->has_interval) return STR("–");
    Str low = band_of(&rubric->score, as_score(estimate->low));
    Str high = band_of(&rubric->score, as_score(estimate->high));
    return str_eq(low, high) ? low : STR("not certain");
}

static void put_score(const CoachingPage *page, Str who, const AgentTally *tally,
                      Style style) {
    Sheet *sheet = page->sheet;
    Estimate estimate = sums_estimate(&tally->score);
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, who);
    cell_mean(sheet, style, &estimate);
    cell_text(sheet, STYLE_RIGHT, interval_words(page->arena, &estimate));
    cell_text(sheet, STYLE_WRAP, sure_band(page->rubric, &estimate));
    cell_text(sheet, STYLE_RIGHT,
              str_format(page->arena, "%u of %u", tally->assessed, tally->calls));
    cell_count(sheet, tally->too_little);
    cell_count(sheet, tally->calls - tally->assessed - tally->too_little);
}

static const Trend *own_trend(const CoachingPage *page) {
    const Trends *trends = page->pages->in->trends;
    return trends ? &trends->agents[page->agent - page->tally->agents.items] : NULL;
}

// Only where there was a period before.
static Str period_change(const CoachingPage *page) {
    const Trend *trend = own_trend(page);
    if (!trend || !trend->change.known) return (Str){0};
    return str_format(page->arena, " Against the period before: %.*s.",
                      STR_ARG(change_words(page->arena, &trend->change)));
}

static void put_scores(const CoachingPage *page) {
    const Str titles[COLUMNS] = {STR(""),
                                 STR("Score"),
                                 STR("95 % interval"),
                                 STR("Band"),
                                 STR("Calls judged"),
                                 STR("Too little to judge"),
                                 STR("Not assessable")};
    Str who = agent_short(page->agent);
    sheet_row(page->sheet);
    for (size_t i = 0; i < COLUMNS; i++) cell_text(page->sheet, STYLE_HEADER, titles[i]);
    put_score(page, who, page->agent,
              page->agent->standing->compared ? STYLE_STRONG : STYLE_FAINT);
    put_score(page, STR("The team"), &page->tally->team, STYLE_TEXT);
    Str words = position_words(page->arena, page->tally, page->agent);
    sheet_line(page->sheet, STYLE_NOTE,
               str_format(page->arena, "%.*s: %.*s.%.*s %.*s", STR_ARG(who),
                          STR_ARG(words), STR_ARG(period_change(page)),
                          STR_ARG(judged_mean_words(page->arena, page->agent))));
    sheet_line(page->sheet, STYLE_NOTE, checked_words(page->arena, page->rubric));
}

// ---- Critical fails

// Whether the call bears a flag of a critical criterion: "fail-call:clean-language".
static bool is_flagged(const Scorecard *card, const Mark *mark) {
    if (mark->verdict != VERDICT_NOT_MET || mark->uncounted) return false;
    vec_each(const Str, flag, &card->flags) {
        size_t colon = str_index(*flag, 0, ':');
        if (str_eq(str_slice(*flag, colon + 1, flag->len), mark->criterion)) return true;
    }
    return false;
}

static void put_fail(const CoachingPage *page, const Scorecard *card, const Mark *mark) {
    Moment moment = moment_missed(page->rubric, card, mark);
    const Criterion *criterion =
        &page->rubric->criteria.items[criterion_index(page->rubric, mark->criterion)];
    Str words = moment.agent.len ? moment.agent : moment.customer;
    Str part = text_short(page->arena, words, 160);
    sheet_line(page->sheet, STYLE_ALERT,
               str_format(page->arena, "✗ %.*s Not in %.*s: “%.*s” (%.*s)",
                          STR_ARG(criterion->ask),
                          STR_ARG(moment_words(page->arena, &moment)), STR_ARG(part),
                          STR_ARG(critical_words(page->arena, criterion))));
}

static void put_fails(const CoachingPage *page) {
    enum { MOST = 3 };
    uint32_t fails = 0;
    for (size_t c = page->agent->cards.len; c-- > 0;) { // the latest first
        const Scorecard *card = page->agent->cards.items[c];
        vec_each(const Mark, mark, &card->marks)
            if (is_flagged(card, mark) && fails++ < MOST) put_fail(page, card, mark);
    }
    if (fails > MOST)
        sheet_line(page->sheet, STYLE_ALERT,
                   str_format(page->arena, "✗ And %u more: see Flags on the Scorecard.",
                              fails - MOST));
}

// ---- Charts

// As high as leaves the page filled: a point to talk about takes some lines.
static double chart_lines(const CoachingPage *page) {
    const Coaching *coaching = &page->pages->coaching;
    size_t points = coaching->strength_count + coaching->work_on_count;
    return fmax(19 - 2 * (double)points - page->last, 8);
}

static bool put_weeks(const CoachingPage *page) {
    enum { FEWEST = 3 };
    const Trend *trend = own_trend(page);
    ChartPoint *points;
    size_t count = trend ? trend_points(page->arena, page->pages->in, trend, &points) : 0;
    if (count < FEWEST) return false;
    for (size_t i = 0; i < count; i++) // of "2026-W46" there is room for W46
        points[i].label = str_slice(points[i].label, 5, points[i].label.len);
    chart_line(
        page->sheet, (ChartPlace){chart_lines(page), 0, CHART_COLUMNS, false},
        &(ChartNames){STR("The last weeks"), agent_short(page->agent), STR("the team")},
        points, count);
    return true;
}

static ChartPoint principle_point(const CoachingPage *page, uint32_t index) {
    const Principle *principle = &page->rubric->principles.items[index];
    Estimate team = sums_estimate(&page->tally->team.principles[index]);
    Estimate own = sums_estimate(&page->agent->principles[index]);
    return (ChartPoint){.label = principle->title,
                        .own = own,
                        .has_team = team.has_mean,
                        .team = team.mean,
                        .floor = principle->floor,
                        .faint = own.count < page->rubric->score.min_calls};
}

static void put_principles(const CoachingPage *page, bool beside) {
    size_t count = 0;
    bool any = false; // the team's alone is no picture of an agent
    ChartPoint *points =
        arena_array(page->arena, ChartPoint, page->rubric->principles.len);
    for (uint32_t i = 0; i < page->rubric->principles.len; i++) {
        if (no_principle_words(page->rubric, &page->rubric->principles.items[i]).len)
            continue;
        points[count] = principle_point(page, i);
        any |= points[count++].own.has_mean;
    }
    if (!any) return;
    uint32_t from = beside ? CHART_COLUMNS : 0;
    chart_dots(
        page->sheet, (ChartPlace){chart_lines(page), from, COLUMNS - from, beside},
        &(ChartNames){STR("Principles"), agent_short(page->agent), STR("the team")},
        points, count);
}

// Those that the chart leaves out.
static Str unscored_words(const CoachingPage *page) {
    Buf out = {.arena = page->arena};
    vec_each(const Principle, principle, &page->rubric->principles) {
        Str why = no_principle_words(page->rubric, principle);
        if (why.len)
            buf_format(&out, "%s%.*s (%.*s)",
                       out.len ? ", " : "Without a score: ", STR_ARG(principle->title),
                       STR_ARG(why));
    }
    return buf_str(&out);
}

static void put_charts(const CoachingPage *page) {
    sheet_gap(page->sheet, 0.4);
    put_principles(page, put_weeks(page));
    const Str notes[] = {unscored_words(page),
                         floor_words(page->arena, page->rubric, page->agent)};
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        if (notes[i].len) sheet_line(page->sheet, STYLE_NOTE, notes[i]);
}

// ---- The measures

static const MeasureGroup *own_group(const CoachingPage *page, const MeasureTally *item) {
    vec_each(const MeasureGroup, group, &item->groups)
        if (item->measure->by == BY_AGENT && str_eq(group->name, page->agent->agent))
            return group;
    return NULL;
}

static void put_measures_header(const CoachingPage *page) {
    sheet_gap(page->sheet, 0.5);
    sheet_row(page->sheet);
    cell_text(page->sheet, STYLE_HEADER, STR("Measure"));
    cell_span(page->sheet, COLUMNS - MEASURE_CELLS);
    for (size_t i = 0; i < MEASURE_CELLS; i++)
        cell_text(page->sheet, STYLE_HEADER, MEASURE_TITLES[i]);
}

static void put_measure(const CoachingPage *page, const Measure *measure,
                        const MeasureGroup *group) {
    sheet_row(page->sheet);
    cell_text(page->sheet, STYLE_WRAP, measure_title(page->arena, measure));
    cell_span(page->sheet, COLUMNS - MEASURE_CELLS);
    measure_cells(page->sheet, measure, group);
    if (group->reached == REACHED_MISSED && measure->tip.len)
        coaching_line(page->sheet, STR("Try this"), STYLE_NOTE, measure->tip);
}

static void put_measures(const CoachingPage *page) {
    bool any = false;
    vec_each(const MeasureTally, item, &page->tally->measures) {
        const MeasureGroup *group = own_group(page, item);
        if (!group) continue;
        if (!any) put_measures_header(page);
        any = true;
        put_measure(page, item->measure, group);
    }
}

// ---- What was agreed

static void put_agreement(const CoachingPage *page) {
    coaching_agreement(page->pages, page->sheet);
    sheet_gap(page->sheet, 0.4);
    sheet_line(page->sheet, STYLE_NOTE,
               STR("The score observes words and times, not truth, tone or intent. It is "
                   "made for coaching, and must not be the sole ground for a decision "
                   "about somebody's job."));
}

void coaching_sheet(const AgentPages *pages, Sheet *sheet) {
    const Tally *tally = pages->in->tally;
    CoachingPage page = {pages,        tally, pages->agent, tally->rubric, sheet,
                         sheet->arena, 0};
    sheet->portrait = sheet->one_page = true;
    sheet_column(sheet, 19);
    sheet_columns(sheet, COLUMNS - 1, 16);
    put_title(&page);
    put_scores(&page);
    put_fails(&page);
    page.last = coaching_last(pages, sheet);
    put_charts(&page);
    put_measures(&page);
    coaching_talk(pages, sheet);
    put_agreement(&page);
}

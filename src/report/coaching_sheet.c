// Coaching: the one page for the talk between coach and agent.
#include "report/measure_words.h"
#include "report/proof_words.h"
#include "report/sheets.h"
#include "report/words.h"
#include "score/share.h"

enum { COLUMNS = 7, QUOTE_MOST = 300 };

typedef struct {
    const Tally *tally;
    const AgentTally *agent;
    const Rubric *rubric;
    Sheet *sheet;
    Arena *arena;
} CoachingPage;

static void put_labelled(const CoachingPage *page, Str label, Style style, Str text) {
    sheet_row(page->sheet);
    cell_text(page->sheet, STYLE_LABEL, label);
    cell_text(page->sheet, style, text);
    cell_span(page->sheet, COLUMNS - 1);
}

static void put_header_row(const CoachingPage *page, const Str titles[COLUMNS]) {
    sheet_row(page->sheet);
    for (size_t i = 0; i < COLUMNS; i++) cell_text(page->sheet, STYLE_HEADER, titles[i]);
}

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
    sheet_gap(page->sheet, 0.5);
}

static void put_score(const CoachingPage *page, Str who, const AgentTally *tally,
                      Style style) {
    Sheet *sheet = page->sheet;
    Estimate estimate = sums_estimate(&tally->score);
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, who);
    cell_mean(sheet, style, &estimate);
    cell_text(sheet, STYLE_RIGHT, interval_words(page->arena, &estimate));
    cell_text(sheet, STYLE_WRAP, band_words(page->rubric, &estimate));
    cell_text(sheet, STYLE_RIGHT,
              str_format(page->arena, "%u of %u", tally->assessed, tally->calls));
    cell_count(sheet, tally->too_little);
    cell_count(sheet, tally->calls - tally->assessed - tally->too_little);
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
    put_header_row(page, titles);
    put_score(page, who, page->agent,
              page->agent->standing->compared ? STYLE_STRONG : STYLE_FAINT);
    put_score(page, STR("The team"), &page->tally->team, STYLE_TEXT);
    Str words = position_words(page->arena, page->tally, page->agent);
    sheet_line(page->sheet, STYLE_NOTE,
               str_format(page->arena, "%.*s: %.*s. %.*s", STR_ARG(who), STR_ARG(words),
                          STR_ARG(judged_mean_words(page->arena, page->agent))));
    sheet_line(page->sheet, STYLE_NOTE, checked_words(page->arena, page->rubric));
}

// ---- The principles

// A floor is a matter of calls: a mean above it can hide some that were below.
static void put_floor(const CoachingPage *page, const Principle *principle) {
    uint32_t below = 0, scored = 0;
    cell_score(page->sheet, STYLE_TEXT, principle->floor);
    if (principle->floor == NO_SCORE) return;
    for (size_t c = 0; c < page->agent->cards.len; c++)
        vec_each(const PrincipleScore, item, &page->agent->cards.items[c]->principles) {
            if (!str_eq(item->id, principle->id) || item->score == NO_SCORE) continue;
            below += item->score < principle->floor;
            scored++;
        }
    cell_count(page->sheet, below);
    cell_count(page->sheet, scored);
}

static void put_principle(const CoachingPage *page, uint32_t index) {
    Sheet *sheet = page->sheet;
    const Principle *principle = &page->rubric->principles.items[index];
    Estimate own = sums_estimate(&page->agent->principles[index]);
    Estimate team = sums_estimate(&page->tally->team.principles[index]);
    sheet_row(sheet);
    cell_text(sheet, STYLE_WRAP, principle->title);
    cell_mean(sheet, STYLE_TEXT, &own);
    Str without = no_principle_words(page->rubric, principle);
    if (without.len) {
        cell_text(sheet, STYLE_NOTE, without);
        cell_span(sheet, COLUMNS - 2);
        return;
    }
    cell_mean(sheet, STYLE_TEXT, &team);
    cell_known(sheet, STYLE_TEXT, NUMBER_GAIN, own.has_mean && team.has_mean,
               own.mean - team.mean);
    put_floor(page, principle);
}

static void put_principles(const CoachingPage *page) {
    const Str titles[COLUMNS] = {STR("Principle"),
                                 agent_short(page->agent),
                                 STR("The team"),
                                 STR("Difference"),
                                 STR("Floor"),
                                 STR("Calls below the floor"),
                                 STR("Calls with a score")};
    sheet_gap(page->sheet, 0.5);
    put_header_row(page, titles);
    uint32_t first = (uint32_t)page->sheet->rows.len;
    for (uint32_t i = 0; i < page->rubric->principles.len; i++) put_principle(page, i);
    sheet_shade(page->sheet, SHADE_BAR, 100, first, 1);
    sheet_shade(page->sheet, SHADE_BAR, 100, first, 2);
    Str floors = floor_words(page->arena, page->rubric, page->agent);
    if (floors.len) sheet_line(page->sheet, STYLE_NOTE, floors);
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
        put_labelled(page, STR("Try this"), STYLE_NOTE, measure->tip);
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

// ---- What to talk about

static Str quoted(const CoachingPage *page, Str words) {
    Str part = text_short(page->arena, words, QUOTE_MOST);
    return str_format(page->arena, "“%.*s”", STR_ARG(part));
}

static double percent(uint32_t part, uint32_t all) {
    return all ? 100.0 * part / all : 0;
}

static void put_strength(const CoachingPage *page, const Strength *strength) {
    sheet_line(page->sheet, STYLE_STRONG,
               page->rubric->criteria.items[strength->criterion].ask);
    put_labelled(
        page, STR("How often"), STYLE_NOTE,
        str_format(page->arena,
                   "Met in %u of the %u calls it applied to: %.0f %%; the team %.0f %%.",
                   strength->met, strength->decided,
                   percent(strength->met, strength->decided),
                   percent(strength->team_met, strength->team_decided)));
    put_labelled(page, STR("At its best"), STYLE_QUOTE,
                 quoted(page, quote_words(strength->best.card, strength->best.quote)));
    put_labelled(page, (Str){0}, STYLE_NOTE, moment_words(page->arena, &strength->best));
}

static void put_moment(const CoachingPage *page, const Moment *moment) {
    Str customer = moment_customer(moment), agent = moment_agent(moment);
    Str where = moment_words(page->arena, moment), why = moment->mark->why;
    if (why.len)
        where = str_format(page->arena, "%.*s: %.*s", STR_ARG(where), STR_ARG(why));
    put_labelled(page, STR("A missed moment"), STYLE_NOTE, where);
    if (customer.len)
        put_labelled(page, STR("The customer"), STYLE_QUOTE, quoted(page, customer));
    if (agent.len)
        put_labelled(page, STR("The answer"), STYLE_QUOTE, quoted(page, agent));
}

static void put_opportunity(const CoachingPage *page, const Opportunity *opportunity) {
    const Criterion *criterion = &page->rubric->criteria.items[opportunity->criterion];
    sheet_line(page->sheet, STYLE_STRONG, criterion->ask);
    put_labelled(
        page, STR("What it is worth"), STYLE_NOTE,
        str_format(
            page->arena,
            "Missed or partly met in %u of the %u calls it applied to. Met in "
            "all of them, it would add %.1f points to the mean of all %u calls%.*s.",
            opportunity->missed, opportunity->decided, opportunity->gain,
            opportunity->assessed, STR_ARG(caveat_words(page->rubric))));
    put_moment(page, &opportunity->missed_moment);
    if (criterion->tip.len)
        put_labelled(page, STR("Try this"), STYLE_STRONG, criterion->tip);
    if (criterion->say.len)
        put_labelled(page, STR("You could say"), STYLE_QUOTE,
                     quoted(page, criterion->say));
}

static void put_call(const CoachingPage *page, Str label, const Scorecard *card,
                     Str reason) {
    Buf words = {.arena = page->arena};
    buf_put(&words, card->call);
    if (card->started_at != NO_TIME) {
        Str day = date_format_day(page->arena, card->started_at);
        buf_format(&words, " of %.*s", STR_ARG(day));
    }
    buf_text(&words, ", score ");
    buf_decimal(&words, card->score, 1);
    buf_format(&words, ", %.*s. %.*s.", STR_ARG(judged_words(page->arena, card)),
               STR_ARG(reason));
    put_labelled(page, label, STYLE_WRAP, buf_str(&words));
}

// What the machine says and has not shown it can: a person looks before anybody is told.
static void put_unproven(const CoachingPage *page) {
    enum { MOST = 3 };
    CriterionNumbers list = coaching_unproven(page->arena, page->rubric, page->agent);
    if (!list.len) return;
    sheet_heading(page->sheet, STR("For a person to check, not counted"));
    for (size_t i = 0; i < list.len && i < MOST; i++) {
        const Criterion *criterion = &page->rubric->criteria.items[list.items[i]];
        const uint32_t *verdicts = page->agent->verdicts[list.items[i]];
        Str critical = critical_words(page->arena, criterion);
        put_labelled(page, id_words(page->arena, criterion->id), STYLE_NOTE,
                     str_format(page->arena, "%.*s Perhaps not in %u of %u calls%s%.*s.",
                                STR_ARG(criterion->ask), verdicts[VERDICT_NOT_MET],
                                verdicts_decided(verdicts), critical.len ? "; " : "",
                                STR_ARG(critical)));
    }
}

static void put_talk(const CoachingPage *page) {
    Coaching coaching;
    coaching_choose(page->arena, page->tally, page->agent, &coaching);
    sheet_heading(page->sheet, STR("Keep doing"));
    for (size_t i = 0; i < coaching.strength_count; i++)
        put_strength(page, &coaching.strengths[i]);
    if (!coaching.strength_count)
        sheet_line(page->sheet, STYLE_NOTE,
                   STR("No criterion was met with words to quote."));
    sheet_heading(page->sheet, STR("Work on"));
    for (size_t i = 0; i < coaching.opportunity_count; i++)
        put_opportunity(page, &coaching.opportunities[i]);
    if (!coaching.opportunity_count)
        sheet_line(page->sheet, STYLE_NOTE, STR("No criterion was missed."));
    put_unproven(page);
    if (!coaching.good) return;
    sheet_heading(page->sheet, STR("Listen together"));
    put_call(page, STR("A good call"), coaching.good, coaching.good_reason);
    if (coaching.difficult)
        put_call(page, STR("A difficult call"), coaching.difficult,
                 coaching.difficult_reason);
}

static void put_lines(const CoachingPage *page, Str label, int lines) {
    for (int i = 0; i < lines; i++) {
        sheet_gap(page->sheet, 1.6);
        cell_text(page->sheet, STYLE_LABEL, i ? (Str){0} : label);
        cell_empty(page->sheet, STYLE_RULE);
        cell_span(page->sheet, COLUMNS - 1);
    }
}

void coaching_sheet(const ReportInput *in, const AgentTally *agent, Sheet *sheet) {
    CoachingPage page = {in->tally, agent, in->tally->rubric, sheet, sheet->arena};
    sheet->portrait = sheet->one_page = true;
    sheet_column(sheet, 22);
    sheet_columns(sheet, COLUMNS - 1, 15);
    put_title(&page);
    put_scores(&page);
    put_principles(&page);
    put_measures(&page);
    put_talk(&page);
    sheet_heading(page.sheet, STR("What we agreed"));
    put_lines(&page, STR("Notes"), 4);
    put_lines(&page, STR("Next step, and when"), 2);
}

// Coaching: the one page for the talk between coach and agent.
#include "report/book.h"
#include "report/measure_words.h"
#include "report/words.h"

enum { COLUMNS = 7, QUOTE_MOST = 300 };

typedef struct {
    const Tally *tally;
    const AgentTally *agent;
    const Rubric *rubric;
    Sheet *sheet;
    Arena *arena;
} Talk;

static void put_labelled(const Talk *talk, Str label, Style style, Str text) {
    sheet_row(talk->sheet);
    cell_text(talk->sheet, STYLE_LABEL, label);
    cell_text(talk->sheet, style, text);
    cell_span(talk->sheet, COLUMNS - 1);
}

static void put_header(const Talk *talk, const Str titles[COLUMNS]) {
    sheet_row(talk->sheet);
    for (size_t i = 0; i < COLUMNS; i++) cell_text(talk->sheet, STYLE_HEADER, titles[i]);
}

// ---- The score

static void put_title(const Talk *talk) {
    Arena *arena = talk->arena;
    Str who = agent_title(arena, talk->agent), period = period_words(arena, talk->agent);
    Str team = talk->agent->team.len
                   ? str_format(arena, "%.*s · ", STR_ARG(talk->agent->team))
                   : (Str){0};
    sheet_line(talk->sheet, STYLE_TITLE,
               str_format(arena, "Coaching: %.*s", STR_ARG(who)));
    sheet_line(talk->sheet, STYLE_LABEL,
               str_format(arena, "%.*s%.*s · marked by “%.*s”, version %.*s",
                          STR_ARG(team), STR_ARG(period), STR_ARG(talk->rubric->title),
                          STR_ARG(talk->rubric->version)));
    sheet_gap(talk->sheet, 0.5);
}

static void put_score(const Talk *talk, Str who, const AgentTally *tally, Style style) {
    Sheet *sheet = talk->sheet;
    Estimate estimate = sums_estimate(&tally->score);
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, who);
    cell_mean(sheet, style, &estimate);
    cell_text(sheet, STYLE_RIGHT, interval_words(talk->arena, &estimate));
    cell_text(sheet, STYLE_WRAP, band_words(talk->rubric, &estimate));
    cell_count(sheet, tally->calls);
    cell_count(sheet, tally->assessed);
    cell_count(sheet, tally->calls - tally->assessed);
}

static void put_scores(const Talk *talk) {
    const Str titles[COLUMNS] = {
        STR(""),           STR("Score"),    STR("95 % interval"), STR("Band"),
        STR("Calls read"), STR("Assessed"), STR("Not assessable")};
    Str who = agent_short(talk->agent);
    put_header(talk, titles);
    put_score(talk, who, talk->agent, talk->agent->ranked ? STYLE_STRONG : STYLE_FAINT);
    put_score(talk, STR("The team"), &talk->tally->team, STYLE_TEXT);
    Str words = position_words(talk->arena, talk->tally, talk->agent);
    sheet_line(talk->sheet, STYLE_NOTE,
               str_format(talk->arena, "%.*s: %.*s.", STR_ARG(who), STR_ARG(words)));
}

// ---- The principles

static uint32_t calls_below(const AgentTally *agent, const Principle *principle) {
    uint32_t below = 0;
    for (size_t c = 0; c < agent->cards.len; c++)
        vec_each(const PrincipleScore, item, &agent->cards.items[c]->principles)
            below += str_eq(item->id, principle->id) && item->score != NO_SCORE &&
                     item->score < principle->floor;
    return below;
}

static void put_floor(const Talk *talk, const Principle *principle, const Estimate *own) {
    Sheet *sheet = talk->sheet;
    cell_score(sheet, STYLE_TEXT, principle->floor);
    if (principle->floor == NO_SCORE) return;
    if (!own->has_mean)
        cell_empty(sheet, STYLE_TEXT);
    else if (own->mean < principle->floor / 1000.0)
        cell_text(sheet, STYLE_NOT_MET, STR("✗ below"));
    else
        cell_text(sheet, STYLE_MET, STR("✓ above"));
    cell_count(sheet, calls_below(talk->agent, principle));
}

static void put_principle(const Talk *talk, uint32_t index) {
    Sheet *sheet = talk->sheet;
    const Principle *principle = &talk->rubric->principles.items[index];
    Estimate own = sums_estimate(&talk->agent->principles[index]);
    Estimate team = sums_estimate(&talk->tally->team.principles[index]);
    sheet_row(sheet);
    cell_text(sheet, STYLE_WRAP, principle->title);
    cell_mean(sheet, STYLE_TEXT, &own);
    if (!principle->observable) {
        cell_text(sheet, STYLE_NOTE, UNOBSERVABLE_WORDS);
        cell_span(sheet, COLUMNS - 2);
        return;
    }
    cell_mean(sheet, STYLE_TEXT, &team);
    if (own.has_mean && team.has_mean)
        cell_number(sheet, STYLE_TEXT, NUMBER_GAIN, own.mean - team.mean);
    else
        cell_none(sheet);
    put_floor(talk, principle, &own);
}

static void put_principles(const Talk *talk) {
    const Str titles[COLUMNS] = {STR("Principle"),
                                 agent_short(talk->agent),
                                 STR("The team"),
                                 STR("Difference"),
                                 STR("Floor"),
                                 STR("Mean and floor"),
                                 STR("Calls below the floor")};
    sheet_gap(talk->sheet, 0.5);
    put_header(talk, titles);
    uint32_t first = (uint32_t)talk->sheet->rows.len;
    for (uint32_t i = 0; i < talk->rubric->principles.len; i++) put_principle(talk, i);
    sheet_shade(talk->sheet, SHADE_BAR, 100, first, 1);
    sheet_shade(talk->sheet, SHADE_BAR, 100, first, 2);
}

// ---- The measures

static const MeasureGroup *own_group(const Talk *talk, const MeasureTally *item) {
    vec_each(const MeasureGroup, group, &item->groups)
        if (item->measure->by == BY_AGENT && str_eq(group->name, talk->agent->agent))
            return group;
    return NULL;
}

static void put_measures_header(const Talk *talk) {
    sheet_gap(talk->sheet, 0.5);
    sheet_row(talk->sheet);
    cell_text(talk->sheet, STYLE_HEADER, STR("Measure"));
    cell_span(talk->sheet, COLUMNS - MEASURE_CELLS);
    for (size_t i = 0; i < MEASURE_CELLS; i++)
        cell_text(talk->sheet, STYLE_HEADER, MEASURE_TITLES[i]);
}

static void put_measure(const Talk *talk, const Measure *measure,
                        const MeasureGroup *group) {
    sheet_row(talk->sheet);
    cell_text(talk->sheet, STYLE_WRAP, measure_title(talk->arena, measure));
    cell_span(talk->sheet, COLUMNS - MEASURE_CELLS);
    measure_cells(talk->sheet, measure, group);
    if (group->reached == REACHED_MISSED && measure->tip.len)
        put_labelled(talk, STR("Try this"), STYLE_NOTE, measure->tip);
}

static void put_measures(const Talk *talk) {
    bool any = false;
    vec_each(const MeasureTally, item, &talk->tally->measures) {
        const MeasureGroup *group = own_group(talk, item);
        if (!group) continue;
        if (!any) put_measures_header(talk);
        any = true;
        put_measure(talk, item->measure, group);
    }
}

// ---- What to talk about

static Str quoted(const Talk *talk, Str words) {
    Str part = text_short(talk->arena, words, QUOTE_MOST);
    return str_format(talk->arena, "“%.*s”", STR_ARG(part));
}

static double percent(uint32_t part, uint32_t all) {
    return all ? 100.0 * part / all : 0;
}

static void put_strength(const Talk *talk, const Strength *strength) {
    sheet_line(talk->sheet, STYLE_STRONG,
               talk->rubric->criteria.items[strength->criterion].ask);
    put_labelled(
        talk, STR("How often"), STYLE_NOTE,
        str_format(talk->arena,
                   "Met in %u of the %u calls it applied to: %.0f %%; the team %.0f %%.",
                   strength->met, strength->decided,
                   percent(strength->met, strength->decided),
                   percent(strength->team_met, strength->team_decided)));
    put_labelled(talk, STR("At its best"), STYLE_QUOTE,
                 quoted(talk, quote_words(strength->best.quote)));
    put_labelled(talk, (Str){0}, STYLE_NOTE, moment_words(talk->arena, &strength->best));
}

static void put_moment(const Talk *talk, const Moment *moment) {
    Str customer = moment_customer(moment), agent = moment_agent(moment);
    Str where = moment_words(talk->arena, moment), why = moment->mark->why;
    if (why.len)
        where = str_format(talk->arena, "%.*s: %.*s", STR_ARG(where), STR_ARG(why));
    put_labelled(talk, STR("A missed moment"), STYLE_NOTE, where);
    if (customer.len)
        put_labelled(talk, STR("The customer"), STYLE_QUOTE, quoted(talk, customer));
    if (agent.len)
        put_labelled(talk, STR("The answer"), STYLE_QUOTE, quoted(talk, agent));
}

static void put_opportunity(const Talk *talk, const Opportunity *opportunity) {
    const Criterion *criterion = &talk->rubric->criteria.items[opportunity->criterion];
    sheet_line(talk->sheet, STYLE_STRONG, criterion->ask);
    put_labelled(
        talk, STR("What it is worth"), STYLE_NOTE,
        str_format(
            talk->arena,
            "Missed or partly met in %u of the %u calls it applied to. Met in "
            "all of them, it would add %.1f points to the mean of all %u calls%.*s.",
            opportunity->missed, opportunity->decided, opportunity->gain,
            opportunity->assessed, STR_ARG(caveat_words(talk->rubric))));
    put_moment(talk, &opportunity->missed_moment);
    if (criterion->tip.len)
        put_labelled(talk, STR("Try this"), STYLE_STRONG, criterion->tip);
    if (criterion->say.len)
        put_labelled(talk, STR("You could say"), STYLE_QUOTE,
                     quoted(talk, criterion->say));
}

static void put_call(const Talk *talk, Str label, const Scorecard *card, Str reason) {
    Buf words = {.arena = talk->arena};
    buf_put(&words, card->call);
    if (card->started_at != NO_TIME) {
        Str day = date_format_day(talk->arena, card->started_at);
        buf_format(&words, " of %.*s", STR_ARG(day));
    }
    buf_text(&words, ", score ");
    buf_decimal(&words, card->score, 1);
    buf_format(&words, ". %.*s.", STR_ARG(reason));
    put_labelled(talk, label, STYLE_WRAP, buf_str(&words));
}

static void put_talk(const Talk *talk) {
    Coaching coaching;
    coaching_choose(talk->arena, talk->tally, talk->agent, &coaching);
    sheet_heading(talk->sheet, STR("Keep doing"));
    for (size_t i = 0; i < coaching.strength_count; i++)
        put_strength(talk, &coaching.strengths[i]);
    if (!coaching.strength_count)
        sheet_line(talk->sheet, STYLE_NOTE,
                   STR("No criterion was met with words to quote."));
    sheet_heading(talk->sheet, STR("Work on"));
    for (size_t i = 0; i < coaching.opportunity_count; i++)
        put_opportunity(talk, &coaching.opportunities[i]);
    if (!coaching.opportunity_count)
        sheet_line(talk->sheet, STYLE_NOTE, STR("No criterion was missed."));
    if (!coaching.good) return;
    sheet_heading(talk->sheet, STR("Listen together"));
    put_call(talk, STR("A good call"), coaching.good, coaching.good_reason);
    if (coaching.difficult)
        put_call(talk, STR("A difficult call"), coaching.difficult,
                 coaching.difficult_reason);
}

static void put_lines(const Talk *talk, Str label, int lines) {
    for (int i = 0; i < lines; i++) {
        sheet_gap(talk->sheet, 1.6);
        cell_text(talk->sheet, STYLE_LABEL, i ? (Str){0} : label);
        cell_empty(talk->sheet, STYLE_RULE);
        cell_span(talk->sheet, COLUMNS - 1);
    }
}

void coaching_sheet(const BookInput *in, const AgentTally *agent, Sheet *sheet) {
    Talk talk = {in->tally, agent, in->tally->rubric, sheet, sheet->arena};
    sheet->portrait = sheet->one_page = true;
    sheet_column(sheet, 22);
    sheet_columns(sheet, COLUMNS - 1, 15);
    put_title(&talk);
    put_scores(&talk);
    put_principles(&talk);
    put_measures(&talk);
    put_talk(&talk);
    sheet_heading(talk.sheet, STR("What we agreed"));
    put_lines(&talk, STR("Notes"), 4);
    put_lines(&talk, STR("Next step, and when"), 2);
}

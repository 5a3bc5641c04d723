// Agents: everyone's numbers with the uncertainty beside them, and no rank that the means
// do not carry.
#include "report/sheets.h"
#include "report/words.h"

enum {
    RANK,
    RANKS,
    AGENT,
    NAME,
    TEAM,
    CALLS,
    ASSESSED,
    JUDGED,
    MEAN,
    INTERVAL,
    ADJUSTED,
    RELIABILITY,
    SHRUNKEN,
    SPREAD,
    BELOW,
    POSITION,
    COLUMNS
};

// Without ranks the sheet begins with the agent.
static uint32_t first_column(const Tally *tally) {
    return tally->ranking.has_ranks ? RANK : AGENT;
}

static void put_columns(const Tally *tally, Sheet *sheet) {
    static const SheetColumn TITLES[COLUMNS] = {
        {"Rank", 6},
        {"Rank may be", 9},
        {"Agent", 13},
        {"Name", 20},
        {"Team", 18},
        {"Calls read", 8},
        {"Assessed", 9},
        {"Criteria judged a call", 9},
        {"Mean score", 13},
        {"95 % interval", 14},
        {"Mean, with the team's mix of calls", 13},
        {"Reliability of the mean", 10},
        {"Mean, allowing for few calls", 13},
        {"Spread", 8},
        {"Share below a floor", 11},
        {"Beside the team", 34}};
    sheet_headers(sheet, TITLES + first_column(tally), COLUMNS - first_column(tally));
}

static Str order_words(const Tally *tally) {
    if (tally->ranking.has_ranks)
        return STR("Sorted by the mean allowing for few calls. Two agents whose ranks "
                   "overlap cannot be told apart.");
    return STR(
        "No ranks, which means carry only from a reliability of 0.70 on: agents above "
        "the team first, agents below it last.");
}

static Str mix_note(Arena *arena, const Tally *tally) {
    if (!tally->adjusted_for.len) return (Str){0};
    return str_format(
        arena,
        " The mix of calls is by %.*s: what each makes of a score is estimated "
        "from agents who have calls of several kinds.",
        STR_ARG(tally->adjusted_for));
}

static void put_title(const Tally *tally, Sheet *sheet) {
    Str remark = str_format(
        sheet->arena,
        "%.*s %.*s The reliability of a mean is the share of what sets it apart from the "
        "team's that is not luck; allowing for few calls leaves that share of it. Spread is "
        "the standard deviation between calls: low is consistent.%.*s Grey: too few calls.",
        STR_ARG(order_words(tally)), STR_ARG(reliability_words(sheet->arena, tally)),
        STR_ARG(mix_note(sheet->arena, tally)));
    sheet_title(sheet, STR("Agents"), remark, COLUMNS - first_column(tally));
}

static void put_ranks(const AgentTally *agent, Sheet *sheet) {
    cell_known(sheet, STYLE_TEXT, NUMBER_COUNT, agent->standing->rank,
               agent->standing->rank);
    cell_text(sheet, STYLE_RIGHT, rank_words(sheet->arena, agent));
}

static void put_means(const Tally *tally, const AgentTally *agent, Style style,
                      Sheet *sheet) {
    Estimate score = sums_estimate(&agent->score);
    double reliability = reliability_at(&tally->ranking.reliability, (double)score.count);
    cell_mean(sheet, style, &score);
    cell_text(sheet, agent->standing->compared ? STYLE_RIGHT : STYLE_NONE,
              interval_words(sheet->arena, &score));
    cell_known(sheet, style, NUMBER_SCORE,
               tally->adjusted_for.len && agent->agent.len && score.has_mean,
               agent->adjusted);
    cell_known(sheet, style, NUMBER_POINTS, agent->standing->has_shrunken, reliability);
    cell_known(sheet, style, NUMBER_SCORE, agent->standing->has_shrunken,
               agent->standing->shrunken);
    cell_known(sheet, style, NUMBER_SCORE, score.has_interval, score.spread);
}

static void put_agent(const Tally *tally, const AgentTally *agent, Sheet *sheet) {
    Style style = agent->standing->compared ? STYLE_TEXT : STYLE_FAINT;
    sheet_row(sheet);
    if (tally->ranking.has_ranks) put_ranks(agent, sheet);
    cell_text(sheet, style, agent->agent.len ? agent->agent : STR("not known"));
    cell_text(sheet, style, agent->name);
    cell_text(sheet, style, agent->team);
    cell_number(sheet, style, NUMBER_COUNT, agent->calls);
    cell_number(sheet, style, NUMBER_COUNT, agent->assessed);
    cell_known(sheet, style, NUMBER_SCORE, agent->assessed,
               (double)agent->judged / agent->assessed);
    put_means(tally, agent, style, sheet);
    cell_known(sheet, style, NUMBER_SHARE, agent->assessed,
               (double)agent->below_floor / agent->assessed);
    cell_text(sheet, agent->standing->compared ? STYLE_WRAP : STYLE_NOTE,
              position_words(sheet->arena, tally, agent));
}

void agents_sheet(const ReportInput *in, Sheet *sheet) {
    const Tally *tally = in->tally;
    uint32_t first = first_column(tally);
    put_title(tally, sheet);
    put_columns(tally, sheet);
    sheet_freeze(sheet, NAME + 1 - first, true);
    sheet->grid = true;
    for (size_t i = 0; i < tally->agents.len; i++)
        put_agent(tally, &tally->agents.items[tally->ranking.order[i]], sheet);
    sheet_shade(sheet, SHADE_BAR, 100, sheet->header_rows, MEAN - first);
    sheet_shade(sheet, SHADE_BAR, 1, sheet->header_rows, BELOW - first);
}

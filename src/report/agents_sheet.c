// Agents: everyone's numbers, by the shrunken estimate, with the uncertainty beside them.
#include "report/sheets.h"
#include "report/words.h"

enum {
    RANK,
    AGENT,
    NAME,
    TEAM,
    CALLS,
    ASSESSED,
    JUDGED,
    MEAN,
    INTERVAL,
    SHRUNKEN,
    RANKS,
    SPREAD,
    BELOW,
    POSITION
};

static void put_columns(Sheet *sheet) {
    static const SheetColumn COLUMNS[] = {{"Rank", 6},
                                          {"Agent", 13},
                                          {"Name", 20},
                                          {"Team", 18},
                                          {"Calls read", 8},
                                          {"Assessed", 9},
                                          {"Criteria judged a call", 9},
                                          {"Mean score", 13},
                                          {"95 % interval", 14},
                                          {"Drawn to the team", 10},
                                          {"Rank may be", 9},
                                          {"Spread", 8},
                                          {"Share below a floor", 11},
                                          {"Beside the team", 34}};
    sheet_headers(sheet, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
}

static void put_title(Sheet *sheet) {
    sheet_title(
        sheet, STR("Agents"),
        STR("Sorted by the mean drawn toward the team's, the more so the fewer calls there "
            "are. Two agents whose ranks overlap cannot be told apart. Spread is the "
            "standard deviation between calls: low is consistent. Grey: too few calls."),
        POSITION + 1);
}

static void put_agent(const Tally *tally, const AgentTally *agent, Sheet *sheet) {
    Estimate score = sums_estimate(&agent->score);
    Style style = agent->ranked ? STYLE_TEXT : STYLE_FAINT;
    sheet_row(sheet);
    cell_known(sheet, STYLE_TEXT, NUMBER_COUNT, agent->ranked, agent->rank);
    cell_text(sheet, style, agent->agent.len ? agent->agent : STR("not known"));
    cell_text(sheet, style, agent->name);
    cell_text(sheet, style, agent->team);
    cell_number(sheet, style, NUMBER_COUNT, agent->calls);
    cell_number(sheet, style, NUMBER_COUNT, agent->assessed);
    cell_known(sheet, style, NUMBER_SCORE, agent->assessed,
               (double)agent->judged / agent->assessed);
    cell_mean(sheet, style, &score);
    cell_text(sheet, agent->ranked ? STYLE_RIGHT : STYLE_NONE,
              interval_words(sheet->arena, &score));
    cell_known(sheet, style, NUMBER_SCORE, score.has_mean, agent->shrunken);
    cell_text(sheet, STYLE_RIGHT, rank_words(sheet->arena, agent));
    cell_known(sheet, style, NUMBER_SCORE, score.has_interval, score.spread);
    cell_known(sheet, style, NUMBER_SHARE, agent->assessed,
               (double)agent->below_floor / agent->assessed);
    cell_text(sheet, agent->ranked ? STYLE_WRAP : STYLE_NOTE,
              position_words(sheet->arena, tally, agent));
}

void agents_sheet(const ReportInput *in, Sheet *sheet) {
    const Tally *tally = in->tally;
    put_title(sheet);
    put_columns(sheet);
    sheet_freeze(sheet, NAME + 1, true);
    sheet->grid = true;
    for (size_t i = 0; i < tally->ranking.len; i++)
        put_agent(tally, &tally->agents.items[tally->ranking.items[i]], sheet);
    sheet_shade(sheet, SHADE_BAR, 100, sheet->header_rows, MEAN);
    sheet_shade(sheet, SHADE_BAR, 1, sheet->header_rows, BELOW);
}

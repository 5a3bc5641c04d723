// Agents: everyone's numbers with the uncertainty beside them, those to help first, and
// no rank that the means do not carry.
#include "report/agent_link.h"
#include "report/sheets.h"
#include "report/trend_words.h"
#include "report/words.h"

typedef struct {
    const ReportInput *in;
    const Tally *tally;
    Sheet *sheet;
} Table;

// Of an agent.
typedef struct {
    const AgentTally *agent;
    Estimate score;
    bool compared; // else faint
    Style style;   // of numbers
} Line;

// ---- Columns

static bool has_ranks(const ReportInput *in) { return in->tally->ranking.has_ranks; }
static bool has_mix(const ReportInput *in) { return in->tally->adjusted_for.len; }
static bool has_teams(const ReportInput *in) { return in->tally->team.teams.len; }
static bool has_floor(const ReportInput *in) { return has_floors(in->tally->rubric); }
static bool has_shrunken(const ReportInput *in) {
    return in->tally->ranking.reliability.known;
}

static bool has_before(const ReportInput *in) { return in->period->before != NO_TIME; }

static void put_rank(const Table *table, const Line *line) {
    uint32_t rank = line->agent->standing->rank;
    cell_known(table->sheet, STYLE_TEXT, NUMBER_COUNT, rank, rank);
}

static void put_ranks(const Table *table, const Line *line) {
    cell_text(table->sheet, STYLE_RIGHT, rank_words(table->sheet->arena, line->agent));
}

static void put_agent(const Table *table, const Line *line) {
    cell_agent(table->sheet, line->compared ? STYLE_STRONG : STYLE_FAINT, table->in,
               line->agent);
}

static void put_calls(const Table *table, const Line *line) {
    cell_number(table->sheet, line->style, NUMBER_COUNT, line->agent->calls);
}

static void put_assessed(const Table *table, const Line *line) {
    cell_number(table->sheet, line->style, NUMBER_COUNT, line->agent->assessed);
}

static void put_mean(const Table *table, const Line *line) {
    cell_mean(table->sheet, line->style, &line->score);
}

static void put_interval(const Table *table, const Line *line) {
    cell_text(table->sheet, line->compared ? STYLE_RIGHT : STYLE_NONE,
              interval_words(table->sheet->arena, &line->score));
}

static void put_position(const Table *table, const Line *line) {
    cell_text(table->sheet, line->compared ? STYLE_WRAP : STYLE_NOTE,
              position_words(table->sheet->arena, table->tally, line->agent));
}

static void put_adjusted(const Table *table, const Line *line) {
    cell_mean(table->sheet, line->style, &line->agent->adjusted);
}

static void put_adjusted_interval(const Table *table, const Line *line) {
    cell_text(table->sheet, line->compared ? STYLE_RIGHT : STYLE_NONE,
              interval_words(table->sheet->arena, &line->agent->adjusted));
}

static void put_shrunken(const Table *table, const Line *line) {
    const Standing *standing = line->agent->standing;
    cell_known(table->sheet, line->style, NUMBER_SCORE, standing->has_shrunken,
               standing->shrunken);
}

static void put_spread(const Table *table, const Line *line) {
    cell_known(table->sheet, line->style, NUMBER_SCORE, line->score.has_interval,
               line->score.spread);
}

static void put_below(const Table *table, const Line *line) {
    uint32_t assessed = line->agent->assessed;
    cell_known(table->sheet, line->style, NUMBER_SHARE, assessed,
               (double)line->agent->below_floor / assessed);
}

static void put_judged(const Table *table, const Line *line) {
    uint32_t assessed = line->agent->assessed;
    cell_known(table->sheet, line->style, NUMBER_SCORE, assessed,
               (double)line->agent->judged / assessed);
}

static void put_change(const Table *table, const Line *line) {
    size_t number = (size_t)(line->agent - table->tally->agents.items);
    cell_text(
        table->sheet, line->compared ? STYLE_WRAP : STYLE_NOTE,
        change_words(table->sheet->arena, &table->in->trends->agents[number].change));
}

static void put_teams(const Table *table, const Line *line) {
    Buf out = {.arena = table->sheet->arena};
    vec_each(const TeamCalls, team, &line->agent->teams)
        buf_format(&out, "%s%.*s %u", out.len ? ", " : "", STR_ARG(team->name),
                   team->calls);
    cell_text(table->sheet, STYLE_NOTE, buf_str(&out));
}

static const struct {
    SheetColumn head;
    bool (*is_there)(const ReportInput *in); // NULL: always
    void (*put)(const Table *table, const Line *line);
    double most; // of the bar behind it; 0: none
} COLUMNS[] = {
    {{"Rank", 6}, has_ranks, put_rank, 0},
    {{"Rank may be", 9}, has_ranks, put_ranks, 0},
    {{"Agent", 22}, NULL, put_agent, 0},
    {{"Calls", 7}, NULL, put_calls, 0},
    {{"Assessed", 9}, NULL, put_assessed, 0},
    {{"Mean score", 11}, NULL, put_mean, 100},
    {{"95 % interval", 14}, NULL, put_interval, 0},
    {{"Beside the team", 27}, NULL, put_position, 0},
    {{"Change against the period before", 30}, has_before, put_change, 0},
    {{"Mean, had all the same mix of calls", 14}, has_mix, put_adjusted, 0},
    {{"95 % interval of that", 14}, has_mix, put_adjusted_interval, 0},
    {{"Mean, allowing for few calls", 12}, has_shrunken, put_shrunken, 0},
    {{"Spread between calls", 9}, NULL, put_spread, 0},
    {{"Calls below a floor", 11}, has_floor, put_below, 1},
    {{"Questions judged in a call", 10}, NULL, put_judged, 0},
    {{"Teams, and the calls in each", 44}, has_teams, put_teams, 0},
};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS };

static bool is_there(const ReportInput *in, size_t column) {
    return !COLUMNS[column].is_there || COLUMNS[column].is_there(in);
}

static uint32_t columns_there(const ReportInput *in, size_t before) {
    uint32_t count = 0;
    for (size_t i = 0; i < before; i++) count += is_there(in, i);
    return count;
}

// ---- The sheet

static Str order_words(const Tally *tally) {
    if (tally->ranking.has_ranks)
        return STR("Those to help first stand first: sorted by the mean allowing for few "
                   "calls. Two agents whose ranks overlap cannot be told apart.");
    return STR(
        "Those to help first stand first. No ranks, which averages carry only from a "
        "reliability of 0.70 on: agents below the team, then those who cannot be told from "
        "it, then those above, each group by name.");
}

static Str mix_note(Arena *arena, const Tally *tally) {
    if (!tally->adjusted_for.len) return (Str){0};
    return str_format(arena,
                      " The mix of calls is by %.*s: what each does to a score is "
                      "estimated from agents who have calls of several kinds.",
                      STR_ARG(tally->adjusted_for));
}

static Str few_note(const Tally *tally) {
    if (!tally->ranking.reliability.known) return (Str){0};
    return STR(" Allowing for few calls: the fewer calls an agent has, the nearer to the "
               "team's his mean is taken to be.");
}

static void put_title(const ReportInput *in, Sheet *sheet) {
    const Tally *tally = in->tally;
    Str remark = str_format(
        sheet->arena,
        "%.*s %.*s%.*s%.*s A small spread is a steady agent. Grey: too few "
        "calls.",
        STR_ARG(order_words(tally)), STR_ARG(reliability_words(sheet->arena, tally)),
        STR_ARG(mix_note(sheet->arena, tally)), STR_ARG(few_note(tally)));
    sheet_title(sheet, STR("Agents"), remark, columns_there(in, COLUMN_COUNT));
}

static void put_heads(const ReportInput *in, Sheet *sheet) {
    sheet_row(sheet);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (!is_there(in, i)) continue;
        sheet_column(sheet, COLUMNS[i].head.width);
        cell_text(sheet, STYLE_HEADER, str_from(COLUMNS[i].head.title));
    }
}

static void put_line(const Table *table, const AgentTally *agent) {
    bool compared = agent->standing->compared;
    const Line line = {agent, sums_estimate(&agent->score), compared,
                       compared ? STYLE_TEXT : STYLE_FAINT};
    sheet_row(table->sheet);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        if (is_there(table->in, i)) COLUMNS[i].put(table, &line);
}

void agents_sheet(const ReportInput *in, Sheet *sheet) {
    const Tally *tally = in->tally;
    const Table table = {in, tally, sheet};
    put_title(in, sheet);
    put_heads(in, sheet);
    sheet_freeze(sheet, has_ranks(in) ? 3 : 1, true);
    sheet->grid = true;
    for (size_t i = 0; i < tally->agents.len; i++)
        put_line(&table, &tally->agents.items[tally->ranking.order[i]]);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        if (COLUMNS[i].most > 0 && is_there(in, i))
            sheet_shade(sheet, SHADE_BAR, COLUMNS[i].most, sheet->header_rows,
                        columns_there(in, i));
}

// Heat map: agents by principles, the lower the darker, and how many calls are behind it.
#include "report/agent_link.h"
#include "report/proof_words.h"
#include "report/sheets.h"
#include "report/words.h"

enum { OWN_COLUMNS = 3 };

static void put_columns(const Rubric *rubric, Sheet *sheet) {
    sheet_row(sheet);
    sheet_column(sheet, 26);
    sheet_columns(sheet, 2, 9);
    cell_text(sheet, STYLE_HEADER, STR("Agent"));
    cell_text(sheet, STYLE_HEADER, STR("Score"));
    cell_text(sheet, STYLE_HEADER, STR("Calls"));
    vec_each(const Principle, principle, &rubric->principles) {
        sheet_column(sheet, 15);
        sheet_column(sheet, 8);
        Str without = no_principle_words(rubric, principle), title = principle->title;
        if (without.len)
            title =
                str_format(sheet->arena, "%.*s (%.*s)", STR_ARG(title), STR_ARG(without));
        cell_text(sheet, STYLE_HEADER, title);
        cell_text(sheet, STYLE_HEADER, STR("Calls"));
    }
}

// A mean of few calls is as faint as one of few calls of the agent's.
static void put_mean(const Rubric *rubric, const Sums *sums, Sheet *sheet) {
    Estimate mean = sums_estimate(sums);
    bool few = mean.count < rubric->score.min_calls;
    cell_mean(sheet, few ? STYLE_FAINT : STYLE_TEXT, &mean);
    cell_known(sheet, STYLE_FAINT, NUMBER_COUNT, mean.has_mean, (double)mean.count);
}

static void put_means(const Tally *tally, const AgentTally *agent, Sheet *sheet) {
    put_mean(tally->rubric, &agent->score, sheet);
    for (size_t i = 0; i < tally->rubric->principles.len; i++)
        put_mean(tally->rubric, &agent->principles[i], sheet);
}

void heat_sheet(const ReportInput *in, Sheet *sheet) {
    const Tally *tally = in->tally;
    uint32_t principles = (uint32_t)tally->rubric->principles.len;
    sheet_title(
        sheet, STR("Agents by principles"),
        STR("Mean score of each principle; the lower, the darker. Beside it in grey "
            "the calls in which it could be judged; a mean in grey has too few of "
            "them. A dash: nothing to assess. Those to help first stand first."),
        OWN_COLUMNS + 2 * principles);
    put_columns(tally->rubric, sheet);
    sheet_freeze(sheet, 1, false);
    sheet->grid = true;
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, STR("The team"));
    put_means(tally, &tally->team, sheet);
    for (size_t i = 0; i < tally->agents.len; i++) {
        const AgentTally *agent = &tally->agents.items[tally->ranking.order[i]];
        sheet_row(sheet);
        cell_agent(sheet, agent->standing->compared ? STYLE_STRONG : STYLE_FAINT, in,
                   agent);
        put_means(tally, agent, sheet);
    }
    for (uint32_t i = 0; i <= principles; i++)
        sheet_shade(sheet, SHADE_HEAT, 100, sheet->header_rows, 1 + 2 * i);
}

// Heat map: agents by principles, the lower the darker.
#include "report/sheets.h"
#include "report/words.h"

static void put_columns(const Rubric *rubric, Sheet *sheet) {
    sheet_row(sheet);
    sheet_column(sheet, 26);
    sheet_columns(sheet, 2, 10);
    cell_text(sheet, STYLE_HEADER, STR("Agent"));
    cell_text(sheet, STYLE_HEADER, STR("Assessed"));
    cell_text(sheet, STYLE_HEADER, STR("Score"));
    vec_each(const Principle, principle, &rubric->principles) {
        sheet_column(sheet, 15);
        Str title = principle->title;
        if (!principle->observable)
            title = str_format(sheet->arena, "%.*s (%.*s)", STR_ARG(title),
                               STR_ARG(UNOBSERVABLE_WORDS));
        cell_text(sheet, STYLE_HEADER, title);
    }
}

static void put_means(const Tally *tally, const AgentTally *agent, Str who,
                      Sheet *sheet) {
    bool faint = agent->standing && !agent->standing->compared;
    Style style = faint ? STYLE_FAINT : STYLE_TEXT;
    Estimate score = sums_estimate(&agent->score);
    sheet_row(sheet);
    cell_text(sheet, faint ? STYLE_FAINT : STYLE_STRONG, who);
    cell_number(sheet, style, NUMBER_COUNT, agent->assessed);
    cell_mean(sheet, style, &score);
    for (size_t i = 0; i < tally->rubric->principles.len; i++) {
        Estimate mean = sums_estimate(&agent->principles[i]);
        cell_mean(sheet, style, &mean);
    }
}

void heat_sheet(const ReportInput *in, Sheet *sheet) {
    const Tally *tally = in->tally;
    uint32_t principles = (uint32_t)tally->rubric->principles.len;
    sheet_title(
        sheet, STR("Agents by principles"),
        STR("Mean score of each principle; the lower, the darker. Grey and slanted: too few "
            "calls. A dash: nothing to assess."),
        principles + 3);
    put_columns(tally->rubric, sheet);
    sheet_freeze(sheet, 1, false);
    sheet->grid = true;
    put_means(tally, &tally->team, STR("The team"), sheet);
    for (size_t i = 0; i < tally->agents.len; i++) {
        const AgentTally *agent = &tally->agents.items[tally->ranking.order[i]];
        put_means(tally, agent, agent_title(sheet->arena, agent), sheet);
    }
    for (uint32_t i = 0; i <= principles; i++)
        sheet_shade(sheet, SHADE_HEAT, 100, sheet->header_rows, i + 2);
}

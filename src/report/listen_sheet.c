// Listen: calls that are worth a manager's ear, each with its reason.
#include "report/agent_link.h"
#include "report/sheets.h"
#include "report/words.h"

static Str title_of(ListenReason reason) {
    static const Str TITLES[] = {
        [LISTEN_CRITICAL] = {"✗ critical", 12},
        [LISTEN_UNPROVEN] = {"? critical, for a person to check", 33},
        [LISTEN_LOWEST] = {"lowest score", 12},
        [LISTEN_UNCERTAIN] = {"? most uncertain", 16},
        [LISTEN_EXAMPLE] = {"✓ a good example", 18}};
    return TITLES[reason];
}

// "Missed: opens well, uses name."
static Str missed_list(Arena *arena, const Scorecard *card) {
    Buf out = {.arena = arena};
    vec_each(const Mark, mark, &card->marks)
        if (mark_counts(mark) && mark->verdict != VERDICT_MET)
            buf_format(&out, "%s%.*s%s", out.len ? ", " : "Missed: ",
                       STR_ARG(id_words(arena, mark->criterion)),
                       mark->verdict == VERDICT_PARTLY ? " (partly)" : "");
    return buf_str(&out);
}

static Str reason_words(Arena *arena, const Rubric *rubric, const ListenCall *call) {
    if (!call->mark) return missed_list(arena, call->card);
    const Criterion *criterion =
        &rubric->criteria.items[criterion_index(rubric, call->mark->criterion)];
    switch (call->reason) {
    case LISTEN_CRITICAL:
        return str_format(arena, "Not met: %.*s (%.*s)", STR_ARG(criterion->ask),
                          STR_ARG(critical_words(arena, criterion)));
    case LISTEN_UNPROVEN:
        return str_format(arena,
                          "Not met, as the machine sees it, which does not count: %.*s "
                          "Does a person agree?",
                          STR_ARG(criterion->ask));
    case LISTEN_UNCERTAIN:
        return str_format(
            arena,
            "As often as readers do not share marks like these, %.0f of its "
            "100 points are wrong, most of them by: %.*s",
            call->value, STR_ARG(criterion->ask));
    case LISTEN_EXAMPLE:
        return str_format(arena, "Met, by what costs the team most: %.*s",
                          STR_ARG(criterion->ask));
    case LISTEN_LOWEST:
    case LISTEN_REASONS: break;
    }
    return missed_list(arena, call->card);
}

static void put_call(const ReportInput *in, const ListenCall *call, Sheet *sheet) {
    const Scorecard *card = call->card;
    const AgentTally *agent = card_agent(in->tally, card);
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, title_of(call->reason));
    if (agent)
        cell_agent(sheet, STYLE_TEXT, in, agent);
    else
        cell_none(sheet);
    cell_text(sheet, STYLE_WRAP, card->call);
    cell_day(sheet, card->started_at);
    cell_score(sheet, STYLE_TEXT, card->score);
    cell_text(sheet, STYLE_RIGHT,
              str_format(sheet->arena, "%u of %u", card->judged, card->judged_of));
    cell_text(sheet, STYLE_WRAP, reason_words(sheet->arena, in->tally->rubric, call));
    cell_text(sheet, STYLE_QUOTE, said_words(sheet->arena, &call->moment));
}

void listen_sheet(const TeamPages *pages, Sheet *sheet) {
    static const SheetColumn COLUMNS[] = {
        {"Why", 22},  {"Agent", 22},     {"Call", 16},   {"Date", 11},
        {"Score", 8}, {"Judged on", 10}, {"Reason", 56}, {"What was said", 50}};
    size_t count = sizeof COLUMNS / sizeof *COLUMNS;
    sheet_title(
        sheet, STR("Calls to listen to"),
        str_format(
            sheet->arena,
            "At most %d for each reason, the most pressing first; a call "
            "stands under its first reason only. The lowest are of calls that were "
            "judged on half of the questions or more. The agent's name leads to the "
            "workbook with the evidence.",
            LISTEN_EACH),
        (uint32_t)count);
    sheet_headers(sheet, COLUMNS, count);
    sheet_freeze(sheet, 0, true);
    sheet->grid = true;
    vec_each(const ListenCall, call, &pages->listening.calls)
        put_call(pages->in, call, sheet);
    if (pages->listening.calls.len) return;
    sheet_row(sheet);
    cell_text(sheet, STYLE_NOTE, STR("None."));
}

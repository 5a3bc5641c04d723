// Overview, what to do: whom to help, what failed, what to train, what to mend.
#include "report/overview_act.h"

#include "report/agent_link.h"
#include "report/words.h"

enum { COLUMNS = OVERVIEW_COLUMNS };

void overview_titles(Sheet *sheet, const Str *titles, const uint32_t *spans,
                     size_t count) {
    sheet_row(sheet);
    for (size_t i = 0; i < count; i++) {
        cell_text(sheet, STYLE_HEADER, titles[i]);
        cell_span(sheet, spans[i]);
    }
}

static const Criterion *criterion_of(const Rubric *rubric, const Mark *mark) {
    return &rubric->criteria.items[criterion_index(rubric, mark->criterion)];
}

// ---- Help first

static Str gap_words(Arena *arena, const Estimate *gap) {
    return str_format(arena, "%+.1f to %+.1f", gap->low, gap->high);
}

static Str question_words(Arena *arena, const Rubric *rubric, const Help *help) {
    const Difference *than = &help->question;
    if (!help->has_question)
        return STR("No single question stands out against the others.");
    return str_format(arena, "%.*s Met in %u of %u calls, by the others in %.0f %%.",
                      STR_ARG(rubric->criteria.items[than->criterion].ask), than->met,
                      than->decided, than->others * 100);
}

static void put_help(const TeamPages *pages, const Help *help, Sheet *sheet) {
    const Rubric *rubric = pages->in->tally->rubric;
    sheet_row(sheet);
    cell_agent(sheet, STYLE_STRONG, pages->in, help->agent);
    cell_number(sheet, STYLE_TEXT, NUMBER_GAIN, help->gap.mean);
    cell_text(sheet, STYLE_RIGHT, gap_words(sheet->arena, &help->gap));
    cell_count(sheet, (uint64_t)help->gap.count);
    cell_text(sheet, STYLE_WRAP, question_words(sheet->arena, rubric, help));
    cell_span(sheet, COLUMNS - 4);
}

void overview_help(const TeamPages *pages, Sheet *sheet) {
    static const Str TITLES[] = {{"Agent", 5},
                                 {"Points from the team", 20},
                                 {"95 % interval", 13},
                                 {"Calls", 5},
                                 {"Work on this first", 18}};
    static const uint32_t SPANS[] = {1, 1, 1, 1, COLUMNS - 4};
    enum { MOST = 5 };
    size_t found;
    HelpList list = help_first(sheet->arena, pages->in->tally, MOST, &found);
    sheet_heading(sheet, STR("Help first"));
    if (!list.len) {
        sheet_line(sheet, STYLE_WRAP,
                   STR("Nobody stands out: no agent's mean lies below the team's by more "
                       "than chance."));
        return;
    }
    overview_titles(sheet, TITLES, SPANS, 5);
    vec_each(const Help, help, &list) put_help(pages, help, sheet);
    sheet_line(sheet, STYLE_NOTE,
               str_format(sheet->arena,
                          "Only agents whose interval lies wholly below the team's mean: "
                          "%zu of %zu, see the sheet Agents; sorted by the gap, allowing "
                          "for few calls. Of forty agents who are all alike, one would "
                          "stand here by chance.",
                          found, pages->in->tally->agents.len));
}

// ---- Critical fails

static void put_fail(const TeamPages *pages, const ListenCall *call, Sheet *sheet) {
    const AgentTally *agent = card_agent(pages->in->tally, call->card);
    sheet_row(sheet);
    if (agent)
        cell_agent(sheet, STYLE_TEXT, pages->in, agent);
    else
        cell_none(sheet);
    cell_text(sheet, STYLE_WRAP, call->card->call);
    cell_day(sheet, call->card->started_at);
    cell_text(sheet, STYLE_WRAP, criterion_of(pages->in->tally->rubric, call->mark)->ask);
    cell_text(sheet, STYLE_NOTE, said_words(sheet->arena, &call->moment));
    cell_span(sheet, COLUMNS - 4);
}

void overview_criticals(const TeamPages *pages, Sheet *sheet) {
    static const Str TITLES[] = {{"Agent", 5},
                                 {"Call", 4},
                                 {"Date", 4},
                                 {"What was not met", 16},
                                 {"What was said", 13}};
    static const uint32_t SPANS[] = {1, 1, 1, 1, COLUMNS - 4};
    enum { MOST = 5 };
    uint32_t found = pages->listening.found[LISTEN_CRITICAL], put = 0;
    sheet_heading(sheet, STR("Critical fails"));
    if (!found) {
        sheet_line(sheet, STYLE_WRAP, STR("None, of the critical questions that count."));
        return;
    }
    overview_titles(sheet, TITLES, SPANS, 5);
    vec_each(const ListenCall, call, &pages->listening.calls)
        if (call->reason == LISTEN_CRITICAL && put++ < MOST) put_fail(pages, call, sheet);
    if (found > MOST)
        sheet_line(
            sheet, STYLE_NOTE,
            str_format(sheet->arena, "%u in all; more are on the sheet Listen.", found));
}

// ---- One training for all

static void put_pair(Sheet *sheet, const char *name, Style style, Str text) {
    if (!text.len) return;
    sheet_row(sheet);
    cell_text(sheet, STYLE_LABEL, str_from(name));
    cell_text(sheet, style, text);
    cell_span(sheet, COLUMNS - 1);
}

static Str training_words(Arena *arena, const TeamPages *pages, const Gain *cost) {
    const AgentTally *team = &pages->in->tally->team;
    const uint32_t *verdicts = team->verdicts[cost->criterion];
    return str_format(
        arena,
        "Missed or partly met in %u of the %u calls it applied to. Met in "
        "all of them, it would add %.1f points to the team's mean score%.*s.",
        verdicts[VERDICT_PARTLY] + verdicts[VERDICT_NOT_MET], verdicts_decided(verdicts),
        cost->points, STR_ARG(caveat_words(pages->in->tally->rubric)));
}

// The best words of the team, which are on the sheet Listen as well.
static Str example_words(Arena *arena, const TeamPages *pages,
                         const Criterion *criterion) {
    vec_each(const ListenCall, call, &pages->listening.calls)
        if (call->reason == LISTEN_EXAMPLE &&
            str_eq(call->mark->criterion, criterion->id))
            return str_format(arena, "“%.*s” (%.*s)", STR_ARG(call->moment.agent),
                              STR_ARG(moment_words(arena, &call->moment)));
    return (Str){0};
}

static Str missed_words(Arena *arena, const TeamPages *pages, const Gain *cost) {
    const Tally *tally = pages->in->tally;
    Moment missed = moment_clearest(tally, &tally->team, cost->criterion, NULL);
    if (!missed.card) return (Str){0};
    return str_format(arena, "%.*s (%.*s)", STR_ARG(said_words(arena, &missed)),
                      STR_ARG(moment_words(arena, &missed)));
}

void overview_training(const TeamPages *pages, Sheet *sheet) {
    sheet_heading(sheet, STR("One training for the whole team"));
    if (!pages->costliest.len) {
        sheet_line(sheet, STYLE_WRAP, STR("Nothing that counts was missed."));
        return;
    }
    const Gain *cost = &pages->costliest.items[0];
    const Criterion *criterion =
        &pages->in->tally->rubric->criteria.items[cost->criterion];
    sheet_line(sheet, STYLE_STRONG, criterion->ask);
    put_pair(sheet, "What it is worth", STYLE_WRAP,
             training_words(sheet->arena, pages, cost));
    put_pair(sheet, "Missed here", STYLE_WRAP, missed_words(sheet->arena, pages, cost));
    put_pair(sheet, "Done well", STYLE_WRAP,
             example_words(sheet->arena, pages, criterion));
    put_pair(sheet, "Try this", STYLE_WRAP, criterion->tip);
    put_pair(sheet, "Words that work", STYLE_WRAP, criterion->say);
}

// ---- Inputs to mend

void overview_problems(const TeamPages *pages, Sheet *sheet) {
    static const Str TITLES[] = {{"What", 4}, {"How many", 8}, {"Reason", 6}};
    static const uint32_t SPANS[] = {1, 1, COLUMNS - 2};
    enum { MOST = 5 };
    size_t count = pages->problems.totals.len;
    if (!count) return;
    sheet_heading(sheet, STR("Inputs to mend"));
    overview_titles(sheet, TITLES, SPANS, 3);
    for (size_t i = 0; i < count && i < MOST; i++) {
        const ProblemTotal *total = &pages->problems.totals.items[i];
        sheet_row(sheet);
        cell_text(sheet, STYLE_TEXT, problem_words(total->kind));
        cell_count(sheet, total->count);
        cell_text(sheet, STYLE_WRAP, total->reason);
        cell_span(sheet, COLUMNS - 2);
    }
    if (count > MOST)
        sheet_line(sheet, STYLE_NOTE,
                   str_format(sheet->arena, "%zu more reasons are on the sheet Problems.",
                              count - MOST));
}

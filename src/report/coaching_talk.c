#include "report/coaching_talk.h"

#include "report/proof_words.h"
#include "report/words.h"

enum { QUOTE_MOST = 220 }; // bytes

Cell *coaching_line(Sheet *sheet, Str label, Style style, Str text) {
    sheet_row(sheet);
    cell_text(sheet, STYLE_LABEL, label);
    size_t at = sheet->cells.len;
    cell_text(sheet, style, text);
    cell_span(sheet, COACHING_COLUMNS - 1);
    return &sheet->cells.items[at];
}

static void put_quote(Sheet *sheet, Str label, Str words) {
    if (!words.len) return;
    Str part = text_short(sheet->arena, words, QUOTE_MOST);
    coaching_line(sheet, label, STYLE_QUOTE,
                  str_format(sheet->arena, "“%.*s”", STR_ARG(part)));
}

static const Criterion *criterion_of(const AgentPages *pages, uint32_t criterion) {
    return &pages->in->tally->rubric->criteria.items[criterion];
}

// ---- How often

// "Met in 12 of 40 calls: 30 % (95 %: 18 to 45 %); the rest of the team 62 %."
static Str often_words(Arena *arena, const Difference *than) {
    return str_format(arena,
                      "Met in %u of the %u calls it applied to: %.0f %% (95 %%: %.0f to "
                      "%.0f %%); the rest of the team %.0f %%%s.",
                      than->met, than->decided, 100 * than->own.value,
                      100 * than->own.low, 100 * than->own.high, 100 * than->others,
                      than->by_opening ? " where customers open alike" : "");
}

// ---- Where

static uint32_t evidence_row(const AgentPages *pages, const Moment *moment) {
    const EvidenceRows *evidence = &pages->evidence;
    uint32_t criterion =
        criterion_index(pages->in->tally->rubric, moment->mark->criterion);
    for (size_t c = 0; c < pages->agent->cards.len; c++)
        if (pages->agent->cards.items[c] == moment->card)
            return evidence->rows[c * evidence->criteria + criterion];
    return 0;
}

static void put_place(const AgentPages *pages, Sheet *sheet, Str label,
                      const Moment *moment) {
    Str words = moment_words(sheet->arena, moment);
    // That nothing was found is what the point is about.
    if (moment->mark->why.len && !str_starts(moment->mark->why, STR("not found: ")))
        words = str_format(sheet->arena, "%.*s: %.*s", STR_ARG(words),
                           STR_ARG(moment->mark->why));
    Cell *cell = coaching_line(sheet, label, STYLE_LINK, words);
    uint32_t row = evidence_row(pages, moment);
    if (row) cell_link(cell, pages->evidence.sheet, row);
}

// ---- Keep doing

static void put_strength(const AgentPages *pages, Sheet *sheet,
                         const Strength *strength) {
    const Criterion *criterion = criterion_of(pages, strength->than.criterion);
    sheet_line(sheet, STYLE_STRONG, criterion->ask);
    coaching_line(sheet, STR("How often"), STYLE_NOTE,
                  often_words(sheet->arena, &strength->than));
    if (!strength->best.card) return;
    put_quote(sheet, STR("In your words"), strength->best.agent);
    put_place(pages, sheet, (Str){0}, &strength->best);
}

static void put_nothing(const AgentPages *pages, Sheet *sheet, const char *what) {
    if (pages->agent->standing->compared)
        sheet_line(sheet, STYLE_NOTE,
                   str_format(sheet->arena,
                              "Nothing stands out: no question is %s more often than by "
                              "the rest of the team by more than chance.",
                              what));
    else
        sheet_line(sheet, STYLE_NOTE,
                   STR("There are too few calls to tell what stands out."));
}

static void put_strengths(const AgentPages *pages, Sheet *sheet) {
    const Coaching *coaching = &pages->coaching;
    sheet_heading(sheet, STR("Keep doing"));
    for (size_t i = 0; i < coaching->strength_count; i++)
        put_strength(pages, sheet, &coaching->strengths[i]);
    if (!coaching->strength_count) put_nothing(pages, sheet, "met");
}

// ---- Work on

static Str worth_words(Arena *arena, const Rubric *rubric, const Difference *than) {
    Str right = right_words(arena, rubric, than->criterion);
    return str_format(arena,
                      "%.*s Met as often as by them, it would add %.1f points to "
                      "the score%.*s.%s%.*s",
                      STR_ARG(often_words(arena, than)), than->worth,
                      STR_ARG(caveat_words(rubric)), right.len ? " " : "",
                      STR_ARG(right));
}

static void put_moment(const AgentPages *pages, Sheet *sheet, const Moment *moment) {
    put_place(pages, sheet, STR("Missed here"), moment);
    bool asked_first = !moment->agent_turn || moment->customer_turn < moment->agent_turn;
    if (asked_first) put_quote(sheet, STR("The customer"), moment->customer);
    put_quote(sheet, STR("You"), moment->agent);
    put_quote(sheet, STR("Then the customer"), moment->next);
}

static void put_work(const AgentPages *pages, Sheet *sheet, const WorkOn *work,
                     bool main) {
    const Criterion *criterion = criterion_of(pages, work->than.criterion);
    Str kind = main ? STR("First of all: ") : STR("And a smaller thing: ");
    sheet_line(
        sheet, STYLE_STRONG,
        str_format(sheet->arena, "%.*s%.*s", STR_ARG(kind), STR_ARG(criterion->ask)));
    coaching_line(sheet, STR("How often"), STYLE_NOTE,
                  worth_words(sheet->arena, pages->in->tally->rubric, &work->than));
    if (work->missed.card) put_moment(pages, sheet, &work->missed);
    if (work->best.card) {
        put_place(pages, sheet, STR("You did it here"), &work->best);
        put_quote(sheet, (Str){0}, work->best.agent);
    }
    if (criterion->tip.len)
        coaching_line(sheet, STR("Try this"), STYLE_STRONG, criterion->tip);
    put_quote(sheet, STR("You could say"), criterion->say);
}

static void put_works(const AgentPages *pages, Sheet *sheet) {
    const Coaching *coaching = &pages->coaching;
    sheet_heading(sheet, STR("Work on"));
    for (size_t i = 0; i < coaching->work_on_count; i++)
        put_work(pages, sheet, &coaching->work_on[i], i == 0);
    if (!coaching->work_on_count) put_nothing(pages, sheet, "missed");
}

// ---- To check and to hear

// What the machine says and has not shown it can: a person looks before anybody is told.
static void put_unproven(const AgentPages *pages, Sheet *sheet) {
    enum { MOST = 3 };
    const Rubric *rubric = pages->in->tally->rubric;
    CriterionNumbers list = coaching_unproven(sheet->arena, rubric, pages->agent);
    if (!list.len) return;
    sheet_heading(sheet, STR("For a person to check, not counted"));
    for (size_t i = 0; i < list.len && i < MOST; i++) {
        const Criterion *criterion = &rubric->criteria.items[list.items[i]];
        const uint32_t *verdicts = pages->agent->verdicts[list.items[i]];
        Str critical = critical_words(sheet->arena, criterion);
        coaching_line(sheet, id_words(sheet->arena, criterion->id), STYLE_NOTE,
                      str_format(sheet->arena,
                                 "%.*s Perhaps not in %u of %u calls%s%.*s.",
                                 STR_ARG(criterion->ask), verdicts[VERDICT_NOT_MET],
                                 verdicts_decided(verdicts), critical.len ? "; " : "",
                                 STR_ARG(critical)));
    }
}

static Str told_words(Arena *arena, const Coaching *coaching, const Scorecard *card) {
    Buf out = {.arena = arena};
    buf_put(&out, card->call);
    if (card->started_at != NO_TIME)
        buf_format(&out, " of %.*s", STR_ARG(date_format_day(arena, card->started_at)));
    buf_format(&out, ", score %.*s, judged on %u of %u questions",
               STR_ARG(score_words(arena, card->score)), card->judged, card->judged_of);
    if (coaching->work_on_count)
        buf_text(&out, card == coaching->good
                           ? "; the first point was met"
                           : "; the first point was missed, or met in part");
    return buf_str(&out);
}

static void put_call(const AgentPages *pages, Sheet *sheet, Str label,
                     const Scorecard *card, uint32_t row) {
    Cell *cell = coaching_line(sheet, label, STYLE_LINK,
                               told_words(sheet->arena, &pages->coaching, card));
    cell_link(cell, pages->calls.sheet, row);
}

static void put_calls(const AgentPages *pages, Sheet *sheet) {
    const Coaching *coaching = &pages->coaching;
    if (!coaching->good && !coaching->difficult) return;
    sheet_heading(sheet, STR("Listen together"));
    if (coaching->good)
        put_call(pages, sheet, STR("A good call"), coaching->good, pages->calls.good);
    if (coaching->difficult)
        put_call(pages, sheet, STR("A difficult call"), coaching->difficult,
                 pages->calls.difficult);
}

void coaching_talk(const AgentPages *pages, Sheet *sheet) {
    put_strengths(pages, sheet);
    put_works(pages, sheet);
    put_unproven(pages, sheet);
    put_calls(pages, sheet);
}

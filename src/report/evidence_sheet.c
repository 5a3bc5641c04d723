// Evidence: one row a mark, with the words that decide it standing out and what was said
// before them. What was missed comes first, and the latest of it is what is printed.
#include "report/ruling_words.h"
#include "report/sheets.h"
#include "report/turn_words.h"
#include "report/words.h"

// Of each criterion LATEST are printed, on three pages at most.
enum { EVIDENCE_COLUMNS = 9, LATEST = 5, PRINTED_MOST = 60 };

static void put_columns(Sheet *sheet) {
    static const SheetColumn COLUMNS[EVIDENCE_COLUMNS] = {{"Call", 12},
                                                          {"Date", 11},
                                                          {"Time in the call", 8},
                                                          {"Turn", 6},
                                                          {"Criterion", 19},
                                                          {"Verdict", 13},
                                                          {"Why", 24},
                                                          {"What the customer said", 46},
                                                          {"What the agent said", 56}};
    sheet_headers(sheet, COLUMNS, EVIDENCE_COLUMNS);
    sheet_freeze(sheet, 1, true);
    sheet->grid = true;
}

// The quotes of a card that came without its turns are the words alone, each in a turn
// of its own making.
static void put_side(Sheet *sheet, const Moment *moment, uint32_t turn, Str text) {
    if (moment->card->said.len)
        turn_cell(sheet, STYLE_QUOTE, moment->card, moment->mark, turn, text);
    else
        cell_text(sheet, STYLE_QUOTE, text);
}

static void put_mark(const Rubric *rubric, Sheet *sheet, const Mark *mark,
                     const Review *review) {
    cell_text(sheet, STYLE_WRAP, id_words(sheet->arena, mark->criterion));
    cell_ruled(sheet, review, mark->verdict);
    Str why = why_words(sheet->arena, rubric, mark);
    if (mark->uncounted)
        why = str_format(sheet->arena, "not counted%s%.*s", why.len ? ": " : "",
                         STR_ARG(why));
    Str said = ruling_words(sheet->arena, review, mark->verdict);
    if (said.len)
        why = str_format(sheet->arena, "%.*s%s%.*s", STR_ARG(said), why.len ? "; " : "",
                         STR_ARG(why));
    cell_text(sheet, STYLE_NOTE, why);
}

static uint32_t put_row(const ReportInput *in, Sheet *sheet, const Moment *moment) {
    uint32_t turn = moment->agent_turn ? moment->agent_turn : moment->customer_turn;
    uint32_t row = sheet_row(sheet);
    cell_text(sheet, STYLE_TEXT, moment->card->call);
    cell_day(sheet, moment->card->started_at);
    Str time =
        moment->at_ms == NO_TIME ? STR("–") : clock_format(sheet->arena, moment->at_ms);
    cell_text(sheet, STYLE_RIGHT, time);
    cell_known(sheet, STYLE_TEXT, NUMBER_COUNT, turn > 0, turn);
    put_mark(in->tally->rubric, sheet, moment->mark,
             ruling_on(in->rulings, moment->card, moment->mark));
    put_side(sheet, moment, moment->customer_turn, moment->customer);
    if (turn)
        put_side(sheet, moment, moment->agent_turn, moment->agent);
    else
        cell_text(sheet, STYLE_FAINT, STR("no words of the call decide this"));
    return row;
}

// A row for each of an agent's marks of a criterion that has this verdict and no row yet,
// the latest first; at most `most`.
static void put_marks(const AgentPages *pages, Sheet *sheet, uint32_t criterion,
                      Verdict verdict, uint32_t most, EvidenceRows *out) {
    const Rubric *rubric = pages->in->tally->rubric;
    for (size_t c = pages->agent->cards.len; c-- > 0 && most > 0;) {
        const Scorecard *card = pages->agent->cards.items[c];
        const Mark *mark = criterion_mark(rubric, card, criterion);
        uint32_t *row = &out->rows[c * out->criteria + criterion];
        if (!mark || mark->verdict != verdict || *row) continue;
        Moment moment = moment_of(rubric, card, mark);
        *row = put_row(pages->in, sheet, &moment);
        most--;
    }
}

static void put_verdicts(const AgentPages *pages, Sheet *sheet, Verdict verdict,
                         bool counted, uint32_t most, EvidenceRows *out) {
    const Rubric *rubric = pages->in->tally->rubric;
    for (uint32_t i = 0; i < rubric->criteria.len; i++)
        if (!rubric->criteria.items[i].uncounted.len == counted)
            put_marks(pages, sheet, i, verdict, most, out);
}

// What the first page tells of: the very moments, then others like them.
static void put_works(const AgentPages *pages, Sheet *sheet, EvidenceRows *out) {
    const Coaching *coaching = &pages->coaching;
    for (size_t i = 0; i < coaching->work_on_count; i++) {
        const WorkOn *work = &coaching->work_on[i];
        for (size_t c = 0; c < pages->agent->cards.len; c++)
            if (pages->agent->cards.items[c] == work->missed.card)
                out->rows[c * out->criteria + work->than.criterion] =
                    put_row(pages->in, sheet, &work->missed);
        Verdict verdict =
            work->missed.card ? work->missed.mark->verdict : VERDICT_NOT_MET;
        put_marks(pages, sheet, work->than.criterion, verdict, LATEST, out);
    }
}

EvidenceRows evidence_sheet(const AgentPages *pages, Sheet *sheet) {
    EvidenceRows out = {.sheet = sheet,
                        .criteria = pages->in->tally->rubric->criteria.len};
    out.rows =
        arena_array(sheet->arena, uint32_t, pages->agent->cards.len * out.criteria);
    put_columns(sheet);
    put_works(pages, sheet, &out);
    put_verdicts(pages, sheet, VERDICT_NOT_MET, true, LATEST, &out);
    sheet->printed = (uint32_t)sheet->rows.len;
    put_verdicts(pages, sheet, VERDICT_NOT_MET, true, UINT32_MAX, &out);
    if (sheet->printed == sheet->rows.len) { // there is room for what was missed in part
        put_verdicts(pages, sheet, VERDICT_PARTLY, true, LATEST, &out);
        sheet->printed = (uint32_t)sheet->rows.len;
    }
    if (sheet->printed > PRINTED_MOST) sheet->printed = PRINTED_MOST;
    for (int counted = 1; counted >= 0; counted--)
        for (Verdict verdict = VERDICT_NOT_MET + 1; verdict-- > VERDICT_MET;)
            put_verdicts(pages, sheet, verdict, counted, UINT32_MAX, &out);
    return out;
}

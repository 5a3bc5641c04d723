// Evidence: one row for each turn that decided a mark, the words in it standing out; a
// mark that rests on no words has one row with the reason.
#include "report/book.h"
#include "report/words.h"

static void put_header(Sheet *sheet) {
    static const struct {
        const char *title;
        double width;
    } COLUMNS[] = {
        {"Call", 12}, {"Time in the call", 8}, {"Turn", 6},
        {"Who", 9},   {"Criterion", 22},       {"Verdict", 15},
        {"Why", 24},  {"The turn before", 44}, {"The words, in their turn", 64}};
    sheet_row(sheet);
    for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++) {
        sheet_column(sheet, COLUMNS[i].width);
        cell_text(sheet, STYLE_HEADER, str_from(COLUMNS[i].title));
    }
    sheet_freeze(sheet, 1, true);
    sheet->grid = true;
}

// How many quotes from the first on are of its turn.
static size_t same_turn(const Quote *quotes, size_t count) {
    size_t same = 1;
    while (same < count && quotes[same].turn == quotes[0].turn) same++;
    return same;
}

// The matched words of one turn as runs; quotes are in the order of their start.
static void put_words(Sheet *sheet, const Quote *quotes, size_t count) {
    Str text = quote_words(quotes);
    bool whole = quotes->text.len > 0;
    Run *runs = arena_array(sheet->arena, Run, count);
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t start = whole ? quotes[i].start : 0;
        uint32_t end = whole ? quotes[i].end : (uint32_t)text.len;
        if (end > text.len) end = (uint32_t)text.len;
        if (len && start < runs[len - 1].end) start = runs[len - 1].end;
        if (start < end) runs[len++] = (Run){start, end};
    }
    Cell *cell = cell_text(sheet, STYLE_QUOTE, text);
    cell->runs = runs;
    cell->run_count = len;
}

static void put_mark(Sheet *sheet, const Mark *mark) {
    cell_text(sheet, STYLE_WRAP, id_words(sheet->arena, mark->criterion));
    cell_verdict(sheet, mark->verdict);
    cell_text(sheet, STYLE_NOTE, mark->why);
}

static void put_turn(Sheet *sheet, const Scorecard *card, const Mark *mark,
                     const Quote *quotes, size_t count) {
    sheet_row(sheet);
    cell_text(sheet, STYLE_TEXT, card->call);
    Str time =
        quotes->at_ms == NO_TIME ? STR("–") : clock_format(sheet->arena, quotes->at_ms);
    cell_text(sheet, STYLE_RIGHT, time);
    cell_count(sheet, quotes->turn);
    cell_text(sheet, STYLE_TEXT, role_name(quotes->role));
    put_mark(sheet, mark);
    cell_text(sheet, STYLE_CONTEXT, quotes->before);
    put_words(sheet, quotes, count);
}

static void put_reason(Sheet *sheet, const Scorecard *card, const Mark *mark) {
    sheet_row(sheet);
    cell_text(sheet, STYLE_TEXT, card->call);
    cell_none(sheet);
    cell_none(sheet);
    cell_text(sheet, STYLE_TEXT, (Str){0});
    put_mark(sheet, mark);
    cell_text(sheet, STYLE_CONTEXT, (Str){0});
    cell_text(sheet, STYLE_FAINT, STR("no words of the call decide this"));
}

// Whether a mark without words still needs its reason told: not where it did not apply,
// and not where the whole call could not be assessed.
static bool needs_reason(const Scorecard *card, const Mark *mark) {
    return card->score != NO_SCORE && mark->verdict != VERDICT_NOT_APPLICABLE &&
           mark->verdict != VERDICT_MET;
}

static uint32_t put_evidence(Sheet *sheet, const Scorecard *card, const Mark *mark) {
    uint32_t first = (uint32_t)sheet->rows.len;
    size_t count = 0;
    for (size_t i = 0; i < mark->quotes.len; i += count) {
        count = same_turn(&mark->quotes.items[i], mark->quotes.len - i);
        put_turn(sheet, card, mark, &mark->quotes.items[i], count);
    }
    if (!mark->quotes.len && needs_reason(card, mark)) put_reason(sheet, card, mark);
    return first < sheet->rows.len ? first : 0;
}

EvidenceRows evidence_sheet(const BookInput *in, const AgentTally *agent, Sheet *sheet) {
    const Rubric *rubric = in->tally->rubric;
    EvidenceRows out = {.sheet = sheet, .criteria = rubric->criteria.len};
    out.rows = arena_array(sheet->arena, uint32_t, agent->cards.len * out.criteria);
    put_header(sheet);
    for (size_t c = 0; c < agent->cards.len; c++) {
        const Scorecard *card = agent->cards.items[c];
        vec_each(const Mark, mark, &card->marks) {
            uint32_t row = put_evidence(sheet, card, mark);
            uint32_t criterion = criterion_index(rubric, mark->criterion);
            if (criterion != UINT32_MAX) out.rows[c * out.criteria + criterion] = row;
        }
    }
    return out;
}

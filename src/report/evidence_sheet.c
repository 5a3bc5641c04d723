// Evidence: one row for each turn that decided a mark, the words in it standing out; a
// mark that rests on no words has one row with the reason.
#include "base/utf8.h"
#include "report/sheets.h"
#include "report/words.h"

enum { CONTEXT_MOST = 600, EVIDENCE_COLUMNS = 9 };

static void put_columns(Sheet *sheet) {
    static const SheetColumn COLUMNS[EVIDENCE_COLUMNS] = {
        {"Call", 12}, {"Time in the call", 8}, {"Turn", 6},
        {"Who", 9},   {"Criterion", 22},       {"Verdict", 15},
        {"Why", 24},  {"The turn before", 44}, {"The words, in their turn", 64}};
    sheet_headers(sheet, COLUMNS, EVIDENCE_COLUMNS);
    sheet_freeze(sheet, 1, true);
    sheet->grid = true;
}

// How many quotes from the first on are of its turn.
static size_t same_turn(const Quote *quotes, size_t count) {
    size_t same = 1;
    while (same < count && quotes[same].turn == quotes[0].turn) same++;
    return same;
}

// A turn may be longer than a row can be high: then only what stands around the words.
typedef struct {
    uint32_t start, end;
} Excerpt;

static uint32_t at_character(Str text, uint32_t at) {
    return (uint32_t)utf8_clip(text, at).len;
}

static Excerpt excerpt_of(Str text, const Quote *quotes, size_t count) {
    enum { MOST = 1400, AROUND = 300 };
    uint32_t size = (uint32_t)text.len, end = quotes[count - 1].end;
    if (size <= MOST) return (Excerpt){0, size};
    uint32_t start = quotes->start > AROUND ? quotes->start - AROUND : 0;
    if (end > start + MOST - AROUND) end = start + MOST - AROUND;
    end = size - end > AROUND ? end + AROUND : size;
    return (Excerpt){at_character(text, start), at_character(text, end)};
}

// The matched words of a turn as runs of its excerpt; quotes are in the order of their
// start.
static size_t find_runs(const Quote *quotes, size_t count, Excerpt excerpt, Run *runs) {
    size_t len = 0;
    uint32_t done = excerpt.start;
    for (size_t i = 0; i < count; i++) {
        uint32_t start = quotes[i].start < done ? done : quotes[i].start;
        uint32_t end = quotes[i].end > excerpt.end ? excerpt.end : quotes[i].end;
        if (start >= end) continue;
        runs[len++] = (Run){start - excerpt.start, end - excerpt.start};
        done = end;
    }
    return len;
}

// The turn, or what matters of a long one.
static Cell turn_words(Arena *arena, Str text, const Quote *quotes, size_t count) {
    Str ellipsis = STR("… ");
    Excerpt excerpt = excerpt_of(text, quotes, count);
    Run *runs = arena_array(arena, Run, count);
    size_t len = find_runs(quotes, count, excerpt, runs);
    Str part = str_slice(text, excerpt.start, excerpt.end);
    if (excerpt.end < text.len) part = str_format(arena, "%.*s …", STR_ARG(part));
    if (excerpt.start > 0) {
        part = str_format(arena, "%.*s%.*s", STR_ARG(ellipsis), STR_ARG(part));
        for (size_t i = 0; i < len; i++)
            runs[i].start += (uint32_t)ellipsis.len,
                runs[i].end += (uint32_t)ellipsis.len;
    }
    return (Cell){.text = part, .runs = runs, .run_count = len};
}

// Records of version 1 have the words only, not the turn around them.
static Cell quoted_words(Arena *arena, const Quote *quotes, size_t count) {
    Buf text = {.arena = arena};
    Run *runs = arena_array(arena, Run, count);
    size_t len = 0;
    uint32_t done = 0;
    for (size_t i = 0; i < count; i++) {
        if (len && quotes[i].end <= done) continue; // within the words before
        if (len) buf_text(&text, " … ");
        uint32_t start = (uint32_t)text.len;
        buf_put(&text, quotes[i].quote);
        runs[len++] = (Run){start, (uint32_t)text.len};
        done = quotes[i].end;
    }
    return (Cell){.text = buf_str(&text), .runs = runs, .run_count = len};
}

static void put_words(Sheet *sheet, const Scorecard *card, const Quote *quotes,
                      size_t count) {
    const Said *turn = quote_turn(card, quotes);
    Cell words = turn ? turn_words(sheet->arena, turn->text, quotes, count)
                      : quoted_words(sheet->arena, quotes, count);
    Cell *cell = cell_text(sheet, STYLE_QUOTE, words.text);
    cell->runs = words.runs;
    cell->run_count = words.run_count;
}

static void put_mark(Sheet *sheet, const Mark *mark) {
    cell_text(sheet, STYLE_WRAP, id_words(sheet->arena, mark->criterion));
    cell_verdict(sheet, mark->verdict);
    Str why = mark->why;
    if (mark->uncounted && mark_is_decided(mark))
        why = str_format(sheet->arena, "not counted%s%.*s", why.len ? ": " : "",
                         STR_ARG(why));
    cell_text(sheet, STYLE_NOTE, why);
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
    Str before = said_text(quote_before(card, quotes));
    cell_text(sheet, STYLE_CONTEXT, text_short(sheet->arena, before, CONTEXT_MOST));
    put_words(sheet, card, quotes, count);
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

// Before the marks of a call whose roles are a guess, for all of them rest on it.
static void put_roles(Sheet *sheet, const Scorecard *card) {
    if (card->roles != ROLES_GUESSED) return;
    sheet_row(sheet);
    cell_text(sheet, STYLE_TEXT, card->call);
    cell_text(sheet, STYLE_NOTE,
              roles_words(sheet->arena, card->roles, card->roles_percent));
    cell_span(sheet, EVIDENCE_COLUMNS - 1);
}

EvidenceRows evidence_sheet(const ReportInput *in, const AgentTally *agent,
                            Sheet *sheet) {
    const Rubric *rubric = in->tally->rubric;
    EvidenceRows out = {.sheet = sheet, .criteria = rubric->criteria.len};
    out.rows = arena_array(sheet->arena, uint32_t, agent->cards.len * out.criteria);
    put_columns(sheet);
    for (size_t c = 0; c < agent->cards.len; c++) {
        const Scorecard *card = agent->cards.items[c];
        put_roles(sheet, card);
        vec_each(const Mark, mark, &card->marks) {
            uint32_t row = put_evidence(sheet, card, mark);
            uint32_t criterion = criterion_index(rubric, mark->criterion);
            if (criterion != UINT32_MAX) out.rows[c * out.criteria + criterion] = row;
        }
    }
    return out;
}

// Calls: the transcripts of the calls to hear together, turn by turn, with marks in the
// margin.
#include "report/sheets.h"
#include "report/turn_words.h"
#include "report/words.h"
#include "score/share.h"

enum { CALL_COLUMNS = 5 };

// Whether a mark is told of beside a turn: a miss where it should have been met, else
// wherever words were found.
static bool is_at(const Rubric *rubric, const Scorecard *card, const Mark *mark,
                  uint32_t turn) {
    if (!mark_counts(mark)) return false;
    Moment moment = moment_of(rubric, card, mark);
    uint32_t shown = moment.agent_turn ? moment.agent_turn : moment.customer_turn;
    return shown == turn;
}

static Str margin_words(Arena *arena, const Rubric *rubric, const Scorecard *card,
                        uint32_t turn) {
    Buf out = {.arena = arena};
    vec_each(const Mark, mark, &card->marks) {
        if (!is_at(rubric, card, mark, turn)) continue;
        Str sign = verdict_sign(mark->verdict);
        buf_format(&out, "%s%.*s %.*s", out.len ? "\n" : "", (int)str_index(sign, 0, ' '),
                   sign.ptr, STR_ARG(id_words(arena, mark->criterion)));
    }
    return buf_str(&out);
}

static void put_turn(const AgentPages *pages, Sheet *sheet, const Scorecard *card,
                     uint32_t index) {
    const Said *said = &card->said.items[index];
    uint32_t turn = index + card->said_from;
    if (!said->text.len) return;
    sheet_row(sheet);
    cell_count(sheet, turn);
    cell_text(sheet, STYLE_RIGHT,
              said->at_ms == NO_TIME ? STR("–")
                                     : clock_format(sheet->arena, said->at_ms));
    bool agent = said->role == ROLE_AGENT;
    cell_text(sheet, agent ? STYLE_STRONG : STYLE_TEXT, role_name(said->role));
    turn_cell(sheet, STYLE_WRAP, card, NULL, turn, said->text);
    cell_text(sheet, STYLE_NOTE,
              margin_words(sheet->arena, pages->in->tally->rubric, card, turn));
}

static Str call_title(Arena *arena, const char *kind, const Scorecard *card) {
    Buf out = {.arena = arena};
    buf_format(&out, "%s: %.*s", kind, STR_ARG(card->call));
    if (card->started_at != NO_TIME)
        buf_format(&out, ", %.*s", STR_ARG(date_format_day(arena, card->started_at)));
    buf_format(&out, ", score %.*s, %.*s", STR_ARG(score_words(arena, card->score)),
               STR_ARG(judged_words(arena, card)));
    return buf_str(&out);
}

static uint32_t put_call(const AgentPages *pages, Sheet *sheet, const char *kind,
                         const Scorecard *card) {
    sheet_heading(sheet, call_title(sheet->arena, kind, card));
    uint32_t row = (uint32_t)sheet->rows.len - 1;
    if (!card->said.len)
        sheet_line(sheet, STYLE_NOTE,
                   STR("The record of this call was made without its turns."));
    for (uint32_t i = 0; i < card->said.len; i++) put_turn(pages, sheet, card, i);
    return row;
}

CallRows calls_sheet(const AgentPages *pages, Sheet *sheet) {
    static const SheetColumn COLUMNS[CALL_COLUMNS] = {{"Turn", 6},
                                                      {"Time in the call", 9},
                                                      {"Who", 10},
                                                      {"What was said", 82},
                                                      {"Marks", 26}};
    const Coaching *coaching = &pages->coaching;
    CallRows out = {.sheet = sheet};
    sheet_headers(sheet, COLUMNS, CALL_COLUMNS);
    sheet_freeze(sheet, 0, false);
    sheet->grid = sheet->portrait = true;
    if (coaching->good) out.good = put_call(pages, sheet, "A good call", coaching->good);
    if (coaching->difficult)
        out.difficult = put_call(pages, sheet, "A difficult call", coaching->difficult);
    return out;
}

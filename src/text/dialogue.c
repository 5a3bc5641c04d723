#include "text/dialogue.h"

#include "call/times.h"
#include "format/input.h"
#include "text/speaker_labels.h"

typedef struct {
    CallTask *task;
    const TextLines *lines;
    size_t at; // the next line
    Labels labels;
} Dialogue;

static bool is_speaker(const Dialogue *dialogue, Str label) {
    return labels_has_speaker(&dialogue->labels, dialogue->task->input->options,
                              &dialogue->task->call, label);
}

static Turn begin_turn(const Dialogue *dialogue, const TextLine *line) {
    Turn turn = {.speaker = line->label, .start_ms = NO_TIME, .end_ms = NO_TIME};
    turn.place = task_place(dialogue->task, line->line, 1);
    if (line->time.len) text_time_parse(line->time, &turn.start_ms);
    return turn;
}

// The turn that begins at the next line, and the lines that continue it.
static void read_turn(Dialogue *dialogue) {
    Arena *arena = dialogue->task->arena;
    const TextLine *line = &dialogue->lines->items[dialogue->at++];
    Turn turn = begin_turn(dialogue, line);
    Buf text = {.arena = arena};
    buf_put(&text, line->said);
    for (; dialogue->at < dialogue->lines->len; dialogue->at++) {
        line = &dialogue->lines->items[dialogue->at];
        if (is_speaker(dialogue, line->label) || text_line_is_heading(line)) break;
        if (!line->text.len || text_line_is_ornament(line)) continue;
        if (text.len) buf_byte(&text, '\n');
        buf_put(&text, line->text);
    }
    turn.text = buf_str(&text);
    if (turn.text.len) *vec_push(arena, &dialogue->task->call.turns) = turn;
}

static int64_t first_start(const Call *call) {
    vec_each(const Turn, turn, &call->turns)
        if (turn->start_ms != NO_TIME) return turn->start_ms;
    return NO_TIME;
}

static void count_from_first(Call *call) {
    enum { HOUR_MS = 3600000 };
    int64_t first = first_start(call);
    if (first < HOUR_MS || first >= EPOCH_FIRST_MS) return;
    vec_each(Turn, turn, &call->turns)
        if (turn->start_ms >= first && turn->start_ms < EPOCH_FIRST_MS)
            turn->start_ms -= first;
}

void dialogue_read(CallTask *task, const TextLines *lines, size_t from) {
    Dialogue dialogue = {.task = task, .lines = lines, .at = from};
    for (size_t i = from; i < lines->len; i++)
        labels_count(task->arena, &dialogue.labels, lines->items[i].label,
                     lines->items[i].said);
    while (dialogue.at < lines->len) {
        if (is_speaker(&dialogue, lines->items[dialogue.at].label))
            read_turn(&dialogue);
        else
            dialogue.at++;
    }
    count_from_first(&task->call);
}

#include "text/dialogue.h"

#include "base/utf8.h"
#include "call/time_judge.h"
#include "call/when.h"
#include "call/words.h"
#include "format/input.h"
#include "text/aside.h"
#include "text/speaker_labels.h"

typedef enum { GOES_ON, NAMED, NAMELESS } Beginning;

typedef struct {
    CallTask *task;
    const TextLines *lines;
    Labels labels;
    Str *speakers; // that are known; for what is misspelt
    size_t speaker_count;
    uint32_t forms[FORM_COUNT]; // lines of each form
    uint32_t lone_times;        // lines that are a time and nothing else
    Turn turn;                  // open when it has a place
    Buf text;                   // of the turn
    WrittenTime time;           // of the turn
    WrittenTime next_time;      // of the next turn, if it has none of its own
    size_t first;               // of its turns among the call's
    VEC(WrittenTime) times;     // of its turns
    bool in_heading;            // lines belong to a heading, up to the next turn
    const TextLine *once;       // the first line whose label comes once
    const TextLine *nobodys;    // the first line that is nobody's words,
    size_t nobodys_count;       // and how many are
} Dialogue;

// ---- What begins a turn

static bool is_speaker(const Dialogue *dialogue, Str label) {
    return labels_has_speaker(&dialogue->labels, dialogue->task->input->options,
                              &dialogue->task->call, label);
}

static bool is_lone_time(const TextLine *line) {
    return line->time.len && !line->label.len && !line->behind_time.len;
}

static bool is_time_first(TextForm form) {
    return form == FORM_TIME || form == FORM_TIME_SQUARE || form == FORM_TIME_ROUND;
}

static void count_lines(Dialogue *dialogue, size_t from) {
    Arena *arena = dialogue->task->arena;
    for (size_t i = from; i < dialogue->lines->len; i++) {
        const TextLine *line = &dialogue->lines->items[i];
        labels_count(arena, &dialogue->labels, line->label, line->said);
        bool timed = is_time_first(line->form) && line->behind_time.len;
        dialogue->forms[line->form] += timed || label_may_be_name(line->label);
        dialogue->lone_times += is_lone_time(line);
    }
}

static void list_speakers(Dialogue *dialogue) {
    Arena *arena = dialogue->task->arena;
    dialogue->speakers = arena_array(arena, Str, dialogue->labels.counts.len);
    const Map *map = &dialogue->labels.numbers;
    for (size_t i = 0; i < map->cap; i++)
        if (map->slots[i].used && is_speaker(dialogue, map->slots[i].key))
            dialogue->speakers[dialogue->speaker_count++] = map->slots[i].key;
}

// "Custommer" where a customer speaks.
static bool is_misspelt(const Dialogue *dialogue, const TextLine *line) {
    enum { LETTERS_LEAST = 4 };
    bool amount = line->said.len && byte_is_digit(line->said.ptr[0]);
    return line->label.len >= LETTERS_LEAST && !amount &&
           label_may_be_name(line->label) &&
           str_nearest(line->label, dialogue->speakers, dialogue->speaker_count).len;
}

// A known name begins a turn wherever it stands; before a time or in bold, as others of
// the call, whatever may be a name does, and a time alone what nobody's name is known of.
static Beginning beginning_of(const Dialogue *dialogue, const TextLine *line) {
    enum { FORM_LEAST = 2 };
    if (is_speaker(dialogue, line->label)) return NAMED;
    if (line->form == FORM_PLAIN) return is_misspelt(dialogue, line) ? NAMED : GOES_ON;
    if (is_lone_time(line) || dialogue->forms[line->form] < FORM_LEAST) return GOES_ON;
    if (label_may_be_name(line->label)) return NAMED;
    return is_time_first(line->form) ? NAMELESS : GOES_ON;
}

// ---- Turns

static void end_turn(Dialogue *dialogue) {
    Turn *turn = &dialogue->turn;
    turn->text = buf_str(&dialogue->text);
    if (turn->place.line && turn->text.len) {
        *vec_push(dialogue->task->arena, &dialogue->task->call.turns) = *turn;
        *vec_push(dialogue->task->arena, &dialogue->times) = dialogue->time;
    }
    *turn = (Turn){0};
    dialogue->text = (Buf){.arena = dialogue->task->arena};
}

// A complaint that ends with words of the input.
static Str tell(const Dialogue *dialogue, const char *what, Str words) {
    Arena *arena = dialogue->task->arena;
    Str told = input_words(arena, dialogue->task->input, words);
    return str_format(arena, "%s%.*s", what, STR_ARG(told));
}

static void begin_turn(Dialogue *dialogue, const TextLine *line, bool named) {
    Turn turn = {.start_ms = NO_TIME, .end_ms = NO_TIME};
    end_turn(dialogue);
    turn.place = task_place(dialogue->task, line->line, 1);
    if (named) turn.speaker = line->label;
    dialogue->turn = turn;
    dialogue->time = dialogue->next_time;
    dialogue->next_time = (WrittenTime){0};
    dialogue->in_heading = false;
    if (line->bad_time)
        task_note(dialogue->task, COMPLAINT_TIME, turn.place,
                  tell(dialogue, "bad time ", line->time));
    else if (line->time.len)
        text_time_parse(line->time, &dialogue->time);
    buf_put(&dialogue->text, named ? line->said : line->behind_time);
}

// ---- Lines that begin none

static void leave_out(Dialogue *dialogue, const TextLine *line) {
    if (!dialogue->nobodys) dialogue->nobodys = line;
    dialogue->nobodys_count++;
}

// Whether the line looks as if somebody began to speak. A time behind a name counts where
// it stands apart; an address that follows makes it a source.
static bool is_doubtful(const Dialogue *dialogue, const TextLine *line) {
    bool above = line->form == FORM_ABOVE || line->form == FORM_ABOVE_WIDE;
    if (above && (line->form == FORM_ABOVE || !dialogue->turn.place.line)) return false;
    return label_may_be_name(line->label) && !str_starts(line->said, STR("http"));
}

static void add_line(Dialogue *dialogue, const TextLine *line) {
    if (dialogue->in_heading) return;
    if (!dialogue->once && is_doubtful(dialogue, line)) dialogue->once = line;
    if (!dialogue->turn.place.line) {
        // Above all turns, what is no sentence is a title.
        bool sentence = strchr(".?!", line->text.ptr[line->text.len - 1]);
        if (sentence || dialogue->task->call.turns.len) leave_out(dialogue, line);
        return;
    }
    if (dialogue->text.len) buf_byte(&dialogue->text, '\n');
    buf_put(&dialogue->text, line->text);
}

// Whether the next line that is not blank begins a turn.
static bool is_before_turn(const Dialogue *dialogue, size_t at) {
    for (at++; at < dialogue->lines->len; at++)
        if (dialogue->lines->items[at].text.len)
            return beginning_of(dialogue, &dialogue->lines->items[at]) != GOES_ON;
    return false;
}

static bool take_lone_time(Dialogue *dialogue, size_t at) {
    const TextLine *line = &dialogue->lines->items[at];
    bool marks =
        is_lone_time(line) && (dialogue->lone_times > 1 || is_before_turn(dialogue, at));
    if (!marks) return false;
    end_turn(dialogue);
    text_time_parse(line->time, &dialogue->next_time);
    return true;
}

static void read_rest(Dialogue *dialogue, size_t at) {
    const TextLine *line = &dialogue->lines->items[at];
    if (aside_is_heading(line) || aside_is_rule(line)) {
        end_turn(dialogue);
        dialogue->in_heading = aside_is_heading(line);
        return;
    }
    if (aside_is_ornament(line) || take_lone_time(dialogue, at)) return;
    Aside aside = aside_of(line);
    if (aside == ASIDE_REST) end_turn(dialogue);
    if (aside == ASIDE_NONE)
        add_line(dialogue, line);
    else
        leave_out(dialogue, line);
}

static void read_line(Dialogue *dialogue, size_t at) {
    const TextLine *line = &dialogue->lines->items[at];
    if (!line->text.len) return;
    Beginning beginning = beginning_of(dialogue, line);
    if (beginning != GOES_ON && aside_of(line) == ASIDE_NONE)
        begin_turn(dialogue, line, beginning == NAMED);
    else
        read_rest(dialogue, at);
}

// ---- Doubts

static void note_once(const Dialogue *dialogue) {
    const TextLine *line = dialogue->once;
    CallTask *task = dialogue->task;
    if (!line) return;
    Str label = input_label(task->arena, task->input, line->label);
    Str text =
        str_format(task->arena, "a label %.*s begins a line and is taken for no speaker",
                   STR_ARG(label));
    Diag *diag = task_note(task, COMPLAINT_DOUBT, task_place(task, line->line, 1), text);
    if (diag) diag->hint = STR("--agent-speaker and --agents name speakers");
}

static void note_nobodys(const Dialogue *dialogue) {
    const TextLine *line = dialogue->nobodys;
    CallTask *task = dialogue->task;
    if (!line) return;
    bool many = dialogue->nobodys_count > 1;
    Str what =
        str_format(task->arena, "%zu %s nobody's words, %s", dialogue->nobodys_count,
                   many ? "lines are" : "line is", many ? "the first " : "");
    Str text = tell(dialogue, str_z(task->arena, what), line->text);
    task_note(task, COMPLAINT_DOUBT, task_place(task, line->line, 1), text);
}

// ---- Times

static TimeStyle judge_times(const Dialogue *dialogue) {
    static const WrittenTime NO_END = {0};
    TimeJudge judge = {0};
    const Call *call = &dialogue->task->call;
    time_judge_begin(&judge);
    for (size_t i = 0; i < dialogue->times.len; i++) {
        const Turn *turn = &call->turns.items[dialogue->first + i];
        time_judge_add(&judge, &dialogue->times.items[i], &NO_END,
                       text_words(turn->text));
    }
    return time_judge_style(&judge, 0);
}

static void complain_of_doubt(CallTask *task, Place place, const WrittenTime *time) {
    TimeDoubt doubt = time_doubt(time);
    ComplaintKind kind = time->kind == WRITTEN_DATE ? COMPLAINT_TIME : COMPLAINT_WHEN;
    Diag *diag = task_note(task, kind, place, str_from(doubt.text));
    if (diag) diag->hint = str_from(doubt.hint);
    call_forget_times(&task->call);
}

// Gives the turns their times; of what can be read in two ways, none has one.
static void set_times(Dialogue *dialogue) {
    CallTask *task = dialogue->task;
    TimeStyle style = judge_times(dialogue);
    for (size_t i = 0; i < dialogue->times.len; i++) {
        Turn *turn = &task->call.turns.items[dialogue->first + i];
        const WrittenTime *time = &dialogue->times.items[i];
        TimeResult result = written_time_read(time, &style, &turn->start_ms);
        if (result == TIME_UNSURE) {
            complain_of_doubt(task, turn->place, time);
            return;
        }
        if (result != TIME_READ)
            task_note(task, COMPLAINT_TIME, turn->place, STR("bad time"));
        call_note_time(&task->call, time, &style);
    }
}

// ----

void dialogue_read(CallTask *task, const TextLines *lines, size_t from) {
    Dialogue dialogue = {.task = task,
                         .lines = lines,
                         .text = {.arena = task->arena},
                         .first = task->call.turns.len};
    count_lines(&dialogue, from);
    list_speakers(&dialogue);
    for (size_t at = from; at < lines->len; at++) read_line(&dialogue, at);
    end_turn(&dialogue);
    if (task->call.turns.len) {
        note_once(&dialogue);
        note_nobodys(&dialogue);
    }
    set_times(&dialogue);
}

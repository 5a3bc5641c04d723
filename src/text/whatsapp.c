// WhatsApp's export of a chat. Before each message stands when it was sent, as the
// telephone writes it, in brackets or with a dash behind: "31/12/2025, 22:31 - Ana: Hi",
// "[12/31/25, 10:31:05 PM] Ana: Hi". Lines without that go on with the message before,
// and what names nobody is said by the program.
#include "call/times.h"
#include "format/format.h"
#include "text/text_bytes.h"

#include "base/utf8.h"

// A line that begins with a date and a time of day.
typedef struct {
    int64_t numbers[3]; // of the date, as they stand
    int between;        // which of the signs stands between them
    int64_t day_ms;     // since midnight
    Str sender;         // empty: the program says it
    Str text;
} Message;

typedef enum { ORDER_DAY_FIRST, ORDER_MONTH_FIRST, ORDER_YEAR_FIRST } DateOrder;

// ---- What it is written with

// Marks of direction and narrow blanks, which exports are full of, are left out or become
// blanks; other figures become ours.
static Str plain_line(Arena *arena, Str line) {
    Buf out = {.arena = arena};
    uint32_t code;
    if (str_is_ascii(line)) return str_trim(line);
    for (size_t at = 0, size; at < line.len; at += size) {
        size = utf8_decode(line, at, &code);
        if (!size) size = 1, code = 0;
        bool mark = code == 0x200e || code == 0x200f || code == 0xfeff ||
                    (code >= 0x202a && code <= 0x202e);
        if (code == 0xa0 || code == 0x202f)
            buf_byte(&out, ' ');
        else if (code >= 0x660 && code <= 0x669)
            buf_byte(&out, (char)('0' + code - 0x660));
        else if (code >= 0x6f0 && code <= 0x6f9)
            buf_byte(&out, (char)('0' + code - 0x6f0));
        else if (code >= 0x966 && code <= 0x96f)
            buf_byte(&out, (char)('0' + code - 0x966));
        else if (!mark)
            buf_put(&out, str_slice(line, at, at + size));
    }
    return str_trim(buf_str(&out));
}

// Takes one of the texts off the front; gives its number, or -1.
static int take_any(Str *s, const char *const *texts) {
    int taken = str_start_in(*s, texts);
    if (taken >= 0) *s = str_slice(*s, strlen(texts[taken]), s->len);
    return taken;
}

static bool take_number(Str *s, int64_t *number, size_t most) {
    size_t digits = 0;
    while (digits < s->len && digits < most && byte_is_digit(s->ptr[digits])) digits++;
    if (!digits || !str_to_int(str_slice(*s, 0, digits), number)) return false;
    *s = str_slice(*s, digits, s->len);
    return true;
}

// With slashes either the day or the month is first; "25. 12. 31." begins with the year.
enum { BETWEEN_SPACED, BETWEEN_SLASH };

// "31/12/2025", "31.12.25", "2025-12-31", "25. 12. 31.", "2025年12月31日".
static bool take_date(Str *s, Message *message) {
    static const char *const BETWEEN[] = {". ", "/", ".", "-", "年", "月", NULL};
    static const char *const BEHIND[] = {"日", ".", NULL};
    for (int i = 0; i < 3; i++) {
        int between = i ? take_any(s, BETWEEN) : 0;
        message->between = between;
        if (between < 0 || !take_number(s, &message->numbers[i], 4)) return false;
    }
    take_any(s, BEHIND);
    return true;
}

// Words for the half of the day, before the time or behind it; those for the later one
// have odd numbers.
static const char *const HALVES[] = {
    "am",   "pm",   "a.m.", "p.m.", "a. m.", "p. m.",  "오전",   "오후", "上午",
    "下午", "午前", "午後", "ص",    "م",     "पूर्वाह्न", "अपराह्न", "π.μ.", "μ.μ.",
    "ÖÖ",   "ÖS",   "SA",   "CH",   "PG",    "PTG",    NULL};

static int take_half(Str *s) {
    *s = str_trim(*s);
    int half = take_any(s, HALVES);
    *s = str_trim(*s);
    return half;
}

// "22:31", "22.31.05", "10:31 PM"; what may stand before it is the word for "at".
static bool take_clock(Str *s, int64_t *ms) {
    static const char *const AT[] = {",",      " à ",  " um ", " klo ", " kl. ", " las ",
                                     " alle ", " às ", " om ", " o ",   " ",     NULL};
    static const char *const BETWEEN[] = {":", ".", NULL};
    int64_t hours, minutes, seconds = 0;
    while (take_any(s, AT) >= 0) continue;
    int half = take_half(s);
    if (!take_number(s, &hours, 2) || take_any(s, BETWEEN) < 0) return false;
    if (!take_number(s, &minutes, 2)) return false;
    Str rest = *s;
    if (take_any(&rest, BETWEEN) >= 0 && take_number(&rest, &seconds, 2)) *s = rest;
    if (half < 0) half = take_half(s);
    if (half >= 0 && hours <= 12) hours = hours % 12 + (half % 2 ? 12 : 0);
    *ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
    return hours < 24 && minutes < 60 && seconds < 60;
}

// ---- Lines

// Cuts off what stands before a message; false where none begins.
static bool take_stamp(Str *line, Message *message) {
    static const char *const ENDS[] = {"]", "- ", "– ", NULL};
    bool boxed = str_starts(*line, STR("["));
    if (boxed) *line = str_slice(*line, 1, line->len);
    if (!take_date(line, message) || !take_clock(line, &message->day_ms)) return false;
    *line = str_trim(*line);
    int end = take_any(line, ENDS);
    if (end < 0 || boxed != (end == 0)) return false;
    *line = str_trim(*line);
    return true;
}

// Who sends is what stands before the first ": ", or a ':' that ends the line.
static bool parse_message(Str line, Message *message) {
    *message = (Message){0};
    if (!take_stamp(&line, message)) return false;
    size_t colon = str_index(line, 0, ':');
    while (colon + 1 < line.len && line.ptr[colon + 1] != ' ')
        colon = str_index(line, colon + 1, ':');
    bool sent = colon < line.len;
    message->sender = sent ? str_trim(str_slice(line, 0, colon)) : (Str){0};
    message->text = sent ? str_trim(str_slice(line, colon + 1, line.len)) : line;
    return true;
}

// What stands where a picture was, or a message that was taken back: nobody's words. It
// is in angle brackets, or begins with a mark of direction.
static bool is_left_out(Str text) {
    return !text.len || (text.ptr[0] == '<' && str_index(text, 0, '>') == text.len - 1) ||
           str_starts(text, STR("<attached:"));
}

// ---- Dates

typedef struct {
    Str line;
    uint32_t number;
    bool begins;
    bool by_program; // "image omitted", and the like
    Message message;
} Line;
typedef VEC(Line) Lines;

static Lines read_lines(Arena *arena, Str text, char newline, uint32_t first) {
    Lines lines = {0};
    Str line;
    for (; str_next(&text, newline, &line); first++) {
        Line *added = vec_push(arena, &lines);
        *added = (Line){.line = plain_line(arena, line), .number = first};
        added->begins = parse_message(added->line, &added->message);
        added->by_program = str_has(line, STR(": \u200e"));
    }
    return lines;
}

static int64_t days_of(const Message *message, DateOrder order) {
    static const uint8_t AT[][3] = {{2, 1, 0}, {2, 0, 1}, {0, 1, 2}}; // year, month, day
    const int64_t *numbers = message->numbers;
    int64_t year = numbers[AT[order][0]], month = numbers[AT[order][1]];
    int64_t day = numbers[AT[order][2]];
    if (month < 1 || month > 12 || day < 1 || day > 31) return -1;
    return date_days(year < 100 ? year + 2000 : year, (int)month, (int)day);
}

// How many dates are none in this order, or earlier than the one before.
static size_t count_bad(const Lines *lines, DateOrder order) {
    size_t bad = 0;
    int64_t before = 0;
    vec_each(const Line, line, lines) {
        if (!line->begins) continue;
        int64_t days = days_of(&line->message, order);
        bad += days < 0 || days < before;
        if (days >= 0) before = days;
    }
    return bad;
}

// Whether the orders differ in what they say of a date: "05/05/25" is one day in both.
static bool are_doubtful(const Lines *lines) {
    vec_each(const Line, line, lines) {
        const int64_t *numbers = line->message.numbers;
        if (line->begins && numbers[0] != numbers[1]) return true;
    }
    return false;
}

// The order in which all dates of the chat make sense; when both the day and the month
// may come first, the calendar's days are not known, and *known is false.
static DateOrder find_order(const Lines *lines, bool *known) {
    *known = true;
    vec_each(const Line, line, lines) {
        const int64_t *numbers = line->message.numbers;
        if (!line->begins) continue;
        bool spaced = line->message.between == BETWEEN_SPACED && numbers[2] < 100;
        if (numbers[0] >= 100 || spaced) return ORDER_YEAR_FIRST;
        if (line->message.between != BETWEEN_SLASH) return ORDER_DAY_FIRST;
    }
    size_t day_first = count_bad(lines, ORDER_DAY_FIRST);
    size_t month_first = count_bad(lines, ORDER_MONTH_FIRST);
    *known = day_first != month_first || !are_doubtful(lines);
    return month_first < day_first ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
}

// ---- Turns

static int64_t sent_at(CallTask *task, const Line *line, DateOrder order) {
    enum { DAY_MS = 86400000 };
    const int64_t *numbers = line->message.numbers;
    int64_t days = days_of(&line->message, order);
    if (days >= 0) return days * DAY_MS + line->message.day_ms;
    task_note(task, COMPLAINT_TIME, task_place(task, line->number, 1),
              str_format(task->arena, "bad date '%lld/%lld/%lld'", (long long)numbers[0],
                         (long long)numbers[1], (long long)numbers[2]));
    return NO_TIME;
}

static Turn begin_turn(CallTask *task, const Line *line, DateOrder order) {
    Turn turn = {.speaker = line->message.sender,
                 .text = line->message.text,
                 .start_ms = sent_at(task, line, order),
                 .end_ms = NO_TIME,
                 .place = task_place(task, line->number, 1)};
    if (!turn.speaker.len) turn.role = ROLE_SYSTEM;
    return turn;
}

static void add_lines(CallTask *task, const Lines *lines, DateOrder order) {
    Call *call = &task->call;
    for (size_t at = 0; at < lines->len;) {
        const Line *line = &lines->items[at++];
        if (!line->begins) continue;
        Turn turn = begin_turn(task, line, order);
        Buf text = {.arena = task->arena};
        if (!line->by_program && !is_left_out(turn.text)) buf_put(&text, turn.text);
        for (; at < lines->len && !lines->items[at].begins; at++) {
            if (text.len && lines->items[at].line.len) buf_byte(&text, '\n');
            buf_put(&text, lines->items[at].line);
        }
        turn.text = buf_str(&text);
        if (turn.text.len) *vec_push(task->arena, &call->turns) = turn;
    }
}

// Where it cannot be told which day it was, the times are counted from the first message
// if all are of one day, and else not known.
static void drop_days(CallTask *task, const Lines *lines) {
    Call *call = &task->call;
    const Line *first = NULL;
    bool one_day = true;
    vec_each(const Line, line, lines) {
        if (!line->begins) continue;
        if (!first) first = line;
        one_day &= !memcmp(line->message.numbers, first->message.numbers,
                           sizeof first->message.numbers);
    }
    int64_t start_ms = call->turns.len ? call->turns.items[0].start_ms : NO_TIME;
    vec_each(Turn, turn, &call->turns)
        turn->start_ms =
            one_day && start_ms != NO_TIME ? turn->start_ms - start_ms : NO_TIME;
    task_note(task, COMPLAINT_DOUBT, call->place,
              STR("dates may begin with the day or the month: not known when it was"));
}

static void whatsapp_read(const void *state, CallTask *task) {
    (void)state;
    const TextBytes *raw = task->raw;
    Str text;
    bool known;
    if (!text_bytes_read(task, &text)) return;
    Lines lines = read_lines(task->arena, text, raw->newline, raw->line);
    DateOrder order = find_order(&lines, &known);
    task->call.channel = STR("chat");
    add_lines(task, &lines, order);
    if (!known) drop_days(task, &lines);
    if (!task->call.turns.len)
        task_refuse(task, task->call.place, STR("no turns: no line begins with a date"));
}

// ---- The format

static const char *whatsapp_sniff(Input *input) {
    enum { LINES_MAX = 20, LEAST = 2 };
    Str head = source_window(&input->source), line;
    char newline = source_newline(&input->source);
    int sent = 0;
    for (int i = 0; i < LINES_MAX && str_next(&head, newline, &line); i++) {
        Message message;
        bool begins = parse_message(plain_line(&input->arena, line), &message);
        sent += begins && message.sender.len;
    }
    return sent >= LEAST ? "lines begin with a date, a time and a name" : NULL;
}

static void *open_chat(Input *input) { return input; }

static bool whatsapp_cut(void *state, CallTask *task) {
    Input *input = state;
    return text_bytes_cut(input, task, source_newline(&input->source));
}

const Format FORMAT_WHATSAPP = {
    .info = {.name = "whatsapp",
             .summary = "a chat exported by WhatsApp, one call a file",
             .times = "when a message was sent, by the telephone's clock",
             .roles = "by the names; what the program says counts as the system's"},
    .sniff = whatsapp_sniff,
    .open = open_chat,
    .cut = whatsapp_cut,
    .read = whatsapp_read,
};

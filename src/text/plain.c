// Plain text: "Name: text", with or without times; a block of "key: value" lines may come
// first. One call a file, unless further calls begin with "call:" after a blank line.
#include "call/times.h"
#include "format/format.h"
#include "text/dialogue.h"
#include "text/speaker_labels.h"
#include "text/text_bytes.h"

#include "base/utf8.h"

typedef struct {
    Input *input;
    char newline;
    uint32_t line; // of the first line not cut off yet
} Text;

// One call on its way from lines to turns.
typedef struct {
    CallTask *task;
    Call *call;   // the task's
    Arena *arena; // the task's
    TextLines lines;
    size_t at; // the next line
} TextCall;

// ---- The lines of one call

static bool begins_call(Str line) {
    TextLine parsed = text_line_parse(line);
    return str_eq_fold(parsed.label, STR("call")) && !parsed.time.len;
}

// The bytes of the next call: up to a "call:" line after a blank one.
static size_t find_end(Text *text) {
    Source *source = &text->input->source;
    bool begun = false, after_blank = false;
    for (size_t at = 0; source_has(source, at) && at <= TEXT_MAX;) {
        size_t end = source_find(source, at, text->newline, TEXT_MAX);
        Str line = str_trim(str_slice(source_window(source), at, end));
        if (begun && after_blank && begins_call(line)) return at;
        after_blank = !line.len;
        begun |= line.len > 0;
        at = end + 1;
    }
    return source_window(source).len;
}

// ---- The header block

static const char *const KEYS[] = {"call", "call_id", "agent_name",
                                   "team", "channel", "started_at",
                                   "wait", "agent",   "customer"};
// Those before are never a speaker's label, so that one of them makes a header.
enum { KEY_COUNT = sizeof KEYS / sizeof *KEYS, SURE_KEYS = KEY_COUNT - 2 };

static bool is_sure_key(Str label) {
    for (size_t i = 0; i < SURE_KEYS; i++)
        if (str_eq_fold(label, str_from(KEYS[i]))) return true;
    return false;
}

// The line after the header, or `from` when the block of lines there is none: each line
// must be "key: value", no key twice, and one of them ours.
static size_t header_end(const TextLines *lines, size_t from) {
    enum { HEADER_MAX = 200 };
    bool sure = false;
    size_t at = from;
    for (; at < lines->len && lines->items[at].text.len; at++) {
        const TextLine *line = &lines->items[at];
        if (!line->label.len || line->time.len || at - from > HEADER_MAX) return from;
        for (size_t i = from; i < at; i++)
            if (str_eq_fold(lines->items[i].label, line->label)) return from;
        sure |= is_sure_key(line->label);
    }
    return sure ? at : from;
}

static int64_t read_time(TextCall *text_call, const TextLine *line, TimeParse *parse) {
    int64_t ms;
    if (parse(line->said, 0, &ms)) return ms;
    Str text = str_format(text_call->arena, "bad %.*s '%.*s'", STR_ARG(line->label),
                          STR_ARG(line->said));
    task_note(text_call->task, COMPLAINT_TIME, task_place(text_call->task, line->line, 1),
              text);
    return NO_TIME;
}

static void read_key(TextCall *text_call, const TextLine *line) {
    Call *call = text_call->call;
    const struct {
        Str key, *value;
    } TEXTS[] = {
        {STR("call"), &call->id},          {STR("call_id"), &call->id},
        {STR("agent"), &call->agent},      {STR("agent_name"), &call->agent_name},
        {STR("team"), &call->team},        {STR("channel"), &call->channel},
        {STR("customer"), &call->customer}};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        if (!str_eq_fold(line->label, TEXTS[i].key)) continue;
        if (line->said.len) *TEXTS[i].value = line->said;
        return;
    }
    if (str_eq_fold(line->label, STR("started_at")))
        call->started_at = read_time(text_call, line, moment_parse);
    else if (str_eq_fold(line->label, STR("wait")))
        call_set_wait(text_call->arena, call, read_time(text_call, line, length_parse));
    else
        *vec_push(text_call->arena, &call->fields) = (Field){line->label, line->said};
}

static void read_header(TextCall *text_call) {
    const TextLine *lines = text_call->lines.items;
    while (!lines[text_call->at].text.len) text_call->at++; // some line is not blank
    text_call->call->place = task_place(text_call->task, lines[text_call->at].line, 1);
    size_t end = header_end(&text_call->lines, text_call->at);
    for (; text_call->at < end; text_call->at++)
        read_key(text_call, &lines[text_call->at]);
}

// ---- The format

static void plain_read(const void *state, CallTask *task) {
    (void)state;
    const TextBytes *raw = task->raw;
    Str text;
    if (!text_bytes_read(task, &text)) return;
    TextCall text_call = {.task = task, .call = &task->call, .arena = task->arena};
    text_call.lines = text_lines(text_call.arena, text, raw->newline, raw->line);
    read_header(&text_call);
    dialogue_read(task, &text_call.lines, text_call.at);
    if (!task->call.turns.len)
        task_refuse(task, task->call.place, STR("no turns: no line begins 'Name:'"));
}

// Moves on past the next `size` bytes.
static void consume(Text *text, size_t size) {
    Source *source = &text->input->source;
    Str bytes = str_slice(source_window(source), 0, size);
    for (size_t i = 0; i < bytes.len; i++) text->line += bytes.ptr[i] == text->newline;
    source_consume(source, size);
}

// Of a call that is too long there is no end to be found.
static void consume_rest(Text *text) {
    for (Source *source = &text->input->source; source_has(source, 0);)
        source_consume(source, source_window(source).len);
}

static bool plain_cut(void *state, CallTask *task) {
    Text *text = state;
    Source *source = &text->input->source;
    while (source_has(source, 0)) {
        size_t end = find_end(text);
        Str bytes = str_slice(source_window(source), 0, end);
        bool blank = !str_trim(bytes).len;
        if (!blank) text_bytes_take(task, bytes, text->line, text->newline);
        if (end <= TEXT_MAX)
            consume(text, end);
        else
            consume_rest(text);
        if (!blank) return true;
    }
    return false;
}

static void *open_text(Input *input) {
    Text *text = arena_new(&input->arena, Text);
    *text = (Text){.input = input, .newline = source_newline(&input->source), .line = 1};
    return text;
}

static const char *plain_sniff(Input *input) {
    enum { TURNS_LEAST = 2 };
    Arena *arena = &input->arena;
    size_t repaired = 0, known = 0, names = 0;
    Str head = utf8_repair(arena, source_window(&input->source), &repaired);
    if (repaired > head.len / 20 + 2) return NULL; // binary
    TextLines lines = text_lines(arena, head, source_newline(&input->source), 1);
    if (header_end(&lines, 0)) return "a header block comes first";
    Call call = {0};
    Labels labels = {0};
    vec_each(const TextLine, line, &lines) {
        known += speaker_role(input->options, &call, line->label) != ROLE_UNKNOWN;
        labels_count(arena, &labels, line->label, line->said);
    }
    if (known >= TURNS_LEAST) return "lines begin with the names of roles";
    vec_each(const uint32_t, count, &labels.counts) names += *count >= TURNS_LEAST;
    return names >= 2 ? "lines begin with names that come back" : NULL;
}

// Whatever else it may be, a document is text.
static const char *plain_guess(Input *input) {
    return input->source.document ? "it is a document" : NULL;
}

const Format FORMAT_TEXT = {
    .info = {.name = "text",
             .summary = "plain text, 'Name: what was said', one call a file; .docx",
             .times = "starts, where the lines have them",
             .roles = "by the names"},
    .sniff = plain_sniff,
    .guess = plain_guess,
    .open = open_text,
    .cut = plain_cut,
    .read = plain_read,
};

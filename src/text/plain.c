// Plain text: "Name: text", with or without times; a block of "key: value" lines may come
// first. One call a file, unless further calls begin with "call:" after a blank line.
#include "format/format.h"
#include "text/dialogue.h"
#include "text/header.h"
#include "text/one_line.h"
#include "text/text_bytes.h"

#include "base/utf8.h"

typedef struct {
    Input *input;
    Arena scratch; // of the line that is looked at
    char newline;
    uint32_t line;    // of the first line not cut off yet
    Str key;          // the label, or the kind of heading, that names the first call
    size_t key_lines; // lines before it in its block
} Text;

// ---- The lines of one call

// Where the search for the end of a call has come to.
typedef struct {
    size_t block;       // where the block of lines begins
    size_t block_lines; // of it, so far
    size_t labelled;    // blocks before it with a label
    bool in_labelled;   // it has a label
    bool named;         // the call has been named,
    size_t named_block; // in the block that begins there
    bool begun;         // some line is not blank
} Search;

// What a line says of calls.
typedef enum { LINE_OTHER, LINE_CALL, LINE_CALL_ID, LINE_HEADING } LineKind;

static LineKind kind_of(Text *text, Str line, Str *key) {
    TextLine parsed = text_line_parse(&text->scratch, line);
    *key = parsed.label;
    if (!parsed.time.len && str_eq_fold(parsed.label, STR("call"))) return LINE_CALL;
    if (header_is_call_id(&text->scratch, &parsed)) return LINE_CALL_ID;
    if (header_numbered(parsed.text, key).len) return LINE_HEADING;
    *key = parsed.label;
    return LINE_OTHER;
}

static bool is_decorated(Str line) { return line.len && strchr("#=*-_", line.ptr[0]); }

// Whether a line of that kind begins another call: one like that which named the first,
// or one that cannot be anything else behind a blank line.
static bool begins_call(const Text *text, const Search *search, LineKind kind, Str key,
                        Str line) {
    bool after_blank = !search->block_lines;
    bool same = text->key.len && str_eq_fold(key, text->key);
    if (kind == LINE_HEADING) return after_blank && (same || is_decorated(line));
    if (kind == LINE_CALL_ID && same) return true;
    return kind != LINE_OTHER && (after_blank || search->block_lines == text->key_lines);
}

static void name_call(Text *text, Search *search, Str key) {
    if (!text->key.len) {
        text->key = str_copy(&text->input->arena, key);
        text->key_lines = search->block_lines;
    }
    search->named = true;
    search->named_block = search->block;
}

// Where the call ends that the line at `at` ends.
static size_t end_before(const Text *text, const Search *search, size_t at) {
    bool whole_block = search->block_lines == text->key_lines;
    return whole_block && search->block > search->named_block ? search->block : at;
}

static void pass_line(Search *search, bool blank, bool labelled, size_t next) {
    search->begun |= !blank;
    search->in_labelled |= labelled;
    search->block_lines++;
    if (!blank) return;
    search->labelled += search->in_labelled;
    search->in_labelled = false;
    search->block = next;
    search->block_lines = 0;
}

// The bytes of the next call, more than none: up to a line that names another. Lines of a
// block before the name belong to it, where as many stood before the first one.
static size_t find_end(Text *text) {
    Source *source = &text->input->source;
    Search search = {0};
    for (size_t at = 0; source_has(source, at) && at <= TEXT_MAX;) {
        size_t end = source_find(source, at, text->newline, TEXT_MAX);
        Str line = str_trim(str_slice(source_window(source), at, end)), key;
        LineKind kind = kind_of(text, line, &key);
        bool own = kind != LINE_OTHER && !search.named && !search.labelled;
        if (own)
            name_call(text, &search, key);
        else if (search.begun && begins_call(text, &search, kind, key, line))
            return end_before(text, &search, at);
        pass_line(&search, !line.len, key.len && kind != LINE_HEADING, end + 1);
        arena_reset(&text->scratch);
        at = end + 1;
    }
    return source_window(source).len;
}

// ---- The format

static void plain_read(const void *state, CallTask *task) {
    (void)state;
    const TextBytes *raw = task->raw;
    Str text;
    if (!text_bytes_read(task, &text)) return;
    char newline = raw->newline;
    Str cut = one_line_cut(task->arena, task->input->options, &task->call, text, newline);
    if (cut.ptr != text.ptr) newline = '\n';
    TextLines lines = text_lines(task->arena, cut, newline, raw->line);
    size_t from = header_read(task, &lines);
    dialogue_read(task, &lines, from);
    if (!task->call.turns.len)
        task_refuse(task, task->call.place, STR("no turns: no line begins 'Name:'"));
}

// Moves on past the next `size` bytes.
static void consume(Text *text, size_t size) {
    Source *source = &text->input->source;
    Str bytes = str_slice(source_window(source), 0, size);
    text->line += (uint32_t)str_count(bytes, text->newline);
    source_consume(source, size);
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
            source_consume_all(source); // there is no end to be found
        if (!blank) return true;
    }
    return false;
}

static void *open_text(Input *input) {
    Text *text = arena_new(&input->arena, Text);
    *text = (Text){.input = input, .newline = source_newline(&input->source), .line = 1};
    return text;
}

static void close_text(void *state) {
    Text *text = state;
    arena_free(&text->scratch);
}

static const char *plain_sniff(Input *input) {
    enum { TURNS_LEAST = 2 };
    Arena *arena = &input->arena;
    size_t repaired = 0, known = 0, names = 0;
    Str head = utf8_repair(arena, source_window(&input->source), &repaired);
    if (repaired > head.len / 20 + 2) return NULL; // binary
    Call call = {0};
    char newline = source_newline(&input->source);
    Str cut = one_line_cut(arena, input->options, &call, head, newline);
    TextLines lines = text_lines(arena, cut, cut.ptr == head.ptr ? newline : '\n', 1);
    if (header_end(arena, &lines, 0)) return "a header block comes first";
    Labels labels = {0};
    size_t timed = 0;
    vec_each(const TextLine, line, &lines) {
        known += speaker_role(input->options, &call, line->label) != ROLE_UNKNOWN;
        labels_count(arena, &labels, line->label, line->said);
        timed += line->form > FORM_MARKED && line->form != FORM_ABOVE &&
                 label_may_be_name(line->label);
    }
    if (known >= TURNS_LEAST) return "lines begin with the names of roles";
    if (timed >= TURNS_LEAST) return "lines begin with times and names";
    vec_each(const LabelCount, count, &labels.counts) names += count->said >= TURNS_LEAST;
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
    .close = close_text,
};

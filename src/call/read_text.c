// Plain text: "Name: text", with or without times; a block of "key: value" lines may come
// first. One call a file, unless further calls begin with "call:" after a blank line.
#include "call/format.h"
#include "call/speakers.h"
#include "call/text_line.h"
#include "call/times.h"

#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"

enum { CALL_MAX = 64 << 20 }; // bytes of one call

typedef struct {
    Input *input;
    char newline;
    uint32_t line; // of the first line not cut off yet
} Text;

// The matter of a piece: the lines of one call.
typedef struct {
    Str bytes;     // NULL: too many
    uint32_t line; // of the first
} TextBytes;

// One call on its way from lines to turns.
typedef struct {
    Piece *piece;
    Call *call;   // the piece's
    Arena *arena; // the piece's
    const ReadOptions *options;
    TextLines lines;
    size_t at;            // the next line
    Map labels;           // label -> its number in `counts`
    VEC(uint32_t) counts; // lines that begin with it
} Script;

// ---- The lines of one call

static bool begins_call(Str line) {
    return str_eq_fold(text_line_parse(line).label, STR("call"));
}

// The bytes of the next call: up to a "call:" line after a blank one.
static size_t find_end(Text *text) {
    Source *source = &text->input->source;
    bool begun = false, after_blank = false;
    for (size_t at = 0; source_has(source, at) && at <= CALL_MAX;) {
        size_t end = source_find(source, at, text->newline, CALL_MAX);
        Str line = str_trim(str_slice(source_window(source), at, end));
        if (begun && after_blank && begins_call(line)) return at;
        after_blank = !line.len;
        begun |= line.len > 0;
        at = end + 1;
    }
    return source_window(source).len;
}

static void count_labels(Script *script) {
    for (size_t i = script->at; i < script->lines.len; i++) {
        Str label = script->lines.items[i].label;
        if (!label.len) continue;
        uint32_t next = (uint32_t)script->counts.len;
        uint32_t number = map_add(script->arena, &script->labels, label, next);
        if (number == next) *vec_push(script->arena, &script->counts) = 0;
        script->counts.items[number]++;
    }
}

static size_t count_words(Str label) {
    size_t words = 1;
    for (size_t i = 1; i < label.len; i++)
        words += label.ptr[i] == ' ' && label.ptr[i - 1] != ' ';
    return words;
}

// Whether the label is a speaker: by its meaning, or because it comes back. "Total: 5" is
// something said.
static bool is_speaker(const Script *script, Str label) {
    enum { WORDS_MAX = 3, COUNT_LEAST = 2 };
    if (!label.len) return false;
    if (speaker_role(script->options, script->call, label)) return true;
    uint32_t number = map_get(&script->labels, label);
    return count_words(label) <= WORDS_MAX && script->counts.items[number] >= COUNT_LEAST;
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

typedef bool ParseTime(Str text, double unit_ms, int64_t *ms);

static int64_t read_time(Script *script, const TextLine *line, ParseTime *parse) {
    int64_t ms;
    if (parse(line->said, 0, &ms)) return ms;
    Str text = str_format(script->arena, "bad %.*s '%.*s'", STR_ARG(line->label),
                          STR_ARG(line->said));
    piece_blemish(script->piece, COMPLAINT_TIME,
                  piece_place(script->piece, line->line, 1), text);
    return NO_TIME;
}

static void read_key(Script *script, const TextLine *line) {
    Call *call = script->call;
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
        call->started_at = read_time(script, line, moment_parse);
    else if (str_eq_fold(line->label, STR("wait")))
        call_set_wait(script->arena, call, read_time(script, line, length_parse));
    else
        *vec_push(script->arena, &call->fields) = (Field){line->label, line->said};
}

static void read_header(Script *script) {
    const TextLine *lines = script->lines.items;
    while (!lines[script->at].text.len) script->at++; // some line is not blank
    script->call->place = piece_place(script->piece, lines[script->at].line, 1);
    size_t end = header_end(&script->lines, script->at);
    for (; script->at < end; script->at++) read_key(script, &lines[script->at]);
}

// ---- The turns

static Turn begin_turn(const Script *script, const TextLine *line) {
    Turn turn = {.speaker = line->label, .start_ms = NO_TIME, .end_ms = NO_TIME};
    turn.place = piece_place(script->piece, line->line, 1);
    if (line->time.len && !time_parse(line->time, 0, &turn.start_ms))
        turn.start_ms = NO_TIME;
    return turn;
}

// The turn that begins at the next line, and the lines that continue it.
static void read_turn(Script *script) {
    const TextLine *line = &script->lines.items[script->at++];
    Turn turn = begin_turn(script, line);
    Buf text = {.arena = script->arena};
    buf_put(&text, line->said);
    for (; script->at < script->lines.len; script->at++) {
        line = &script->lines.items[script->at];
        if (is_speaker(script, line->label)) break;
        if (!line->text.len || text_line_is_ornament(line)) continue;
        if (text.len) buf_byte(&text, '\n');
        buf_put(&text, line->text);
    }
    turn.text = buf_str(&text);
    if (turn.text.len) *vec_push(script->arena, &script->call->turns) = turn;
}

static void read_turns(Script *script) {
    count_labels(script);
    while (script->at < script->lines.len) {
        if (is_speaker(script, script->lines.items[script->at].label))
            read_turn(script);
        else
            script->at++;
    }
}

// ---- The format

// Where the first byte that was replaced stands.
static Place first_repair(const Piece *piece, const Text *text, const TextBytes *matter) {
    Place place = piece_place(piece, matter->line, 1);
    size_t bad = utf8_first_bad(matter->bytes);
    for (size_t i = 0; i < bad; i++) place.line += matter->bytes.ptr[i] == text->newline;
    return place;
}

static void read_bytes(const Text *text, Piece *piece, const TextBytes *matter) {
    Script script = {.piece = piece,
                     .call = &piece->call,
                     .arena = piece->arena,
                     .options = piece->input->options};
    size_t repaired = 0;
    Str whole = utf8_repair(script.arena, matter->bytes, &repaired);
    script.lines = text_lines(script.arena, whole, text->newline, matter->line);
    read_header(&script);
    read_turns(&script);
    if (repaired) piece_repaired(piece, first_repair(piece, text, matter), repaired);
    if (!piece->call.turns.len)
        piece_refuse(piece, piece->call.place, STR("no turns: no line begins 'Name:'"));
}

static void read(const void *state, Piece *piece) {
    const TextBytes *matter = piece->matter;
    Place place = piece_place(piece, matter->line, 1);
    piece->call = (Call){.started_at = NO_TIME, .wait_ms = NO_TIME, .place = place};
    piece->call.id = path_stem(piece->input->path);
    if (matter->bytes.ptr)
        read_bytes(state, piece, matter);
    else
        piece_refuse(piece, place, STR("call is longer than 64 MiB"));
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

static bool cut(void *state, Piece *piece) {
    Text *text = state;
    Source *source = &text->input->source;
    while (source_has(source, 0)) {
        size_t end = find_end(text);
        Str bytes = str_slice(source_window(source), 0, end);
        bool blank = !str_trim(bytes).len, good = end <= CALL_MAX;
        TextBytes *matter = arena_new(piece->arena, TextBytes);
        matter->line = text->line;
        if (!blank && good) matter->bytes = str_copy(piece->arena, bytes);
        piece->matter = matter;
        piece->bytes = matter->bytes.len;
        if (good)
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

static const char *sniff(Input *input) {
    enum { TURNS_LEAST = 2 };
    Str head = source_window(&input->source);
    if (str_has(head, STR(" --> "))) return NULL; // subtitles
    size_t repaired = 0;
    Call call = {0};
    Script script = {.arena = &input->arena, .call = &call, .options = input->options};
    head = utf8_repair(script.arena, head, &repaired);
    if (repaired > head.len / 20 + 2) return NULL; // binary
    script.lines = text_lines(script.arena, head, source_newline(&input->source), 1);
    if (header_end(&script.lines, 0)) return "a header block comes first";
    size_t known = 0, labels = 0;
    vec_each(const TextLine, line, &script.lines)
        known += speaker_role(input->options, &call, line->label) != ROLE_UNKNOWN;
    count_labels(&script);
    vec_each(const uint32_t, count, &script.counts) labels += *count >= TURNS_LEAST;
    if (known >= TURNS_LEAST) return "lines begin with the names of roles";
    return labels >= 2 ? "lines begin with names that come back" : NULL;
}

const Format FORMAT_TEXT = {
    .name = "text",
    .summary = "plain text, 'Name: what was said', one call a file",
    .times = "starts, where the lines have them",
    .roles = "by the names",
    .sniff = sniff,
    .open = open_text,
    .cut = cut,
    .read = read,
};

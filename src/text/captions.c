#include "text/captions.h"

#include "base/map.h"
#include "call/redaction.h"
#include "format/input.h"
#include "text/blanks.h"
#include "text/markup.h"
#include "text/speaker_labels.h"
#include "text/text_line.h"

#include <stdlib.h>

// A line of a cue, or the part of it that one speaker says.
typedef struct {
    const Cue *cue;
    uint32_t line;
    Str text;      // tags taken off
    Str label;     // what may be its speaker
    Str said;      // behind the label
    bool voiced;   // the label is from a tag: it is the speaker
    bool sure;     // the label is a speaker's, however often it comes
    bool opens;    // another one begins to speak, whoever that is
    bool repeated; // a line of the cue before, still shown
} Caption;

typedef enum { NAME_WRITTEN, NAME_LEFT_OUT, NAME_UNKNOWN } Naming;

typedef struct {
    CallTask *task;
    Call *call;   // the task's
    Arena *arena; // the task's
    VEC(Caption) items;
    Labels labels;
    bool all_named;    // nearly each cue begins with what looks like a name
    size_t named_cues; // that begin with a name which is known or comes back
    const Cue *cue;    // of the last turn
    Buf text;          // of the last turn
    VEC(Naming) named; // of each turn
} Captions;

// ---- The order of the cues

// "GUID/12" of the id "GUID/12-3": what its fragments have in common; else {0}.
static Str utterance_of(Str id) {
    size_t at = id.len, dash;
    while (at && byte_is_digit(id.ptr[at - 1])) at--;
    if (at == id.len || !at || id.ptr[at - 1] != '-') return (Str){0};
    dash = --at;
    while (at && byte_is_digit(id.ptr[at - 1])) at--;
    bool good = at < dash && at && id.ptr[at - 1] == '/';
    return good ? str_slice(id, 0, dash) : (Str){0};
}

typedef struct {
    int64_t start_ms; // of its first fragment; without one, of the cue before
    uint32_t first;   // number of its first fragment
    uint32_t number;
} Rank;

static int compare_ranks(const void *a, const void *b) {
    const Rank *x = a, *y = b;
    if (x->start_ms != y->start_ms) return x->start_ms < y->start_ms ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

static void sort_cues(Arena *arena, Cues *cues) {
    Map utterances = {0};
    Rank *ranks = arena_array(arena, Rank, cues->len);
    Cue *sorted = arena_array(arena, Cue, cues->len);
    for (uint32_t i = 0; i < cues->len; i++) {
        const Cue *cue = &cues->items[i];
        Str utterance = utterance_of(cue->id);
        uint32_t first = utterance.len ? map_add(arena, &utterances, utterance, i) : i;
        int64_t before = i ? ranks[i - 1].start_ms : 0;
        ranks[i] = (Rank){cue->start_ms == NO_TIME ? before : cue->start_ms, first, i};
        if (first < i) ranks[i].start_ms = ranks[first].start_ms;
    }
    if (cues->len) qsort(ranks, cues->len, sizeof *ranks, compare_ranks);
    for (size_t i = 0; i < cues->len; i++) sorted[i] = cues->items[ranks[i].number];
    cues->items = sorted;
}

// ---- From lines to captions

enum { TAG_MAX = 256 }; // bytes; what is longer is text

// The length of the tag that begins the text: <c.loud>, </i>, <00:01.000>, {\an8}; or 0.
static size_t tag_length(Str s) {
    bool brace = str_starts(s, STR("{\\"));
    if (s.len < 3 || (s.ptr[0] != '<' && !brace)) return 0;
    if (redaction_length(s, 0)) return 0;
    if (!brace && s.ptr[1] != '/' && !byte_is_ascii_word(s.ptr[1])) return 0;
    int64_t ms;
    Str head = str_slice(s, 0, TAG_MAX);
    size_t end = str_index(head, 0, brace ? '}' : '>');
    if (end == head.len) return 0;
    bool plain = brace || !byte_is_digit(s.ptr[1]);
    return plain || clock_parse(str_slice(s, 1, end), &ms) ? end + 1 : 0;
}

static Str plain_text(Arena *arena, Str s) {
    return str_trim(blanks_plain(arena, entities_text(arena, s)));
}

// The name in the tag <v.loud Name>; false when the tag is another.
static bool voice_of(Arena *arena, Str tag, Str *name) {
    if (!str_starts(tag, STR("<v")) || !strchr(". \t>", tag.ptr[2])) return false;
    size_t from = 2, end = tag.len - 1;
    while (from < end && !byte_is_space(tag.ptr[from])) from++;
    *name = plain_text(arena, str_slice(tag, from, end));
    return true;
}

// Takes ">>" or a dash off the front; "-5" is a number.
static bool take_change(Str *text) {
    static const char *const MARKS[] = {">>>", ">>", "-", "\u2013", "\u2014"};
    if (text->len > 1 && text->ptr[0] == '-' && strchr("-0123456789", text->ptr[1]))
        return false;
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        Str mark = str_from(MARKS[i]);
        if (!str_starts(*text, mark)) continue;
        *text = str_trim(str_slice(*text, mark.len, text->len));
        return true;
    }
    return false;
}

static bool is_sound(Str name) {
    static const char *const SOUNDS[] = {
        "music",          "laughter",  "laughs",  "laughing", "applause",
        "inaudible",      "crosstalk", "silence", "pause",    "noise",
        "unintelligible", "foreign",   "sighs",   "coughs",   "beep",
        "hold music",     NULL};
    return str_is_one_of(name, SOUNDS);
}

static bool has_small_letter(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((s.ptr[i] >= 'a' && s.ptr[i] <= 'z') || !byte_is_ascii(s.ptr[i])) return true;
    return false;
}

// "speaker 0", "SPEAKER_00", as recognisers call those whom they tell apart.
static bool is_numbered(Str name) {
    Str word = STR("speaker");
    if (!str_eq_fold(str_slice(name, 0, word.len), word)) return false;
    size_t at = word.len;
    while (at < name.len && strchr(" _", name.ptr[at])) at++;
    size_t from = at;
    while (at < name.len && byte_is_digit(name.ptr[at])) at++;
    return at > from && at == name.len;
}

// "(Name)" alone on its line, or "[Name]" before what is said, or "(speaker 0)" of
// whisper.cpp. Capitals in [] are what redaction leaves, unless they are a role or a
// colon follows.
static bool take_bracketed(Caption *caption) {
    Str text = caption->text;
    bool square = str_starts(text, STR("["));
    size_t end = str_index(text, 0, square ? ']' : ')');
    if ((!square && !str_starts(text, STR("("))) || end == text.len) return false;
    Str name = str_trim(str_slice(text, 1, end));
    Str rest = str_trim(str_slice(text, end + 1, text.len));
    bool capital = name.len && !(name.ptr[0] >= 'a' && name.ptr[0] <= 'z');
    bool numbered = is_numbered(name), colon = str_starts(rest, STR(":"));
    bool redacted = square && !has_small_letter(name) && !colon;
    if (!role_from_label(name) && !numbered && (!capital || redacted || is_sound(name)))
        return false;
    if (!square && rest.len && !numbered) return false;
    if (str_starts(rest, STR(":"))) rest = str_trim(str_slice(rest, 1, rest.len));
    caption->label = name;
    caption->said = rest;
    caption->sure = numbered || (square && colon);
    return text_line_is_label(name);
}

// "(speaker ?)" of whisper.cpp: another one speaks, and it does not know who.
static bool take_unknown(Str *text) {
    Str mark = STR("(speaker ?)");
    if (!str_starts(*text, mark)) return false;
    *text = str_trim(str_slice(*text, mark.len, text->len));
    return true;
}

static void find_label(Arena *arena, Caption *caption) {
    if (take_bracketed(caption)) return;
    TextLine line = text_line_parse(arena, caption->text);
    caption->label = line.label;
    caption->said = line.said;
}

static void add_caption(Captions *captions, Caption caption, Str text) {
    caption.text = plain_text(captions->arena, text);
    if (!caption.voiced) {
        caption.opens = take_change(&caption.text) || take_unknown(&caption.text);
        find_label(captions->arena, &caption);
        labels_count(captions->arena, &captions->labels, caption.label, caption.said);
    }
    if (caption.text.len || caption.voiced)
        *vec_push(captions->arena, &captions->items) = caption;
}

// Cuts a line where its tags name other speakers.
static void add_line(Captions *captions, const Cue *cue, const CueLine *line) {
    Caption caption = {.cue = cue, .line = line->line};
    Buf text = {.arena = captions->arena};
    for (size_t at = 0; at < line->text.len;) {
        Str rest = str_slice(line->text, at, line->text.len), name;
        size_t tag = tag_length(rest);
        if (!tag) buf_byte(&text, rest.ptr[0]);
        at += tag ? tag : 1;
        if (!tag || !voice_of(captions->arena, str_slice(rest, 0, tag), &name)) continue;
        add_caption(captions, caption, buf_str(&text));
        caption.voiced = true;
        caption.label = name;
        text = (Buf){.arena = captions->arena};
    }
    add_caption(captions, caption, buf_str(&text));
}

// ---- Rolling captions

// Marks the first lines that repeat the last line of the cue before, when that is what
// most cues do.
static void mark_repeated(Captions *captions) {
    enum { REPEATS_LEAST = 2 };
    size_t repeats = 0, changes = 0;
    for (size_t i = 1; i < captions->items.len; i++) {
        Caption *caption = &captions->items.items[i];
        if (caption->cue == caption[-1].cue) continue;
        changes++;
        caption->repeated = !caption->voiced && str_eq(caption->text, caption[-1].text);
        repeats += caption->repeated;
    }
    bool rolling = repeats >= REPEATS_LEAST && 2 * repeats >= changes;
    if (rolling) return;
    vec_each(Caption, caption, &captions->items) caption->repeated = false;
}

// ---- From captions to turns

// A name in capitals, alone on its line.
static bool is_shouted(const Caption *caption) {
    return caption->label.len && !caption->said.len && !has_small_letter(caption->label);
}

static bool begins_cue(const Captions *captions, const Caption *caption) {
    return caption == captions->items.items || caption[-1].cue != caption->cue;
}

static bool looks_named(const Captions *captions, const Caption *caption) {
    return begins_cue(captions, caption) && label_may_be_name(caption->label);
}

// Then even a name that comes once is one.
static bool are_all_named(const Captions *captions) {
    enum { CUES_LEAST = 3, IN_TEN = 9 };
    size_t cues = 0, named = 0;
    vec_each(const Caption, caption, &captions->items) {
        cues += begins_cue(captions, caption);
        named += looks_named(captions, caption);
    }
    return cues >= CUES_LEAST && 10 * named >= IN_TEN * cues;
}

static bool is_speaker(const Captions *captions, Str label) {
    return labels_has_speaker(&captions->labels, captions->task->input->options,
                              captions->call, label);
}

static size_t count_named(const Captions *captions) {
    size_t named = 0;
    vec_each(const Caption, caption, &captions->items)
        named += begins_cue(captions, caption) && is_speaker(captions, caption->label);
    return named;
}

// Where others begin cues, what may be a name and comes once is not of the one before.
static bool is_like_others(const Captions *captions, const Caption *caption) {
    enum { NAMED_LEAST = 2 };
    if (captions->named_cues < NAMED_LEAST || !looks_named(captions, caption))
        return false;
    return !(caption->label.ptr[0] >= 'a' && caption->label.ptr[0] <= 'z');
}

static bool has_name(const Captions *captions, const Caption *caption) {
    if (caption->voiced || caption->sure || is_shouted(caption)) return true;
    if (captions->all_named && looks_named(captions, caption)) return true;
    return is_speaker(captions, caption->label);
}

static Turn *last_turn(const Captions *captions) {
    return &captions->call->turns.items[captions->call->turns.len - 1];
}

// Gives the last turn its text, or takes it back when it has none.
static void end_turn(Captions *captions) {
    if (!captions->call->turns.len) return;
    last_turn(captions)->text = buf_str(&captions->text);
    if (!captions->text.len) captions->call->turns.len = --captions->named.len;
    captions->text = (Buf){.arena = captions->arena};
}

// Whether the caption goes on with the last turn: it is of its cue, or of a cue of its
// utterance.
static bool goes_on(const Captions *captions, const Caption *caption, bool named) {
    if (!captions->cue || !captions->call->turns.len) return false;
    Str utterance = utterance_of(caption->cue->id);
    bool fragment = utterance.len && str_eq(utterance, utterance_of(captions->cue->id));
    if (caption->cue != captions->cue && !fragment) return false;
    if (named) return str_eq(caption->label, last_turn(captions)->speaker);
    return !caption->opens;
}

static void begin_turn(Captions *captions, const Caption *caption, bool named) {
    Turn turn = {.start_ms = caption->cue->start_ms};
    bool shares = captions->cue == caption->cue && captions->text.len;
    if (shares) last_turn(captions)->end_ms = turn.start_ms = NO_TIME;
    end_turn(captions);
    if (named) turn.speaker = caption->label;
    turn.place = task_place(captions->task, caption->line, 1);
    *vec_push(captions->arena, &captions->call->turns) = turn;
    bool unknown = caption->opens || is_like_others(captions, caption);
    *vec_push(captions->arena, &captions->named) = named     ? NAME_WRITTEN
                                                   : unknown ? NAME_UNKNOWN
                                                             : NAME_LEFT_OUT;
}

static void add_turn(Captions *captions, const Caption *caption) {
    bool named = has_name(captions, caption);
    Str text = named && !caption->voiced ? caption->said : caption->text;
    if (!goes_on(captions, caption, named)) begin_turn(captions, caption, named);
    if (captions->text.len && text.len) buf_byte(&captions->text, ' ');
    buf_put(&captions->text, text);
    captions->cue = caption->cue;
    last_turn(captions)->end_ms = caption->cue->end_ms;
}

// ---- Names that are left out

// Whether no speaker is named twice running: then a name says that the speaker changes.
static bool names_changes(const Captions *captions) {
    enum { NAMES_LEAST = 2 };
    const Turn *turns = captions->call->turns.items;
    const Naming *named = captions->named.items;
    size_t names = 0, before = 0;
    for (size_t i = 0; named && i < captions->named.len; i++) {
        if (named[i] != NAME_WRITTEN) continue;
        if (names++ && str_eq(turns[i].speaker, turns[before].speaker)) return false;
        before = i;
    }
    return names >= NAMES_LEAST;
}

static void fill_names(Captions *captions) {
    if (!names_changes(captions)) return;
    for (size_t i = 1; i < captions->named.len; i++)
        if (captions->named.items[i] == NAME_LEFT_OUT)
            captions->call->turns.items[i].speaker =
                captions->call->turns.items[i - 1].speaker;
}

// ----

static void refuse(CallTask *task, const Cues *cues) {
    if (cues->len)
        task_refuse(task, task_place(task, cues->items[0].line, 1),
                    STR("no turns: no cue has a text"));
    else
        task_refuse(task, task->call.place,
                    STR("no cues: no line 'hh:mm:ss.mmm --> hh:mm:ss.mmm'"));
}

void captions_read(CallTask *task, Cues *cues) {
    Captions captions = {.task = task,
                         .call = &task->call,
                         .arena = task->arena,
                         .text = {.arena = task->arena}};
    sort_cues(task->arena, cues);
    vec_each(const Cue, cue, cues)
        vec_each(const CueLine, line, &cue->lines) add_line(&captions, cue, line);
    mark_repeated(&captions);
    captions.all_named = are_all_named(&captions);
    captions.named_cues = count_named(&captions);
    vec_each(const Caption, caption, &captions.items)
        if (!caption->repeated) add_turn(&captions, caption);
    end_turn(&captions);
    fill_names(&captions);
    if (!task->call.turns.len) refuse(task, cues);
}

#include "match/track.h"
#include "match/track_list.h"

static void put_node(Writer *writer, const RegexNode *node);

// A size that is not known yet; gives its place.
static size_t open_size(Writer *writer) {
    put_number(writer, 0);
    return writer->out.len;
}

static void close_size(Writer *writer, size_t from) {
    set_number(writer, from - 2, writer->out.len - from);
}

// ---- Texts and characters

static void put_kinds(Writer *writer, uint64_t kinds) {
    buf_put(&writer->out, (Str){(const char *)&kinds, sizeof kinds});
}

static void put_set(Writer *writer, const CharSet *set, bool cased) {
    uint64_t bytes[4] = {0};
    for (uint32_t c = 0; c < 0x80; c++) {
        bool has = cased ? set->cased[c / 64] >> c % 64 & 1
                         : charset_has(set, byte_lower((char)c));
        bytes[c / 64] |= (uint64_t)has << c % 64;
    }
    buf_put(&writer->out, (Str){(const char *)bytes, sizeof bytes});
    buf_byte(&writer->out, set->other || set->symbol_count);
}

static void put_char(Writer *writer, const CharSet *set, bool cased) {
    put_step(writer, STEP_CHAR);
    put_set(writer, set, cased);
}

static void put_bytes(Writer *writer, StepType type, Str bytes) {
    put_step(writer, type);
    buf_byte(&writer->out, (char)bytes.len);
    buf_put(&writer->out, bytes);
}

static void put_cased(Writer *writer, Str text) {
    while (text.len)
        put_bytes(writer, STEP_CASED,
                  str_take(&text, text.len < TEXT_MOST ? text.len : TEXT_MOST));
}

static void put_text(Writer *writer, Str text) {
    while (text.len) {
        size_t len = text_plain(text);
        if (len) {
            put_bytes(writer, STEP_TEXT, str_take(&text, len));
        } else {
            CharSet set = {0};
            charset_add(&set, *str_take(&text, 1).ptr);
            put_char(writer, &set, false);
        }
    }
}

static void put_one(Writer *writer, const RegexNode *node) {
    char only = node->cased ? 0 : only_byte(node->set);
    if (only)
        put_text(writer, (Str){&only, 1});
    else
        put_char(writer, node->set, node->cased);
}

// ---- Groups and repeats

// A sequence but for its first bytes, which are plain text.
static void put_rest(Writer *writer, const RegexNode *sequence, size_t bytes) {
    uint64_t behind = writer->behind;
    const RegexNode *piece = sequence->first;
    writer->loose |= sequence->loose;
    if (bytes) {
        writer->loose |= piece->loose;
        put_text(writer, str_slice(piece->literals, bytes, piece->literals.len));
        piece = piece->next;
    }
    for (; piece; piece = piece->next) {
        writer->behind = kinds_of_rest(piece->next, behind);
        put_node(writer, piece);
    }
    writer->behind = behind;
}

static void put_sequence(Writer *writer, const RegexNode *sequence) {
    put_rest(writer, sequence, 0);
}

static void put_either(Writer *writer, const RegexNode *either) {
    Parts parts = {0};
    add_parts(writer, either, &parts);
    if (parts.len == 1) {
        put_sequence(writer, parts.items[0].sequence);
        return;
    }
    Lists lists = put_lists(writer, &parts);
    vec_each(Part, part, &parts) {
        size_t from = writer->out.len;
        put_rest(writer, part->sequence, part->text.len);
        if (writer->out.len == from) continue;
        part->from = from;
        if (part + 1 == vec_from(&parts, parts.len))
            break; // it ends where what is behind begins
        put_step(writer, STEP_GO);
        part->end = open_size(writer) - 2;
    }
    settle_lists(writer, &parts, &lists);
    vec_each(const Part, part, &parts)
        if (part->end) set_place(writer, part->end);
}

// The character that a node is, in groups of it alone or not; NULL when it is none.
static const RegexNode *only_char(const RegexNode *node) {
    while (!node->loose && node->type >= REGEX_SEQUENCE && node->type <= REGEX_EITHER &&
           node->first && !node->first->next)
        node = node->first;
    return node->type == REGEX_CHAR ? node : NULL;
}

static void put_counts(Writer *writer, const RegexNode *repeat, RunType type) {
    put_number(writer, repeat->least);
    put_number(writer, repeat->most);
    buf_byte(&writer->out, (char)type);
}

// Where what comes behind a run can begin with none of its characters, the longest is the
// only one to try.
static void put_run(Writer *writer, const RegexNode *repeat, const RegexNode *of) {
    bool only_longest = !(kinds_of_set(of->set) & writer->behind);
    put_step(writer, STEP_RUN);
    put_counts(writer, repeat,
               only_longest   ? RUN_LONGEST
               : repeat->lazy ? RUN_LAZY
                              : RUN_GREEDY);
    put_kinds(writer, writer->behind);
    put_set(writer, of->set, of->cased);
    writer->loose |= of->loose;
}

static void put_repeat(Writer *writer, const RegexNode *repeat) {
    const RegexNode *only = only_char(repeat->first);
    bool option = !repeat->least && repeat->most == 1 && !repeat->lazy;
    uint64_t behind = writer->behind, kinds = kinds_of(repeat->first);
    if (only) {
        put_run(writer, repeat, only);
        return;
    }
    put_step(writer, option ? STEP_OPTION : STEP_REPEAT);
    size_t from = open_size(writer);
    if (!option) put_counts(writer, repeat, repeat->lazy ? RUN_LAZY : RUN_GREEDY);
    put_kinds(writer, kinds);
    put_kinds(writer, behind);
    // What PCRE2 does with times in which nothing was matched is its own affair.
    writer->loose |= !extent_of(repeat->first).least;
    if (!option) writer->behind |= kinds;
    put_node(writer, repeat->first);
    writer->behind = behind;
    if (!option) put_step(writer, STEP_AGAIN);
    close_size(writer, from);
}

// ---- Assertions

static void put_ahead(Writer *writer, const RegexNode *node, StepType type) {
    put_step(writer, type);
    size_t from = open_size(writer);
    put_kinds(writer, kinds_of(node->first));
    put_node(writer, node->first);
    put_step(writer, STEP_HOLDS);
    close_size(writer, from);
}

static void put_behind(Writer *writer, const RegexNode *node, StepType type) {
    put_step(writer, type);
    size_t from = open_size(writer);
    Parts parts = {0};
    add_parts(writer, node->first, &parts);
    vec_each(Part, part, &parts) part->text = (Str){0}; // STEP_BACK comes first
    Lists lists = {0};
    if (parts.len > 1) lists = put_list_of_all(writer, &parts);
    vec_each(Part, part, &parts) {
        Extent extent = extent_of(part->sequence);
        writer->loose |= extent.least != extent.most || extent.most > UINT8_MAX;
        part->from = writer->out.len;
        put_step(writer, STEP_BACK);
        buf_byte(&writer->out, (char)extent.least);
        put_sequence(writer, part->sequence);
        put_step(writer, STEP_HOLDS);
    }
    settle_lists(writer, &parts, &lists);
    close_size(writer, from);
}

// False when it is not one of some texts.
static bool put_not_after(Writer *writer, const RegexNode *node) {
    Arena *arena = writer->out.arena;
    const RegexNode *first = node->first->first;
    for (const RegexNode *part = first; part; part = part->next)
        if (!plain_text(arena, part).len) return false;
    for (const RegexNode *part = first; part; part = part->next)
        put_bytes(writer, STEP_NOT_AFTER, plain_text(arena, part));
    return true;
}

static void put_not_behind(Writer *writer, const RegexNode *node) {
    if (!put_not_after(writer, node)) put_behind(writer, node, STEP_NOT_BEHIND);
}

// What is not to be there must be told exactly; else the assertion is left out.
static void put_assertion(Writer *writer, const RegexNode *node) {
    size_t from = writer->out.len;
    bool loose = writer->loose;
    uint64_t behind = writer->behind;
    writer->loose = false;
    writer->behind = KINDS_ALL;
    switch (node->look) {
    case LOOK_UNKNOWN: writer->loose = true; break;
    case LOOK_END: put_step(writer, STEP_END); break;
    case LOOK_AHEAD: put_ahead(writer, node, STEP_AHEAD); break;
    case LOOK_NOT_AHEAD: put_ahead(writer, node, STEP_NOT_AHEAD); break;
    case LOOK_BEHIND: put_behind(writer, node, STEP_BEHIND); break;
    case LOOK_NOT_BEHIND: put_not_behind(writer, node); break;
    }
    if (writer->loose && node->look != LOOK_AHEAD) writer->out.len = from;
    writer->loose |= loose;
    writer->behind = behind;
}

static void put_node(Writer *writer, const RegexNode *node) {
    writer->loose |= node->loose;
    switch (node->type) {
    case REGEX_TEXT:
        if (node->cased)
            put_cased(writer, node->written);
        else
            put_text(writer, node->literals);
        break;
    case REGEX_CHAR: put_one(writer, node); break;
    case REGEX_SEQUENCE: put_sequence(writer, node); break;
    case REGEX_EITHER: put_either(writer, node); break;
    case REGEX_REPEAT: put_repeat(writer, node); break;
    case REGEX_TOP: put_step(writer, STEP_TOP); break;
    case REGEX_EDGE: put_step(writer, STEP_EDGE); break;
    case REGEX_ASSERTION: put_assertion(writer, node); break;
    case REGEX_ANYTHING:
        put_step(writer, STEP_UNKNOWN);
        writer->loose = true;
        break;
    }
}

Track track_of(Arena *arena, const Regex *regex, bool whole_words) {
    Writer writer = {.out.arena = arena, .behind = KINDS_ALL};
    if (!regex->root) return (Track){0};
    buf_byte(&writer.out, 0);
    put_node(&writer, regex->root);
    put_step(&writer, whole_words ? STEP_WHOLE : STEP_FOUND);
    for (int i = 0; i < TRACK_BEHIND; i++) buf_byte(&writer.out, 0);
    if (writer.out.len > UINT16_MAX) return (Track){0}; // its sizes are too small
    writer.out.ptr[0] = !writer.loose;
    return (Track){(const uint8_t *)writer.out.ptr, writer.out.len};
}

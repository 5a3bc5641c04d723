#include "match/track_list.h"

#include <assert.h>

// The only piece of a sequence when that is a group of alternatives, else NULL.
static const RegexNode *only_either(const RegexNode *sequence) {
    const RegexNode *piece = sequence->first;
    bool only = piece && !piece->next && piece->type == REGEX_EITHER;
    return only && !sequence->loose && !piece->loose ? piece : NULL;
}

// The text that a sequence begins with, as far as STEP_TEXT can have it.
static Str plain_head(const RegexNode *first) {
    if (!first || first->type != REGEX_TEXT || first->cased) return (Str){0};
    return str_slice(first->literals, 0, text_plain(first->literals));
}

void add_parts(Writer *writer, const RegexNode *either, Parts *parts) {
    for (const RegexNode *part = either->first; part; part = part->next) {
        const RegexNode *inner = only_either(part);
        if (inner)
            add_parts(writer, inner, parts);
        else
            *vec_push(writer->out.arena, parts) =
                (Part){.sequence = part,
                       .kinds = kinds_of_rest(part->first, writer->behind),
                       .text = plain_head(part->first)};
    }
}

// A step of a list: type, place, place of another, length of a text, text.
enum { LIST_PLACE = 1, LIST_OTHER = 3, LIST_TEXT = 5 };

// The text of the step of a list at `at`.
static Str list_text(const Writer *writer, size_t at) {
    const char *text = writer->out.ptr + at + LIST_TEXT;
    return (Str){text + 1, (uint8_t)*text};
}

static size_t list_next(const Writer *writer, size_t at) {
    return at + LIST_TEXT + 1 + list_text(writer, at).len;
}

// Notes of each step of a list the next whose text can stand where its own does.
static void link_list(Writer *writer, size_t from, size_t last) {
    for (size_t at = from; at < last; at = list_next(writer, at)) {
        Str text = list_text(writer, at);
        for (size_t other = at; other < last;) {
            other = list_next(writer, other);
            Str longer = list_text(writer, other);
            if (!str_starts(longer, text) && !str_starts(text, longer)) continue;
            set_number(writer, at + LIST_OTHER, other - at - LIST_OTHER);
            break;
        }
    }
}

// The parts that can begin with a kind of character, in order; for their places their
// numbers.
static void put_list(Writer *writer, const Parts *parts, uint64_t kind) {
    size_t from = writer->out.len, last = 0;
    for (size_t part = 0; part < parts->len; part++) {
        if (!(parts->items[part].kinds & kind)) continue;
        Str text = parts->items[part].text;
        last = writer->out.len;
        put_step(writer, STEP_TRY);
        put_number(writer, (uint32_t)part);
        put_number(writer, 0);
        buf_byte(&writer->out, (char)text.len);
        buf_put(&writer->out, text);
    }
    assert(last);
    writer->out.ptr[last] = STEP_LAST;
    link_list(writer, from, last);
}

static bool same_list(const Parts *parts, uint64_t kind, uint64_t other) {
    vec_each(const Part, part, parts)
        if (!(part->kinds & kind) != !(part->kinds & other)) return false;
    return true;
}

// For the kinds from the first to the last that a part can begin with, the places of
// their lists; then the lists.
Lists put_lists(Writer *writer, const Parts *parts) {
    uint64_t all = 0;
    put_step(writer, STEP_EITHER);
    vec_each(const Part, part, parts) all |= part->kinds;
    int first = __builtin_ctzll(all), last = 63 - __builtin_clzll(all);
    buf_byte(&writer->out, (char)first);
    buf_byte(&writer->out, (char)(last - first));
    size_t places = writer->out.len, place = places, of[64];
    for (int kind = first; kind <= last; kind++) put_number(writer, 0);
    size_t from = writer->out.len;
    for (int kind = first; kind <= last; kind++, place += 2) {
        uint64_t bit = all & kind_bit((uint32_t)kind), before = all & (bit - 1);
        if (!bit) continue;
        while (before && !same_list(parts, bit, before & -before)) before &= before - 1;
        of[kind] = before ? of[__builtin_ctzll(before)] : writer->out.len;
        if (!before) put_list(writer, parts, bit);
        set_number(writer, place, of[kind] - place);
    }
    return (Lists){places, from, writer->out.len};
}

Lists put_list_of_all(Writer *writer, const Parts *parts) {
    size_t from = writer->out.len;
    put_list(writer, parts, KINDS_ALL);
    return (Lists){from, from, writer->out.len};
}

// In the steps of lists, numbers of parts become their places.
static void settle_parts(Writer *writer, const Parts *parts, const Lists *lists) {
    for (size_t at = lists->from; at < lists->end; at = list_next(writer, at)) {
        const Part *part = &parts->items[number_at(writer, at + LIST_PLACE)];
        size_t to = part->from ? part->from : writer->out.len;
        set_number(writer, at + LIST_PLACE, to - at - LIST_PLACE);
    }
}

// Where there is one part only, of which nothing is in its list, it needs none.
static void leave_out_lists(Writer *writer, const Lists *lists) {
    for (size_t at = lists->places; at < lists->from; at += 2) {
        size_t list = at + number_at(writer, at);
        if (list == at || writer->out.ptr[list] != STEP_LAST) continue;
        if (list_text(writer, list).len) continue;
        size_t to = list + LIST_PLACE + number_at(writer, list + LIST_PLACE);
        set_number(writer, at, to - at);
    }
}

void settle_lists(Writer *writer, const Parts *parts, const Lists *lists) {
    settle_parts(writer, parts, lists);
    leave_out_lists(writer, lists);
}

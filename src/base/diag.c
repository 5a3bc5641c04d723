#include "base/diag.h"

#include "base/utf8.h"

#include <stdlib.h>

Place place_after(Place place, Str bytes, char newline) {
    for (size_t end; (end = str_index(bytes, 0, newline)) < bytes.len;) {
        place.line++;
        place.col = 1;
        bytes = str_slice(bytes, end + 1, bytes.len);
    }
    place.col += (uint32_t)utf8_count(bytes);
    return place;
}

static Diag *push(Diags *diags, Diag diag) {
    diags->errors += diag.level == DIAG_ERROR;
    diags->warnings += diag.level == DIAG_WARNING;
    Diag *item = vec_push(diags->arena, &diags->items);
    *item = diag;
    return item;
}

Diag *diag_add(Diags *diags, DiagLevel level, Place place, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Str text = str_vformat(diags->arena, format, args);
    va_end(args);
    return push(diags, (Diag){.level = level, .place = place, .text = text});
}

Str diag_hint(Arena *arena, Str word, const Str *candidates, size_t count) {
    Str nearest = str_nearest(word, candidates, count);
    if (!nearest.len) return (Str){0};
    return str_format(arena, "did you mean '%.*s'?", STR_ARG(nearest));
}

void diag_copy(Diags *diags, const Diag *diag) {
    Diag copy = *diag;
    copy.place.path = str_copy(diags->arena, diag->place.path);
    copy.text = str_copy(diags->arena, diag->text);
    copy.hint = str_copy(diags->arena, diag->hint);
    copy.source = str_copy(diags->arena, diag->source);
    copy.call = str_copy(diags->arena, diag->call);
    push(diags, copy);
}

int place_cmp(Place a, Place b) {
    int order = str_cmp(a.path, b.path);
    if (order) return order;
    if (a.line != b.line) return a.line < b.line ? -1 : 1;
    return (a.col > b.col) - (a.col < b.col);
}

Str place_words(Arena *arena, Place place) {
    return str_format(arena, "%.*s:%u:%u", STR_ARG(place.path), place.line, place.col);
}

static int compare_places(const void *a, const void *b) {
    const Diag *const *one = a, *const *other = b;
    int order = place_cmp((*one)->place, (*other)->place);
    return order ? order : (*one > *other) - (*one < *other); // as they stood
}

void diag_sort(Diags *diags) {
    size_t count = diags->items.len;
    Arena scratch = {0};
    Diag *items = arena_array(&scratch, Diag, count);
    const Diag **order = arena_array(&scratch, const Diag *, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = diags->items.items[i];
        order[i] = &items[i];
    }
    if (count) qsort(order, count, sizeof *order, compare_places);
    for (size_t i = 0; i < count; i++) diags->items.items[i] = *order[i];
    arena_free(&scratch);
}

Str diag_level_name(DiagLevel level) {
    static const char *const NAMES[] = {"note", "warning", "error"};
    return str_from(NAMES[level]);
}

static void put_place(Buf *out, Place place) {
    buf_line(out, place.path);
    if (place.path.len) buf_byte(out, ':');
    if (place.line) buf_format(out, "%u:", place.line);
    if (place.line && place.col) buf_format(out, "%u:", place.col);
    if (place.path.len || place.line) buf_byte(out, ' ');
}

// As much room as a character of the line above takes. Tabs stay tabs, so that the caret
// stands right at any tab width.
static void put_blank(Buf *out, Str character) {
    size_t from = out->len;
    buf_line(out, character);
    size_t width = utf8_count(str_slice(buf_str(out), from, out->len));
    out->len = from;
    for (; width > 0; width--) buf_byte(out, character.ptr[0] == '\t' ? '\t' : ' ');
}

static void put_caret(Buf *out, const Diag *diag) {
    buf_format(out, "%5u |   ", diag->place.line);
    buf_line(out, diag->source);
    buf_text(out, "\n      |   ");
    size_t at = 0;
    for (uint32_t col = 1; col < diag->place.col && at < diag->source.len; col++) {
        uint32_t code;
        size_t size = utf8_decode(diag->source, at, &code);
        if (!size) size = 1;
        put_blank(out, str_slice(diag->source, at, at + size));
        at += size;
    }
    buf_byte(out, '^');
    for (uint32_t i = 1; i < diag->place.width && i < 40; i++) buf_byte(out, '~');
    buf_byte(out, '\n');
}

void diag_put(Buf *out, const Diag *diag) {
    put_place(out, diag->place);
    buf_format(out, "%.*s: ", STR_ARG(diag_level_name(diag->level)));
    buf_line(out, diag->text);
    buf_text(out, diag->hint.len ? " (" : "");
    buf_line(out, diag->hint);
    buf_text(out, diag->hint.len ? ")\n" : "\n");
    if (diag->source.len && diag->place.line) put_caret(out, diag);
}

#include "cli/found.h"

#include "cli/sample_key.h"
#include "redact/redact.h"

#include <stdlib.h>

// The words from `start` to `end`, and the rest of the turn.
static void set_words(Found *found, Str text) {
    found->quote = str_slice(text, found->start, found->end);
    found->before = str_slice(text, 0, found->start);
    found->after = str_slice(text, found->end, text.len);
}

Found found_at(Arena *arena, const Rubric *rubric, const Call *call,
               const Evidence *item) {
    const Turn *turn = &call->turns.items[item->turn];
    const WrittenPattern *pattern = evidence_pattern(&rubric->detectors, item);
    Found found = {
        .call = call->id,
        .detector = rubric->detectors.items[item->detector].name,
        .also = evidence_also(&rubric->detectors, item),
        .place = pattern ? place_words(arena, pattern->place) : (Str){0},
        .at_ms = turn->start_ms,
        .turn = item->turn + 1,
        .start = item->start,
        .end = item->end,
        .role = role_name(turn->role),
    };
    set_words(&found, turn->text);
    return found;
}

void found_redact(Arena *arena, const Call *call, FoundList *list) {
    Masks masks;
    if (!list->len) return;
    Call redacted = call_redacted(arena, call, &masks);
    vec_each(Found, found, list) {
        uint32_t turn = found->turn - 1;
        masks_move(&masks, turn, &found->start, &found->end);
        set_words(found, redacted.turns.items[turn].text);
    }
}

Found found_copy(Arena *arena, const Found *found) {
    Found copy = *found;
    copy.call = str_copy(arena, found->call);
    copy.quote = str_copy(arena, found->quote);
    copy.before = str_copy(arena, found->before);
    copy.after = str_copy(arena, found->after);
    copy.place = str_copy(arena, found->place);
    return copy;
}

static int compare_words(const Found *x, const Found *y) {
    if (x->turn != y->turn) return x->turn < y->turn ? -1 : 1;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end < y->end ? -1 : 1;
    return str_cmp(x->detector, y->detector);
}

static int compare_found(const void *a, const void *b) {
    const Found *x = a, *y = b;
    int order = compare_words(x, y);
    return order ? order : str_cmp(x->place, y->place);
}

void found_sort(FoundList *list) {
    size_t kept = 0;
    if (list->len) qsort(list->items, list->len, sizeof *list->items, compare_found);
    for (size_t i = 0; i < list->len; i++)
        if (!kept || compare_words(&list->items[kept - 1], &list->items[i]) != 0)
            list->items[kept++] = list->items[i];
    list->len = kept;
}

// ---- Lines

static void put_origin(Buf *out, const Found *found) {
    if (!found->also.len && !found->place.len) return;
    buf_text(out, " (");
    if (found->also.len) buf_format(out, "also %.*s", STR_ARG(found->also));
    if (found->also.len && found->place.len) buf_text(out, ", ");
    buf_format(out, "%.*s)", STR_ARG(found->place));
}

static void put_hit(Buf *out, const Found *found) {
    buf_line(out, found->call);
    buf_format(out, ":%u: %.*s: %.*s", found->turn, STR_ARG(found->role),
               STR_ARG(found->detector));
    put_origin(out, found);
    buf_text(out, ": ");
    buf_line(out, found->before);
    buf_text(out, "[");
    buf_line(out, found->quote);
    buf_text(out, "]");
    buf_line(out, found->after);
    buf_byte(out, '\n');
}

static void put_count(Buf *out, const Found *found) {
    buf_line(out, found->call);
    buf_format(out, ": %.*s: %u\n", STR_ARG(found->detector), found->count);
}

static void put_miss(Buf *out, const Found *found) {
    put_hit(out, found);
    if (found->missing.len)
        buf_format(out, "    missing '%.*s' in", STR_ARG(found->missing));
    else
        buf_text(out, "    undone");
    buf_format(out, " '%.*s' (%u turn%s)\n", STR_ARG(found->pattern), found->count,
               found->count == 1 ? "" : "s");
}

#define COLUMN(member, type) \
    { #member, type, offsetof(Found, member) }
#define HIT_COLUMNS                                                                      \
    COLUMN(call, LIST_TEXT), COLUMN(turn, LIST_COUNT), COLUMN(role, LIST_TEXT),          \
        COLUMN(at_ms, LIST_INT), COLUMN(detector, LIST_TEXT), COLUMN(start, LIST_COUNT), \
        COLUMN(end, LIST_COUNT), COLUMN(quote, LIST_TEXT)

const FoundForm FOUND_HIT = {
    (const ListColumn[]){
        HIT_COLUMNS, COLUMN(also, LIST_TEXT), COLUMN(place, LIST_TEXT), {0}},
    put_hit,
};
const FoundForm FOUND_COUNT = {
    (const ListColumn[]){COLUMN(call, LIST_TEXT),
                         COLUMN(detector, LIST_TEXT),
                         COLUMN(count, LIST_COUNT),
                         {0}},
    put_count,
};
const FoundForm FOUND_MISS = {
    (const ListColumn[]){HIT_COLUMNS,
                         COLUMN(place, LIST_TEXT),
                         COLUMN(pattern, LIST_TEXT),
                         COLUMN(missing, LIST_TEXT),
                         {"turns", LIST_COUNT, offsetof(Found, count)},
                         {0}},
    put_miss,
};

void found_put_header(Buf *out, const FoundForm *form, Str format) {
    if (str_eq(format, STR("csv"))) list_put_header(out, form->columns);
}

void found_put(Buf *out, const FoundForm *form, Str format, const Found *found) {
    if (str_eq(format, STR("text")))
        form->put_text(out, found);
    else if (str_eq(format, STR("ndjson")))
        list_put_json(out, form->columns, found);
    else
        list_put_csv(out, form->columns, found);
}

// ---- Samples

uint64_t found_key(const Found *found) {
    return sample_key(found->call, found->detector, found->turn, found->start);
}

void sample_add(Sample *sample, const Found *found) {
    FoundList *list = &sample->list;
    size_t highest = 0;
    if (list->len >= sample->wanted) {
        for (size_t i = 1; i < list->len; i++)
            if (found_key(&list->items[i]) > found_key(&list->items[highest]))
                highest = i;
        if (found_key(found) >= found_key(&list->items[highest])) return;
        for (size_t i = highest; i + 1 < list->len; i++)
            list->items[i] = list->items[i + 1];
        list->len--;
    }
    *vec_push(&sample->arena, list) = found_copy(&sample->arena, found);
}

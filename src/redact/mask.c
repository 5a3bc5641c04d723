#include "redact/mask.h"

#include "base/buf.h"

#include <stdlib.h>

Str mask_text(MaskKind kind) {
    static const char *const TEXTS[MASK_KINDS] = {
        [MASK_CARD] = "[CARD]",     [MASK_IBAN] = "[IBAN]",
        [MASK_EMAIL] = "[EMAIL]",   [MASK_BIRTH] = "[DATE OF BIRTH]",
        [MASK_SECRET] = "[SECRET]", [MASK_PHONE] = "[PHONE]",
        [MASK_NUMBER] = "[NUMBER]",
    };
    return str_from(TEXTS[kind]);
}

static int compare(const void *a, const void *b) {
    const Mask *x = a, *y = b;
    if (x->turn != y->turn) return x->turn < y->turn ? -1 : 1;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

static void unite(Mask *mask, const Mask *other) {
    if (other->end > mask->end) mask->end = other->end;
    if (other->kind < mask->kind) mask->kind = other->kind;
}

static uint32_t mask_size(const Mask *mask) {
    return (uint32_t)mask_text(mask->kind).len;
}

// Where a byte behind the mask stands.
static uint32_t place_behind(const Mask *mask, uint32_t at) {
    return mask->put + mask_size(mask) + (at - mask->end);
}

static void place(Masks *masks) {
    const Mask *last = NULL;
    vec_each(Mask, mask, masks) {
        bool same = last && last->turn == mask->turn;
        mask->put = same ? place_behind(last, mask->start) : mask->start;
        last = mask;
    }
}

void masks_settle(Masks *masks) {
    size_t len = 0;
    if (masks->len) qsort(masks->items, masks->len, sizeof *masks->items, compare);
    vec_each(const Mask, mask, masks) {
        Mask *last = len ? &masks->items[len - 1] : NULL;
        if (last && last->turn == mask->turn && mask->start < last->end)
            unite(last, mask);
        else
            masks->items[len++] = *mask;
    }
    masks->len = len;
    place(masks);
}

// The first mask of the turn that begins at `at` or behind, or the one behind where that
// would be.
static const Mask *first_from(const Masks *masks, uint32_t turn, uint32_t at) {
    size_t low = 0, high = masks->len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const Mask *mask = &masks->items[middle];
        if (mask->turn < turn || (mask->turn == turn && mask->start < at))
            low = middle + 1;
        else
            high = middle;
    }
    return masks->items + low;
}

static bool is_of(const Masks *masks, const Mask *mask, uint32_t turn) {
    return mask != masks->items + masks->len && mask->turn == turn;
}

bool masks_of_turn(const Masks *masks, uint32_t turn) {
    return masks->len && is_of(masks, first_from(masks, turn, 0), turn);
}

Str masks_put(Arena *arena, const Masks *masks, uint32_t turn, Str text) {
    Buf out = {.arena = arena};
    size_t done = 0;
    if (!masks_of_turn(masks, turn)) return text;
    for (const Mask *mask = first_from(masks, turn, 0); is_of(masks, mask, turn);
         mask++) {
        buf_put(&out, str_slice(text, done, mask->start));
        buf_put(&out, mask_text(mask->kind));
        done = mask->end;
    }
    buf_put(&out, str_slice(text, done, text.len));
    return buf_str(&out);
}

// Where a byte stands then: of one inside a mask, the mask's begin or its end.
static uint32_t place_of(const Masks *masks, uint32_t turn, uint32_t at, bool is_end) {
    const Mask *next = first_from(masks, turn, at);
    if (next == masks->items || next[-1].turn != turn) return at;
    const Mask *mask = next - 1;
    if (at >= mask->end) return place_behind(mask, at);
    return mask->put + (is_end ? mask_size(mask) : 0);
}

void masks_move(const Masks *masks, uint32_t turn, uint32_t *start, uint32_t *end) {
    if (!masks->len) return;
    *start = place_of(masks, turn, *start, false);
    *end = place_of(masks, turn, *end, true);
}

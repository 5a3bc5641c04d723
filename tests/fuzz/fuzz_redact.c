// Any lines as the turns of a call, of which the first byte tells the role: what is
// masked lies in the text, in order, between characters, and after a few times nothing is
// found.

#include "base/utf8.h"
#include "redact/redact.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Masks find(Arena *arena, const Texts *turns) {
    Redactor redactor = {.arena = arena};
    vec_each(const Str, turn, turns)
        redactor_hear(&redactor, turn->len ? (Role)(turn->ptr[0] & 3) : ROLE_UNKNOWN,
                      str_slice(*turn, 1, turn->len));
    return *redactor_end(&redactor);
}

static void check(const Masks *masks, const Texts *turns) {
    const Mask *last = NULL;
    vec_each(const Mask, mask, masks) {
        bool behind = !last || last->turn < mask->turn ||
                      (last->turn == mask->turn && last->end <= mask->start);
        if (!behind || mask->turn >= turns->len || mask->start >= mask->end ||
            mask->end >= turns->items[mask->turn].len)
            abort();
        last = mask;
    }
}

// The turns with their masks; false when there was nothing to mask.
static bool put(Arena *arena, Texts *turns) {
    Masks masks = find(arena, turns);
    check(&masks, turns);
    for (uint32_t t = 0; masks.len && t < turns->len; t++) {
        Str *turn = &turns->items[t], text = str_slice(*turn, 1, turn->len);
        bool valid = utf8_valid(text);
        text = masks_put(arena, &masks, t, text);
        if (valid && !utf8_valid(text)) abort();
        if (turn->len) *turn = str_format(arena, "%c%.*s", turn->ptr[0], STR_ARG(text));
    }
    return masks.len > 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    enum { TIMES_MOST = 8 };
    Arena arena = {0};
    size_t repaired = 0;
    Texts turns = {0};
    Str line, text = utf8_repair(&arena, (Str){(const char *)data, size}, &repaired);
    while (text.ptr && str_next(&text, '\n', &line)) *vec_push(&arena, &turns) = line;
    for (int times = 0; put(&arena, &turns); times++)
        if (times == TIMES_MOST) abort();
    arena_free(&arena);
    return 0;
}

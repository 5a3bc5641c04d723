#include "redact/redact.h"

#include "redact/email.h"
#include "redact/iban.h"

void redactor_hear(Redactor *redactor, Role role, Str text) {
    Arena *arena = redactor->arena;
    uint32_t turn = redactor->turn++;
    Tokens *tokens = &redactor->tokens;
    Masks *masks = &redactor->masks;
    if (!text.len) return;
    tokens_read(arena, text, tokens);
    asked_hear(arena, &redactor->asked, turn, role, tokens, masks);
    numbers_hear(arena, &redactor->numbers, turn, role, tokens, masks);
    if (!tokens->tells) return;
    iban_find(arena, tokens, turn, masks);
    email_find(arena, tokens, turn, masks);
}

const Masks *redactor_end(Redactor *redactor) {
    numbers_end(redactor->arena, &redactor->numbers, &redactor->masks);
    masks_settle(&redactor->masks);
    return &redactor->masks;
}

Str text_redacted(Arena *arena, Str text) {
    Arena scratch = {0};
    Redactor redactor = {.arena = &scratch};
    redactor_hear(&redactor, ROLE_UNKNOWN, text);
    Str redacted = masks_put(arena, redactor_end(&redactor), 0, text);
    arena_free(&scratch);
    return redacted;
}

Call call_redacted(Arena *arena, const Call *call, Masks *masks) {
    Call redacted = *call;
    Arena scratch = {0};
    Redactor redactor = {.arena = &scratch};
    vec_each(const Turn, turn, &call->turns)
        redactor_hear(&redactor, turn->role, turn->text);
    const Masks *found = redactor_end(&redactor);
    *masks = (Masks){0};
    vec_each(const Mask, mask, found) *vec_push(arena, masks) = *mask;
    arena_free(&scratch);
    redacted.turns.items = arena_array(arena, Turn, call->turns.len);
    for (uint32_t t = 0; t < call->turns.len; t++) {
        Turn *turn = &redacted.turns.items[t];
        *turn = call->turns.items[t];
        turn->text = masks_put(arena, masks, t, turn->text);
        turn->speaker = text_redacted(arena, turn->speaker);
    }
    redacted.turns.cap = call->turns.len;
    return redacted;
}

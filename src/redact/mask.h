// What is private in a call's turns, and the text without it.
#ifndef REDACT_MASK_H
#define REDACT_MASK_H

#include "base/str.h"

// Of masks that overlap, the union has the first of their kinds.
typedef enum {
    MASK_IBAN,
    MASK_CARD,
    MASK_EMAIL,
    MASK_SECRET,
    MASK_BIRTH,
    MASK_PHONE,
    MASK_NUMBER
} MaskKind;
#define MASK_KINDS 7

typedef struct {
    uint32_t turn, start, end; // turns count from 0; bytes of its text, half open
    MaskKind kind;
    uint32_t put; // where it begins once all are in place
} Mask;
typedef VEC(Mask) Masks; // in the order of the text, none overlaps the next

// What stands in the place of it: "[CARD]". Marks of this form (call/redaction.h) are
// masked by nothing again.
Str mask_text(MaskKind kind);
// Puts them in order, and makes one of those that overlap.
void masks_settle(Masks *masks);
// Whether the turn has any.
bool masks_of_turn(const Masks *masks, uint32_t turn);
// The text of a turn with its masks in place; itself when there are none.
Str masks_put(Arena *arena, const Masks *masks, uint32_t turn, Str text);
// Where these bytes of the turn stand once the masks are in place. What begins or ends
// inside a mask has all of it.
void masks_move(const Masks *masks, uint32_t turn, uint32_t *start, uint32_t *end);

#endif

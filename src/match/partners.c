#include "match/partners.h"

#include "base/buf.h"
#include "match/letters.h"

PartnerLists partner_lists(Arena *arena) {
    PartnerLists lists = {.arena = arena};
    *vec_push(arena, &lists.worth) = (PartnersWorth){0};
    return lists;
}

static Str text_of(Arena *arena, const AtomList *list, bool behind) {
    Buf out = {.arena = arena};
    buf_byte(&out, (char)behind);
    vec_each(const Atom, atom, list) {
        buf_put(&out, atom->text);
        buf_byte(&out, (char)(1 + atom->edge_before + 2 * atom->edge_after));
    }
    return buf_str(&out);
}

static double rate_of(const Atom *atom) {
    return letters_rate(atom->text, atom->edge_before, atom->edge_after);
}

uint32_t partners_add(PartnerLists *lists, const AtomList *list, bool behind,
                      bool *added) {
    Arena *arena = lists->arena;
    uint32_t next = (uint32_t)lists->worth.len, fitting = next + (next % 2 != behind);
    Str text = text_of(arena, list, behind);
    uint32_t number = map_add(arena, &lists->numbers, text, fitting);
    *added = number >= next;
    if (!*added) return number;
    while (lists->worth.len <= number)
        *vec_push(arena, &lists->worth) = (PartnersWorth){0};
    vec_each(const Atom, atom, list) lists->worth.items[number].partners += rate_of(atom);
    return number;
}

void partners_need(PartnerLists *lists, uint32_t number, const Atom *atom) {
    lists->worth.items[number].atoms += rate_of(atom);
}

bool partners_are_worth_it(const PartnerLists *lists, uint32_t number) {
    const double often = 16; // times as often as the atoms
    const PartnersWorth *worth = &lists->worth.items[number];
    return worth->partners <= often * worth->atoms;
}

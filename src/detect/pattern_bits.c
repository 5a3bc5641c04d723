#include "detect/pattern_bits.h"

void pattern_set_add(Arena *arena, PatternSet *set, PatternBits bits) {
    if (!set->count) {
        *set = (PatternSet){.bits = bits.bits, .word = bits.word, .count = 1};
        return;
    }
    if (bits.word == set->word) {
        set->bits |= bits.bits;
        return;
    }
    size_t more = set->count - 1;
    for (size_t i = 0; i < more; i++)
        if (set->more[i].word == bits.word) {
            set->more[i].bits |= bits.bits;
            return;
        }
    set->more =
        arena_grow(arena, set->more, more * sizeof bits, (more + 1) * sizeof bits);
    set->more[more] = bits;
    set->count++;
}

#include "match/literals.h"

// In a text: not inside a word, here.
#define EDGE '\1'

Literals literals_one(Arena *arena, Str text) {
    Literals texts = {0};
    *vec_push(arena, &texts) = text;
    return texts;
}

Literals literals_edge(Arena *arena) {
    static const char MARK = EDGE;
    return literals_one(arena, (Str){&MARK, 1});
}

bool literals_are_edge(const Literals *texts) {
    return texts->len == 1 && texts->items->len == 1 && *texts->items->ptr == EDGE;
}

static Str concatenate(Arena *arena, Str a, Str b) {
    if (!a.len || !b.len) return a.len ? a : b;
    char *both = arena_raw(arena, a.len + b.len);
    memcpy(both, a.ptr, a.len);
    memcpy(both + a.len, b.ptr, b.len);
    return (Str){both, a.len + b.len};
}

Literals literals_multiply(Arena *arena, const Literals *heads, const Literals *tails) {
    Literals product = {0};
    vec_each(const Str, head, heads)
        vec_each(const Str, tail, tails)
            *vec_push(arena, &product) = concatenate(arena, *head, *tail);
    return product;
}

// Whether no word goes on behind them; an edge is no part of a word either.
bool literals_end_at_edge(const Literals *texts) {
    vec_each(const Str, text, texts)
        if (!text->len || byte_is_ascii_word(text->ptr[text->len - 1]) ||
            !byte_is_ascii(text->ptr[text->len - 1]))
            return false;
    return true;
}

// A text without its marks of edges, and those at its ends as what they mean for the
// characters next to it.
static Atom atom_of(Arena *arena, Str text) {
    char *kept = arena_raw(arena, text.len);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != EDGE) kept[len++] = text.ptr[i];
    Atom atom = {.text = {kept, len}};
    if (!len) return atom;
    atom.edge_before = text.ptr[0] == EDGE && byte_is_ascii_word(kept[0]);
    atom.edge_after = text.ptr[text.len - 1] == EDGE && byte_is_ascii_word(kept[len - 1]);
    return atom;
}

// The atoms that texts make; none when one of the texts is empty.
AtomList literals_atoms(Arena *arena, const Literals *texts) {
    AtomList list = {0};
    vec_each(const Str, text, texts) {
        Atom *atom = vec_push(arena, &list);
        *atom = atom_of(arena, *text);
        if (!atom->text.len) return (AtomList){0};
        byteset_add(&atom->first, atom->text.ptr[0]);
    }
    return list;
}

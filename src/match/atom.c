#include "match/atom.h"

#include "match/letters.h"

enum { LONGEST = 12 }; // bytes of those that need not be whole

static bool begins_word(Str text, size_t at) {
    return byte_is_ascii_word(text.ptr[at]) &&
           (!at || !byte_is_ascii_word(text.ptr[at - 1]));
}

// Where to cut a long atom, and one that begins with what is no word: at the beginning of
// a word, if there is one, so that what is left is expected least often.
static uint32_t choose_cut(const Atom *atom) {
    enum { SHORTEST = 3, FIRST_SHORTEST = 2 };
    uint32_t best = 0;
    double least = 2;
    for (uint32_t at = 0; at + FIRST_SHORTEST <= atom->text.len; at++) {
        if (!begins_word(atom->text, at)) continue;
        if (best && at + SHORTEST > atom->text.len) break;
        Str left = str_slice(atom->text, at, at + LONGEST);
        double share = letters_share(left, at || atom->edge_before, false);
        if (share >= least) continue;
        best = at;
        least = share;
    }
    return best;
}

static void shorten(Atom *atom) {
    uint32_t cut = choose_cut(atom), len = (uint32_t)atom->text.len;
    if (cut + LONGEST < len) {
        atom->after = (ByteSet){0};
        byteset_add(&atom->after, atom->text.ptr[cut + LONGEST]);
        atom->closed = true;
    }
    if (cut) atom->edge_before = true;
    for (uint32_t i = 0; i < cut; i++) byteset_add(&atom->before, atom->text.ptr[i]);
    atom->edge_after &= cut + LONGEST >= len;
    atom->least = bytes_add(atom->least, cut);
    atom->most = bytes_add(atom->most, cut);
    atom->text = str_slice(atom->text, cut, cut + LONGEST);
}

// Partners that many texts hold tell nothing, and very many cost more than they save.
static bool is_worth_it(const AtomList *partners) {
    enum { PARTNERS_MOST = 256 };
    const double common = 0.02; // of the places in a text
    double share = 0;
    vec_each(const Atom, atom, partners)
        share += letters_share(atom->text, atom->edge_before, false);
    return partners->len <= PARTNERS_MOST && share < common;
}

static bool is_like(const Atom *atom, const Atom *other) {
    return str_eq(atom->text, other->text) && atom->partners == other->partners &&
           atom->partners_behind == other->partners_behind &&
           atom->edge_before == other->edge_before &&
           atom->edge_after == other->edge_after && atom->at_top == other->at_top;
}

// Makes one atom of two that are alike: what either lets through.
static void unite(Atom *atom, const Atom *other) {
    if (other->least < atom->least) atom->least = other->least;
    if (other->most > atom->most) atom->most = other->most;
    byteset_unite(&atom->first, &other->first);
    byteset_unite(&atom->before, &other->before);
    byteset_unite(&atom->after, &other->after);
    atom->closed &= other->closed;
}

// Those that differ where they were cut off are one.
static AtomList copy_short(Arena *arena, const AtomList *list) {
    AtomList copy = {0};
    vec_each(const Atom, atom, list) {
        Atom cut = *atom, *last = copy.len ? &copy.items[copy.len - 1] : NULL;
        shorten(&cut);
        if (last && is_like(last, &cut))
            unite(last, &cut);
        else
            *vec_push(arena, &copy) = cut;
    }
    return copy;
}

// Of partners only their texts and edges are looked at.
static AtomList copy_partners(Arena *arena, const AtomList *list) {
    AtomList copy = copy_short(arena, list);
    vec_each(Atom, partner, &copy)
        partner->first = partner->before = partner->after = (ByteSet){0};
    return copy;
}

// Atoms of one branch have the same partners, one after the other.
static void choose_partners(Arena *arena, AtomList *list) {
    const AtomList *before = NULL, *chosen = NULL;
    vec_each(Atom, atom, list) {
        if (atom->partners && atom->partners != before) {
            AtomList *copy = arena_new(arena, AtomList);
            before = atom->partners;
            *copy = copy_partners(arena, before);
            chosen = is_worth_it(copy) ? copy : NULL;
        }
        if (atom->partners) atom->partners = chosen;
    }
}

// The cost of looking for a pattern everywhere, in starts that are tried in a byte.
static const double SEARCH_COST = 0.1;

Atoms atoms_of(Arena *arena, const Regex *regex, bool whole_words) {
    RegexInfo info = regex_info(arena, regex, whole_words);
    Atoms atoms = {.at_top = info.at_top};
    AtomList needed = info_atoms(arena, &info);
    atoms.whole = info.exact && info.simple && needed.len;
    if (!atoms.whole && atoms_cost(&needed) > SEARCH_COST) return atoms;
    atoms.list = atoms.whole ? needed : copy_short(arena, &needed);
    choose_partners(arena, &atoms.list);
    return atoms;
}

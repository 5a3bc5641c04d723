#include "match/regex_info.h"

#include "match/letters.h"
#include "match/literals.h"

enum {
    PRODUCT_MOST = 64,    // literals that a sequence is multiplied out to,
    PRODUCT_COMMON = 256, // and where it begins with what is common
    LITERALS_MOST = 256,  // alternatives that are kept as texts
    ATOMS_MOST = 2000,    // of one node
    CLASS_MOST = 8,       // characters of a class that are told apart
    COPIES_MOST = 4,      // of a repeated node
};

// A sequence on its way to being a info.
typedef struct {
    RegexInfo info;     // of what stands before the tail
    double cost;        // of info.needed
    AtomList second;    // what is known to be needed besides, and is the next in cost
    double second_cost; // of it
    bool second_behind; // it stands behind info.needed, else in front of it
    Literals tail; // what the pieces since the last one that is not exact multiply out to
    uint32_t tail_least, tail_most;
    ByteSet tail_bytes;
    ByteSet before_tail; // first bytes of the match, if it begins before the tail
} Sequence;

static RegexInfo info_of(Arena *arena, const RegexNode *node);

uint32_t bytes_add(uint32_t a, uint32_t b) { return a > ATOM_FAR - b ? ATOM_FAR : a + b; }

static uint32_t bytes_times(uint32_t a, uint32_t b) {
    return a && b > ATOM_FAR / a ? ATOM_FAR : a * b;
}

// ---- Atoms

double atoms_cost(const AtomList *list) {
    enum { START_EVERY = 16, FARTHEST = 100 };
    const double find = 0.1; // as much as a start
    double cost = 0;
    vec_each(const Atom, atom, list) {
        uint32_t width = atom->most - atom->least;
        double starts = 1 + (double)(width < FARTHEST ? width : FARTHEST) / START_EVERY;
        double found = letters_share(atom->text, atom->edge_before, false), fits = found;
        if (atom->edge_after) fits = letters_share(atom->text, atom->edge_before, true);
        cost += find * found + starts * fits;
    }
    return cost;
}

AtomList info_atoms(Arena *arena, const RegexInfo *info) {
    if (!info->exact) return info->needed;
    AtomList list = literals_atoms(arena, &info->literals);
    vec_each(Atom, atom, &list) atom->at_top = info->at_top;
    return list;
}

// ---- Sequences

static Sequence sequence_start(Arena *arena) {
    return (Sequence){.info.exact = true, .tail = literals_one(arena, (Str){0})};
}

// Notes that one of `candidate` is needed, which stands behind what was noted before. The
// two lists that cost least are kept.
static void prefer(Sequence *sequence, AtomList candidate) {
    RegexInfo *info = &sequence->info;
    double cost = atoms_cost(&candidate);
    if (!candidate.len) return;
    if (!info->needed.len || cost < sequence->cost) {
        sequence->second = info->needed;
        sequence->second_cost = sequence->cost;
        sequence->second_behind = false;
        info->needed = candidate;
        sequence->cost = cost;
    } else if (!sequence->second.len || cost < sequence->second_cost) {
        sequence->second = candidate;
        sequence->second_cost = cost;
        sequence->second_behind = true;
    }
}

// Moves an atom to where it stands in the sequence: behind its info, which ends at an
// edge or not.
static void shift_one(const Sequence *sequence, Atom *atom, bool edge) {
    const RegexInfo *info = &sequence->info;
    atom->edge_before |= edge && !atom->most && byte_is_ascii_word(atom->text.ptr[0]);
    if (info->least) atom->first = sequence->before_tail;
    byteset_unite(&atom->first, &sequence->before_tail);
    byteset_unite(&atom->before, &info->bytes);
    atom->least = bytes_add(atom->least, info->least);
    atom->most = bytes_add(atom->most, info->most);
}

static const AtomList *shifted(Arena *arena, const Sequence *sequence,
                               const AtomList *list, bool edge) {
    AtomList *copy = arena_new(arena, AtomList);
    vec_each(const Atom, atom, list) {
        Atom *added = vec_push(arena, copy);
        *added = *atom;
        shift_one(sequence, added, edge);
    }
    return copy;
}

// Atoms that have the same partners stand together.
static void shift(Arena *arena, const Sequence *sequence, AtomList *list, bool edge) {
    const AtomList *before = NULL, *moved = NULL;
    vec_each(Atom, atom, list) {
        shift_one(sequence, atom, edge);
        if (atom->partners != before) {
            before = atom->partners;
            moved = before ? shifted(arena, sequence, before, edge) : NULL;
        }
        atom->partners = moved;
    }
}

// What comes next in the sequence stands behind what is needed, if only nothing stands
// between them.
static void follow(AtomList *list, const RegexInfo *next) {
    bool edge = next->exact && literals_are_edge(&next->literals);
    vec_each(Atom, atom, list) {
        if (atom->closed) continue;
        if (edge && byteset_is_empty(&atom->after))
            atom->edge_after |= byte_is_ascii_word(atom->text.ptr[atom->text.len - 1]);
        byteset_unite(&atom->after, &next->first);
        atom->closed = next->least > 0;
    }
}

static void follow_both(Sequence *sequence, const RegexInfo *next) {
    follow(&sequence->info.needed, next);
    follow(&sequence->second, next);
}

static void start_tail(Arena *arena, Sequence *sequence, bool edge) {
    const RegexInfo *info = &sequence->info;
    edge |= info->least && !byteset_has_word(&info->last);
    sequence->tail = edge ? literals_edge(arena) : literals_one(arena, (Str){0});
    sequence->tail_least = sequence->tail_most = 0;
    sequence->tail_bytes = (ByteSet){0};
    sequence->before_tail = info->first;
}

static void end_tail(Arena *arena, Sequence *sequence) {
    RegexInfo *info = &sequence->info;
    AtomList list = literals_atoms(arena, &sequence->tail);
    shift(arena, sequence, &list, false); // the texts have their edges
    prefer(sequence, list);
    info->exact = false;
    byteset_unite(&info->bytes, &sequence->tail_bytes);
    info->least = bytes_add(info->least, sequence->tail_least);
    info->most = bytes_add(info->most, sequence->tail_most);
    start_tail(arena, sequence, literals_end_at_edge(&sequence->tail));
}

// Whether there would be too many literals if more follow on the tail, each on each.
static bool is_too_long(Arena *arena, const Sequence *sequence, size_t more) {
    const double common = 0.002; // as atoms_cost
    size_t heads = sequence->tail.len, product = heads * more;
    if (heads < 2 || more < 2 || product <= PRODUCT_MOST) return false;
    AtomList list = literals_atoms(arena, &sequence->tail);
    return product > PRODUCT_COMMON || atoms_cost(&list) < common;
}

static void extend_exact(Arena *arena, Sequence *sequence, const RegexInfo *next) {
    if (is_too_long(arena, sequence, next->literals.len)) end_tail(arena, sequence);
    follow_both(sequence, next);
    sequence->tail = literals_multiply(arena, &sequence->tail, &next->literals);
    byteset_unite(&sequence->tail_bytes, &next->bytes);
    sequence->tail_least = bytes_add(sequence->tail_least, next->least);
    sequence->tail_most = bytes_add(sequence->tail_most, next->most);
}

static void extend_other(Arena *arena, Sequence *sequence, const RegexInfo *next) {
    RegexInfo *info = &sequence->info;
    AtomList moved = {0};
    end_tail(arena, sequence);
    follow_both(sequence, next);
    vec_each(const Atom, atom, &next->needed) *vec_push(arena, &moved) = *atom;
    shift(arena, sequence, &moved, literals_end_at_edge(&sequence->tail));
    prefer(sequence, moved);
    byteset_unite(&info->bytes, &next->bytes);
    info->least = bytes_add(info->least, next->least);
    info->most = bytes_add(info->most, next->most);
}

static void extend(Arena *arena, Sequence *sequence, const RegexInfo *next) {
    RegexInfo *info = &sequence->info;
    bool empty = !info->least && !sequence->tail_least; // it may be, up to here
    bool edge = literals_end_at_edge(&sequence->tail) && !byteset_has_word(&next->last);
    if (!bytes_add(info->most, sequence->tail_most)) info->at_top |= next->at_top;
    if (next->exact)
        extend_exact(arena, sequence, next);
    else
        extend_other(arena, sequence, next);
    if (empty) byteset_unite(&info->first, &next->first);
    if (next->least) info->last = (ByteSet){0};
    byteset_unite(&info->last, &next->last);
    if (!next->exact) start_tail(arena, sequence, edge);
}

static void extend_repeat(Arena *arena, Sequence *sequence, const RegexNode *node) {
    RegexInfo once = info_of(arena, node->first);
    if (!node->least && node->most == 1 && once.exact) {
        *vec_push(arena, &once.literals) = (Str){0};
        once.least = 0;
        once.at_top = false;
        extend(arena, sequence, &once);
        return;
    }
    uint32_t copies = node->least < COPIES_MOST ? node->least : COPIES_MOST;
    for (uint32_t i = 0; i < copies; i++) extend(arena, sequence, &once);
    if (node->most == copies) return;
    bool bounded = node->most != REGEX_UNBOUNDED;
    RegexInfo rest = {
        .least = bytes_times(once.least, node->least - copies),
        .most = bytes_times(once.most, bounded ? node->most - copies : ATOM_FAR),
        .bytes = once.bytes,
        .first = once.first,
        .last = once.last};
    extend(arena, sequence, &rest);
}

static void extend_by(Arena *arena, Sequence *sequence, const RegexNode *node) {
    if (node->type == REGEX_REPEAT) {
        extend_repeat(arena, sequence, node);
    } else if (node->type == REGEX_EITHER && !node->first->next) {
        for (const RegexNode *n = node->first->first; n; n = n->next)
            extend_by(arena, sequence, n);
    } else {
        RegexInfo next = info_of(arena, node);
        extend(arena, sequence, &next);
    }
}

static RegexInfo sequence_end(Arena *arena, Sequence *sequence) {
    RegexInfo *info = &sequence->info;
    if (info->exact) {
        info->literals = sequence->tail;
        info->bytes = sequence->tail_bytes;
        info->least = sequence->tail_least;
        info->most = sequence->tail_most;
        return *info;
    }
    end_tail(arena, sequence);
    AtomList *partners = sequence->second.len ? arena_new(arena, AtomList) : NULL;
    if (partners) *partners = sequence->second;
    vec_each(Atom, atom, &info->needed) {
        atom->at_top |= info->at_top;
        if (atom->partners || !partners) continue;
        atom->partners = partners;
        atom->partners_behind = sequence->second_behind;
    }
    return *info;
}

// ---- What each type of node tells

static bool is_shown(char c) { return c >= ' ' && c < 0x7F; }

static RegexInfo text_info(Arena *arena, const RegexNode *node) {
    Str text = node->literals;
    uint32_t len = (uint32_t)text.len;
    RegexInfo info = {.exact = true, .least = len, .most = len};
    info.literals = literals_one(arena, text);
    if (node->cased)
        byteset_add_one(&info.first, node->written.ptr[0]);
    else
        byteset_add(&info.first, text.ptr[0]);
    byteset_add(&info.last, text.ptr[len - 1]);
    for (size_t i = 0; i < len; i++) byteset_add(&info.bytes, text.ptr[i]);
    return info;
}

static RegexInfo char_info(Arena *arena, const RegexNode *node) {
    const CharSet *set = node->set;
    static const char SHOWN[] =
        " !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    RegexInfo info = {.least = 1, .most = set->other ? 4 : set->symbol_count ? 3 : 1};
    info.bytes = charset_bytes(set);
    info.first = charset_first_bytes(set);
    info.last = charset_last_bytes(set);
    if (node->cased) memcpy(info.first.bits, set->cased, sizeof set->cased);
    bool exact = !set->other;
    for (int c = 0; c < 0x80; c++)
        if (charset_has(set, (char)c) && !is_shown((char)c)) exact = false;
    bool digit = false;
    for (const char *c = SHOWN; *c; c++) {
        if (!charset_has(set, *c) || (byte_is_digit(*c) && digit)) continue;
        digit |= byte_is_digit(*c);
        *vec_push(arena, &info.literals) = byte_is_digit(*c) ? STR("0") : (Str){c, 1};
    }
    for (uint32_t i = 0; i < set->symbol_count; i++)
        *vec_push(arena, &info.literals) = set->symbols[i];
    info.exact = exact && info.literals.len && info.literals.len <= CLASS_MOST;
    return info;
}

static RegexInfo repeat_info(Arena *arena, const RegexNode *node) {
    Sequence sequence = sequence_start(arena);
    extend_repeat(arena, &sequence, node);
    return sequence_end(arena, &sequence);
}

static RegexInfo sequence_info(Arena *arena, const RegexNode *node) {
    Sequence sequence = sequence_start(arena);
    for (const RegexNode *piece = node->first; piece; piece = piece->next)
        extend_by(arena, &sequence, piece);
    return sequence_end(arena, &sequence);
}

// Lets `other` be the last of the alternatives gathered in `info`.
static void unite(Arena *arena, RegexInfo *info, const RegexInfo *other) {
    if (other->least < info->least) info->least = other->least;
    if (other->most > info->most) info->most = other->most;
    byteset_unite(&info->bytes, &other->bytes);
    byteset_unite(&info->first, &other->first);
    byteset_unite(&info->last, &other->last);
    if (info->exact && other->exact &&
        info->literals.len + other->literals.len <= LITERALS_MOST) {
        vec_each(const Str, text, &other->literals)
            *vec_push(arena, &info->literals) = *text;
    } else {
        AtomList left = info_atoms(arena, info), right = info_atoms(arena, other);
        bool known = left.len && right.len && left.len + right.len <= ATOMS_MOST;
        info->exact = false;
        info->needed = known ? left : (AtomList){0};
        for (size_t i = 0; known && i < right.len; i++)
            *vec_push(arena, &info->needed) = right.items[i];
    }
    info->at_top &= other->at_top;
}

static RegexInfo either_info(Arena *arena, const RegexNode *node) {
    RegexInfo all = info_of(arena, node->first);
    for (const RegexNode *branch = node->first->next; branch; branch = branch->next) {
        RegexInfo next = info_of(arena, branch);
        unite(arena, &all, &next);
    }
    return all;
}

static RegexInfo anything(void) {
    return (RegexInfo){.most = ATOM_FAR,
                       .bytes = charset_bytes(&CHARSET_EVERY),
                       .first = charset_first_bytes(&CHARSET_EVERY),
                       .last = charset_last_bytes(&CHARSET_EVERY)};
}

static RegexInfo info_of(Arena *arena, const RegexNode *node) {
    RegexInfo nothing = {.exact = true};
    switch (node->type) {
    case REGEX_TEXT: return text_info(arena, node);
    case REGEX_CHAR: return char_info(arena, node);
    case REGEX_SEQUENCE: return sequence_info(arena, node);
    case REGEX_EITHER: return either_info(arena, node);
    case REGEX_ANYTHING: return anything();
    case REGEX_EDGE: nothing.literals = literals_edge(arena); return nothing;
    case REGEX_TOP: nothing.at_top = true; break;
    case REGEX_REPEAT: return repeat_info(arena, node);
    case REGEX_ASSERTION: break;
    }
    nothing.literals = literals_one(arena, (Str){0});
    return nothing;
}

RegexInfo regex_info(Arena *arena, const Regex *regex, bool whole_words) {
    if (!regex->root) return anything();
    RegexNode edge = {.type = whole_words ? REGEX_EDGE : REGEX_ASSERTION};
    Sequence sequence = sequence_start(arena);
    extend_by(arena, &sequence, &edge);
    extend_by(arena, &sequence, regex->root);
    extend_by(arena, &sequence, &edge);
    RegexInfo info = sequence_end(arena, &sequence);
    info.simple = regex->simple;
    return info;
}

#include "match/part.h"

#include "match/letters.h"

enum {
    PRODUCT_MOST = 64, // texts that parts are multiplied out to
    TEXTS_MOST = 256,  // alternatives that are kept as texts
    ATOMS_MOST = 2000, // of one part
    CLASS_MOST = 8,    // characters of a class that are told apart
    COPIES_MOST = 4,   // of a repeated part
};

// In a text: not inside a word, here.
#define EDGE '\1'

// A sequence on its way to being a part.
typedef struct {
    Part part;          // what was found before the tail
    double cost;        // of part.needed
    AtomList second;    // what is known to be needed besides, and is the next in cost
    double second_cost; // of it
    PartTexts
        tail; // what the pieces since the last one that is not exact multiply out to
    uint32_t tail_least, tail_most;
    ByteSet tail_bytes;
    ByteSet before_tail; // first bytes of the match, if it begins before the tail
} Sequence;

static Part part_of(Arena *arena, const RegexNode *node);

uint32_t bytes_add(uint32_t a, uint32_t b) { return a > ATOM_FAR - b ? ATOM_FAR : a + b; }

static uint32_t bytes_times(uint32_t a, uint32_t b) {
    return a && b > ATOM_FAR / a ? ATOM_FAR : a * b;
}

// ---- Texts

static PartTexts one_text(Arena *arena, Str text) {
    PartTexts texts = {0};
    *vec_push(arena, &texts) = text;
    return texts;
}

static PartTexts edge_text(Arena *arena) {
    static const char MARK = EDGE;
    return one_text(arena, (Str){&MARK, 1});
}

static Str concatenate(Arena *arena, Str a, Str b) {
    if (!a.len || !b.len) return a.len ? a : b;
    char *both = arena_raw(arena, a.len + b.len);
    memcpy(both, a.ptr, a.len);
    memcpy(both + a.len, b.ptr, b.len);
    return (Str){both, a.len + b.len};
}

static PartTexts multiply(Arena *arena, const PartTexts *heads, const PartTexts *tails) {
    PartTexts product = {0};
    vec_each(const Str, head, heads)
        vec_each(const Str, tail, tails)
            *vec_push(arena, &product) = concatenate(arena, *head, *tail);
    return product;
}

static bool all_end_at_edge(const PartTexts *texts) {
    vec_each(const Str, text, texts)
        if (!text->len || text->ptr[text->len - 1] != EDGE) return false;
    return true;
}

// ---- Atoms

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
static AtomList list_atoms(Arena *arena, const PartTexts *texts) {
    AtomList list = {0};
    vec_each(const Str, text, texts) {
        Atom *atom = vec_push(arena, &list);
        *atom = atom_of(arena, *text);
        if (!atom->text.len) return (AtomList){0};
        byteset_add(&atom->first, atom->text.ptr[0]);
    }
    return list;
}

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

AtomList part_needs(Arena *arena, const Part *part) {
    if (!part->exact) return part->needed;
    AtomList list = list_atoms(arena, &part->texts);
    vec_each(Atom, atom, &list) atom->at_top = part->at_top;
    return list;
}

// ---- Sequences

static Sequence sequence_start(Arena *arena) {
    return (Sequence){.part.exact = true, .tail = one_text(arena, (Str){0})};
}

// Notes that one of `candidate` is needed. The two lists that cost least are kept.
static void prefer(Sequence *sequence, AtomList candidate) {
    Part *part = &sequence->part;
    double cost = atoms_cost(&candidate);
    if (!candidate.len) return;
    if (!part->needed.len || cost < sequence->cost) {
        sequence->second = part->needed;
        sequence->second_cost = sequence->cost;
        part->needed = candidate;
        sequence->cost = cost;
    } else if (!sequence->second.len || cost < sequence->second_cost) {
        sequence->second = candidate;
        sequence->second_cost = cost;
    }
}

// Moves atoms to where they stand in the sequence: behind its part, which ends at an edge
// or not.
static void move(const Sequence *sequence, AtomList *list, bool edge) {
    const Part *part = &sequence->part;
    vec_each(Atom, atom, list) {
        atom->edge_before |= edge && !atom->most && byte_is_ascii_word(atom->text.ptr[0]);
        if (part->least) atom->first = sequence->before_tail;
        byteset_unite(&atom->first, &sequence->before_tail);
        byteset_unite(&atom->before, &sequence->part.bytes);
        atom->least = bytes_add(atom->least, part->least);
        atom->most = bytes_add(atom->most, part->most);
    }
}

static void start_tail(Arena *arena, Sequence *sequence, bool edge) {
    const Part *part = &sequence->part;
    edge |= part->least && !byteset_has_word(&part->last);
    sequence->tail = edge ? edge_text(arena) : one_text(arena, (Str){0});
    sequence->tail_least = sequence->tail_most = 0;
    sequence->tail_bytes = (ByteSet){0};
    sequence->before_tail = part->first;
}

static void end_tail(Arena *arena, Sequence *sequence) {
    Part *part = &sequence->part;
    AtomList list = list_atoms(arena, &sequence->tail);
    move(sequence, &list, false); // the texts have their edges
    prefer(sequence, list);
    part->exact = false;
    byteset_unite(&part->bytes, &sequence->tail_bytes);
    part->least = bytes_add(part->least, sequence->tail_least);
    part->most = bytes_add(part->most, sequence->tail_most);
    start_tail(arena, sequence, all_end_at_edge(&sequence->tail));
}

static void extend_exact(Arena *arena, Sequence *sequence, const Part *next) {
    size_t heads = sequence->tail.len, tails = next->texts.len;
    if (heads > 1 && tails > 1 && heads * tails > PRODUCT_MOST) end_tail(arena, sequence);
    sequence->tail = multiply(arena, &sequence->tail, &next->texts);
    byteset_unite(&sequence->tail_bytes, &next->bytes);
    sequence->tail_least = bytes_add(sequence->tail_least, next->least);
    sequence->tail_most = bytes_add(sequence->tail_most, next->most);
}

static void extend_other(Arena *arena, Sequence *sequence, const Part *next) {
    Part *part = &sequence->part;
    AtomList moved = {0};
    end_tail(arena, sequence);
    vec_each(const Atom, atom, &next->needed) *vec_push(arena, &moved) = *atom;
    move(sequence, &moved, all_end_at_edge(&sequence->tail));
    prefer(sequence, moved);
    byteset_unite(&part->bytes, &next->bytes);
    part->least = bytes_add(part->least, next->least);
    part->most = bytes_add(part->most, next->most);
}

static void extend(Arena *arena, Sequence *sequence, const Part *next) {
    Part *part = &sequence->part;
    bool empty = !part->least && !sequence->tail_least; // it may be, up to here
    if (!bytes_add(part->most, sequence->tail_most)) part->at_top |= next->at_top;
    if (next->exact)
        extend_exact(arena, sequence, next);
    else
        extend_other(arena, sequence, next);
    if (empty) byteset_unite(&part->first, &next->first);
    if (next->least) part->last = (ByteSet){0};
    byteset_unite(&part->last, &next->last);
    if (!next->exact) start_tail(arena, sequence, false);
}

static void extend_repeat(Arena *arena, Sequence *sequence, const RegexNode *node) {
    Part once = part_of(arena, node->first);
    if (!node->least && node->most == 1 && once.exact) {
        *vec_push(arena, &once.texts) = (Str){0};
        once.least = 0;
        once.at_top = false;
        extend(arena, sequence, &once);
        return;
    }
    uint32_t copies = node->least < COPIES_MOST ? node->least : COPIES_MOST;
    for (uint32_t i = 0; i < copies; i++) extend(arena, sequence, &once);
    if (node->most == copies) return;
    bool bounded = node->most != REGEX_UNBOUNDED;
    Part rest = {.least = bytes_times(once.least, node->least - copies),
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
        Part next = part_of(arena, node);
        extend(arena, sequence, &next);
    }
}

static Part sequence_end(Arena *arena, Sequence *sequence) {
    Part *part = &sequence->part;
    if (part->exact) {
        part->texts = sequence->tail;
        part->bytes = sequence->tail_bytes;
        part->least = sequence->tail_least;
        part->most = sequence->tail_most;
        return *part;
    }
    end_tail(arena, sequence);
    AtomList *partners = sequence->second.len ? arena_new(arena, AtomList) : NULL;
    if (partners) *partners = sequence->second;
    vec_each(Atom, atom, &part->needed) {
        atom->at_top |= part->at_top;
        if (!atom->partners) atom->partners = partners;
    }
    return *part;
}

// ---- The parts of each kind of node

static bool is_shown(char c) { return c >= ' ' && c < 0x7F; }

static Part text_part(Arena *arena, Str text) {
    uint32_t len = (uint32_t)text.len;
    Part part = {.exact = true, .least = len, .most = len};
    part.texts = one_text(arena, text);
    byteset_add(&part.first, text.ptr[0]);
    byteset_add(&part.last, text.ptr[len - 1]);
    for (size_t i = 0; i < len; i++) byteset_add(&part.bytes, text.ptr[i]);
    return part;
}

static Part char_part(Arena *arena, const CharSet *set) {
    static const char SHOWN[] =
        " !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    Part part = {.least = 1, .most = set->other ? 4 : set->symbol_count ? 3 : 1};
    part.bytes = charset_bytes(set);
    part.first = charset_first_bytes(set);
    part.last = charset_last_bytes(set);
    bool exact = !set->other;
    for (int c = 0; c < 0x80; c++)
        if (charset_has(set, (char)c) && !is_shown((char)c)) exact = false;
    bool digit = false;
    for (const char *c = SHOWN; *c; c++) {
        if (!charset_has(set, *c) || (byte_is_digit(*c) && digit)) continue;
        digit |= byte_is_digit(*c);
        *vec_push(arena, &part.texts) = byte_is_digit(*c) ? STR("0") : (Str){c, 1};
    }
    for (uint32_t i = 0; i < set->symbol_count; i++)
        *vec_push(arena, &part.texts) = set->symbols[i];
    part.exact = exact && part.texts.len && part.texts.len <= CLASS_MOST;
    return part;
}

static Part repeat_part(Arena *arena, const RegexNode *node) {
    Sequence sequence = sequence_start(arena);
    extend_repeat(arena, &sequence, node);
    return sequence_end(arena, &sequence);
}

static Part sequence_part(Arena *arena, const RegexNode *node) {
    Sequence sequence = sequence_start(arena);
    for (const RegexNode *piece = node->first; piece; piece = piece->next)
        extend_by(arena, &sequence, piece);
    return sequence_end(arena, &sequence);
}

static void append(Arena *arena, AtomList *list, const AtomList *more) {
    vec_each(const Atom, atom, more) *vec_push(arena, list) = *atom;
}

// Lets `other` be the last of the alternatives gathered in `part`.
static void unite(Arena *arena, Part *part, const Part *other) {
    if (other->least < part->least) part->least = other->least;
    if (other->most > part->most) part->most = other->most;
    byteset_unite(&part->bytes, &other->bytes);
    byteset_unite(&part->first, &other->first);
    byteset_unite(&part->last, &other->last);
    if (part->exact && other->exact && part->texts.len + other->texts.len <= TEXTS_MOST) {
        vec_each(const Str, text, &other->texts) *vec_push(arena, &part->texts) = *text;
    } else {
        AtomList left = part_needs(arena, part), right = part_needs(arena, other);
        bool known = left.len && right.len && left.len + right.len <= ATOMS_MOST;
        part->exact = false;
        part->needed = known ? left : (AtomList){0};
        if (known) append(arena, &part->needed, &right);
    }
    part->at_top &= other->at_top;
}

static Part either_part(Arena *arena, const RegexNode *node) {
    Part all = part_of(arena, node->first);
    for (const RegexNode *branch = node->first->next; branch; branch = branch->next) {
        Part next = part_of(arena, branch);
        unite(arena, &all, &next);
    }
    return all;
}

static Part anything(void) {
    return (Part){.most = ATOM_FAR,
                  .bytes = charset_bytes(&CHARSET_EVERY),
                  .first = charset_first_bytes(&CHARSET_EVERY),
                  .last = charset_last_bytes(&CHARSET_EVERY)};
}

static Part part_of(Arena *arena, const RegexNode *node) {
    Part nothing = {.exact = true};
    switch (node->type) {
    case REGEX_TEXT: return text_part(arena, node->literals);
    case REGEX_CHAR: return char_part(arena, node->set);
    case REGEX_SEQUENCE: return sequence_part(arena, node);
    case REGEX_EITHER: return either_part(arena, node);
    case REGEX_ANYTHING: return anything();
    case REGEX_EDGE: nothing.texts = edge_text(arena); return nothing;
    case REGEX_TOP: nothing.at_top = true; break;
    case REGEX_REPEAT: return repeat_part(arena, node);
    case REGEX_ASSERTION: break;
    }
    nothing.texts = one_text(arena, (Str){0});
    return nothing;
}

Part part_read(Arena *arena, const Regex *regex, bool whole_words) {
    if (!regex->root) return anything();
    RegexNode edge = {.type = whole_words ? REGEX_EDGE : REGEX_ASSERTION};
    Sequence sequence = sequence_start(arena);
    extend_by(arena, &sequence, &edge);
    extend_by(arena, &sequence, regex->root);
    extend_by(arena, &sequence, &edge);
    Part part = sequence_end(arena, &sequence);
    part.simple = regex->simple;
    return part;
}

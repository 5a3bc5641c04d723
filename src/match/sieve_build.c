#include "base/buf.h"
#include "base/map.h"
#include "match/sieve_tree.h"

typedef enum { END_ATOM, END_PARTNER, END_COUNT } EndType;

// An atom or partner on its way to its node.
typedef struct Item Item;
struct Item {
    Item *next; // of the same list
    SieveAtom atom;
    uint32_t gate;
    EndType type;
    char text[]; // atom.length bytes
};

struct SieveBuild {
    Arena *arena; // the sieve's
    Sieve *sieve;
    Arena scratch;
    Item *from[ROOT_COUNT];           // what is to stand below each root
    size_t count[END_COUNT], letters; // of all items
    Map lists;                        // of partners, as text -> their number
    VEC(ByteSet) sets;
    Map set_numbers; // the bytes of a set -> its place there, which an item has at first
    // What is made, with room for all of it.
    SieveNode *nodes;
    uint32_t *ends;
    SieveAtom *atoms;
};

static uint8_t class_of(unsigned char c) {
    static const char MARKS[] = " '-.,!?\"#$%&()*+/:;<=>@[\\]^`{|}~";
    if (c >= 0x80) return 0;
    if (c >= '0' && c <= '9') return CLASS_DIGIT;
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
        return (uint8_t)(CLASS_LETTER + (c | 0x20) - 'a');
    if (c == '_') return CLASS_UNDERLINE;
    const char *at = c ? strchr(MARKS, c) : NULL;
    return (uint8_t)(at ? CLASS_OTHER + (at - MARKS) : CLASS_NONE);
}

static void classify(Sieve *sieve) {
    for (int c = 0; c < 256; c++) sieve->class_of[c] = class_of((unsigned char)c);
}

static void add_item_below(SieveBuild *build, SieveRoot root, Str text,
                           const Item *said) {
    Item *item = arena_raw(&build->scratch, sizeof *item + text.len);
    *item = *said;
    item->next = build->from[root];
    memcpy(item->text, text.ptr, text.len);
    build->from[root] = item;
    build->count[item->type]++;
    build->letters += text.len;
}

// `list`: of partners, that it needs or is in.
static void add_item(SieveBuild *build, const Atom *atom, EndType type, uint32_t list,
                     const SieveAtom *said) {
    Item item = {.atom = *said, .type = type};
    item.atom.length = (uint32_t)atom->text.len;
    item.gate = list * GATE_LIST + atom->edge_after * GATE_EDGE;
    if (atom->text.len > build->sieve->longest) build->sieve->longest = item.atom.length;
    add_item_below(build, ROOT_START, atom->text, &item);
    if (!atom->edge_before && byte_is_ascii_word(atom->text.ptr[0]))
        add_item_below(build, ROOT_INSIDE, atom->text, &item);
}

static Str text_of_list(Arena *arena, const AtomList *list) {
    Buf out = {.arena = arena};
    vec_each(const Atom, atom, list) {
        buf_put(&out, atom->text);
        buf_byte(&out, (char)(1 + atom->edge_before + 2 * atom->edge_after));
    }
    return buf_str(&out);
}

// The number of a list of partners; those that are the same have the same.
static uint32_t add_partners(SieveBuild *build, const AtomList *list) {
    Sieve *sieve = build->sieve;
    Str text = text_of_list(&build->scratch, list);
    uint32_t number =
        map_add(&build->scratch, &build->lists, text, sieve->partner_lists + 1);
    if (number <= sieve->partner_lists) return number;
    sieve->partner_lists = number;
    vec_each(const Atom, atom, list)
        add_item(build, atom, END_PARTNER, number, &(SieveAtom){0});
    return number;
}

// The place of a set among those that differ; most often it is `last`, that of the atom
// before.
static int32_t add_set(SieveBuild *build, int32_t last, const ByteSet *set) {
    Arena *scratch = &build->scratch;
    if (last >= 0 && memcmp(&build->sets.items[last], set, sizeof *set) == 0) return last;
    Str bytes = {(const char *)set, sizeof *set};
    uint32_t number = map_get(&build->set_numbers, bytes);
    if (number != MAP_NONE) return (int32_t)number;
    number = (uint32_t)build->sets.len;
    map_add(scratch, &build->set_numbers, str_copy(scratch, bytes), number);
    *vec_push(scratch, &build->sets) = *set;
    return (int32_t)number;
}

void sieve_add(SieveBuild *build, const Atoms *atoms, uint32_t pattern, uint32_t branch) {
    const AtomList *list = &atoms->list, *before = NULL;
    static const ByteSet ANY = {{UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX}};
    int32_t first = -1, between = -1, after = -1;
    uint32_t partners = 0;
    for (uint32_t i = 0; i < list->len; i++) {
        const Atom *atom = &list->items[i];
        first = add_set(build, first, &atom->first);
        between = add_set(build, between, &atom->before);
        after = add_set(build, after, atom->closed ? &atom->after : &ANY);
        if (atom->partners != before)
            partners = atom->partners ? add_partners(build, atom->partners) : 0;
        before = atom->partners;
        add_item(build, atom, END_ATOM, partners,
                 &(SieveAtom){.pattern = pattern,
                              .branch = (uint16_t)branch,
                              .number = (uint16_t)i,
                              .least = atom->least,
                              .most = atom->most,
                              .first = first,
                              .before = between,
                              .after = after,
                              .closed = atom->closed,
                              .at_top = atom->at_top,
                              .whole = atoms->whole});
    }
}

static int class_at(const Sieve *sieve, const Item *item, uint32_t at) {
    return sieve->class_of[(uint8_t)item->text[at]];
}

// What is below a node: lists of items.
typedef struct {
    Item *ends[END_COUNT];
    uint64_t children; // a bit a class
    Item *of_child[CLASS_COUNT];
} Below;

// Deals out a list of items whose first `depth` bytes led to a node.
static void deal(const Sieve *sieve, Item *list, uint32_t depth, Below *below) {
    below->ends[END_ATOM] = below->ends[END_PARTNER] = NULL;
    below->children = 0;
    for (Item *item = list, *next; item; item = next) {
        Item **to = &below->ends[item->type];
        if (depth < item->atom.length) {
            int class = class_at(sieve, item, depth);
            uint64_t bit = 1ULL << class;
            to = &below->of_child[class];
            if (!(below->children & bit)) *to = NULL;
            below->children |= bit;
        }
        next = item->next;
        item->next = *to;
        *to = item;
    }
}

enum { ENDS_HEAD = sizeof(SieveEnds) / sizeof(uint32_t) };

// Makes room for all there could be: a node a letter, if no two atoms began alike. Of
// what is left over no page is ever touched, so it takes no memory.
static void make_room(SieveBuild *build) {
    size_t atoms = build->count[END_ATOM], sets = build->sets.len;
    size_t ends = ENDS_HEAD + (atoms + build->count[END_PARTNER]) * (ENDS_HEAD + 1);
    size_t at = sieve_sets_at(atoms);
    build->atoms = arena_raw(build->arena, at + sets * sizeof(ByteSet));
    build->ends = arena_raw(build->arena, ends * sizeof *build->ends);
    build->nodes =
        arena_raw(build->arena, (ROOT_COUNT + build->letters) * sizeof *build->nodes);
    memset(build->atoms + atoms, 0, at - atoms * sizeof *build->atoms);
    if (sets)
        memcpy((char *)build->atoms + at, build->sets.items, sets * sizeof(ByteSet));
    memset(build->ends, 0, ENDS_HEAD * sizeof *build->ends);
    Sieve *sieve = build->sieve;
    sieve->counts = (Counts){ROOT_COUNT, ENDS_HEAD, 0, (uint32_t)sets};
    sieve->nodes = build->nodes, sieve->ends = build->ends, sieve->atoms = build->atoms;
}

static void put_atom(SieveBuild *build, const Item *item) {
    uint32_t number = build->sieve->counts.atoms++;
    SieveAtom *put = &build->atoms[number];
    int32_t size = sizeof(ByteSet);
    size_t sets_at = sieve_sets_at(build->count[END_ATOM]);
    int32_t distance = (int32_t)(sets_at - number * sizeof *put);
    *put = item->atom;
    put->first = distance + item->atom.first * size;
    put->before = distance + item->atom.before * size;
    put->after = distance + item->atom.after * size;
}

// Gives how many they are.
static uint32_t put_gates(SieveBuild *build, const Item *list) {
    uint32_t *at = &build->sieve->counts.ends, first = *at;
    for (const Item *item = list; item; item = item->next)
        build->ends[(*at)++] = item->gate;
    return *at - first;
}

// Lays the items of a node side by side; gives where in Sieve.ends they lie.
static uint32_t put_ends(SieveBuild *build, Item *const lists[END_COUNT]) {
    Counts *counts = &build->sieve->counts;
    if (!lists[END_ATOM] && !lists[END_PARTNER]) return 0;
    uint32_t number = counts->ends;
    SieveEnds *put = (void *)(build->ends + number);
    counts->ends += ENDS_HEAD;
    put->first = counts->atoms;
    put->atoms = put_gates(build, lists[END_ATOM]);
    put->partners = put_gates(build, lists[END_PARTNER]);
    for (const Item *item = lists[END_ATOM]; item; item = item->next)
        put_atom(build, item);
    return number | (lists[END_ATOM] ? ENDS_ATOMS : 0) |
           (lists[END_PARTNER] ? ENDS_PARTNERS : 0);
}

// What hangs on a node of which only one item is left: a chain.
static void put_chain(SieveBuild *build, Item *item, uint32_t node, uint32_t depth) {
    Counts *counts = &build->sieve->counts;
    Item *ends[END_COUNT] = {NULL};
    for (; depth < item->atom.length; depth++) {
        uint64_t child = 1ULL << class_at(build->sieve, item, depth);
        build->nodes[node] = (SieveNode){child, counts->nodes, 0};
        node = counts->nodes++;
    }
    ends[item->type] = item;
    build->nodes[node] = (SieveNode){0, counts->nodes, put_ends(build, ends)};
}

// The children of a node stand side by side, and behind them what hangs on the last: a
// text that is followed along a chain of single children reads what lies together.
static void put_nodes(SieveBuild *build) {
    typedef struct {
        Item *list;
        uint32_t node, depth;
    } Pending;
    Counts *counts = &build->sieve->counts;
    size_t room = build->count[END_ATOM] + build->count[END_PARTNER] + ROOT_COUNT,
           pending = 0;
    Pending *stack = arena_raw(&build->scratch, room * sizeof *stack);
    Below below;
    for (uint32_t root = 0; root < ROOT_COUNT; root++)
        stack[pending++] = (Pending){build->from[root], root, 0};
    while (pending) {
        Pending next = stack[--pending];
        if (next.list && !next.list->next) {
            put_chain(build, next.list, next.node, next.depth);
            continue;
        }
        deal(build->sieve, next.list, next.depth, &below);
        build->nodes[next.node] =
            (SieveNode){below.children, counts->nodes, put_ends(build, below.ends)};
        for (uint64_t left = below.children; left; left &= left - 1)
            stack[pending++] = (Pending){below.of_child[__builtin_ctzll(left)],
                                         counts->nodes++, next.depth + 1};
    }
}

// The first two steps, which are taken everywhere, are made by table.
static void put_beginning(Sieve *sieve, int number, const SieveNode *first) {
    SieveBeginning *put = &sieve->beginnings[number];
    put->ends = first->ends;
    sieve->second[number] = first->ends ? UINT64_MAX : first->children;
    sieve->third[number] = first->ends ? UINT64_MAX : 0;
    for (int class = 0; class < CLASS_COUNT; class ++) {
        const SieveNode *node = sieve_next(sieve, first, class);
        if (!node) continue;
        put->nodes[class] = (uint32_t)(node - sieve->nodes);
        sieve->third[number] |= node->ends ? UINT64_MAX : node->children;
    }
}

static void put_beginnings(Sieve *sieve) {
    for (int root = 0; root < ROOT_COUNT; root++)
        for (int class = 0; class < CLASS_COUNT; class ++) {
            const SieveNode *first = sieve_next(sieve, &sieve->nodes[root], class);
            if (first) put_beginning(sieve, root * CLASS_COUNT + class, first);
        }
}

SieveBuild *sieve_start(Arena *arena) {
    SieveBuild *build = arena_new(arena, SieveBuild);
    build->arena = arena;
    build->sieve = arena_new(arena, Sieve);
    classify(build->sieve);
    return build;
}

Sieve *sieve_end(SieveBuild *build) {
    make_room(build);
    put_nodes(build);
    put_beginnings(build->sieve);
    arena_free(&build->scratch);
    return build->sieve;
}

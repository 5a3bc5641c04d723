#include "match/sieve.h"

#include "base/bits.h"
#include "base/buf.h"
#include "base/map.h"

// Bytes are told apart by class, of which there are 62: a letter's two cases are one,
// so are the digits, and so are all bytes outside ASCII; what is in no atom has none.
enum {
    CLASS_DIGIT = 1,
    CLASS_LETTER = 2,
    CLASS_OTHER = 28,
    CLASS_NONE = 63,
    CLASS_COUNT
};

// A node's children stand together, by class.
typedef struct {
    uint64_t children; // a bit a class
    uint32_t first;    // the first of them
    uint32_t ends;     // what ends here: its number among Sieve.ends, 0 for nothing
} SieveNode;

// From the start of a word, or a byte that is in none; and from inside a word.
typedef enum { ROOT_START, ROOT_INSIDE, ROOT_COUNT } SieveRoot;
typedef enum { END_ATOM, END_PARTNER, END_COUNT } EndType;

// The items of one node, by type.
typedef struct {
    uint32_t first[END_COUNT], count[END_COUNT];
} Ends;

struct Sieve {
    uint8_t class_of[256];
    bool in_word[256];
    uint32_t longest;                         // atom
    uint64_t begins[ROOT_COUNT][CLASS_COUNT]; // a bit for each byte behind one: go on
    uint32_t single[ROOT_COUNT]
                   [CLASS_COUNT]; // what ends behind one byte, as in SieveNode
    uint32_t pairs[ROOT_COUNT][CLASS_COUNT * CLASS_COUNT]; // behind two: the node, or 0
    SieveNode *nodes; // those of ROOT_START and ROOT_INSIDE first
    Ends *ends;
    SieveAtom *items;
    uint32_t partner_lists;
};

// ---- Building

// An atom or partner on its way to its node.
typedef struct Item Item;
struct Item {
    Item *next; // of the same list
    SieveAtom atom;
    EndType type;
    char text[]; // atom.length bytes
};

struct SieveBuild {
    Arena *arena; // the sieve's
    Sieve *sieve;
    Arena scratch;
    Item *from[ROOT_COUNT]; // what is to stand below each root
    size_t count, letters;  // of all items
    Map lists;              // of partners, as text -> their number
};

static uint8_t class_of(unsigned char c) {
    static const char MARKS[] = " '-.,!?\"#$%&()*+/:;<=>@[\\]^_`{|}~";
    if (c >= 0x80) return 0;
    if (c >= '0' && c <= '9') return CLASS_DIGIT;
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
        return (uint8_t)(CLASS_LETTER + (c | 0x20) - 'a');
    const char *at = c ? strchr(MARKS, c) : NULL;
    return (uint8_t)(at ? CLASS_OTHER + (at - MARKS) : CLASS_NONE);
}

static void classify(Sieve *sieve) {
    for (int c = 0; c < 256; c++) {
        sieve->class_of[c] = class_of((unsigned char)c);
        sieve->in_word[c] = byte_is_ascii_word((char)c);
    }
}

static void add_item_below(SieveBuild *build, SieveRoot root, EndType type, Str text,
                           const SieveAtom *atom) {
    Item *item = arena_raw(&build->scratch, sizeof *item + text.len);
    *item = (Item){.next = build->from[root], .atom = *atom, .type = type};
    memcpy(item->text, text.ptr, text.len);
    build->from[root] = item;
    build->count++;
    build->letters += text.len;
}

static void add_item(SieveBuild *build, const Atom *atom, EndType type, SieveAtom said) {
    said.length = (uint32_t)atom->text.len;
    said.edge_after = atom->edge_after;
    if (said.length > build->sieve->longest) build->sieve->longest = said.length;
    add_item_below(build, ROOT_START, type, atom->text, &said);
    if (!atom->edge_before && byte_is_ascii_word(atom->text.ptr[0]))
        add_item_below(build, ROOT_INSIDE, type, atom->text, &said);
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
        add_item(build, atom, END_PARTNER, (SieveAtom){.partners = number});
    return number;
}

// A copy of the set, or the one kept before when it is the same.
static const ByteSet *keep_set(Arena *arena, const ByteSet *kept, const ByteSet *set) {
    if (kept && memcmp(kept, set, sizeof *set) == 0) return kept;
    return memcpy(arena_raw(arena, sizeof *set), set, sizeof *set);
}

void sieve_add(SieveBuild *build, const Atoms *atoms, uint32_t pattern, uint32_t branch) {
    const AtomList *list = &atoms->list, *before = NULL;
    const ByteSet *first = NULL, *between = NULL;
    uint32_t partners = 0;
    for (uint32_t i = 0; i < list->len; i++) {
        const Atom *atom = &list->items[i];
        first = keep_set(build->arena, first, &atom->first);
        between = keep_set(build->arena, between, &atom->before);
        if (atom->partners != before)
            partners = atom->partners ? add_partners(build, atom->partners) : 0;
        before = atom->partners;
        add_item(build, atom, END_ATOM,
                 (SieveAtom){.pattern = pattern,
                             .branch = (uint16_t)branch,
                             .number = (uint16_t)i,
                             .least = atom->least,
                             .most = atom->most,
                             .partners = partners,
                             .first = first,
                             .before = between,
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

// How many were put where they stay.
typedef struct {
    uint32_t nodes, ends, items;
} Putting;

// Lays the items of a node side by side; gives their number among Sieve.ends.
static uint32_t put_ends(Sieve *sieve, Item *const lists[END_COUNT], Putting *next) {
    if (!lists[END_ATOM] && !lists[END_PARTNER]) return 0;
    Ends *put = &sieve->ends[++next->ends];
    for (int type = 0; type < END_COUNT; type++) {
        put->first[type] = next->items;
        for (const Item *item = lists[type]; item; item = item->next)
            sieve->items[next->items++] = item->atom;
        put->count[type] = next->items - put->first[type];
    }
    return next->ends;
}

// What hangs on a node of which only one item is left, as nearly everywhere: a chain.
static void put_chain(Sieve *sieve, Item *item, uint32_t node, uint32_t depth,
                      Putting *put) {
    Item *ends[END_COUNT] = {NULL};
    for (; depth < item->atom.length; depth++) {
        uint64_t child = 1ULL << class_at(sieve, item, depth);
        sieve->nodes[node] = (SieveNode){child, put->nodes, 0};
        node = put->nodes++;
    }
    ends[item->type] = item;
    sieve->nodes[node] = (SieveNode){0, put->nodes, put_ends(sieve, ends, put)};
}

// The children of a node stand side by side, and behind them what hangs on the last: a
// text that is followed along a chain of single children reads what lies together.
static void put_nodes(SieveBuild *build) {
    typedef struct {
        Item *list;
        uint32_t node, depth;
    } Pending;
    Arena *arena = build->arena;
    Sieve *sieve = build->sieve;
    size_t count = build->count, pending = 0;
    Pending *stack = arena_raw(&build->scratch, (count + ROOT_COUNT) * sizeof *stack);
    Putting put = {.nodes = ROOT_COUNT};
    Below below;
    sieve->items = arena_raw(arena, count * sizeof *sieve->items);
    sieve->ends = arena_raw(arena, (count + 1) * sizeof *sieve->ends);
    sieve->ends[0] = (Ends){0};
    // A node a letter, if no two atoms began alike. Of what is left over no page is ever
    // touched, so it takes no memory.
    sieve->nodes = arena_raw(arena, (ROOT_COUNT + build->letters) * sizeof *sieve->nodes);
    for (uint32_t root = 0; root < ROOT_COUNT; root++)
        stack[pending++] = (Pending){build->from[root], root, 0};
    while (pending) {
        Pending next = stack[--pending];
        if (next.list && !next.list->next) {
            put_chain(sieve, next.list, next.node, next.depth, &put);
            continue;
        }
        deal(sieve, next.list, next.depth, &below);
        sieve->nodes[next.node] =
            (SieveNode){below.children, put.nodes, put_ends(sieve, below.ends, &put)};
        for (uint64_t left = below.children; left; left &= left - 1)
            stack[pending++] = (Pending){below.of_child[__builtin_ctzll(left)],
                                         put.nodes++, next.depth + 1};
    }
}

static const SieveNode *next_node(const Sieve *sieve, const SieveNode *node, int class) {
    uint64_t bit = 1ULL << class;
    if (!(node->children & bit)) return NULL;
    return &sieve->nodes[node->first + bits_count(node->children & (bit - 1))];
}

// The first two steps, which are taken everywhere, are made by table.
static void put_tables(Sieve *sieve) {
    for (int root = 0; root < ROOT_COUNT; root++)
        for (int a = 0; a < CLASS_COUNT; a++) {
            const SieveNode *one = next_node(sieve, &sieve->nodes[root], a);
            if (!one) continue;
            sieve->single[root][a] = one->ends;
            sieve->begins[root][a] = one->ends ? UINT64_MAX : one->children;
            for (int b = 0; b < CLASS_COUNT; b++) {
                const SieveNode *two = next_node(sieve, one, b);
                if (two)
                    sieve->pairs[root][a * CLASS_COUNT + b] =
                        (uint32_t)(two - sieve->nodes);
            }
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
    put_nodes(build);
    put_tables(build->sieve);
    arena_free(&build->scratch);
    return build->sieve;
}

// ---- Scanning

// Follows the tree from `node` along the text from `at` on.
static SieveHit *follow(const Sieve *sieve, const SieveNode *node, Str text, size_t at,
                        SieveHit *hit) {
    for (;; at++) {
        *hit = (SieveHit){(uint32_t)at, node->ends};
        hit += node->ends != 0; // not a branch: it could not be foretold
        if (at == text.len) return hit;
        node = next_node(sieve, node, sieve->class_of[(uint8_t)text.ptr[at]]);
        if (!node) return hit;
    }
}

static SieveHit *scan(const Sieve *sieve, Str text, size_t at, SieveRoot root,
                      SieveHit *hit) {
    uint8_t a = sieve->class_of[(uint8_t)text.ptr[at]];
    *hit = (SieveHit){(uint32_t)at + 1, sieve->single[root][a]};
    hit += hit->ends != 0;
    if (at + 1 == text.len) return hit;
    uint8_t b = sieve->class_of[(uint8_t)text.ptr[at + 1]];
    uint32_t node = sieve->pairs[root][a * CLASS_COUNT + b];
    return node ? follow(sieve, &sieve->nodes[node], text, at + 2, hit) : hit;
}

// At the end of the text there is no second byte, which CLASS_NONE stands for.
void sieve_scan(const Sieve *sieve, Str text, Arena *arena, SieveHits *hits) {
    bool in_word = false;
    for (size_t at = 0; at < text.len; at++) {
        bool inside = in_word;
        in_word = sieve->in_word[(uint8_t)text.ptr[at]];
        SieveRoot root = inside && in_word ? ROOT_INSIDE : ROOT_START;
        uint8_t a = sieve->class_of[(uint8_t)text.ptr[at]];
        uint8_t b =
            at + 1 < text.len ? sieve->class_of[(uint8_t)text.ptr[at + 1]] : CLASS_NONE;
        if (!(sieve->begins[root][a] >> b & 1)) continue;
        while (hits->cap - hits->len <= sieve->longest)
            hits->items = vec_grow(arena, hits->items, &hits->cap, sizeof *hits->items);
        SieveHit *end = scan(sieve, text, at, root, hits->items + hits->len);
        hits->len = (size_t)(end - hits->items);
    }
}

static const SieveAtom *end_of(const Sieve *sieve, EndType type, const SieveHit *hit,
                               uint32_t *count) {
    const Ends *ends = &sieve->ends[hit->ends];
    *count = ends->count[type];
    return sieve->items + ends->first[type];
}

const SieveAtom *sieve_atoms(const Sieve *sieve, const SieveHit *hit, uint32_t *count) {
    return end_of(sieve, END_ATOM, hit, count);
}

const SieveAtom *sieve_partners(const Sieve *sieve, const SieveHit *hit,
                                uint32_t *count) {
    return end_of(sieve, END_PARTNER, hit, count);
}

uint32_t sieve_partner_lists(const Sieve *sieve) { return sieve->partner_lists; }

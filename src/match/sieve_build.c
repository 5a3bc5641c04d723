#include "base/buf.h"
#include "match/partners.h"
#include "match/sieve_place.h"

typedef enum { END_ATOM, END_PARTNER, END_COUNT } EndType;

// An atom or partner on its way to its node.
typedef struct Item Item;
struct Item {
    Item *next; // of the same list
    SieveAtom atom;
    SieveGate gate;  // of a partner only the list that it is in
    bool edge_after; // as in Atom
    EndType type;
    char text[]; // atom.length bytes
};

struct SieveBuild {
    Arena *arena; // the sieve's
    Sieve *sieve;
    Arena scratch;
    Item *from[ROOT_COUNT];  // what is to stand below each root
    size_t count[END_COUNT]; // of all items
    PartnerLists lists;
    VEC(ByteSet) sets;
    Map set_numbers; // the bytes of a set -> its place there
    Buf tracks;
    // What is made, with room for all of it.
    SievePlaces places;
    uint32_t *ends;
    SieveAtom *atoms;
};

static uint8_t class_of(unsigned char c) {
    static const char MARKS[] = " '-.,!?\"#$%&()*+/:;<=>@[\\]^`{|}~";
    if (c == 0xFF) return CLASS_END; // no byte of a text
    if (c >= 0x80) return CLASS_STRANGE;
    if (c >= '0' && c <= '9') return CLASS_DIGIT;
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
        return (uint8_t)(CLASS_LETTER + (c | 0x20) - 'a');
    if (c == '_') return CLASS_UNDERLINE;
    const char *at = c ? strchr(MARKS, c) : NULL;
    return (uint8_t)(at ? CLASS_MARK + (at - MARKS) : CLASS_OTHER);
}

static void add_item_below(SieveBuild *build, SieveRoot root, Str text,
                           const Item *said) {
    Item *item = arena_raw(&build->scratch, sizeof *item + text.len);
    *item = *said;
    item->next = build->from[root];
    memcpy(item->text, text.ptr, text.len);
    build->from[root] = item;
    build->count[item->type]++;
}

static void add_item(SieveBuild *build, const Atom *atom, const Item *said) {
    Item item = *said;
    item.atom.length = (uint32_t)atom->text.len;
    item.edge_after = atom->edge_after;
    if (atom->text.len > build->sieve->longest) build->sieve->longest = item.atom.length;
    add_item_below(build, ROOT_START, atom->text, &item);
    if (!atom->edge_before && byte_is_ascii_word(atom->text.ptr[0]))
        add_item_below(build, ROOT_INSIDE, atom->text, &item);
}

static uint32_t add_partners(SieveBuild *build, const Atom *of) {
    bool added;
    const AtomList *list = of->partners;
    if (!list) return 0;
    uint32_t number = partners_add(&build->lists, list, of->partners_behind, &added);
    for (uint32_t i = 0; added && i < list->len; i++)
        add_item(build, &list->items[i],
                 &(Item){.type = END_PARTNER, .gate = {.partners = number}});
    return number;
}

// The place of a set among those that differ; most often it is `last`, that of the atom
// before.
static uint32_t add_set(SieveBuild *build, uint32_t last, const ByteSet *set) {
    Arena *scratch = &build->scratch;
    if (last < build->sets.len && !memcmp(&build->sets.items[last], set, sizeof *set))
        return last;
    Str bytes = {(const char *)set, sizeof *set};
    uint32_t number = map_get(&build->set_numbers, bytes);
    if (number != MAP_NONE) return number;
    number = (uint32_t)build->sets.len;
    map_add(scratch, &build->set_numbers, str_copy(scratch, bytes), number);
    *vec_push(build->arena, &build->sets) = *set;
    return number;
}

// The offset that an atom ends at where so much of a match stands before it.
static uint16_t end_of(const Atom *atom, uint32_t before) {
    uint32_t end = bytes_add(before, (uint32_t)atom->text.len);
    return end < UINT16_MAX ? (uint16_t)end : UINT16_MAX;
}

// Adds a track behind the others; gives where it is.
static uint32_t add_track(SieveBuild *build, const Track *track) {
    Buf *tracks = &build->tracks;
    if (!track->len) return 0;
    uint32_t at = (uint32_t)tracks->len;
    buf_put(tracks, (Str){(const char *)track->steps, track->len});
    sieve_fill_line(tracks);
    return at;
}

static void add_branch(SieveBuild *build, uint32_t pattern, const SieveAtom *said,
                       const Atoms *atoms) {
    const AtomList *list = &atoms->list, *before = NULL;
    static const ByteSet ANY = {{UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX}};
    uint32_t first = 0, between = 0, after = 0, partners = 0;
    for (uint32_t i = 0; i < list->len; i++) {
        const Atom *atom = &list->items[i];
        first = add_set(build, first, &atom->first);
        between = add_set(build, between, &atom->before);
        after = add_set(build, after, atom->closed ? &atom->after : &ANY);
        if (atom->partners != before) partners = add_partners(build, atom);
        before = atom->partners;
        if (partners) partners_need(&build->lists, partners, atom);
        SieveGate gate = {partners, pattern, after, end_of(atom, atom->least),
                          atom->at_top ? end_of(atom, atom->most) : UINT16_MAX};
        SieveAtom kept = *said;
        kept.number = (uint16_t)i;
        kept.least = atom->least, kept.most = atom->most;
        kept.first = first, kept.before = between;
        kept.at_top = atom->at_top, kept.whole = atoms->whole;
        add_item(build, atom, &(Item){.type = END_ATOM, .atom = kept, .gate = gate});
    }
}

void sieve_add(SieveBuild *build, uint32_t pattern, const BranchKey *key,
               const Branches *branches) {
    for (uint16_t b = 0; b < branches->len; b++) {
        const Branch *branch = &branches->items[b];
        SieveAtom said = {
            .branch = b, .whole_words = key->whole_words, .unicode = key->unicode};
        if (branch->atoms.list.len) said.track = add_track(build, &branch->track);
        add_branch(build, pattern, &said, &branch->atoms);
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

enum {
    ENDS_HEAD = sizeof(SieveEnds) / sizeof(uint32_t),
    GATE = sizeof(SieveGate) / sizeof(uint32_t)
};

// Gives up the lists of partners that cost more than they save.
static void choose_partners(SieveBuild *build) {
    for (SieveRoot root = 0; root < ROOT_COUNT; root++)
        for (Item **link = &build->from[root], *item; (item = *link);) {
            bool worth_it = partners_are_worth_it(&build->lists, item->gate.partners);
            if (!worth_it) item->gate.partners = 0;
            if (!worth_it && item->type == END_PARTNER)
                *link = item->next;
            else
                link = &item->next;
        }
}

// Makes room for all ends there could be; of what is left over no page is ever touched,
// so it takes no memory.
static void make_room(SieveBuild *build) {
    size_t atoms = build->count[END_ATOM], partners = build->count[END_PARTNER];
    size_t ends = ENDS_HEAD + atoms * (ENDS_HEAD + GATE) + partners * (ENDS_HEAD + 1);
    build->atoms = arena_raw(build->arena, atoms * sizeof *build->atoms);
    build->ends = arena_raw(build->arena, ends * sizeof *build->ends);
    memset(build->ends, 0, ENDS_HEAD * sizeof *build->ends);
    Sieve *sieve = build->sieve;
    sieve->counts = (Counts){.ends = ENDS_HEAD,
                             .sets = (uint32_t)build->sets.len,
                             .tracks = (uint32_t)build->tracks.len};
    sieve->ends = build->ends, sieve->atoms = build->atoms;
    sieve->sets = build->sets.items;
    sieve->tracks = (const uint8_t *)build->tracks.ptr;
}

// ---- Nodes and what ends there

// Puts words behind the others of the ends.
static void put_words(SieveBuild *build, const void *words, size_t count) {
    uint32_t *at = &build->sieve->counts.ends;
    memcpy(build->ends + *at, words, count * sizeof *build->ends);
    *at += (uint32_t)count;
}

// Those of a list that need no edge behind them, or that do; gives how many they are.
static uint32_t put_atoms(SieveBuild *build, const Item *list, bool edge) {
    uint32_t count = 0;
    for (const Item *item = list; item; item = item->next) {
        if (item->edge_after != edge) continue;
        put_words(build, &item->gate, GATE);
        build->atoms[build->sieve->counts.atoms++] = item->atom;
        count++;
    }
    return count;
}

// Of partners, likewise, those that stand behind the atoms that need them, or in front.
static uint32_t put_partners(SieveBuild *build, const Item *list, bool behind,
                             bool edge) {
    uint32_t count = 0;
    for (const Item *item = list; item; item = item->next) {
        if (item->edge_after != edge || item->gate.partners % 2 != behind) continue;
        put_words(build, &item->gate.partners, 1);
        count++;
    }
    return count;
}

// Lays the items of a node side by side; gives where in Sieve.ends they lie.
static uint32_t put_ends(SieveBuild *build, Item *const lists[END_COUNT]) {
    const Item *atoms = lists[END_ATOM], *partners = lists[END_PARTNER];
    Counts *counts = &build->sieve->counts;
    if (!atoms && !partners) return 0;
    uint32_t edged = put_partners(build, partners, false, true);
    uint32_t plain = put_partners(build, partners, false, false), number = counts->ends;
    SieveEnds *put = (void *)(build->ends + number);
    counts->ends += ENDS_HEAD;
    put->first = counts->atoms;
    put->in_front[EDGE_NONE] = plain, put->in_front[EDGE] = plain + edged;
    plain = put_partners(build, partners, true, false);
    edged = put_partners(build, partners, true, true);
    put->behind[EDGE_NONE] = plain, put->behind[EDGE] = plain + edged;
    put->atoms[EDGE_NONE] = put_atoms(build, atoms, false);
    put->atoms[EDGE] = put->atoms[EDGE_NONE] + put_atoms(build, atoms, true);
    return number | (atoms ? ENDS_ATOMS : 0) | (partners ? ENDS_PARTNERS : 0);
}

// Where a tail ends that begins behind so many letters: with a word at the latest.
static uint32_t tail_end(const Item *item, uint32_t depth) {
    uint32_t end = depth;
    while (end < item->atom.length && end < depth + TAIL_MOST)
        if (item->text[end++] == ' ') break;
    return end;
}

// Puts what is left of an item behind its first `depth` letters where a node is.
static void put_tail(SieveBuild *build, Item *item, uint32_t node, uint32_t depth) {
    Item *ends[END_COUNT] = {NULL};
    uint32_t length = item->atom.length, end;
    ends[item->type] = item;
    do {
        end = tail_end(item, depth);
        SieveNode tail = {.children = end - depth};
        tail.children <<= TAIL_COUNT;
        for (uint32_t at = depth; at < end; at++)
            tail.children |= (uint64_t)class_at(build->sieve, item, at)
                             << 8 * (at - depth);
        uint32_t next = end < length ? sieve_place(&build->places, 1) : 0;
        tail.below = TAIL + next;
        if (!next) tail.ends = put_ends(build, ends);
        build->places.nodes.items[node] = tail;
        node = next, depth = end;
    } while (end < length);
}

// Nodes on their way.
typedef struct {
    Item *list;
    uint32_t node, depth;
} Pending;
typedef VEC(Pending) PendingNodes;

static void put_node(SieveBuild *build, Pending next, PendingNodes *pending) {
    Below below;
    deal(build->sieve, next.list, next.depth, &below);
    uint32_t at = below.children ? sieve_place(&build->places, below.children) : 0;
    build->places.nodes.items[next.node] =
        (SieveNode){below.children, at, put_ends(build, below.ends)};
    for (uint64_t left = below.children; left; left &= left - 1) {
        uint32_t class = (uint32_t)__builtin_ctzll(left);
        *vec_push(&build->scratch, pending) =
            (Pending){below.of_child[class], at + class, next.depth + 1};
    }
}

static void put_nodes(SieveBuild *build) {
    enum { STEPS = 2 }; // before a tail; what comes next is told for them (put_thirds)
    PendingNodes pending = {0};
    for (uint32_t root = 0; root < ROOT_COUNT; root++)
        *vec_push(&build->scratch, &pending) =
            (Pending){build->from[root], sieve_place(&build->places, 1), 0};
    while (pending.len) {
        Pending next = pending.items[--pending.len];
        if (next.depth < STEPS || next.list->next)
            put_node(build, next, &pending);
        else
            put_tail(build, next.list, next.node, next.depth);
    }
    build->sieve->nodes = build->places.nodes.items;
    build->sieve->counts.nodes = (uint32_t)build->places.nodes.len;
}

// What can come next behind a node; anything where something ends.
static uint64_t followers(const SieveNode *node) {
    if (node->below < TAIL) return node->ends ? UINT64_MAX : node->children;
    return tail_letters(node) ? 1ULL << (node->children & 0xFF) : UINT64_MAX;
}

// What can come next behind a first letter and each second one.
static void put_followers(const Sieve *sieve, const SieveNode *first,
                          uint64_t thirds[CLASS_COUNT]) {
    for (int second = 0; second < CLASS_COUNT; second++) {
        const SieveNode *node = sieve_next(sieve, first, second);
        thirds[second] = first->ends ? UINT64_MAX : node ? followers(node) : 0;
    }
}

static void put_thirds(SieveBuild *build) {
    Sieve *sieve = build->sieve;
    SieveThirds *thirds = arena_array(build->arena, SieveThirds, ROOT_COUNT);
    for (int root = 0; root < ROOT_COUNT; root++)
        for (int class = 0; class < CLASS_COUNT; class ++) {
            const SieveNode *first = sieve_next(sieve, &sieve->nodes[root], class);
            if (first) put_followers(sieve, first, thirds[root].of[class]);
        }
    sieve->thirds = thirds;
}

SieveBuild *sieve_start(Arena *arena) {
    SieveBuild *build = arena_new(arena, SieveBuild);
    *build = (SieveBuild){
        .arena = arena, .sieve = arena_new(arena, Sieve), .tracks.arena = arena};
    build->places = (SievePlaces){.arena = arena, .scratch = &build->scratch};
    sieve_fill_line(&build->tracks); // no track is at 0
    build->lists = partner_lists(&build->scratch);
    for (int c = 0; c < 256; c++) build->sieve->class_of[c] = class_of((uint8_t)c);
    return build;
}

Sieve *sieve_end(SieveBuild *build) {
    build->sieve->partner_lists = (uint32_t)build->lists.worth.len;
    choose_partners(build);
    make_room(build);
    put_nodes(build);
    put_thirds(build);
    arena_free(&build->scratch);
    return build->sieve;
}

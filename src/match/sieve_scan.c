#include "match/sieve_tree.h"
#include "match/sieve_word.h"

// A place up to which the text agrees with the tree, and the node that it led to.
typedef struct {
    uint32_t at, node;
} Walk;

// The tree is too large to be at hand, so walks that go on behind words are made side by
// side, a letter of each at a time: while one waits for its next node to be fetched, the
// others go on.
enum { ABREAST = 64 };

// A text on its way through a sieve.
typedef struct {
    const Sieve *sieve;
    Arena *arena;
    SieveScan *scan;
    char *text; // behind it stand its end and spaces
    uint32_t len;
    const SieveNode *space; // that a walk from a space comes to; NULL: there is none
    uint64_t spaced;        // its children
    size_t count;           // of walks
    Walk walks[ABREAST];
} Passage;

// What stands behind a text, or a word that is learned: no byte of UTF-8. Its class is
// that of the end.
#define TEXT_END '\xFF'

// ---- Behind words

static inline uint32_t class_in(const Sieve *sieve, const char *text, uint32_t at) {
    return sieve->class_of[(uint8_t)text[at]];
}

static inline uint32_t class_at(const Passage *passage, uint32_t at) {
    return class_in(passage->sieve, passage->text, at);
}

static inline SieveHit hit_of(uint32_t end, uint32_t ends, uint32_t class) {
    return (SieveHit){end, class > CLASS_UNDERLINE ? ends | ENDS_EDGE : ends};
}

static bool tail_agrees(const Passage *passage, const SieveNode *tail, uint32_t at) {
    uint64_t classes = tail->children;
    for (uint32_t left = tail_letters(tail); left; left--, classes >>= 8)
        if (class_at(passage, at++) != (classes & 0xFF)) return false;
    return true;
}

// Follows a tail along the text from `at` on.
static SieveHit *follow_tail(const Passage *passage, const SieveNode *tail, uint32_t at,
                             SieveHit *hit) {
    while (tail_agrees(passage, tail, at)) {
        at += tail_letters(tail);
        if (tail->below == TAIL) {
            *hit++ = hit_of(at, tail->ends, class_at(passage, at));
            break;
        }
        tail = &passage->sieve->nodes[tail->below - TAIL];
    }
    return hit;
}

// Lets each walk make a step from the end of its word, where most end. What ends at the
// nodes there is known.
static size_t first_steps(Passage *passage) {
    const Sieve *sieve = passage->sieve;
    const SieveNode *nodes = sieve->nodes;
    const char *text = passage->text;
    Walk *walks = passage->walks, *left = walks, *end = walks + passage->count;
    for (const Walk *walk = walks; walk < end; walk++) {
        const SieveNode *node = &nodes[walk->node];
        uint32_t class = class_in(sieve, text, walk->at), next = node->below + class;
        if (node->below >= TAIL) {
            *left++ = *walk;
        } else if (node->children >> class & 1) {
            __builtin_prefetch(&nodes[next]);
            *left++ = (Walk){walk->at + 1, next};
        }
    }
    return (size_t)(left - walks);
}

static SieveHit *walk_all(const Passage *passage, Walk *walks, size_t count,
                          SieveHit *hit) {
    const Sieve *sieve = passage->sieve;
    const SieveNode *nodes = sieve->nodes;
    const char *text = passage->text;
    for (size_t left; count; count = left) {
        left = 0;
        for (size_t i = 0; i < count; i++) {
            uint32_t at = walks[i].at;
            const SieveNode *node = &nodes[walks[i].node];
            if (node->below >= TAIL) {
                hit = follow_tail(passage, node, at, hit);
                continue;
            }
            uint32_t class = class_in(sieve, text, at), next = node->below + class;
            if (node->ends) *hit++ = hit_of(at, node->ends, class);
            // No branch where it could not be foretold.
            __builtin_prefetch(&nodes[next]);
            walks[left] = (Walk){at + 1, next};
            left += node->children >> class & 1;
        }
    }
    return hit;
}

static void go_on(Passage *passage) {
    SieveScan *scan = passage->scan;
    size_t count = first_steps(passage);
    while (scan->hits.cap - scan->hits.len <= passage->sieve->longest * count)
        scan->hits.items =
            vec_grow(passage->arena, scan->hits.items, &scan->hits.cap, sizeof(SieveHit));
    SieveHit *hit = scan->hits.items + scan->hits.len;
    scan->hits.len += (size_t)(walk_all(passage, passage->walks, count, hit) - hit);
    passage->count = 0;
}

// A walk that has come to a node at the end of a word.
static inline void add_walk(Passage *passage, uint32_t at, uint32_t node) {
    __builtin_prefetch(&passage->sieve->nodes[node]);
    passage->walks[passage->count++] = (Walk){at, node};
    if (passage->count == ABREAST) go_on(passage);
}

// ---- Words that are not known

// Adds what ends there, if anything does where a word goes on behind it, or does not.
static void add_hit(Passage *passage, uint32_t end, uint32_t ends, uint32_t class) {
    SieveHit hit = hit_of(end, ends % ENDS_EDGE, class);
    const SieveEnds *here = (const void *)(passage->sieve->ends + ends % ENDS_EDGE);
    SieveEdge edge = sieve_edge(&hit);
    if (here->atoms[edge]) hit.ends |= ENDS_ATOMS;
    if (here->in_front[edge] || here->behind[edge]) hit.ends |= ENDS_PARTNERS;
    if (hit.ends >= ENDS_PARTNERS) *vec_push(passage->arena, &passage->scan->hits) = hit;
}

// Follows tails as far as the word agrees. Where they would go on at its end, gives the
// one that does, else 0.
static uint32_t follow_tails(Passage *passage, uint32_t number, uint32_t at) {
    for (;;) {
        const SieveNode *tail = &passage->sieve->nodes[number];
        if (!tail_agrees(passage, tail, at))
            return class_at(passage, at) == CLASS_END ? number : 0;
        at += tail_letters(tail), number = tail->below - TAIL;
        if (number) continue;
        add_hit(passage, at, tail->ends, class_at(passage, at));
        return 0;
    }
}

// Follows the tree from a node on, likewise.
static uint32_t follow(Passage *passage, uint32_t number, uint32_t at) {
    for (;; at++) {
        const SieveNode *node = &passage->sieve->nodes[number];
        if (node->below >= TAIL) return follow_tails(passage, number, at);
        uint32_t class = class_at(passage, at);
        if (node->ends) add_hit(passage, at, node->ends, class);
        if (!(node->children >> class & 1))
            return class == CLASS_END && node->children ? number : 0;
        number = node->below + class;
    }
}

// Whether something can begin at a place of a word.
static inline bool may_begin(const Passage *passage, SieveRoot root, uint32_t at) {
    const SieveThirds *thirds = &passage->sieve->thirds[root];
    uint32_t first = class_at(passage, at), second = class_at(passage, at + 1);
    if (second == CLASS_END) return true;
    uint32_t third = class_at(passage, at + 2);
    uint64_t of = thirds->of[first][second];
    return third == CLASS_END ? of : of >> third & 1;
}

static void learn_starts(Passage *passage, uint32_t from, uint32_t end) {
    SieveScan *scan = passage->scan;
    bool inside, in_word = false;
    for (uint32_t at = from; at < end; at++) {
        inside = in_word, in_word = class_at(passage, at) <= CLASS_UNDERLINE;
        SieveRoot root = inside && in_word ? ROOT_INSIDE : ROOT_START;
        uint32_t open = may_begin(passage, root, at) ? follow(passage, root, at) : 0;
        if (open) *vec_push(passage->arena, &scan->open) = open;
    }
}

// Finds all that begins in a word, and from which nodes the tree is to be followed
// behind it. What begins with its space goes on behind every word.
static void learn(Passage *passage, uint32_t from, uint32_t behind) {
    char *text = passage->text, next = text[behind];
    bool spaced = text[behind - 1] == ' ';
    uint32_t ends = spaced && passage->space ? passage->space->ends : 0;
    passage->scan->open.len = 0;
    text[behind] = TEXT_END;
    learn_starts(passage, from, behind - spaced);
    text[behind] = next;
    if (!spaced) passage->scan->open.len = 0; // the text goes on behind no such word
    if (ends) add_hit(passage, behind, ends, CLASS_END);
}

// Keeps what was found in a word, if there is room for it.
static void keep(const SieveScan *scan, const Word *word, WordSet *set, size_t first,
                 uint32_t from) {
    size_t hits = scan->hits.len - first;
    if (!word->len || hits > WORD_HITS || scan->open.len > WORD_OPEN) return;
    KnownWord *known = &set->of[set->of[0].rest != 0];
    *known = (KnownWord){.first = word->first,
                         .rest = word->rest | (uint64_t)hits << WORD_COUNT_AT};
    for (size_t i = 0; i < hits; i++) {
        known->hits[i] = scan->hits.items[first + i];
        known->hits[i].end -= from;
    }
    for (size_t i = 0; i < scan->open.len; i++) known->open[i] = scan->open.items[i];
}

// Where a word ends that is too long to be remembered.
static uint32_t long_word(const Passage *passage, uint32_t from) {
    const char *text = passage->text + from, *space;
    space = memchr(text, ' ', passage->len - from);
    return space ? (uint32_t)(space - passage->text) + 1 : passage->len;
}

// Apart from the loop, which has more at hand without it. Gives where the next one
// begins.
__attribute__((noinline)) static uint32_t add_new(Passage *passage, const Word word,
                                                  WordSet *set, uint32_t from) {
    SieveScan *scan = passage->scan;
    size_t first = scan->hits.len;
    uint32_t behind = word.len ? from + word.len : long_word(passage, from);
    learn(passage, from, behind);
    keep(scan, &word, set, first, from);
    vec_each(const uint32_t, node, &scan->open) add_walk(passage, behind, *node);
    return behind;
}

// ---- All words

static inline void add_known(Passage *passage, const KnownWord *known, uint32_t from,
                             uint32_t behind) {
    SieveScan *scan = passage->scan;
    while (scan->hits.cap - scan->hits.len <= WORD_HITS)
        scan->hits.items =
            vec_grow(passage->arena, scan->hits.items, &scan->hits.cap, sizeof(SieveHit));
    word_hits(known, from, scan->hits.items + scan->hits.len);
    scan->hits.len += known->rest >> WORD_COUNT_AT;
    if (known->open[0]) add_walk(passage, behind, known->open[0]);
    if (known->open[1]) add_walk(passage, behind, known->open[1]);
}

static inline uint32_t add_word(Passage *passage, uint32_t from) {
    Word word = word_at(passage->text + from, passage->len - from);
    WordSet *set = word_set(passage->scan->known, &word);
    const KnownWord *known = word_find(set, &word);
    if (!known) return add_new(passage, word, set, from);
    add_known(passage, known, from, from + word.len);
    return from + word.len;
}

// The text with its end and spaces behind it.
static char *with_spaces(SieveScan *scan, Arena *arena, Str text) {
    enum { BEHIND = 2 * sizeof(uint64_t) };
    while (scan->text.cap < text.len + BEHIND)
        scan->text.items =
            vec_grow(arena, scan->text.items, &scan->text.cap, sizeof(char));
    if (text.len) memcpy(scan->text.items, text.ptr, text.len);
    memset(scan->text.items + text.len, ' ', BEHIND);
    scan->text.items[text.len] = TEXT_END;
    return scan->text.items;
}

void sieve_scan(const Sieve *sieve, Str text, Arena *arena, SieveScan *scan) {
    if (!scan->known) scan->known = word_sets(arena);
    Passage passage;
    passage.sieve = sieve, passage.arena = arena, passage.scan = scan;
    passage.text = with_spaces(scan, arena, text), passage.len = (uint32_t)text.len;
    passage.space = sieve_next(sieve, &sieve->nodes[ROOT_START], CLASS_SPACE);
    passage.spaced = passage.space ? passage.space->children : 0;
    passage.count = 0;
    scan->hits.len = 0;
    for (uint32_t at = 0; at < passage.len;) {
        at = add_word(&passage, at);
        if (passage.spaced >> class_at(&passage, at) & 1)
            add_walk(&passage, at, (uint32_t)(passage.space - sieve->nodes));
    }
    go_on(&passage);
}

#include "match/branch.h"

typedef struct {
    Arena *arena;
    bool whole_words, unicode;
    Branches branches;
} Split;

// The only piece of a sequence that matches something; NULL when there are more.
static const RegexNode *only_piece(const RegexNode *sequence) {
    const RegexNode *only = NULL;
    for (const RegexNode *piece = sequence->first; piece; piece = piece->next) {
        if (piece->type == REGEX_TOP || piece->type == REGEX_EDGE ||
            piece->type == REGEX_ASSERTION)
            continue;
        if (only) return NULL;
        only = piece;
    }
    return only;
}

// The alternatives that make up a regex, assertions around them aside; NULL when there
// are none. The group that they are is in *from, *to.
static const RegexNode *find_alternatives(const RegexNode *root, Str regex, size_t *from,
                                          size_t *to) {
    *from = 0, *to = regex.len;
    if (root->first->next) return root->first;
    const RegexNode *group = only_piece(root->first);
    if (!group || group->type != REGEX_EITHER || !group->first->next) return NULL;
    *from = group->from, *to = group->to;
    return group->first;
}

// ---- Lists of literals: there is nothing to be gained by taking them apart

// Texts, members of a class, repeats: with more of them it is no list.
enum { LIST_MOST = 256, CLASS_MOST = 8, COPIES_MOST = 4 };

static uint32_t at_most(uint32_t count) { return count < LIST_MOST ? count : LIST_MOST; }

static uint32_t count_texts(const RegexNode *node);

static uint32_t count_alternatives(const RegexNode *either) {
    uint32_t sum = 0;
    for (const RegexNode *branch = either->first; branch; branch = branch->next)
        sum = at_most(sum + count_texts(branch));
    return sum;
}

static uint32_t count_sequences(const RegexNode *sequence) {
    uint32_t product = 1;
    for (const RegexNode *piece = sequence->first; piece; piece = piece->next)
        product = at_most(product * count_texts(piece));
    return product;
}

static uint32_t count_repeats(const RegexNode *repeat) {
    uint32_t once = count_texts(repeat->first), product = 1;
    if (!repeat->least && repeat->most == 1) return at_most(once + 1);
    if (repeat->least != repeat->most || repeat->most > COPIES_MOST) return LIST_MOST;
    for (uint32_t i = 0; i < repeat->most; i++) product = at_most(product * once);
    return product;
}

// The texts that a node matches, digits being one character; LIST_MOST or more are not
// counted.
static uint32_t count_texts(const RegexNode *node) {
    switch (node->type) {
    case REGEX_CHAR: {
        uint32_t count = charset_count(node->set);
        return count > CLASS_MOST ? LIST_MOST : count;
    }
    case REGEX_SEQUENCE: return count_sequences(node);
    case REGEX_EITHER: return count_alternatives(node);
    case REGEX_REPEAT: return count_repeats(node);
    case REGEX_ANYTHING: return LIST_MOST;
    case REGEX_TEXT:
    case REGEX_TOP:
    case REGEX_EDGE:
    case REGEX_ASSERTION: break;
    }
    return 1;
}

// ---- Taking apart

static Branch whole_branch(Arena *arena, Str regex, const Regex *parsed,
                           bool whole_words) {
    Branch branch = {.regex = regex, .atoms = atoms_of(arena, parsed, whole_words)};
    if (!branch.atoms.whole) branch.track = track_of(arena, parsed, whole_words);
    if (!branch.atoms.list.len) branch.head = head_of(parsed);
    return branch;
}

static void add_branch(Split *split, Str regex) {
    Arena *arena = split->arena;
    Regex parsed = regex_parse(arena, regex, split->unicode);
    size_t from, to;
    const RegexNode *branch = NULL;
    if (parsed.root && parsed.splits && count_texts(parsed.root) == LIST_MOST)
        branch = find_alternatives(parsed.root, regex, &from, &to);
    if (!branch)
        *vec_push(arena, &split->branches) =
            whole_branch(arena, regex, &parsed, split->whole_words);
    for (; branch; branch = branch->next) {
        Str head = str_slice(regex, 0, from), tail = str_slice(regex, to, regex.len);
        Str inside = str_slice(regex, branch->from, branch->to);
        if (head.len || tail.len)
            inside = str_format(arena, "%.*s(?:%.*s)%.*s", STR_ARG(head), STR_ARG(inside),
                                STR_ARG(tail));
        add_branch(split, inside);
    }
}

Branches regex_branches(Arena *arena, Str regex, bool whole_words, bool unicode) {
    Split split = {arena, whole_words, unicode, {0}};
    add_branch(&split, regex);
    if (split.branches.len <= BRANCHES_MOST) return split.branches;
    Branches one = {0};
    Regex parsed = regex_parse(arena, regex, unicode);
    *vec_push(arena, &one) = whole_branch(arena, regex, &parsed, whole_words);
    return one;
}

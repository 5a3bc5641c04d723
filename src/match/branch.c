#include "match/branch.h"

#include "match/regex.h"

typedef struct {
    Arena *arena;
    bool whole_words, unicode;
    Branches branches;
} Split;

static bool matches_nothing(const RegexNode *piece) {
    return piece->type == REGEX_TOP || piece->type == REGEX_EDGE ||
           piece->type == REGEX_ASSERTION;
}

// The only piece of a sequence that matches something; NULL when there are more.
static const RegexNode *only_piece(const RegexNode *sequence) {
    const RegexNode *only = NULL;
    for (const RegexNode *piece = sequence->first; piece; piece = piece->next) {
        if (matches_nothing(piece)) continue;
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

static void add_branch(Split *split, Str regex) {
    Arena *arena = split->arena;
    Atoms atoms = atoms_of(arena, regex, split->whole_words, split->unicode);
    Regex parsed = regex_parse(arena, regex, split->unicode);
    size_t from, to;
    const RegexNode *branch = NULL;
    if (!atoms.exact && parsed.root && parsed.splits)
        branch = find_alternatives(parsed.root, regex, &from, &to);
    if (!branch) *vec_push(arena, &split->branches) = (Branch){regex, atoms};
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
    *vec_push(arena, &one) =
        (Branch){regex, atoms_of(arena, regex, whole_words, unicode)};
    return one;
}

#include "match/absent.h"

#include "call/bare.h"
#include "match/regex.h"

// Whether a gap between words, or the end of the text, is all that can stand there. What
// follows the pattern is not known: NULL.
static bool is_gap(const RegexNode *node) {
    if (!node) return false;
    if (node->type == REGEX_TEXT) return node->literals.ptr[0] == ' ';
    if (node->type == REGEX_CHAR)
        return charset_has(node->set, ' ') && charset_count(node->set) == 1;
    return node->type == REGEX_ASSERTION && node->look == LOOK_END;
}

static bool text_is_absent(Str text, const RegexNode *after) {
    for (size_t i = 0; i < text.len; i++) {
        if (!bare_takes(text.ptr[i])) continue;
        if (i + 1 < text.len ? text.ptr[i + 1] == ' ' : is_gap(after)) return true;
    }
    return false;
}

// Whether one of these characters is all that can stand there, and none of them is left.
static bool set_is_absent(const CharSet *set, const RegexNode *after) {
    if (set->other || set->symbol_count || !is_gap(after)) return false;
    for (int c = 0; c < 0x80; c++)
        if (charset_has(set, (char)c) && !bare_takes((char)c)) return false;
    return true;
}

// Whether a node can match no bare text; `after` is what follows it.
static bool is_absent(const RegexNode *node, const RegexNode *after) {
    switch (node->type) {
    case REGEX_TEXT: return text_is_absent(node->literals, after);
    case REGEX_CHAR: return set_is_absent(node->set, after);
    case REGEX_REPEAT: return node->least && is_absent(node->first, after);
    case REGEX_SEQUENCE:
        for (const RegexNode *child = node->first; child; child = child->next)
            if (is_absent(child, child->next ? child->next : after)) return true;
        return false;
    case REGEX_EITHER:
        for (const RegexNode *child = node->first; child; child = child->next)
            if (!is_absent(child, after)) return false;
        return node->first;
    case REGEX_ASSERTION:
        return (node->look == LOOK_AHEAD || node->look == LOOK_BEHIND) && node->first &&
               is_absent(node->first, NULL);
    case REGEX_TOP:
    case REGEX_EDGE:
    case REGEX_ANYTHING: break;
    }
    return false;
}

static const RegexNode *find_absent(const RegexNode *node, const RegexNode *after) {
    // Of alternatives, one tells enough.
    if (node->type != REGEX_EITHER && is_absent(node, after)) return node;
    if (node->type == REGEX_ASSERTION) return NULL; // it may say what must not be there
    for (const RegexNode *child = node->first; child; child = child->next) {
        const RegexNode *behind =
            node->type == REGEX_SEQUENCE && child->next ? child->next : after;
        bool optional = node->type == REGEX_REPEAT && !node->least;
        if (optional && is_absent(child, behind)) continue;
        const RegexNode *found = find_absent(child, behind);
        if (found) return found;
    }
    return NULL;
}

Str regex_absent(Arena *arena, Str regex, bool unicode) {
    Regex parsed = regex_parse(arena, regex, unicode);
    const RegexNode *found = parsed.root ? find_absent(parsed.root, NULL) : NULL;
    return found ? str_slice(regex, found->from, found->to) : (Str){0};
}

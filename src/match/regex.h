// A regular expression as a tree, as far as the choice of atoms needs it.
//
// The parser follows pcre2pattern(3) and gives up on what could make it wrong (\K, \G,
// \Q, verbs, conditions, extended spacing). What matches something of its own, such as a
// back reference, becomes REGEX_ANYTHING. Letters stand in lower case, also where an
// option makes PCRE2 tell them apart; in (?-i:...) it is told, too, how they are written.
#ifndef MATCH_REGEX_H
#define MATCH_REGEX_H

#include "match/charset.h"

typedef enum {
    REGEX_TEXT,      // literals: ASCII without digits
    REGEX_CHAR,      // one character
    REGEX_SEQUENCE,  // its children, one after the other
    REGEX_EITHER,    // one of its children
    REGEX_REPEAT,    // its only child, `least` to `most` times
    REGEX_TOP,       // matches nothing, at the start of the text only
    REGEX_EDGE,      // matches nothing, and not inside a word
    REGEX_ASSERTION, // matches nothing; its child, if any, is what it looks for
    REGEX_ANYTHING   // may match any text
} RegexType;

#define REGEX_UNBOUNDED UINT32_MAX

typedef enum {
    LOOK_UNKNOWN,
    LOOK_END, // of the text, or before a line end there
    LOOK_AHEAD,
    LOOK_NOT_AHEAD,
    LOOK_BEHIND,
    LOOK_NOT_BEHIND
} RegexLook;

typedef struct RegexNode RegexNode;
struct RegexNode {
    RegexType type;
    RegexNode *first, *next; // child, sibling
    uint32_t least, most;    // of REGEX_REPEAT
    size_t from, to;         // where it stands in the text
    Str literals, written;   // of REGEX_TEXT, in lower case and as it is written
    const CharSet *set;      // of REGEX_CHAR
    RegexLook look;          // of REGEX_ASSERTION
    bool lazy;               // of REGEX_REPEAT
    bool cased;              // case matters
    bool loose;              // in a text of ASCII, too, it may match less than it says
};

typedef struct {
    RegexNode *root; // NULL: not understood
    // It is made of characters, groups, alternatives and parts that are there or not,
    // without options, names, assertions, digits or symbols: then the texts it matches,
    // in the order in which they are preferred, are all there is to know of it.
    bool simple;
    // Its alternatives mean the same when they stand apart: none refers to another, sets
    // an option for those behind it, or names a group.
    bool splits;
} Regex;

// `text` outlives the tree; `unicode`: \w and the like are Unicode's. Where PCRE2 does
// not accept it the tree means nothing, but if there is one, all that was opened is
// closed.
Regex regex_parse(Arena *arena, Str text, bool unicode);

#endif

// YAML text as a tree of nodes, each with its place in the file.
//
// A key may stand once in a map. Anchors and aliases work; merge keys and tags do not.
// However bad or hostile the text, the answer is a complaint: depth, and size after the
// aliases are followed, are bounded.
#ifndef RUBRIC_YAML_H
#define RUBRIC_YAML_H

#include "rubric/page.h"

typedef enum { NODE_SCALAR, NODE_LIST, NODE_MAP } NodeType;
typedef enum {
    SCALAR_PLAIN,
    SCALAR_SINGLE,  // 'single-quoted'
    SCALAR_DOUBLE,  // "double-quoted"
    SCALAR_LITERAL, // | and the lines below it
    SCALAR_OTHER,   // > and the lines below it; any with an anchor or a tag
} ScalarStyle;

typedef struct Node Node;
struct Node {
    NodeType type;
    ScalarStyle style;
    Str text;    // of a scalar
    Place place; // of its first character
    const Page *page;
    Node *keys;  // of a map, in the order written: the scalars before the items
    Node *items; // of a list or map
    size_t count;
    uint32_t size;   // nodes in it, itself included, aliases followed
    uint32_t height; // levels in it, itself included
};

// The one document in `page`, in `root`. False when it could not be read to its end; a
// key that comes twice is complained of and left out, and reading goes on. An empty
// document is an empty scalar.
bool yaml_parse(Arena *arena, const Page *page, Node *root, Diags *diags);

// The value of a map's key, or NULL.
const Node *node_get(const Node *map, const char *key);
// The place of `width` characters at a byte offset of a scalar's text; for SCALAR_OTHER
// the scalar's own place.
Place node_place(const Node *node, size_t offset, uint32_t width);

#endif

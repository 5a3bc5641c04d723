// The tree that YAML text is read to (yaml.h), each node with its place in the file.
#ifndef LOAD_NODE_H
#define LOAD_NODE_H

#include "base/source_file.h"

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
    Str text;     // of a scalar
    Str expanded; // likewise, of a built-in file: with its fragments written out, if any
    Place place;  // of its first character
    const SourceFile *source;
    Node *keys;  // of a map, in the order written: the scalars before the items
    Node *items; // of a list or map
    size_t count;
    uint32_t size;   // for yaml.c: nodes in it, itself included, aliases followed
    uint32_t height; // likewise: levels in it, itself included
};

// The value of a map's key, or NULL.
const Node *node_get(const Node *map, const char *key);
// A scalar's text but for the white space at its end, so that offsets are the same.
Str node_written(const Node *node);
// The place of `width` characters at a byte offset of a scalar's text; for SCALAR_OTHER
// the scalar's own place.
Place node_place(const Node *node, size_t offset, uint32_t width);

#endif

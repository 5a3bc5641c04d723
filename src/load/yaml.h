// YAML text as a tree of nodes, each with its place in the file.
//
// A key may stand once in a map. Anchors and aliases work; merge keys and tags do not.
// However bad or hostile the text, the answer is a complaint: depth, and size after the
// aliases are followed, are bounded.
#ifndef LOAD_YAML_H
#define LOAD_YAML_H

#include "load/node.h"

// The one document in `source`, in `root`. False when it could not be read to its end; a
// key that comes twice is complained of and left out, and reading goes on. An empty
// document is an empty scalar.
bool yaml_parse(Arena *arena, const SourceFile *source, Node *root, Diags *diags);

#endif

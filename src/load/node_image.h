// Trees of nodes as bytes, in which those of the built-in files are put into the program:
// reading their YAML anew at each start would take longer than all else.
#ifndef LOAD_NODE_IMAGE_H
#define LOAD_NODE_IMAGE_H

#include "base/buf.h"
#include "load/node.h"
#include "rubric/fragment.h"

// Every scalar that has some of the fragments comes with them written out.
void node_image_put(Buf *out, const Node *node, const Fragments *fragments);
// The tree of an embedded file, or of a copy of it; false when `source` is none, or has
// none in the image (base/embedded.h). The texts are those of the image.
bool node_image_read(Arena *arena, const SourceFile *source, Node *root);

#endif

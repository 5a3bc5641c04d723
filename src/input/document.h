// Documents (WordprocessingML, ECMA-376 part 1, 17) as plain text.
#ifndef INPUT_DOCUMENT_H
#define INPUT_DOCUMENT_H

#include "input/package.h"

// The text of the document in a package, as a layer over `below`, from which nothing is
// read: a line for each paragraph, and one for each line within it. The cells of a
// table's row stand in one line, tabs between them. What was deleted with changes
// tracked, headers, footers and notes are left out.
Stream *document_text(Arena *arena, const Package *package, Stream *below);

#endif

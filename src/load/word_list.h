// Words in a file of their own, one a line: {words: FILE} in a list of patterns.
#ifndef LOAD_WORD_LIST_H
#define LOAD_WORD_LIST_H

#include "load/loader.h"

// list_read for patterns: a word list gives way to its words, each a pattern that finds
// just that word, with its own place. The files are part of the rubric's hash.
Nodes patterns_list(Loader *load, const Node *value);

#endif

// One value each: texts, numbers, choices.
#ifndef LOAD_VALUE_H
#define LOAD_VALUE_H

#include "load/loader.h"

// Whether a node is of a type; else complains. An empty text is of no type.
bool node_expect(Loader *load, const Node *value, NodeType type);
// The values of a list, a lone text being a list of one; *count is 0 after complaining.
const Node *list_read(Loader *load, const Node *value, size_t *count);

// The comment says what `into` points to.
FieldRead text_read;     // Str, without white space at its ends
FieldRead texts_read;    // Texts; a text or a list of them
FieldRead name_read;     // Str: word characters, - and .
FieldRead bool_read;     // bool
FieldRead count_read;    // uint32_t
FieldRead weight_read;   // int32_t, thousandths: 0 to 1000000
FieldRead score_read;    // int32_t, thousandths: 0 to 100
FieldRead credit_read;   // int32_t, thousandths: 0 to 1
FieldRead percent_read;  // int32_t, thousandths: "25 %" is 250; more than 0, at most 1000
FieldRead share_read;    // Share: [value, lowest, highest], each from 0 to 1
FieldRead kappa_read;    // Share; likewise, from -1 to 1
FieldRead role_read;     // Role; any is ROLE_UNKNOWN
FieldRead quantity_read; // Quantity
// The index in `words`, which ends with NULL; `what` names the choice in the complaint.
bool word_read(Loader *load, const Node *value, const char *what,
               const char *const *words, int *index);

// "unknown WHAT 'text'", with the nearest candidate, or all of them when they are few.
Diag *diag_unknown(Loader *load, const Node *word, const char *what,
                   const Str *candidates, size_t count);
// "expected WHAT, found 'text'", with a hint; false.
bool value_refuse(Loader *load, const Node *value, const char *expected,
                  const char *hint);

#endif

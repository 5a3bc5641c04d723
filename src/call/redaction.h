// Redaction marks: what stands where a name or a number was taken out.
#ifndef CALL_REDACTION_H
#define CALL_REDACTION_H

#include "base/str.h"

// The length of the mark that begins at text[at], or 0: capitals in brackets, as [NAME],
// [CREDIT_DEBIT_NUMBER] or <PERSON-2>, unless it is a tag of HTML, or between #NAME#;
// ***, ###, XXXX and longer ones. The fragment `redacted` of the detectors says the same
// as a pattern.
// None begins with any other byte than those of redaction_begins.
static inline bool redaction_begins(char c) {
    return c == '[' || c == '<' || c == '*' || c == '#' || c == 'X';
}
size_t redaction_length(Str text, size_t at);

#endif

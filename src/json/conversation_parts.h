// Files that are parts of one conversation: Genesys Cloud writes one for each
// communication, so that a call that was passed on is several files.
#ifndef JSON_CONVERSATION_PARTS_H
#define JSON_CONVERSATION_PARTS_H

#include "format/options.h"

// The names of the members stand within the first bytes of a document that has them.
enum { PARTS_GLANCE = 4 << 10 };
// The conversation that a communication belongs to, by the first bytes of its document;
// {0} when it is no such.
Str parts_conversation(Str head);

// Chains the files that name the same conversation, by a look at the head of each: sets
// next_part of each but the last, and is_part of each but the first.
void parts_find(InputFiles *files);

#endif

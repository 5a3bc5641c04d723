// Where each call was first seen, by the hash of its id: places of 16 bytes, of which
// three in eight to three in four are taken.
#ifndef CALL_SEEN_H
#define CALL_SEEN_H

#include "base/str.h"

typedef struct {
    uint64_t id;         // str_hash of the call's id
    uint32_t file, line; // the file's number; line 0 = a free place
} SeenCall;

typedef struct {
    Arena arena;
    SeenCall *calls;
    size_t len, cap; // cap is zero or a power of two
} Seen;

// What is known of the id, or NULL; valid until the next seen_add.
const SeenCall *seen_find(const Seen *seen, Str id);
// Precondition: the id is not there yet; line > 0.
void seen_add(Seen *seen, Str id, uint32_t file, uint32_t line);

#endif

#include "input/digest.h"

#define XXH_STATIC_LINKING_ONLY // for the size of the state
#include <stdio.h>
#include <stdlib.h>
#include <xxhash.h>

struct Digest {
    XXH3_state_t state;
};

Digest *digest_new(void) {
    Digest *digest = aligned_alloc(_Alignof(Digest), sizeof *digest);
    if (!digest) out_of_memory();
    XXH3_INITSTATE(&digest->state);
    XXH3_64bits_reset(&digest->state);
    return digest;
}

void digest_add(Digest *digest, Str bytes) {
    if (bytes.len) XXH3_64bits_update(&digest->state, bytes.ptr, bytes.len);
}

void digest_hex(const Digest *digest, char hex[17]) {
    snprintf(hex, 17, "%016llx", (unsigned long long)XXH3_64bits_digest(&digest->state));
}

void digest_free(Digest *digest) { free(digest); }

uint64_t digest_number(Str bytes) {
    return XXH3_64bits(bytes.ptr ? bytes.ptr : "", bytes.len);
}

void digest_of(Str bytes, char hex[17]) {
    snprintf(hex, 17, "%016llx", (unsigned long long)digest_number(bytes));
}

// XXH3, 64 bits: names a run of bytes in manifests. Not for keeping secrets.
#ifndef INPUT_DIGEST_H
#define INPUT_DIGEST_H

#include "base/str.h"

typedef struct Digest Digest;

Digest *digest_new(void);
void digest_add(Digest *digest, Str bytes);
// Writes 16 hexadecimal digits and a NUL of everything added so far.
void digest_hex(const Digest *digest, char hex[17]);
void digest_free(Digest *digest);
// The same of bytes that are all there.
void digest_of(Str bytes, char hex[17]);
uint64_t digest_number(Str bytes); // likewise, as a number

#endif

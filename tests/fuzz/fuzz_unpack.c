// Any bytes as a source: unpacked, decoded, its members opened. What comes out depends on
// the bytes alone, not on the parts in which they come.

#include "input/encoding.h"
#include "input/unpack.h"

#include "../unit/make_stream.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 8 << 20 }; // of what comes out: some inputs unpack to a thousand times it

// Decodes what a stream gives.
static void decode(Arena *arena, Stream *stream, Digest *digest) {
    Stream *text = decoder_stream(arena, unpack_stream(arena, stream));
    size_t count = 0;
    for (Str rest; count < MOST && (rest = stream_peek(text, 1)).len;) {
        digest_add(digest, str_slice(rest, 0, MOST - count));
        count += rest.len;
        stream_skip(text, rest.len);
    }
    digest_add(digest, decoder_encoding(text));
    if (count < MOST) digest_add(digest, str_from(text->problem));
    stream_close(text, NULL);
}

static void decode_members(Stream *packed, Digest *digest) {
    Archive *archive = archive_open(packed);
    Arena arena = {0};
    Arena names = {0};
    Str name;
    for (int i = 0; i < 100 && archive_next(archive, &names, &name); i++) {
        digest_add(digest, name);
        decode(&arena, archive_member(archive, &arena), digest);
        arena_reset(&arena);
    }
    digest_add(digest, archive_problem(archive));
    archive_close(archive);
    arena_free(&names);
    arena_free(&arena);
}

static void read_all(Str bytes, size_t part, char hex[17]) {
    Arena arena = {0};
    Digest *digest = digest_new();
    Stream *unpacked = unpack_stream(&arena, parts_stream(&arena, bytes, part));
    if (archive_sniff(unpacked)) {
        decode_members(unpacked, digest);
        stream_close(unpacked, NULL);
    } else {
        decode(&arena, unpacked, digest);
    }
    digest_hex(digest, hex);
    digest_free(digest);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char whole[17], parts[17];
    read_all((Str){(const char *)data, size}, size + 1, whole);
    read_all((Str){(const char *)data, size}, 3, parts);
    if (strcmp(whole, parts) != 0) abort();
    return 0;
}

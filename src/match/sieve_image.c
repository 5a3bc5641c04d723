#include "match/sieve_tree.h"

SieveItems sieve_items(const Sieve *sieve) {
    return (SieveItems){sieve->ends, sieve->atoms, sieve->sets, sieve->tracks};
}

uint32_t sieve_partner_lists(const Sieve *sieve) { return sieve->partner_lists; }

static void put_bytes(Buf *out, const void *bytes, size_t size) {
    buf_put(out, (Str){bytes, size});
}

// Behind the sieve itself, its places left out, stand what it has: in this order each
// begins at a multiple of its size, or of what its type asks for.
void sieve_put(Buf *out, const Sieve *sieve) {
    Sieve whole = *sieve;
    const Counts *counts = &sieve->counts;
    whole.nodes = NULL, whole.thirds = NULL, whole.ends = NULL;
    whole.atoms = NULL, whole.sets = NULL, whole.tracks = NULL;
    put_bytes(out, &whole, sizeof whole);
    sieve_fill_line(out);
    put_bytes(out, sieve->tracks, counts->tracks);
    put_bytes(out, sieve->sets, counts->sets * sizeof *sieve->sets);
    put_bytes(out, sieve->atoms, counts->atoms * sizeof *sieve->atoms);
    put_bytes(out, sieve->nodes, counts->nodes * sizeof *sieve->nodes);
    put_bytes(out, sieve->thirds, ROOT_COUNT * sizeof *sieve->thirds);
    put_bytes(out, sieve->ends, counts->ends * sizeof *sieve->ends);
}

static const void *take(const char **at, size_t size) {
    *at += size;
    return *at - size;
}

const Sieve *sieve_read(Arena *arena, Str bytes) {
    Sieve *sieve = arena_raw(arena, sizeof *sieve);
    const Counts *counts = &sieve->counts;
    const char *at = bytes.ptr;
    enum { HEAD = (sizeof *sieve / CACHE_LINE + 1) * CACHE_LINE };
    memcpy(sieve, take(&at, HEAD), sizeof *sieve);
    sieve->tracks = take(&at, counts->tracks);
    sieve->sets = take(&at, counts->sets * sizeof *sieve->sets);
    sieve->atoms = take(&at, counts->atoms * sizeof *sieve->atoms);
    sieve->nodes = take(&at, counts->nodes * sizeof *sieve->nodes);
    sieve->thirds = take(&at, ROOT_COUNT * sizeof *sieve->thirds);
    sieve->ends = take(&at, counts->ends * sizeof *sieve->ends);
    return sieve;
}

#include "detect/stem.h"

#include <libstemmer.h>

struct Stemmer {
    struct sb_stemmer *handle;
};

enum { LANGUAGE_MAX = 31 }; // bytes; all names are shorter

static struct sb_stemmer *open_handle(Str language) {
    char name[LANGUAGE_MAX + 1] = {0};
    if (language.len > LANGUAGE_MAX) return NULL;
    for (size_t i = 0; i < language.len; i++) name[i] = language.ptr[i];
    return sb_stemmer_new(name, "UTF_8");
}

bool stemmer_knows(Str language) {
    struct sb_stemmer *handle = open_handle(language);
    sb_stemmer_delete(handle);
    return handle;
}

Stemmer *stemmer_open(Arena *arena, Str language) {
    Stemmer *stemmer = arena_new(arena, Stemmer);
    stemmer->handle = open_handle(language);
    if (!stemmer->handle) out_of_memory();
    return stemmer;
}

Str stemmer_stem(Stemmer *stemmer, Str word) {
    const sb_symbol *stem =
        sb_stemmer_stem(stemmer->handle, (const sb_symbol *)word.ptr, (int)word.len);
    if (!stem) out_of_memory();
    return (Str){(const char *)stem, (size_t)sb_stemmer_length(stemmer->handle)};
}

void stemmer_close(Stemmer *stemmer) { sb_stemmer_delete(stemmer->handle); }

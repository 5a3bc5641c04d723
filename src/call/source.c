#include "call/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 256 << 10 };

// Room for a block behind the window: by moving it to the front, and by growing.
static void make_room(Source *source) {
    size_t held = source->end - source->start;
    if (source->cap - source->end >= BLOCK) return;
    if (held) memmove(source->buf, source->buf + source->start, held);
    source->start = 0;
    source->end = held;
    if (source->cap - held >= BLOCK) return;
    size_t cap = source->cap ? source->cap * 2 : (size_t)2 * BLOCK;
    source->buf = arena_grow(&source->arena, source->buf, held, cap);
    source->cap = cap;
}

// Reads a block more; false at the end.
static bool fill(Source *source) {
    if (source->ended) return false;
    make_room(source);
    char *block = source->buf + source->end;
    ssize_t got;
    int64_t began = watch_now();
    do got = read(source->fd, block, BLOCK);
    while (got < 0 && errno == EINTR);
    if (got < 0) source->error = errno;
    source->ended = got <= 0;
    if (got <= 0) return false;
    digest_add(source->digest, (Str){block, (size_t)got});
    source->read_ns += watch_now() - began;
    source->bytes += (uint64_t)got;
    source->end += (size_t)got;
    return true;
}

static bool begin(Source *source) {
    source->digest = digest_new();
    while (source->end < SOURCE_HEAD && fill(source)) continue;
    if (str_starts(source_window(source), STR("\xEF\xBB\xBF"))) source_consume(source, 3);
    return !source->error;
}

static int open_path(Arena *arena, Str path) {
    if (str_eq(path, STR("-"))) return STDIN_FILENO;
    return open(str_z(arena, path), O_RDONLY | O_CLOEXEC);
}

bool source_open(Source *source, Str path) {
    *source = (Source){0};
    source->fd = open_path(&source->arena, path);
    if (source->fd < 0) {
        source->error = errno;
        arena_free(&source->arena);
        return false;
    }
    source->origin = lseek(source->fd, 0, SEEK_CUR);
    if (begin(source)) return true;
    source_close(source);
    return false;
}

bool source_rewind(Source *source) {
    digest_free(source->digest);
    source->start = source->end = 0;
    source->bytes = 0;
    source->ended = false;
    if (lseek(source->fd, source->origin, SEEK_SET) < 0) source->error = errno;
    return begin(source) && !source->error;
}

void source_close(Source *source) {
    if (source->fd != STDIN_FILENO) close(source->fd);
    digest_free(source->digest);
    arena_free(&source->arena);
    source->digest = NULL;
}

char source_newline(const Source *source) {
    Str head = source_window(source);
    size_t lf = str_index(head, 0, '\n'), cr = str_index(head, 0, '\r');
    return cr < lf && cr + 1 != lf ? '\r' : '\n';
}

Str source_problem(Arena *arena, int error) {
    Str words = str_lower(arena, str_from(strerror(error)));
    return str_format(arena, "cannot read: %.*s", STR_ARG(words));
}

Str source_window(const Source *source) {
    return (Str){source->buf + source->start, source->end - source->start};
}

size_t source_find(Source *source, size_t from, char byte, size_t max) {
    for (;;) {
        Str window = source_window(source);
        size_t at = str_index(window, from, byte);
        if (at < window.len || window.len > max || !fill(source)) return at;
        from = window.len;
    }
}

bool source_has(Source *source, size_t offset) {
    while (source->end - source->start <= offset)
        if (!fill(source)) return false;
    return true;
}

void source_consume(Source *source, size_t count) {
    size_t held = source->end - source->start;
    source->start += count < held ? count : held;
}

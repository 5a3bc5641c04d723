#include "input/stream.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

Stream *stream_new(Arena *arena, Stream *below) {
    Stream *stream = arena_new(arena, Stream);
    stream->arena = arena;
    stream->below = below;
    return stream;
}

void stream_fail(Stream *stream, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vsnprintf(stream->problem, sizeof stream->problem, format, args);
    va_end(args);
    stream->ended = true;
}

void stream_refuse(Stream *stream, const char *problem) {
    stream_fail(stream, "%s", problem);
    stream->start = stream->end = 0;
}

bool is_of_machine(int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG: return false;
    default: return true;
    }
}

void end_for_want(int error) {
    if (error == ENOMEM) out_of_memory();
    end_without_files(error);
}

Str cannot_read(Arena *arena, int error) {
    end_for_want(error);
    Str words = str_lower(arena, str_from(strerror(error)));
    return str_format(arena, "cannot read: %.*s", STR_ARG(words));
}

static void end(Stream *stream) {
    const Stream *below = stream->below;
    stream->ended = true;
    if (below && below->problem[0]) stream_fail(stream, "%s", below->problem);
}

static size_t stream_pull(Stream *stream, char *into, size_t room) {
    size_t got = stream->ended ? 0 : stream->pull(stream, into, room);
    if (!got) end(stream);
    stream->bytes += got;
    if (stream->digest) digest_add(stream->digest, (Str){into, got});
    return got;
}

enum { BLOCK_SIZE = STREAM_BLOCK + STREAM_ROOM };

static void make_block(Stream *stream) {
    if (!stream->block) stream->block = arena_raw(stream->arena, BLOCK_SIZE);
}

Str stream_peek(Stream *stream, size_t count) {
    make_block(stream);
    if (stream->start + count > STREAM_BLOCK) {
        stream->end -= stream->start;
        memmove(stream->block, stream->block + stream->start, stream->end);
        stream->start = 0;
    }
    while (stream->end - stream->start < count && !stream->ended)
        stream->end +=
            stream_pull(stream, stream->block + stream->end, BLOCK_SIZE - stream->end);
    return (Str){stream->block + stream->start, stream->end - stream->start};
}

void stream_skip(Stream *stream, size_t count) {
    stream->start += count;
    if (stream->start == stream->end) stream->start = stream->end = 0;
}

size_t stream_read(Stream *stream, char *into, size_t room) {
    size_t held = stream->end - stream->start;
    if (!held) return stream_pull(stream, into, room);
    size_t count = held < room ? held : room;
    memcpy(into, stream->block + stream->start, count);
    stream_skip(stream, count);
    return count;
}

void stream_unread(Stream *stream, Str bytes) {
    size_t held = stream->end - stream->start;
    make_block(stream);
    assert(bytes.len + held <= BLOCK_SIZE);
    if (held) memmove(stream->block + bytes.len, stream->block + stream->start, held);
    memcpy(stream->block, bytes.ptr, bytes.len);
    stream->start = 0;
    stream->end = bytes.len + held;
}

void stream_drain(Stream *stream) {
    for (Str rest; (rest = stream_peek(stream, 1)).len;) stream_skip(stream, rest.len);
}

void stream_close(Stream *stream, const Stream *until) {
    for (; stream != until; stream = stream->below)
        if (stream->close) stream->close(stream);
}

// ---- Files

typedef struct {
    int fd;
    struct stat begun; // what it was when it was opened; of a regular file
} File;

static bool has_changed(const File *file, const struct stat *now) {
    return S_ISREG(file->begun.st_mode) &&
           (now->st_size != file->begun.st_size ||
            now->st_mtim.tv_sec != file->begun.st_mtim.tv_sec ||
            now->st_mtim.tv_nsec != file->begun.st_mtim.tv_nsec);
}

static void fail_to_read(Stream *stream) {
    Arena words = {0};
    stream->broken = is_of_machine(errno);
    stream_fail(stream, "%.*s", STR_ARG(cannot_read(&words, errno)));
    arena_free(&words);
}

static size_t pull_file(Stream *stream, char *into, size_t room) {
    const File *file = stream->state;
    struct stat now;
    ssize_t got;
    do got = read(file->fd, into, room);
    while (got < 0 && errno == EINTR);
    if (got > 0) return (size_t)got;
    if (got == 0 && fstat(file->fd, &now) == 0) {
        stream->changed = has_changed(file, &now);
        if (stream->changed)
            stream_fail(stream, "it changed while it was read: read it when it is whole");
        return 0;
    }
    fail_to_read(stream);
    return 0;
}

static void close_file(Stream *stream) {
    const File *file = stream->state;
    if (file->fd != STDIN_FILENO) close(file->fd);
    digest_free(stream->digest);
}

Stream *stream_file(Arena *arena, Str path) {
    bool is_stdin = str_eq(path, STR("-"));
    int fd = is_stdin ? STDIN_FILENO : open(str_z(arena, path), O_RDONLY | O_CLOEXEC);
    if (fd < 0) end_for_want(errno);
    if (fd < 0) return NULL;
    Stream *stream = stream_new(arena, NULL);
    File *file = arena_new(arena, File);
    file->fd = fd;
    if (fstat(fd, &file->begun) != 0) {
        int error = errno;
        end_for_want(error);
        if (!is_stdin) close(fd);
        errno = error;
        return NULL;
    }
    stream->state = file;
    stream->pull = pull_file;
    stream->close = close_file;
    stream->digest = digest_new();
    return stream;
}

off_t stream_origin(const Stream *stream) {
    const File *file = stream->state;
    return lseek(file->fd, 0, SEEK_CUR);
}

void stream_skim(Stream *stream) {
    digest_free(stream->digest);
    stream->digest = NULL;
}

void stream_rewind(Stream *stream, off_t origin) {
    const File *file = stream->state;
    stream_skim(stream);
    stream->digest = digest_new();
    stream->start = stream->end = 0;
    stream->bytes = 0;
    stream->ended = false;
    if (lseek(file->fd, origin, SEEK_SET) < 0) fail_to_read(stream);
}

#include "report/package.h"

#include "base/file.h"
#include "input/inflate.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MEMORY_FILE_SIZE = 64 << 10 }; // to begin with

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define __SANITIZE_THREAD__ 1
#endif
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_THREAD__
// libxlsxwriter asks gmtime() for the day of creation, whose answer all threads share.
// All of them ask for the same day, and glibc writes it under a lock: the bytes never
// change.
const char *__tsan_default_suppressions(void);
const char *__tsan_default_suppressions(void) { return "race:_write_dcterms_created"; }
#endif
#ifdef __SANITIZE_ADDRESS__
// libxlsxwriter 1.1.4 copies the formula of a drop-down list twice and frees one of them.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) { return "leak:lxw_strdup"; }
#endif

// ---- The library's temporary files

// A file in memory.
typedef struct {
    char *bytes;
    size_t len, cap;
    size_t at; // where it stands
} MemoryFile;

static ssize_t memory_read(void *cookie, char *into, size_t size) {
    MemoryFile *file = cookie;
    size_t rest = file->at < file->len ? file->len - file->at : 0;
    if (size > rest) size = rest;
    if (size) memcpy(into, file->bytes + file->at, size);
    file->at += size;
    return (ssize_t)size;
}

// Never fails: without memory the program ends (base/memory.h).
static ssize_t memory_write(void *cookie, const char *from, size_t size) {
    MemoryFile *file = cookie;
    while (file->cap - file->at < size) {
        file->cap = file->cap ? file->cap * 2 : MEMORY_FILE_SIZE;
        file->bytes = realloc(file->bytes, file->cap);
        if (!file->bytes) out_of_memory();
    }
    memcpy(file->bytes + file->at, from, size);
    file->at += size;
    if (file->at > file->len) file->len = file->at;
    return (ssize_t)size;
}

// Past the end there is nothing to be written: the library appends, and reads.
static int memory_seek(void *cookie, off64_t *offset, int whence) {
    MemoryFile *file = cookie;
    off64_t from = 0;
    if (whence == SEEK_CUR) from = (off64_t)file->at;
    if (whence == SEEK_END) from = (off64_t)file->len;
    if (from + *offset < 0 || from + *offset > (off64_t)file->len) return -1;
    file->at = (size_t)(from + *offset);
    *offset = (off64_t)file->at;
    return 0;
}

static int memory_close(void *cookie) {
    MemoryFile *file = cookie;
    free(file->bytes);
    free(file);
    return 0;
}

// Stands in for the library's own function (xlsxwriter/utility.h), whose files are on a
// disk that may be full.
FILE *lxw_tmpfile(const char *folder);
FILE *lxw_tmpfile(const char *folder) {
    (void)folder;
    MemoryFile *file = calloc(1, sizeof *file);
    if (!file) out_of_memory();
    FILE *stream = fopencookie(file, "w+",
                               (cookie_io_functions_t){.read = memory_read,
                                                       .write = memory_write,
                                                       .seek = memory_seek,
                                                       .close = memory_close});
    if (!stream) out_of_memory();
    return stream;
}

// ---- Whether it is whole

// A local file header:
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7.
enum {
    HEADER_SIZE = 30,
    CHECKSUM_AT = 14,
    PACKED_AT = 18,
    SIZE_AT = 22,
    NAME_LENGTH_AT = 26,
    EXTRA_LENGTH_AT = 28
};

static uint32_t number_at(Str bytes, size_t at, size_t size) {
    uint32_t number = 0;
    for (size_t i = size; i-- > 0;)
        number = number << 8 | (unsigned char)bytes.ptr[at + i];
    return number;
}

// Takes the next packed part off `*rest`; false at the first thing that is none.
static bool next_part(Str *rest, Packed *part) {
    if (rest->len < HEADER_SIZE || !str_starts(*rest, STR("PK\3\4"))) return false;
    size_t start = HEADER_SIZE + number_at(*rest, NAME_LENGTH_AT, 2) +
                   number_at(*rest, EXTRA_LENGTH_AT, 2);
    size_t length = number_at(*rest, PACKED_AT, 4);
    if (start > rest->len || length > rest->len - start) return false;
    *part = (Packed){.bytes = str_slice(*rest, start, start + length),
                     .size = number_at(*rest, SIZE_AT, 4),
                     .checksum = number_at(*rest, CHECKSUM_AT, 4)};
    *rest = str_slice(*rest, start + length, rest->len);
    return true;
}

// Whether the text ends by closing its first element.
static bool is_closed(Arena *arena, Str xml) {
    size_t from = str_index(xml, 0, '\n') + 2; // after the declaration and "<"
    size_t to = from;
    while (to < xml.len && xml.ptr[to] != ' ' && xml.ptr[to] != '>') to++;
    Str name = str_slice(xml, from < to ? from : to, to);
    return name.len &&
           str_ends(str_trim(xml), str_format(arena, "</%.*s>", STR_ARG(name)));
}

bool package_whole(Arena *arena, Str zip) {
    Str rest = zip;
    Packed part;
    size_t parts = 0;
    while (next_part(&rest, &part)) {
        char *xml = arena_raw(arena, part.size + 1);
        if (!inflate_whole(&part, xml) || !is_closed(arena, (Str){xml, part.size})) break;
        parts++;
    }
    errno = ENOSPC;
    // Behind the last whole part stands the zip file's directory.
    return parts > 0 && str_starts(rest, STR("PK\1\2"));
}

// ---- Where it is made

static bool make_in_memory(Arena *arena, PackageMake *make, const void *what,
                           Str *bytes) {
    int fd = memfd_create("workbook", MFD_CLOEXEC);
    if (fd < 0) return false;
    char *path = str_z(arena, str_format(arena, "/proc/self/fd/%d", fd));
    bool made = make(arena, what, path, bytes);
    close(fd);
    return made;
}

bool package_write(PackageMake *make, const void *what, const char *path) {
    Arena arena = {0};
    Str bytes;
    bool done = make_in_memory(&arena, make, what, &bytes)
                    ? file_write(&arena, path, bytes)
                    : make(&arena, what, path, &bytes);
    int error = errno;
    if (!done) unlink(path);
    arena_free(&arena);
    errno = error;
    return done;
}

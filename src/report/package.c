#include "report/package.h"

#include "base/file.h"

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
// disk that may be full. The linker exports it (Makefile), so that the library finds it
// first.
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

// A local file header, and the record that ends the file:
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7 and 4.3.16.
enum {
    HEADER_SIZE = 30,
    PACKED_AT = 18,
    NAME_LENGTH_AT = 26,
    EXTRA_LENGTH_AT = 28,
    END_SIZE = 22,
    ENTRIES_AT = 10
};

static uint32_t number_at(Str bytes, size_t at, size_t size) {
    uint32_t number = 0;
    for (size_t i = size; i-- > 0;)
        number = number << 8 | (unsigned char)bytes.ptr[at + i];
    return number;
}

// Takes the next packed part off `*rest`; false at the first thing that is none.
static bool next_part(Str *rest) {
    if (rest->len < HEADER_SIZE || !str_starts(*rest, STR("PK\3\4"))) return false;
    size_t size = HEADER_SIZE + (size_t)number_at(*rest, NAME_LENGTH_AT, 2) +
                  number_at(*rest, EXTRA_LENGTH_AT, 2) + number_at(*rest, PACKED_AT, 4);
    if (size > rest->len) return false;
    *rest = str_slice(*rest, size, rest->len);
    return true;
}

bool package_whole(Str zip) {
    size_t parts = 0;
    while (next_part(&zip)) parts++;
    errno = ENOSPC;
    if (!parts || zip.len < END_SIZE || !str_starts(zip, STR("PK\1\2"))) return false;
    Str end = str_slice(zip, zip.len - END_SIZE, zip.len);
    return str_starts(end, STR("PK\5\6")) && number_at(end, ENTRIES_AT, 2) == parts;
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

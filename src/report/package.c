#include "report/package.h"

#include "base/file.h"
#include "input/inflate.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define __SANITIZE_THREAD__ 1
#endif
#endif
#ifdef __SANITIZE_THREAD__
// libxlsxwriter asks gmtime() for the day of creation, whose answer all threads share.
// All of them ask for the same day, and glibc writes it under a lock: the bytes never
// change.
const char *__tsan_default_suppressions(void);
const char *__tsan_default_suppressions(void) { return "race:_write_dcterms_created"; }
#endif

// A local file header:
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7.
enum {
    HEADER_SIZE = 30,
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
static bool next_part(Str *rest, Str *packed, size_t *size) {
    if (rest->len < HEADER_SIZE || !str_starts(*rest, STR("PK\3\4"))) return false;
    size_t start = HEADER_SIZE + number_at(*rest, NAME_LENGTH_AT, 2) +
                   number_at(*rest, EXTRA_LENGTH_AT, 2);
    size_t length = number_at(*rest, PACKED_AT, 4);
    if (start > rest->len || length > rest->len - start) return false;
    *packed = str_slice(*rest, start, start + length);
    *size = number_at(*rest, SIZE_AT, 4);
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
    Str rest = zip, packed;
    size_t size, parts = 0;
    while (next_part(&rest, &packed, &size)) {
        char *xml = arena_raw(arena, size + 1);
        if (!inflate_whole(packed, xml, size) || !is_closed(arena, (Str){xml, size}))
            break;
        parts++;
    }
    errno = ENOSPC;
    // Behind the last whole part stands the zip file's directory.
    return parts > 0 && str_starts(rest, STR("PK\1\2"));
}

static bool make_in_memory(Arena *arena, PackageMake *make, const void *what,
                           Str *bytes) {
    int fd = memfd_create("workbook", MFD_CLOEXEC);
    if (fd < 0) return false;
    char *path = str_z(arena, str_format(arena, "/proc/self/fd/%d", fd));
    bool made = make(arena, what, path, STR("/dev/shm"), bytes);
    close(fd);
    return made;
}

bool package_write(PackageMake *make, const void *what, const char *path) {
    Arena arena = {0};
    Str bytes;
    bool done = make_in_memory(&arena, make, what, &bytes)
                    ? file_write(&arena, path, bytes)
                    : make(&arena, what, path, path_folder(str_from(path)), &bytes);
    int error = errno;
    if (!done) unlink(path);
    arena_free(&arena);
    errno = error;
    return done;
}

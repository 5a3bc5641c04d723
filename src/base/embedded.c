#include "base/embedded.h"

#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

// CALLMARK_EMBEDDED and CALLMARK_IMAGE are files that the Makefile has written: before
// the bytes of each file, or part of the image, a line with their name and number. The
// assembler copies them in, which takes no time and needs no generated C.
__asm__(".pushsection .rodata\n"
        "embedded_start:\n"
        ".incbin \"" CALLMARK_EMBEDDED "\"\n"
        "embedded_end:\n"
        ".balign 64\n"
        "image_start:\n"
        ".incbin \"" CALLMARK_IMAGE "\"\n"
        "image_end:\n"
        ".byte 0\n"
        ".popsection\n");
extern const char embedded_start[], embedded_end[], image_start[], image_end[];

static bool next(Str *rest, EmbeddedFile *file) {
    Str digits;
    size_t size = 0;
    if (!str_next(rest, ' ', &file->name) || !str_next(rest, '\n', &digits)) return false;
    for (size_t i = 0; i < digits.len; i++)
        size = size * 10 + (size_t)(digits.ptr[i] - '0');
    file->bytes = str_take(rest, size);
    return true;
}

bool embedded_next(Str *rest, EmbeddedFile *file) {
    if (!rest->ptr)
        *rest = (Str){embedded_start, (size_t)(embedded_end - embedded_start)};
    return next(rest, file);
}

static Str find(Str files, Str name) {
    EmbeddedFile file;
    while (next(&files, &file))
        if (str_eq(file.name, name)) return file.bytes;
    return (Str){0};
}

static Str find_file(Str name) {
    return find((Str){embedded_start, (size_t)(embedded_end - embedded_start)}, name);
}

Str embedded_bytes(Str path) {
    Str folder = EMBEDDED_FOLDER;
    if (!str_starts(path, folder) || path.len == folder.len) return (Str){0};
    return find_file(str_slice(path, folder.len + 1, path.len));
}

bool embedded_is(Str name, Str bytes) {
    Str own = find_file(name);
    return own.ptr && (own.ptr == bytes.ptr || str_eq(own, bytes));
}

Str embedded_image(Str name) {
    return find((Str){image_start, (size_t)(image_end - image_start)}, name);
}

void embedded_let_go(void) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t begin = ((uintptr_t)embedded_start + page - 1) / page * page;
    uintptr_t end = (uintptr_t)image_end / page * page;
    (void)syscall(SYS_madvise, begin, end - begin, MADV_DONTNEED);
}

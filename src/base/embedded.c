#include "base/embedded.h"

// CALLMARK_EMBEDDED is a file that the Makefile writes: before the bytes of each file a
// line with their name and number. The assembler copies it in, which takes no time and
// needs no generated C.
__asm__(".pushsection .rodata\n"
        "embedded_start:\n"
        ".incbin \"" CALLMARK_EMBEDDED "\"\n"
        "embedded_end:\n"
        ".byte 0\n"
        ".popsection\n");
extern const char embedded_start[], embedded_end[];

bool embedded_next(Str *rest, EmbeddedFile *file) {
    Str name, size;
    int64_t length;
    if (!rest->ptr)
        *rest = (Str){embedded_start, (size_t)(embedded_end - embedded_start)};
    if (!str_next(rest, ' ', &name) || !str_next(rest, '\n', &size) ||
        !str_to_int(size, &length))
        return false;
    *file = (EmbeddedFile){name, str_slice(*rest, 0, (size_t)length)};
    *rest = str_slice(*rest, (size_t)length, rest->len);
    return true;
}

Str embedded_bytes(Str path) {
    Str folder = EMBEDDED_FOLDER, rest = {0};
    EmbeddedFile file;
    if (!str_starts(path, folder) || path.len == folder.len) return (Str){0};
    while (embedded_next(&rest, &file))
        if (str_eq(file.name, str_slice(path, folder.len + 1, path.len)))
            return file.bytes;
    return (Str){0};
}

#include "text/blanks.h"

#include "base/buf.h"
#include "base/utf8.h"

static bool is_space(uint32_t code) {
    return code == 0xa0 || code == 0x202f || code == 0x3000 ||
           (code >= 0x2000 && code <= 0x200a);
}

// Marks of direction and joining, and the byte order mark.
static bool is_nothing(uint32_t code) {
    return code == 0x200b || code == 0x200e || code == 0x200f || code == 0xfeff ||
           (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069);
}

Str blanks_plain(Arena *arena, Str s) {
    if (str_is_ascii(s)) return s;
    Buf out = {.arena = arena};
    for (size_t at = 0, size; at < s.len; at += size) {
        uint32_t code = 0;
        size = utf8_decode(s, at, &code);
        if (!size) size = 1;
        if (is_space(code))
            buf_byte(&out, ' ');
        else if (!is_nothing(code))
            buf_put(&out, str_slice(s, at, at + size));
    }
    return out.len == s.len ? s : buf_str(&out);
}

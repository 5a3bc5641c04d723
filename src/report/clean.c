#include "report/clean.h"

#include "base/buf.h"
#include "base/char.h"
#include "base/utf8.h"

#include <string.h>

enum { ESCAPE_UNITS = 7, CUT_UNITS = 8 };
static const char CUT[] = " … (cut)";

static bool is_forbidden(uint32_t code) {
    return (code < 0x20 && code != '\n' && code != '\t') || code == 0xfffe ||
           code == 0xffff;
}

// "_x0041_" is how the format writes a letter A, so such an underscore must be written
// so, too (ECMA-376, part 1, 22.9.2.19: ST_Xstring).
static bool is_escape(Str s, size_t at) {
    if (s.len - at < ESCAPE_UNITS || s.ptr[at] != '_' || s.ptr[at + 1] != 'x' ||
        s.ptr[at + 6] != '_')
        return false;
    for (size_t i = at + 2; i < at + 6; i++)
        if (!memchr("0123456789abcdefABCDEF", s.ptr[i], 22)) return false;
    return true;
}

// Adds the character at s[at] and gives its length in `s`; its units in *units.
static size_t put_character(Buf *out, Str s, size_t at, int *units) {
    uint32_t code = 0;
    size_t length = utf8_decode(s, at, &code);
    *units = code > 0xffff ? 2 : 1;
    if (is_escape(s, at)) {
        buf_text(out, "_x005F_");
        *units = ESCAPE_UNITS;
    } else if (!length || is_forbidden(code)) {
        buf_text(out, "\xef\xbf\xbd");
    } else {
        buf_put(out, str_slice(s, at, at + length));
    }
    return length ? length : 1;
}

// How many bytes from `at` on are letters, digits and signs of ASCII that stay as they
// are: nearly all of most texts.
static size_t plain_size(Str s, size_t at, int most) {
    size_t from = at;
    while (at < s.len && at - from < (size_t)most && byte_is_ascii(s.ptr[at]) &&
           s.ptr[at] >= ' ' && s.ptr[at] != '_')
        at++;
    return at - from;
}

char *clean_text(Arena *arena, Str s, int *room) {
    Buf out = {.arena = arena};
    for (size_t at = 0; at<s.len && * room> 0;) {
        int units, most = *room - ESCAPE_UNITS - CUT_UNITS;
        size_t plain = most > 0 ? plain_size(s, at, most) : 0;
        if (plain) {
            buf_put(&out, str_slice(s, at, at + plain));
            at += plain;
            *room -= (int)plain;
        } else if (s.ptr[at] == '\r') {
            at++;
        } else if (*room < ESCAPE_UNITS + CUT_UNITS) {
            buf_text(&out, CUT);
            *room = 0;
        } else {
            at += put_character(&out, s, at, &units);
            *room -= units;
        }
    }
    buf_byte(&out, '\0');
    return out.ptr;
}

char *clean_file_url(Arena *arena, Str file) {
    Buf out = {.arena = arena};
    buf_text(&out, "external:");
    for (size_t i = 0; i < file.len; i++) {
        if (byte_is_ascii_word(file.ptr[i]) || strchr("-.~/", file.ptr[i]))
            buf_byte(&out, file.ptr[i]);
        else
            buf_format(&out, "%%%02X", (unsigned)(unsigned char)file.ptr[i]);
    }
    buf_byte(&out, '\0');
    return out.ptr;
}

char *footer_text(Arena *arena, Str title, Str sheet) {
    Buf footer = {.arena = arena};
    buf_text(&footer, "&L&8");
    title = str_from(clean_text(arena, title, &(int){CELL_UNITS}));
    Str rest = utf8_clip(title, 120), part; // the library takes 255 characters in all
    for (bool first = true; str_next(&rest, '&', &part); first = false) {
        if (!first) buf_text(&footer, "&&");
        buf_put(&footer, part);
    }
    buf_format(&footer, " · %.*s&R&8page &P of &N", STR_ARG(sheet));
    buf_byte(&footer, '\0');
    return footer.ptr;
}

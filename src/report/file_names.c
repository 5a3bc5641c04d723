#include "report/file_names.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"

#include <string.h>

enum { NAME_MAX_BYTES = 100 }; // leaves room for ".", " (12345)", ".xlsx.part" in 255

// Controls, marks that turn the direction of writing, and what is no character at all.
static bool is_invisible(uint32_t code) {
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0xad ||
           (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2060 && code <= 0x206f) || code == 0xfeff ||
           (code >= 0xfff0 && code <= 0xffff) || code >= 0xe0000;
}

static void put_safe(Buf *out, Str character, uint32_t code) {
    if (is_invisible(code) || (code < 0x80 && strchr("/\\:*?\"<>|", (int)code)))
        buf_byte(out, '_');
    else
        buf_put(out, character);
}

// What Windows keeps for devices, with any extension.
static bool is_reserved(Str name) {
    static const char *const DEVICES[] = {"con",    "prn",     "aux", "nul",
                                          "conin$", "conout$", NULL};
    Str stem = str_trim(str_slice(name, 0, str_index(name, 0, '.')));
    if (str_is_one_of(stem, DEVICES)) return true;
    Str port = str_slice(stem, 0, stem.len < 3 ? 0 : 3);
    return (str_eq_fold(port, STR("com")) || str_eq_fold(port, STR("lpt"))) &&
           stem.len == 4 && byte_is_digit(stem.ptr[3]);
}

static Str without_end(Str name) {
    while (name.len && (name.ptr[name.len - 1] == '.' || name.ptr[name.len - 1] == ' '))
        name.len--;
    return name;
}

static Str safe_name(Arena *arena, Str name) {
    Buf out = {.arena = arena};
    uint32_t code;
    name = str_trim(utf8_repair(arena, name, &(size_t){0}));
    for (size_t at = 0, length; at < name.len; at += length) {
        length = utf8_decode(name, at, &code);
        put_safe(&out, str_slice(name, at, at + length), code);
    }
    if (out.len && out.ptr[0] == '.') out.ptr[0] = '_';
    Str safe = without_end(utf8_clip(buf_str(&out), NAME_MAX_BYTES));
    if (!safe.len) return STR("unnamed");
    return is_reserved(safe) ? str_format(arena, "_%.*s", STR_ARG(safe)) : safe;
}

// Small letters beside ASCII's: those of Latin, Greek and Cyrillic (Unicode, Case Mapping
// by code chart). Where capital and small letter take turns, the shift is 1.
static uint32_t lower(uint32_t code) {
    static const struct {
        uint32_t first, last, shift;
    } CAPITALS[] = {
        {'A', 'Z', 32},     {0xc0, 0xde, 32},  {0x391, 0x3ab, 32},  {0x400, 0x40f, 80},
        {0x410, 0x42f, 32}, {0x100, 0x137, 1}, {0x139, 0x148, 1},   {0x14a, 0x177, 1},
        {0x179, 0x17e, 1},  {0x460, 0x52f, 1}, {0x1e00, 0x1eff, 1},
    };
    for (size_t i = 0; i < sizeof CAPITALS / sizeof *CAPITALS; i++) {
        if (code < CAPITALS[i].first || code > CAPITALS[i].last) continue;
        bool is_small = CAPITALS[i].shift == 1 && (code - CAPITALS[i].first) % 2 == 1;
        return is_small ? code : code + CAPITALS[i].shift;
    }
    return code;
}

// Names that a case-blind file system takes for one have one key.
static Str key_of(Arena *arena, Str name) {
    Buf out = {.arena = arena};
    uint32_t code;
    for (size_t at = 0; at < name.len;) {
        char bytes[4];
        at += utf8_decode(name, at, &code);
        buf_put(&out, (Str){bytes, utf8_encode(bytes, lower(code))});
    }
    return buf_str(&out);
}

void file_names(Arena *arena, const Str *names, size_t count, Str *out) {
    Map taken = {0};
    for (size_t i = 0; i < count; i++) {
        Str safe = safe_name(arena, names[i]), name = safe;
        for (int n = 2; map_get(&taken, key_of(arena, name)) != MAP_NONE; n++)
            name = str_format(arena, "%.*s (%d)", STR_ARG(safe), n);
        map_add(arena, &taken, key_of(arena, name), (uint32_t)i);
        out[i] = name;
    }
}

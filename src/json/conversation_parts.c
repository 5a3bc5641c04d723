#include "json/conversation_parts.h"

#include "base/map.h"
#include "input/source.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static Str read_packed(Arena *arena, Str path) {
    Source source;
    if (!source_open(&source, path)) return (Str){0};
    Str head = str_copy(arena, str_slice(source_window(&source), 0, PARTS_GLANCE));
    source_close(&source);
    return head;
}

static Str read_head(Arena *arena, Str path) {
    char *bytes = arena_raw(arena, PARTS_GLANCE);
    if (str_eq(path, STR("-"))) return (Str){0};
    int fd = open(str_z(arena, path), O_RDONLY | O_CLOEXEC);
    if (fd < 0) end_for_want(errno);
    ssize_t got = fd < 0 ? 0 : pread(fd, bytes, PARTS_GLANCE, 0);
    if (fd >= 0) close(fd);
    Str head = {bytes, got > 0 ? (size_t)got : 0};
    return unpack_sniff(head) ? read_packed(arena, path) : head;
}

// The offset after the first `part` in `s`; 0 when there is none.
static size_t find_after(Str s, Str part) {
    const char *at = s.len ? memmem(s.ptr, s.len, part.ptr, part.len) : NULL;
    return at ? (size_t)(at - s.ptr) + part.len : 0;
}

Str parts_conversation(Str head) {
    size_t at = find_after(head, STR("\"conversationId\""));
    if (!at || !find_after(head, STR("\"communicationId\""))) return (Str){0};
    Str rest = str_trim(str_slice(head, at, head.len));
    if (!str_starts(rest, STR(":"))) return (Str){0};
    rest = str_trim(str_slice(rest, 1, rest.len));
    if (!str_starts(rest, STR("\""))) return (Str){0};
    return str_slice(rest, 1, str_index(rest, 1, '"'));
}

void parts_find(InputFiles *files) {
    Arena ids = {0}, heads = {0};
    Map last = {0};     // conversation -> number in `ends`
    uint32_t count = 0; // conversations
    uint32_t *ends = arena_array(&ids, uint32_t, files->len); // the last file of each
    for (uint32_t i = 0; files->len > 1 && i < files->len; i++) {
        Str id = parts_conversation(read_head(&heads, files->items[i].path));
        if (id.len) {
            uint32_t next = count;
            uint32_t number = map_add(&ids, &last, str_copy(&ids, id), next);
            if (number == next) {
                ends[count++] = i;
            } else {
                files->items[ends[number]].next_part = i;
                files->items[i].is_part = true;
                ends[number] = i;
            }
        }
        arena_reset(&heads);
    }
    arena_free(&heads);
    arena_free(&ids);
}

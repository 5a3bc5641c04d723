#include "report/rich_text.h"

#include "base/utf8.h"
#include "report/clean.h"

#include <assert.h>

static void add(Arena *arena, RichText *rich, Str s, bool stands_out, int *room) {
    char *text = clean_text(arena, s, room);
    if (*text) rich->parts[rich->len++] = (RichPart){text, stands_out};
}

static void split_single(Arena *arena, RichText *rich) {
    Str text = str_from(rich->parts[0].text);
    Str head = utf8_clip(text, 1);
    for (size_t size = 2; !head.len; size++) head = utf8_clip(text, size);
    if (head.len == text.len) return;
    rich->parts[1] = (RichPart){rich->parts[0].text + head.len, true};
    rich->parts[0].text = str_z(arena, head);
    rich->len = 2;
}

RichText rich_text(Arena *arena, const Cell *cell) {
    size_t done = 0;
    int room = CELL_UNITS;
    RichText rich = {arena_array(arena, RichPart, cell->run_count * 2 + 2), 0};
    for (size_t i = 0; i < cell->run_count; i++) {
        Run run = cell->runs[i];
        if (run.start == run.end) continue;
        assert(done <= run.start && run.start <= run.end && run.end <= cell->text.len);
        add(arena, &rich, str_slice(cell->text, done, run.start), false, &room);
        add(arena, &rich, str_slice(cell->text, run.start, run.end), true, &room);
        done = run.end;
    }
    add(arena, &rich, str_slice(cell->text, done, cell->text.len), false, &room);
    if (rich.len == 1 && rich.parts[0].stands_out) split_single(arena, &rich);
    return rich;
}

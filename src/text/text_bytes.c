#include "text/text_bytes.h"

#include "base/utf8.h"

void text_bytes_take(CallTask *task, Str bytes, uint32_t line, char newline) {
    TextBytes *raw = arena_new(task->arena, TextBytes);
    *raw = (TextBytes){.line = line, .newline = newline};
    if (bytes.len <= TEXT_MAX) raw->bytes = str_copy(task->arena, bytes);
    task->raw = raw;
    task->bytes = raw->bytes.len;
}

bool text_bytes_cut(Input *input, CallTask *task, char newline) {
    Source *source = &input->source;
    if (!source_has(source, 0)) return false;
    source_has(source, TEXT_MAX); // reads on as far as that
    text_bytes_take(task, source_window(source), 1, newline);
    while (source_has(source, 0)) source_consume(source, source_window(source).len);
    return true;
}

bool text_bytes_read(CallTask *task, Str *text) {
    const TextBytes *raw = task->raw;
    Place place = task_place(task, raw->line, 1);
    size_t repaired = 0;
    task->call = (Call){.started_at = NO_TIME, .wait_ms = NO_TIME, .place = place};
    task->call.id = task_file_id(task);
    if (!raw->bytes.ptr) {
        task_refuse_long(task);
        return false;
    }
    *text = utf8_repair(task->arena, raw->bytes, &repaired);
    Str before = str_slice(raw->bytes, 0, utf8_first_bad(raw->bytes));
    if (repaired) task_repaired(task, place_after(place, before, raw->newline), repaired);
    return true;
}

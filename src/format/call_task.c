#include "format/call_task.h"

#include "base/file.h"
#include "base/utf8.h"

Str task_file_id(CallTask *task) {
    size_t repaired = 0;
    return utf8_repair(task->arena, path_stem(task->path), &repaired);
}

size_t task_bytes(const CallTask *task) { return task->bytes; }

Place task_place(const CallTask *task, uint32_t line, uint32_t col) {
    return (Place){.path = task->path, .line = line, .col = col};
}

static DiagLevel level_of(ComplaintKind kind) {
    bool loses =
        kind == COMPLAINT_TIME || kind == COMPLAINT_ROW || kind >= COMPLAINT_COUNTED;
    return loses ? DIAG_ERROR : DIAG_WARNING;
}

Diag *complaint_add(Arena *arena, Complaints *complaints, uint32_t *counts,
                    Complaint complaint) {
    bool counted = complaint.kind < COMPLAINT_COUNTED;
    if (counted && ++counts[complaint.kind] > COMPLAINTS_ON_THE_SPOT) return NULL;
    complaint.diag.level = level_of(complaint.kind);
    Complaint *added = vec_push(arena, complaints);
    *added = complaint;
    return &added->diag;
}

Diag *task_complain(CallTask *task, ComplaintKind kind, Place place, Str text) {
    Complaint complaint = {.input = task->input, .kind = kind};
    complaint.diag = (Diag){.place = place, .text = text, .call = task->call.id};
    return complaint_add(task->arena, &task->complaints, task->counts, complaint);
}

Diag *task_note(CallTask *task, ComplaintKind kind, Place place, Str text) {
    call_problem(task->arena, &task->call, text);
    return task_complain(task, kind, place, text);
}

void task_repaired(CallTask *task, Place place, size_t count) {
    Str text = str_format(task->arena,
                          "bad bytes: %zu not UTF-8 or NUL, replaced by U+FFFD", count);
    task_note(task, COMPLAINT_BYTES, place, text);
}

static Str longer_than(Arena *arena, const char *what, size_t bytes) {
    return str_format(arena, "%s longer than %zu MiB", what, bytes >> 20);
}

void task_refuse_long(CallTask *task) {
    task_refuse(task, task->call.place,
                longer_than(task->arena, "call", CALL_BYTES_MOST));
}

void task_limit(CallTask *task) {
    Call *call = &task->call;
    size_t bytes = 0;
    if (call->turns.len > CALL_TURNS_MOST)
        task_refuse(
            task, call->place,
            str_format(task->arena, "call of more than %d turns", CALL_TURNS_MOST));
    vec_each(const Turn, turn, &call->turns) {
        bytes += turn->text.len;
        if (turn->text.len <= TURN_BYTES_MOST) continue;
        Place place = turn->place.line ? turn->place : call->place;
        task_refuse(task, place, longer_than(task->arena, "turn", TURN_BYTES_MOST));
    }
    if (bytes > CALL_BYTES_MOST) task_refuse_long(task);
}

Diag *task_refuse(CallTask *task, Place place, Str text) {
    if (task->refused) return NULL;
    task->refused = true;
    return task_complain(task, COMPLAINT_CALL, place, text);
}

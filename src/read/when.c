#include "read/when.h"

#include "call/when.h"

static void check_ends(CallTask *task) {
    vec_each(Turn, turn, &task->call.turns) {
        if (turn->end_ms == NO_TIME || turn->start_ms == NO_TIME) continue;
        if (turn->end_ms >= turn->start_ms) continue;
        Str text = str_format(task->arena, "end %lld ms before start %lld ms",
                              (long long)turn->end_ms, (long long)turn->start_ms);
        task_note(task, COMPLAINT_TIME, turn->place, text);
        turn->start_ms = turn->end_ms = NO_TIME;
    }
}

void when_settle(CallTask *task) {
    Call *call = &task->call;
    Str doubt = call_settle_times(task->arena, call);
    check_ends(task);
    if (!doubt.len) return;
    Str text = str_format(task->arena, "times are not known: %.*s", STR_ARG(doubt));
    task_note(task, COMPLAINT_WHEN, call->place, text);
}

#include "cli/message.h"

#include "base/reason.h"
#include "base/watch.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { SHOW_EVERY_NS = 200000000, SAID_MOST = 20 };
#define SECOND_NS 1000000000.0

// On one line, and nothing in it that a terminal obeys: names of files may be anything.
__attribute__((format(printf, 2, 0))) static void say(const char *begin,
                                                      const char *format, va_list args) {
    Arena arena = {0};
    Buf said = {.arena = &arena}, out = {.arena = &arena};
    buf_vformat(&said, format, args);
    buf_text(&out, begin);
    buf_line(&out, buf_str(&said));
    buf_byte(&out, '\n');
    message_text(buf_str(&out));
    arena_free(&arena);
}

void message_error(const char *format, ...) {
    va_list args;
    va_start(args, format);
    say("callmark: error: ", format, args);
    va_end(args);
}

void message_line(const char *format, ...) {
    va_list args;
    va_start(args, format);
    say("", format, args);
    va_end(args);
}

void message_text(Str lines) { fwrite(lines.ptr ? lines.ptr : "", 1, lines.len, stderr); }

// The kind of a complaint, one more of which there is now.
static ToldKind *count(const Diags *diags, Told *told, const Diag *diag) {
    Str words = reason_kind(diags->arena, diag->text);
    Str key = str_format(diags->arena, "%d%.*s", (int)diag->level, STR_ARG(words));
    uint32_t next = (uint32_t)told->kinds.len;
    uint32_t number = map_add(diags->arena, &told->numbers, key, next);
    if (number == next)
        *vec_push(diags->arena, &told->kinds) = (ToldKind){diag->level, words, 0};
    told->kinds.items[number].count++;
    return &told->kinds.items[number];
}

static bool is_wanted(const Diags *diags, const Diag *diag) {
    return !diag->listed_only && !(diags->no_notes && diag->level == DIAG_NOTE);
}

void message_diags(const Diags *diags, Told *told) {
    Arena arena = {0};
    Buf out = {.arena = &arena};
    for (; told->said < diags->items.len; told->said++) {
        const Diag *diag = &diags->items.items[told->said];
        if (is_wanted(diags, diag) && count(diags, told, diag)->count <= SAID_MOST)
            diag_put(&out, diag);
    }
    message_text(buf_str(&out));
    arena_free(&arena);
}

void message_last_diags(const Diags *diags, Told *told) {
    Diags rest = {.arena = diags->arena};
    Told rest_told = {0};
    message_diags(diags, told);
    vec_each(ToldKind, kind, &told->kinds) {
        if (kind->count <= SAID_MOST) continue;
        diag_add(&rest, kind->level, (Place){0}, "%zu more: %.*s",
                 kind->count - SAID_MOST, STR_ARG(kind->words));
        kind->count = SAID_MOST;
    }
    if (rest.items.len) message_diags(&rest, &rest_told);
}

Progress progress_start(bool wanted, bool quiet) {
    Progress progress = {.on = wanted || (!quiet && isatty(STDERR_FILENO))};
    progress.started_ns = progress.shown_ns = progress.on ? watch_now() : 0;
    return progress;
}

void progress_show(Progress *progress, uint64_t calls, uint64_t bytes, uint64_t total) {
    if (!progress->on) return;
    int64_t now = watch_now();
    if (now - progress->shown_ns < SHOW_EVERY_NS) return;
    progress->shown_ns = now;
    double seconds = (double)(now - progress->started_ns) / SECOND_NS;
    fprintf(stderr, "\r\033[K%llu calls, %.0f calls/s, %.1f MB/s",
            (unsigned long long)calls, (double)calls / seconds,
            (double)bytes / 1e6 / seconds);
    if (total > bytes && bytes)
        fprintf(stderr, ", %.0f s left",
                (double)(total - bytes) * seconds / (double)bytes);
    fflush(stderr);
}

void progress_end(Progress *progress) {
    if (progress->on) fputs("\r\033[K", stderr);
    progress->on = false;
}

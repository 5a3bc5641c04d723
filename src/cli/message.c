#include "cli/message.h"

#include "base/watch.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { SHOW_EVERY_NS = 200000000 };
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

void message_diags(const Diags *diags, size_t *shown) {
    Arena arena = {0};
    Buf out = {.arena = &arena};
    for (; *shown < diags->items.len; ++*shown) {
        const Diag *diag = &diags->items.items[*shown];
        bool unwanted = diags->no_notes && diag->level == DIAG_NOTE;
        if (!diag->listed_only && !unwanted) diag_put(&out, diag);
    }
    message_text(buf_str(&out));
    arena_free(&arena);
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

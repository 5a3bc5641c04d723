// What is said to a person, on stderr: complaints, progress, results in a sentence.
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "base/diag.h"

// "callmark: error: ..."
void message_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
// A line as it is.
void message_line(const char *format, ...) __attribute__((format(printf, 1, 2)));
// Lines that are ready.
void message_text(Str lines);
// The complaints from `*shown` on; moves *shown to the end.
void message_diags(const Diags *diags, size_t *shown);

// A line that is written over, on a terminal only: calls, calls/s, MB/s, time left.
typedef struct {
    bool on;
    // On the monotonic clock; they reach no output but this line.
    int64_t started_ns, shown_ns;
} Progress;

Progress progress_start(bool wanted, bool quiet);
void progress_show(Progress *progress, uint64_t calls, uint64_t bytes, uint64_t total);
void progress_end(Progress *progress); // wipes the line

#endif

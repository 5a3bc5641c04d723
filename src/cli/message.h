// What is said to a person, on stderr: complaints, progress, results in a sentence.
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "base/diag.h"
#include "base/map.h"

// "callmark: error: ..."
void message_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
// A line as it is.
void message_line(const char *format, ...) __attribute__((format(printf, 1, 2)));
// Lines that are ready.
void message_text(Str lines);

typedef struct {
    DiagLevel level;
    Str words;
    size_t count; // since it was told of last
} ToldKind;

// How far complaints have been said. Of each kind (base/reason.h) the first 20 are, and
// the rest counted.
typedef struct {
    size_t said;
    Map numbers; // a kind's level and words -> its number
    VEC(ToldKind) kinds;
} Told;

// Those that have not been said yet.
void message_diags(const Diags *diags, Told *told);
// The same, and then how many there were besides those said, of each kind.
void message_last_diags(const Diags *diags, Told *told);

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

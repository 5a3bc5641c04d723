#include "cli/output.h"

#include "cli/talk.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

static int complain(const Output *output) {
    Str name = output->to_file ? output->file.path : STR("standard output");
    talk_error("cannot write '%.*s': %s", STR_ARG(name), strerror(output->file.error));
    return exit_status_of(output->file.error);
}

// A file without a name: it goes when the program does, however it ends.
static int open_unnamed(void) {
    char path[] = "/tmp/callmark-XXXXXX";
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0) unlink(path);
    return fd;
}

static bool open_stdout(Output *output, Arena *arena) {
    int fd = output->held ? open_unnamed() : STDOUT_FILENO;
    output->file = (OutFile){.fd = fd, .error = fd < 0 ? errno : 0, .buf = {.arena = arena}};
    if (fd < 0) complain(output);
    return fd >= 0;
}

bool output_open(Output *output, Arena *arena, Str path, bool hold) {
    *output = (Output){.to_file = path.len > 0, .held = hold && !path.len};
    if (!output->to_file) return open_stdout(output, arena);
    if (!out_open(&output->file, arena, path)) {
        complain(output);
        return false;
    }
    output->guard = guard_start(arena, output->file.part);
    return true;
}

bool output_put(Output *output, Str bytes) {
    out_put(&output->file, bytes);
    return !output->file.error;
}

// Dying by the signal is what shells expect of a filter whose reader has gone.
static void die_of_broken_pipe(void) {
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
}

// Lets go of what was held back.
static void release(Output *output) {
    OutFile out = {.fd = STDOUT_FILENO, .buf = output->file.buf};
    char block[16 << 10];
    ssize_t got = 0;
    off_t at = 0;
    for (; !out.error && (got = pread(output->file.fd, block, sizeof block, at)) > 0; at += got)
        out_put(&out, (Str){block, (size_t)got});
    out_flush(&out);
    output->file.error = got < 0 ? errno : out.error;
}

static int close_stdout(Output *output, bool keep) {
    out_flush(&output->file);
    if (output->held && keep && !output->file.error) release(output);
    if (output->held) close(output->file.fd);
    if (output->file.error == EPIPE) die_of_broken_pipe();
    return output->file.error ? complain(output) : EX_OK;
}

static int close_file(Output *output, bool keep) {
    bool done = keep && out_finish(&output->file) && out_commit(&output->file);
    if (!done) out_abandon(&output->file);
    guard_stop(output->guard);
    return done || !keep ? EX_OK : complain(output);
}

int output_close(Output *output, bool keep) {
    return output->to_file ? close_file(output, keep) : close_stdout(output, keep);
}

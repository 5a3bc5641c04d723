#include "cli/output.h"

#include "cli/message.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

static int complain(const Output *output) {
    message_error("cannot write '%.*s': %s", STR_ARG(output->file.path),
                  strerror(output->file.error));
    return exit_status_of(output->file.error);
}

// A file without a name: it goes when the program does, however it ends.
static int open_unnamed(void) {
    FILE *file = tmpfile();
    if (!file) return -1;
    int fd = dup(fileno(file));
    fclose(file);
    return fd;
}

// What a link leads to: that is to be written, and the link to stay.
static Str follow(Arena *arena, Str path) {
    char *text = str_z(arena, path), place[PATH_MAX];
    struct stat status;
    bool known = lstat(text, &status) == 0;
    if (!known && errno == ENOMEM) out_of_memory();
    bool is_link = known && S_ISLNK(status.st_mode);
    return is_link && realpath(text, place) ? str_copy(arena, str_from(place)) : path;
}

// A device or a pipe is written to as it stands: a file in its place would be its end.
static bool is_stream(Arena *arena, Str path) {
    struct stat status;
    return file_status(arena, path, &status) && !S_ISREG(status.st_mode) &&
           !S_ISDIR(status.st_mode);
}

static void open_stream(Output *output, Arena *arena, Str path) {
    output->stream =
        path.len ? open(str_z(arena, path), O_WRONLY | O_CLOEXEC) : STDOUT_FILENO;
    int fd = output->held && output->stream >= 0 ? open_unnamed() : output->stream;
    output->file = (OutFile){.path = path.len ? path : STR("standard output"),
                             .fd = fd,
                             .error = fd < 0 ? errno : 0,
                             .buf = {.arena = arena}};
}

int output_open(Output *output, Arena *arena, Str path, bool hold) {
    path = str_eq(path, STR("-")) ? (Str){0} : follow(arena, path);
    bool to_file = path.len > 0 && !is_stream(arena, path);
    *output = (Output){.to_file = to_file, .held = hold && !to_file};
    if (!to_file)
        open_stream(output, arena, path);
    else
        (void)out_open(&output->file, arena, path);
    return output->file.error ? complain(output) : EX_OK;
}

bool output_put(Output *output, Str bytes) {
    if (output->sum) part_sum_add(output->sum, bytes);
    out_put(&output->file, bytes);
    return !output->file.error;
}

bool output_lend(Output *output, Str bytes) {
    if (output->sum) part_sum_add(output->sum, bytes);
    out_lend(&output->file, bytes);
    return !output->file.error;
}

bool output_settle(Output *output) {
    out_settle(&output->file);
    return !output->file.error;
}

// Dying by the signal is what shells expect of a filter whose reader has gone.
static void die_of_broken_pipe(void) {
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
}

// Lets go of what was held back.
static void release(Output *output) {
    OutFile out = {.fd = output->stream, .buf = output->file.buf};
    char block[16 << 10];
    ssize_t got = 0;
    off_t at = 0;
    for (; !out.error && (got = pread(output->file.fd, block, sizeof block, at)) > 0;
         at += got)
        out_put(&out, (Str){block, (size_t)got});
    out_flush(&out);
    output->file.error = got < 0 ? errno : out.error;
}

bool output_flush(Output *output) {
    out_flush(&output->file);
    if (output->held && !output->file.error) {
        release(output);
        close(output->file.fd);
        output->file.fd = output->stream;
        output->held = false;
    }
    return !output->file.error;
}

static int close_stream(Output *output, bool keep) {
    out_flush(&output->file);
    if (output->held && keep && !output->file.error) release(output);
    if (output->held) close(output->file.fd);
    if (output->file.error == EPIPE) die_of_broken_pipe();
    return output->file.error ? complain(output) : EX_OK;
}

static int close_file(Output *output, bool keep) {
    bool done = keep && out_finish(&output->file) && out_commit(&output->file);
    if (!done) out_abandon(&output->file);
    return done || !keep ? EX_OK : complain(output);
}

int output_close(Output *output, bool keep) {
    return output->to_file ? close_file(output, keep) : close_stream(output, keep);
}

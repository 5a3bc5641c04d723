#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sysexits.h>
#include <unistd.h>

enum {
    OUT_BLOCK = 64 << 10, // a pipe's; more would push out of the cache what is worked on
    OUT_MANY = 8 << 10,   // from here on they are written from where they stand
    NEW_FILE = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
    NEW_MODE = 0666, // less what the umask takes, which main.c sets
};

static bool read_all(int fd, size_t most, Buf *buf) {
    char block[16 << 10];
    while (buf->len <= most) {
        ssize_t got = read(fd, block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return got == 0;
        buf_put(buf, (Str){block, (size_t)got});
    }
    errno = EFBIG;
    return false;
}

bool file_read_most(Arena *arena, Str path, size_t most, Str *bytes) {
    Buf buf = {.arena = arena};
    int fd = open(str_z(arena, path), O_RDONLY | O_CLOEXEC);
    bool done = fd >= 0 && read_all(fd, most, &buf);
    int error = errno;
    if (!done && error == ENOMEM) out_of_memory();
    if (!done) end_without_files(error);
    if (fd < 0) return false;
    close(fd);
    *bytes = buf_str(&buf);
    errno = error;
    return done;
}

bool file_read(Arena *arena, Str path, Str *bytes) {
    return file_read_most(arena, path, SIZE_MAX - 1, bytes);
}

bool file_status(Arena *arena, Str path, struct stat *status) {
    if (stat(str_z(arena, path), status) == 0) return true;
    if (errno == ENOMEM) out_of_memory();
    return false;
}

bool file_is_regular(Arena *arena, Str path) {
    struct stat status;
    return file_status(arena, path, &status) && S_ISREG(status.st_mode);
}

bool file_same(Arena *arena, Str a, Str b) {
    struct stat first, second;
    return file_status(arena, a, &first) && file_status(arena, b, &second) &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

Str path_base(Str path) {
    const char *slash = path.len ? memrchr(path.ptr, '/', path.len) : NULL;
    return slash ? str_slice(path, (size_t)(slash - path.ptr) + 1, path.len) : path;
}

static Str without_ending(Str name) {
    size_t dot = name.len;
    while (dot > 0 && name.ptr[dot - 1] != '.') dot--;
    return dot > 1 ? str_slice(name, 0, dot - 1) : name;
}

Str path_stem(Str path) {
    Str base = path_base(path);
    bool packed = str_ends(base, STR(".gz")) || str_ends(base, STR(".zst"));
    if (str_eq(path, STR("-"))) return STR("stdin");
    return without_ending(packed ? without_ending(base) : base);
}

Str path_folder(Str path) {
    size_t base = path_base(path).len;
    if (base == path.len) return STR(".");
    return path.len - base == 1 ? STR("/") : str_slice(path, 0, path.len - base - 1);
}

Str path_join(Arena *arena, Str folder, Str name) {
    const char *slash = folder.len && !str_ends(folder, STR("/")) ? "/" : "";
    return str_format(arena, "%.*s%s%.*s", STR_ARG(folder), slash, STR_ARG(name));
}

Str path_beside(Arena *arena, Str file, Str name) {
    bool here = str_starts(name, STR("/")) || path_base(file).len == file.len;
    return here ? name : path_join(arena, path_folder(file), name);
}

char *part_path(Arena *arena, Str path) {
    Str base = path_base(path), folder = str_slice(path, 0, path.len - base.len);
    Str part = str_format(arena, "%.*s.%.*s.part", STR_ARG(folder), STR_ARG(base));
    return str_z(arena, part);
}

bool file_write(Arena *arena, const char *path, Str bytes) {
    OutFile out = {.buf = {.arena = arena}};
    if (unlink(path) != 0 && errno != ENOENT) return false;
    out.fd = open(path, NEW_FILE, NEW_MODE);
    if (out.fd < 0) return false;
    out_put(&out, bytes);
    out_flush(&out);
    // Only a beginning: what fails here fails again when the file is synced.
    sync_file_range(out.fd, 0, 0, SYNC_FILE_RANGE_WRITE);
    if (close(out.fd) != 0 && !out.error) out.error = errno;
    errno = out.error;
    return !out.error;
}

// Removes a link, and a file that no run writes any more, since it can be locked.
static void clear_leftover(const char *part) {
    int fd = open(part, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 ? errno == ELOOP : flock(fd, LOCK_EX | LOCK_NB) == 0) unlink(part);
    if (fd >= 0) close(fd);
}

// Whether this run holds the file that it has just made: another one may have taken it
// for a leftover. Where the disk knows no locks, it does.
static bool lock_part(int fd) {
    struct stat status;
    bool locked = flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    return locked && (fstat(fd, &status) != 0 || status.st_nlink > 0);
}

static int open_part(const char *part) {
    clear_leftover(part);
    int fd = open(part, NEW_FILE, NEW_MODE);
    if (fd < 0 || lock_part(fd)) return fd;
    close(fd);
    errno = EEXIST;
    return -1;
}

static void lock(const OutFile *out) {
    if (out->guard) guard_lock(out->guard);
}

static void unlock(const OutFile *out) {
    if (out->guard) guard_unlock(out->guard, out->part);
}

static void end_guard(OutFile *out) {
    if (!out->guard) return;
    guard_stop(out->guard);
    interrupts_release();
    out->guard = NULL;
}

static void try_part(OutFile *out, char *part) {
    lock(out);
    out->fd = open_part(part);
    out->error = out->fd < 0 ? errno : 0;
    if (out->fd >= 0) out->part = part; // else it is not ours to remove
    unlock(out);
}

static bool open_guarded(OutFile *out, Arena *arena, Str path, Guard *guard) {
    enum { RUNS_MOST = 100 };
    *out = (OutFile){
        .path = path, .fd = -1, .error = EEXIST, .buf = {.arena = arena}, .guard = guard};
    for (unsigned run = 1; run <= RUNS_MOST && out->error == EEXIST; run++) {
        Str name = run == 1 ? path : str_format(arena, "%.*s.%u", STR_ARG(path), run);
        try_part(out, part_path(arena, name));
    }
    if (out->fd < 0) end_guard(out);
    return out->fd >= 0;
}

bool out_open(OutFile *out, Arena *arena, Str path) {
    return open_guarded(out, arena, path, guard_start(arena, GUARD_ALL));
}

bool out_open_within(OutFile *out, Arena *arena, Str path) {
    return open_guarded(out, arena, path, NULL);
}

static void write_all(OutFile *out, Str bytes) {
    while (!out->error && bytes.len) {
        ssize_t wrote = write(out->fd, bytes.ptr, bytes.len);
        if (wrote >= 0)
            bytes = str_slice(bytes, (size_t)wrote, bytes.len);
        else if (errno != EINTR)
            out->error = errno;
    }
}

static void flush_buf(OutFile *out) {
    write_all(out, buf_str(&out->buf));
    out->buf.len = 0;
}

static void put(OutFile *out, Str bytes) {
    bool many = bytes.len >= OUT_MANY;
    if (many || out->buf.len + bytes.len > OUT_BLOCK) flush_buf(out);
    if (many)
        write_all(out, bytes);
    else
        buf_put(&out->buf, bytes);
}

void out_settle(OutFile *out) {
    put(out, out->lent);
    out->lent.len = 0;
}

void out_flush(OutFile *out) {
    out_settle(out);
    flush_buf(out);
}

void out_put(OutFile *out, Str bytes) {
    out_settle(out);
    put(out, bytes);
}

void out_lend(OutFile *out, Str bytes) {
    Str *lent = &out->lent;
    if (lent->len && lent->ptr + lent->len == bytes.ptr) {
        lent->len += bytes.len;
        return;
    }
    out_settle(out);
    *lent = bytes;
}

bool out_finish(OutFile *out) {
    out_flush(out);
    if (!out->error && fsync(out->fd) != 0) out->error = errno;
    return !out->error;
}

void out_close(OutFile *out) {
    if (out->fd >= 0) close(out->fd);
    out->fd = -1;
}

static void put_in_place(OutFile *out, const char *path) {
    lock(out);
    if (rename(out->part, path) == 0)
        out->part = NULL;
    else
        out->error = errno;
    unlock(out);
}

bool out_commit(OutFile *out) {
    if (out->error) return false;
    char path[4096];
    int length = snprintf(path, sizeof path, "%.*s", STR_ARG(out->path));
    if (length < 0 || (size_t)length >= sizeof path)
        out->error = ENAMETOOLONG;
    else
        put_in_place(out, path);
    if (out->error) return false;
    out_close(out); // not before: it would be taken for a leftover
    end_guard(out);
    return true;
}

void out_abandon(OutFile *out) {
    lock(out);
    if (out->part) unlink(out->part);
    out->part = NULL;
    unlock(out);
    out_close(out);
    end_guard(out);
}

Str link_target(Arena *arena, Str path) {
    char *text = arena_alloc(arena, PATH_MAX);
    ssize_t len = readlink(str_z(arena, path), text, PATH_MAX);
    return (Str){text, len > 0 ? (size_t)len : 0};
}

// Another run may have made its own meanwhile, or died before it was renamed.
static bool put_link(const char *part, const char *to, const char *target) {
    if (unlink(part) != 0 && errno != ENOENT) return false;
    if (symlink(target, part) != 0) return false;
    if (rename(part, to) == 0) return true;
    int error = errno;
    unlink(part);
    errno = error;
    return false;
}

bool link_replace(Arena *arena, Str path, Str target) {
    char *part = part_path(arena, path), *to = str_z(arena, path);
    char *text = str_z(arena, target);
    struct stat status;
    if (lstat(to, &status) == 0 && !S_ISLNK(status.st_mode)) {
        errno = EEXIST;
        return false;
    }
    interrupts_hold();
    bool done = put_link(part, to, text);
    int error = errno;
    interrupts_release();
    errno = error;
    return done;
}

bool file_sync(const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return false;
    bool done = fsync(fd) == 0;
    int error = errno;
    close(fd);
    errno = error;
    return done;
}

int exit_status_of(int error) {
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case ENOMEM:
    case EAGAIN:
    case EMFILE:
    case ENFILE:
    case ENOLCK:
    case ESTALE:
    case ETIMEDOUT: return EX_TEMPFAIL;
    case EIO: return EX_IOERR;
    default: return EX_CANTCREAT;
    }
}

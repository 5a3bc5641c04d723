#include "base/sandbox.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// What watches a program from within (sanitizers, measured coverage) opens files of its
// own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(WATCHED)
#define IS_WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_WATCHED 1
#endif
#endif
#ifndef IS_WATCHED
#define IS_WATCHED 0
#endif

// By name since a header may be older than the kernel.
enum {
    VERSION_WITH_TRUNCATE = 3, // and with renaming from folder to folder, of version 2
    VERSION_WITH_NET = 4,
    OF_FILES = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE |
               LANDLOCK_ACCESS_FS_EXECUTE | 1 << 14, // truncate
    READING = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
    UNNAMED = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE,
    ALL = (1 << 15) - 1, // what version 3 knows
    ALL_NET = 1 << 0 | 1 << 1
};

// As of version 4; an older kernel is told the size of its first member alone.
typedef struct {
    uint64_t files, net;
} Handled;

Sandbox sandbox_new(void) {
    long version =
        syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (IS_WATCHED || version < VERSION_WITH_TRUNCATE) return (Sandbox){-1};
    Handled handled = {.files = ALL, .net = ALL_NET};
    size_t size = version < VERSION_WITH_NET ? sizeof handled.files : sizeof handled;
    return (Sandbox){(int)syscall(SYS_landlock_create_ruleset, &handled, size, 0)};
}

static bool add_rule(const Sandbox *sandbox, int fd, uint64_t what) {
    struct landlock_path_beneath_attr rule = {.allowed_access = what, .parent_fd = fd};
    return syscall(SYS_landlock_add_rule, sandbox->rules, LANDLOCK_RULE_PATH_BENEATH,
                   &rule, 0) == 0;
}

// Rights that are of folders alone are refused for a file.
static void allow(const Sandbox *sandbox, const char *path, uint64_t what) {
    int fd = sandbox->rules < 0 ? -1 : open(path, O_PATH | O_CLOEXEC);
    if (fd < 0 && sandbox->rules >= 0 && errno == ENOMEM) out_of_memory();
    if (fd < 0 && sandbox->rules >= 0) end_without_files(errno);
    if (fd < 0) return;
    if (!add_rule(sandbox, fd, what)) (void)add_rule(sandbox, fd, what & OF_FILES);
    close(fd);
}

void sandbox_read(const Sandbox *sandbox, const char *path) {
    allow(sandbox, path, READING);
}

void sandbox_write(const Sandbox *sandbox, const char *path) {
    allow(sandbox, path, ALL & ~LANDLOCK_ACCESS_FS_EXECUTE);
}

void sandbox_unnamed(const Sandbox *sandbox, const char *path) {
    allow(sandbox, path, UNNAMED);
}

bool sandbox_enter(Sandbox *sandbox) {
    if (sandbox->rules < 0) return false;
    bool entered = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                   syscall(SYS_landlock_restrict_self, sandbox->rules, 0) == 0;
    close(sandbox->rules);
    sandbox->rules = -1;
    return entered;
}

#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool folder_make(Arena *arena, Str path) {
    char *text = str_z(arena, path);
    for (size_t i = 1; i <= path.len; i++) {
        if (i < path.len && text[i] != '/') continue;
        char kept = text[i];
        text[i] = '\0';
        if (mkdir(text, 0777) != 0 && errno != EEXIST) return false;
        text[i] = kept;
    }
    struct stat status;
    if (stat(text, &status) != 0) return false;
    errno = ENOTDIR;
    return S_ISDIR(status.st_mode);
}

static bool clear(int folder);

// Names that come while it is read, or move up as others go, may be missed: until none is
// left.
static bool remove_cleared(int outer, const char *name, int inner) {
    do {
        if (!clear(inner)) return false;
        if (unlinkat(outer, name, AT_REMOVEDIR) == 0) return true;
    } while (errno == ENOTEMPTY && lseek(inner, 0, SEEK_SET) == 0);
    return false;
}

static bool remove_within(int folder, const char *name) {
    if (unlinkat(folder, name, 0) == 0) return true;
    if (errno != EISDIR) return false;
    int inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inner < 0) return false;
    bool removed = remove_cleared(folder, name, inner);
    close(inner);
    return removed;
}

static bool is_entry(const struct dirent64 *entry) {
    return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

static bool clear(int folder) {
    _Alignas(struct dirent64) char block[4096]; // opendir() would ask for memory
    for (ssize_t got; (got = getdents64(folder, block, sizeof block)) != 0;) {
        if (got < 0) return false;
        for (ssize_t at = 0; at < got;) {
            const struct dirent64 *entry = (const void *)(block + at);
            // Whoever still writes there may have given it another name.
            if (is_entry(entry) && !remove_within(folder, entry->d_name) &&
                errno != ENOENT)
                return false;
            at += entry->d_reclen;
        }
    }
    return true;
}

bool path_remove(const char *path) { return remove_within(AT_FDCWD, path); }

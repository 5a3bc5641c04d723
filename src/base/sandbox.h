// What the program may touch from some point on, where the kernel can hold it to that: by
// Landlock, in Linux 6.2 and later (https://docs.kernel.org/userspace-api/landlock.html).
#ifndef BASE_SANDBOX_H
#define BASE_SANDBOX_H

#include <stdbool.h>

// The rules so far; -1 where the kernel has none, and then the rest does nothing.
typedef struct {
    int rules;
} Sandbox;

Sandbox sandbox_new(void);
// Of what follows, `path` is a file, or a folder with all that is in it; a link is
// followed, and what is not there passed over.
void sandbox_read(const Sandbox *sandbox, const char *path);
// Read and written, made, renamed and removed.
void sandbox_write(const Sandbox *sandbox, const char *path);
// Files without a name may be made there.
void sandbox_unnamed(const Sandbox *sandbox, const char *path);
// From now on nothing else, and no connection to anywhere. Before the first thread
// begins. False where the kernel has no such thing.
bool sandbox_enter(Sandbox *sandbox);

#endif

#include "base/library.h"

#include "base/memory.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

// What dlerror() says begins with the file's name, and tells in its own words when there
// was no memory. Of protections it does not tell whether that was why.
static _Noreturn void refuse(void) {
    char message[512];
    const char *problem = dlerror();
    if (strstr(problem, "map segment") || strstr(problem, strerror(ENOMEM)))
        out_of_memory();
    const char *guess = strstr(problem, "memory protections") ? ": out of memory?" : "";
    (void)snprintf(message, sizeof message, "callmark: error: cannot load %s%s\n",
                   problem, guess);
    end_for_now(message);
}

void library_load(const char *file, const char *const *names, void *functions) {
    void *library = dlopen(file, RTLD_NOW);
    if (!library) refuse();
    for (char *into = functions; *names; names++, into += sizeof library) {
        void *function = dlsym(library, *names); // as POSIX has it, where C does not
        if (!function) refuse();
        memcpy(into, &function, sizeof function);
    }
}

#include "load/loader.h"

#include <errno.h>
#include <string.h>

const SourceFile *loader_open(Loader *load, Str path, Place place) {
    const SourceFile *source = source_file_read(load->arena, path);
    if (source) return source;
    const char *reason = strerror(errno);
    Diag *diag =
        diag_add(load->diags, DIAG_ERROR, place, "cannot read '%.*s'", STR_ARG(path));
    diag->hint = str_copy(load->arena, str_from(reason));
    return NULL;
}

const RubricFile *loader_file(const Loader *load, const Node *node) {
    size_t i = 0;
    while (load->files.items[i]->source != node->source) i++;
    return load->files.items[i];
}

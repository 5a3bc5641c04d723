#include "load/loader.h"

#include "base/embedded.h"
#include "base/file.h"
#include "load/find.h"

#include <errno.h>
#include <string.h>

// What a file names may be no device or pipe, which would be read for ever; what the user
// names may be one.
static bool can_be_read(const Loader *load, Str path, Place place) {
    bool named_by_file = place.line > 0 && !embedded_bytes(path).ptr;
    return !named_by_file || !source_file_exists(load->arena, path) ||
           file_is_regular(load->arena, path);
}

const SourceFile *loader_open(Loader *load, Str path, Place place) {
    bool can = can_be_read(load, path, place);
    const SourceFile *source = can ? source_file_read(load->arena, path) : NULL;
    if (source) return source;
    const char *reason = can ? strerror(errno) : "not a regular file";
    Diag *diag =
        diag_add(load->diags, DIAG_ERROR, place, "cannot read '%.*s'", STR_ARG(path));
    diag->hint = str_copy(load->arena, str_from(reason));
    return NULL;
}

bool loader_may_name(Loader *load, const Node *value, Str name) {
    if (path_leads_down(name)) return true;
    Diag *diag = diag_add(load->diags, DIAG_ERROR, value->place,
                          "a file outside of the rubric's folder: '%.*s'", STR_ARG(name));
    diag->hint = STR("a path that leads down from there or from a --rubric-dir; a rubric "
                     "there goes by its name");
    return false;
}

RubricFile *loader_file(const Loader *load, const Node *node) {
    size_t i = 0;
    while (load->files.items[i]->source != node->source) i++;
    return load->files.items[i];
}

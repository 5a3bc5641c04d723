// Loads a rubric from its files: those it uses, then its own.
#ifndef LOAD_LOAD_H
#define LOAD_LOAD_H

#include "base/buf.h"
#include "rubric/rubric.h"

#define RUBRIC_DEFAULT "five-principles" // the built-in one that most runs mark by

// Reads, resolves and compiles `path` and the files it uses, by path or, when `folders`
// is given, by the name of a rubric in one of them, with the quality files that stand
// beside them. Every mistake found goes to `diags`, in file order; false when there was
// an error among them. Release with rubric_free; all else lives in `arena`.
bool rubric_load(Arena *arena, Str path, const Texts *folders, Rubric *rubric,
                 Diags *diags);
// The same for those who look at no finding but through criteria and measures: built-in
// detectors that none of these reaches are not run, and their patterns not searched for.
bool rubric_load_to_mark(Arena *arena, Str path, const Texts *folders, Rubric *rubric,
                         Diags *diags);
// The same for those who look only at what these detectors find.
bool rubric_load_to_find(Arena *arena, Str path, const Texts *folders,
                         const Texts *detectors, Rubric *rubric, Diags *diags);
// rubric_load for text at hand; `path` is what complaints call it and where packs are
// beside.
bool rubric_read(Arena *arena, Str path, Str text, Rubric *rubric, Diags *diags);

// Puts the image of a file's nodes (node_image.h), in which those that it uses have a
// part, too; false where something is to be complained of.
bool rubric_put_nodes(Arena *arena, Str path, Buf *out);

#endif

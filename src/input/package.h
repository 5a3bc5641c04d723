// Files of office programs: zip archives whose members, the parts, are XML and name each
// other (Open Packaging Conventions, ECMA-376 part 2).
#ifndef INPUT_PACKAGE_H
#define INPUT_PACKAGE_H

#include "base/vec.h"
#include "input/xml.h"

enum {
    PACKAGE_MAX = 256 << 20, // bytes of a package, all of which are held
    PARTS_MAX = 256 << 20,   // bytes of the parts that are held unpacked
    PACKAGE_TIMES = 200      // what unpacks to more than so many times its size is none
};

typedef struct {
    Str name; // as in the archive, "xl/workbook.xml"
    Str type; // of its content; empty = not told
} PackagePart;

typedef struct {
    Arena *arena;
    Str bytes;
    VEC(PackagePart) parts; // whose type is told by name
    Str problem;            // why it cannot be read; empty = it can
} Package;

// What a file of an office program is that is not read here, and what to do; {0} for any
// other: older formats of Word and Excel, which an encrypted package is as well, and
// OpenDocument.
Str package_foreign(Stream *stream);
// Whether a package begins here.
bool package_sniff(Stream *stream);
// Reads all of the stream into `arena`.
Package *package_open(Arena *arena, Stream *stream);
// The first part whose type ends so; NULL when there is none.
const PackagePart *package_find(const Package *package, const char *type_end);
// The bytes of a part, to be closed; it has a problem when there is none such, and when
// it unpacks to too much.
Stream *package_part(const Package *package, Arena *arena, Str name);
// The name of the part that `target` leads to, as a part of this name writes it.
Str package_target(Arena *arena, Str from, Str target);

#endif

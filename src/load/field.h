// Maps, read by a table of their fields.
#ifndef LOAD_FIELD_H
#define LOAD_FIELD_H

#include "load/loader.h"

enum {
    OPTIONAL = 0,
    REQUIRED = 1,
    ADDS = 2, // of a thing written in several maps, all are read, and not only the last
};

// A table of them ends with name NULL.
typedef struct {
    const char *name;
    FieldRead *read; // NULL: by its choices; without these, it is for others to read
    size_t offset;   // of what it is read into
    unsigned is;     // of the above
    const char *const *choices; // words, of which the number is read; ends with NULL
} MapField;

// All values of a field, or the last one alone.
Nodes field_values(Arena *arena, const Nodes *maps, const char *name, bool all);
// Reads the fields of one thing in the order of the table.
void fields_read(Loader *load, const Nodes *maps, const MapField *fields, void *into);
void fields_add_names(Arena *arena, Texts *names, const MapField *fields);
// Complains of every key of `map` that is not among the names.
void fields_refuse_others(Loader *load, const Node *map, const Texts *names);
// All of that for values that must be maps: false when one is none.
bool maps_read(Loader *load, const Nodes *values, const MapField *fields, void *into);
bool map_read(Loader *load, const Node *value, const MapField *fields, void *into);

#endif

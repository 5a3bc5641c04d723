// What the parts of the rubric loader share. Private to the files load*.c.
#ifndef RUBRIC_LOAD_H
#define RUBRIC_LOAD_H

#include "rubric/fragment.h"
#include "rubric/rubric.h"
#include "rubric/yaml.h"

// The rubric's file or a pack's.
typedef struct {
    const Page *page;
    Node root;
    Str language, about;
    Fragments fragments;
    const Node *detectors; // name -> body, or NULL
    bool unicode;
    bool is_used; // came by `use:`
} RubricFile;

// A detector as written.
typedef struct {
    const Node *name, *body;
    const RubricFile *file;
} DetectorNode;

// Ids that must not come twice.
typedef struct {
    Map numbers;
    VEC(Place) places; // by number
} Ids;

typedef struct {
    Arena *arena;
    Diags *diags;
    Rubric *rubric;
    Fragments pack_fragments; // of all packs; of two with one name, the later one
    const RubricFile *file;   // the one being read
    VEC(DetectorNode) nodes;  // by detector number
    VEC(Str) names;           // likewise
    Map numbers;              // of detectors, by name
    Map patterns;             // numbers, by what they match and where
    Ids criterion_ids, principle_ids;
    bool pack_missing;   // what is not known may be in it, and is not complained of
    uint32_t detector;   // the one being read
    PatternSpec pattern; // what its patterns have in common
} Loader;

// Reads a value into `into`, which is of the type the reader says; false after
// complaining.
typedef bool FieldRead(Loader *load, const Node *value, void *into);

typedef struct {
    const char *name;
    FieldRead *read;
    size_t offset;
    bool required;
} MapField;

// ---- load_value.c: one value each. The comment says what `into` points to.

// An empty text is of no type.
bool expect_type(Loader *load, const Node *value, NodeType type);
// The values of a list, a lone text being a list of one; *count is 0 after complaining.
const Node *read_list(Loader *load, const Node *value, size_t *count);
FieldRead read_text;   // Str, without white space at its ends
FieldRead read_texts;  // Texts; a text or a list of them
FieldRead read_name;   // Str: word characters, - and .
FieldRead read_bool;   // bool
FieldRead read_count;  // uint32_t
FieldRead read_weight; // int32_t, thousandths: 0 to 1000000
FieldRead read_score;  // int32_t, thousandths: 0 to 100
FieldRead read_credit; // int32_t, thousandths: 0 to 1
FieldRead read_role;   // Role; any is ROLE_UNKNOWN
// The index in `words`, which ends with NULL; `what` names the choice in the complaint.
bool read_word(Loader *load, const Node *value, const char *what,
               const char *const *words, int *index);
// "unknown WHAT 'text'", with the nearest candidate, or all of them when they are few.
void complain_unknown(Loader *load, const Node *word, const char *what,
                      const Str *candidates, size_t count);

// ---- load_field.c: maps, by a table of their fields that ends with name NULL.

// Reads the fields of `map` in the order of the table.
void fields_read(Loader *load, const Node *map, const MapField *fields, void *into);
void fields_name(Arena *arena, Texts *names, const MapField *fields);
// Complains of every key of `map` that is not among the names.
void fields_refuse_others(Loader *load, const Node *map, const Texts *names);
// All of that for a value that must be a map: false when it is none.
bool map_read(Loader *load, const Node *value, const MapField *fields, void *into);

// ---- The parts of a rubric.

FieldRead read_fragments; // RubricFile, whose fragments are filled
FieldRead read_patterns;  // PatternRefs
// One parameter of a detector, by its kind's table.
void load_param(Loader *load, const FieldSpec *spec, const Node *value, void *params);
FieldRead read_detector;   // uint32_t
FieldRead read_detectors;  // DetectorRefs
FieldRead read_formula;    // Formula
FieldRead read_expression; // const Expression *
FieldRead read_score_law;  // ScoreLaw, which begins as the default
ScoreLaw score_law_default(Arena *arena);
// Fills what depends on the other fields when it was not given.
void score_law_settle(ScoreLaw *law);
FieldRead read_principles; // Rubric, whose principles and criteria are filled
// Numbers the detectors of a file that has some. The packs come first, then the rubric,
// whose detectors take the place of a pack's that have the same name.
void number_detectors(Loader *load, const RubricFile *file);
// Reads and orders what has been numbered.
void load_detectors(Loader *load);

// Reads the quality files beside the packs and the rubric, once all else is loaded.
void load_quality(Loader *load);

// The file at `path`; NULL after complaining at `place`.
const Page *open_page(Loader *load, Str path, Place place);

#endif

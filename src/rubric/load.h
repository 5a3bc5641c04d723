// What the parts of the rubric loader share. Private to the files load*.c.
#ifndef RUBRIC_LOAD_H
#define RUBRIC_LOAD_H

#include "rubric/fragment.h"
#include "rubric/rubric.h"
#include "rubric/yaml.h"

// The rubric's file or one it uses.
typedef struct RubricFile RubricFile;
struct RubricFile {
    const Page *page;
    Node root;
    Fragments fragments; // what its patterns can use: those of `uses`, and its own
    VEC(const RubricFile *) uses;
    bool unicode;
    bool is_used; // came by `use:`
    bool is_read; // false: it is being read, and to use it now would be a ring
};

// The maps in which one thing is written: its own, then those that extend it, in the
// order the files are read.
typedef VEC(const Node *) Nodes;

// A detector as written.
typedef struct {
    const Node *name;
    Nodes bodies;
    VEC(Place) extended;
    const Node *drop; // where it is dropped, or NULL
} DetectorNode;

// Principles or criteria as written.
typedef struct {
    VEC(Nodes) items;
    const Node *list; // the last in which some stood
} Things;

// Ids that must not come twice.
typedef struct {
    Map numbers;
    VEC(Place) places; // by number
} Ids;

typedef struct {
    Arena *arena;
    Diags *diags;
    Rubric *rubric;
    const Texts *folders;           // of installed rubrics, or NULL
    VEC(RubricFile *) files;        // in the order they were opened
    Nodes roots;                    // of files: each after those it uses
    VEC(DetectorNode) nodes;        // dropped ones among them
    Map node_numbers;               // by name
    VEC(const DetectorNode *) kept; // by detector number
    VEC(Str) names;                 // likewise
    Map numbers;                    // of detectors, by name
    Map patterns;                   // numbers, by what they match and where
    Things principles;
    Ids criterion_ids, principle_ids, measure_ids;
    bool pack_missing;   // what is not known may be in it, and is not complained of
    uint32_t detector;   // the one being read
    Str referrer;        // what is being read, as complaints name it
    PatternSpec pattern; // what its patterns have in common
} Loader;

// Reads a value into `into`, which is of the type the reader says; false after
// complaining.
typedef bool FieldRead(Loader *load, const Node *value, void *into);

enum {
    OPTIONAL = 0,
    REQUIRED = 1,
    ADDS = 2, // of a thing written in several maps, all are read, and not only the last
};

typedef struct {
    const char *name;
    FieldRead *read;
    size_t offset;
    unsigned is; // of the above
} MapField;

// ---- load_value.c: one value each. The comment says what `into` points to.

// An empty text is of no type.
bool expect_type(Loader *load, const Node *value, NodeType type);
// The values of a list, a lone text being a list of one; *count is 0 after complaining.
const Node *read_list(Loader *load, const Node *value, size_t *count);
FieldRead read_text;     // Str, without white space at its ends
FieldRead read_texts;    // Texts; a text or a list of them
FieldRead read_name;     // Str: word characters, - and .
FieldRead read_bool;     // bool
FieldRead read_count;    // uint32_t
FieldRead read_weight;   // int32_t, thousandths: 0 to 1000000
FieldRead read_score;    // int32_t, thousandths: 0 to 100
FieldRead read_credit;   // int32_t, thousandths: 0 to 1
FieldRead read_role;     // Role; any is ROLE_UNKNOWN
FieldRead read_quantity; // Quantity
// The index in `words`, which ends with NULL; `what` names the choice in the complaint.
bool read_word(Loader *load, const Node *value, const char *what,
               const char *const *words, int *index);
// "unknown WHAT 'text'", with the nearest candidate, or all of them when they are few.
Diag *complain_unknown(Loader *load, const Node *word, const char *what,
                       const Str *candidates, size_t count);

// ---- load_field.c: maps, by a table of their fields that ends with name NULL.

// Gives all values of a field, or the last one alone.
Nodes field_values(Arena *arena, const Nodes *maps, const char *name, bool all);
// Reads the fields of one thing in the order of the table.
void fields_read(Loader *load, const Nodes *maps, const MapField *fields, void *into);
void fields_name(Arena *arena, Texts *names, const MapField *fields);
// Complains of every key of `map` that is not among the names.
void fields_refuse_others(Loader *load, const Node *map, const Texts *names);
// All of that for values that must be maps: false when one is none.
bool maps_read(Loader *load, const Nodes *values, const MapField *fields, void *into);
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

// ---- load_overlay.c: which detectors there are, and in which maps they are written. The
// names of a file that is read later take the place of those that were there.

FieldRead gather_detectors;  // unused
FieldRead gather_extensions; // unused
FieldRead gather_drops;      // unused
// Numbers what has not been dropped.
void number_detectors(Loader *load);
// Whether the name at `place` is of a dropped detector; complains of that.
bool complain_dropped(Loader *load, Str name, Place place);

// ---- Once all files are gathered.

// Reads and orders the detectors that have been numbered.
FieldRead read_measures; // Rubric, whose measures are filled; once there are principles
// Of a principle, criterion or measure: the place where it is named.
Place place_of_id(const Node *node);
// Complains of an id that another `what` has.
void check_id(Loader *load, const char *what, Ids *ids, Str id, Place place);

void load_detectors(Loader *load);
FieldRead gather_principles; // unused
// Fills the rubric's principles and criteria.
void load_principles(Loader *load);

// ---- Files.

// Reads the quality files beside the packs and the rubric, once all else is loaded.
void load_quality(Loader *load);

// The file at `path`; NULL after complaining at `place`.
const Page *open_page(Loader *load, Str path, Place place);
// The file that a node stands in.
const RubricFile *file_of(const Loader *load, const Node *node);

#endif
